import { parseArgs } from "node:util";
import { environments, ruleLevels } from "../choices.js";
import { kinds } from "../generated/kinds.js";
import { readConfig } from "../project/config.js";
import type { Config } from "../project/configFile.js";
import { oneOf, UsageError, unknownName } from "../project/usageError.js";
import type { Environment, Locale, Severity, Text } from "../validator/types.js";
import { commandNames, commands } from "./commands/index.js";
import { type OutputName, outputs } from "./formats/index.js";
import type { Io } from "./io.js";
import { localeOf } from "./language.js";

/** What a run is asked to do. */
export interface LintSettings {
  readonly paths: readonly string[];
  readonly config: Config;
  readonly kind: string | undefined;
  /** The gateway, by company or code, that every call is taken for. */
  readonly pg: string | undefined;
  /** Which fixes are made. */
  readonly fix: "no" | "safe" | "unsafe";
  readonly diff: boolean;
  readonly environment: Environment;
  readonly locale: Locale;
  readonly format: OutputName;
  readonly isVerbose: boolean;
  /** Severities that the command line gives, by rule id or group. */
  readonly severities: ReadonlyMap<string, Severity | "off">;
  readonly maxWarnings: number | undefined;
  /** Whether a payment call that could not be checked fails the run. */
  readonly failOnUnchecked: boolean;
  readonly quiet: boolean;
  /** The commit since which a file must have changed to be looked at. */
  readonly since: string | undefined;
  /** Whether findings of the baseline are left out. */
  readonly usesBaseline: boolean;
  readonly stdinFilename: string | undefined;
  /** Threads for the lines of NDJSON; undefined for as many as the machine has, once there are enough lines. */
  readonly jobs: number | undefined;
}

const flags = {
  kind: { type: "string" },
  pg: { type: "string" },
  environment: { type: "string" },
  locale: { type: "string" },
  format: { type: "string" },
  rule: { type: "string", multiple: true, default: [] as string[] },
  "max-warnings": { type: "string" },
  "fail-on-unchecked": { type: "boolean", default: false },
  quiet: { type: "boolean", default: false },
  verbose: { type: "boolean", default: false },
  statistics: { type: "boolean", default: false },
  fix: { type: "boolean", default: false },
  "unsafe-fixes": { type: "boolean", default: false },
  diff: { type: "boolean", default: false },
  since: { type: "string" },
  "no-baseline": { type: "boolean", default: false },
  config: { type: "string" },
  jobs: { type: "string" },
  "stdin-filename": { type: "string" },
  stdio: { type: "boolean", default: false },
  write: { type: "boolean", default: false },
  yes: { type: "boolean", short: "y", default: false },
  version: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

export type Flag = keyof typeof flags;

/** Flags that every command takes. */
const common: readonly string[] = ["help", "version", "locale", "config"];

/** The arguments of a run, taken apart. */
interface Arguments {
  /** Undefined where the run lints. */
  readonly command: string | undefined;
  /** What follows the command, or all where there is none. */
  readonly words: readonly string[];
  /** Flags and their values. */
  readonly values: Values;
}

export type Values = ReturnType<typeof parse>["values"];

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: flags, allowPositionals: true, tokens: true });

/**
 * Takes the arguments apart.
 * @throws {UsageError} for a flag that is not known, or not by the command, and for one without its value.
 */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals, tokens } = parsedOrRefused(args);
  const [first, ...rest] = positionals;
  const command = commandNames.find((name) => name === first);
  if (command === undefined) {
    if (values.yes) {
      throw new UsageError({
        en: "--yes is an option of paylint init",
        ko: "--yes는 paylint init의 옵션입니다",
      });
    }
    if (values.write) {
      throw new UsageError({
        en: "--write is of paylint migrate",
        ko: "--write는 paylint migrate의 옵션입니다",
      });
    }
    return { command, words: positionals, values };
  }
  const { takes, mostWords } = commands[command];
  const taken: readonly string[] = [...common, ...takes];
  const refuse = (what: string) => {
    throw new UsageError({
      en: `paylint ${command} does not accept ${what}`,
      ko: `paylint ${command} 명령에 사용할 수 없습니다: ${what}`,
    });
  };
  for (const token of tokens) {
    if (token.kind === "option" && !taken.includes(token.name)) refuse(token.rawName);
  }
  const surplus = rest[mostWords];
  if (surplus !== undefined) refuse(JSON.stringify(surplus));
  return { command, words: rest, values };
}

function parsedOrRefused(args: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(args);
  } catch (error) {
    const { message } = error as Error;
    const [, unknown] = /^Unknown option '(-[^']+)'/.exec(message) ?? [];
    if (unknown) throw unknownFlag(unknown);
    const [, flag = ""] = /^Option '([^' ]+)/.exec(message) ?? [];
    if (message.endsWith("does not take an argument")) {
      throw new UsageError({
        en: `${flag} takes no value`,
        ko: `${flag} 옵션은 값을 받지 않습니다`,
      });
    }
    // A value such as -1 looks like a flag. The check of the value says what is wrong with it.
    const at = args.indexOf(flag);
    const value = args[at + 1];
    if (value === undefined || !/^-\d/.test(value)) {
      throw new UsageError({
        en: `${flag} needs a value`,
        ko: `${flag} 옵션에는 값이 필요합니다`,
      });
    }
    return parsedOrRefused([...args.slice(0, at), `${flag}=${value}`, ...args.slice(at + 2)]);
  }
}

function unknownFlag(flag: string): UsageError {
  const known = Object.keys(flags);
  if (flag.startsWith("--")) {
    return unknownName(
      "option",
      flag,
      known.map((name) => `--${name}`),
    );
  }
  const letter = flag.charAt(1).toLowerCase();
  const meant = known.filter((name) => name.startsWith(letter)).map((name) => `--${name}`);
  const said = JSON.stringify(flag);
  return new UsageError(
    meant.length > 0
      ? {
          en: `unknown option ${said}; did you mean ${meant.join(" or ")}?`,
          ko: `알 수 없는 옵션: ${said}. 혹시 이 옵션인가요? ${meant.join(", ")}`,
        }
      : {
          en: `unknown option ${said}; see paylint --help`,
          ko: `알 수 없는 옵션: ${said}. paylint --help를 참고하세요`,
        },
  );
}

/**
 * What the flags ask for.
 * @throws {UsageError} for a value that a flag does not take.
 */
export async function lintSettings({ values, words }: Arguments, io: Io): Promise<LintSettings> {
  const { kind, pg, environment, rule, quiet, verbose } = values;
  if (kind !== undefined) oneOf("kind", kind, Object.keys(kinds));
  const maxWarnings = numberOf("--max-warnings", values["max-warnings"], /^\d+$/, {
    en: "an integer of at least 0",
    ko: "0 이상의 정수",
  });
  const jobs = numberOf("--jobs", values.jobs, /^[1-9]\d?$/, {
    en: "a number from 1 to 99",
    ko: "1부터 99까지의 숫자",
  });
  const format = formatOf(values);
  if (pg !== undefined) oneOf("gateway", pg, (await import("../gatewayFacts.js")).gatewayNames);
  const config = await readConfig(values.config, io.cwd);
  return {
    // `--since` without a path looks at the whole working folder.
    paths: words.length === 0 && values.since !== undefined ? ["."] : words,
    config,
    kind,
    pg,
    fix: values["unsafe-fixes"] ? "unsafe" : values.fix || values.diff ? "safe" : "no",
    diff: values.diff,
    environment: oneOf("environment", environment ?? config.environment ?? "any", environments),
    locale: localeOf(values.locale, config.locale, io, io.stdout),
    format,
    isVerbose: verbose,
    severities: new Map(rule.map(ruleSeverity)),
    maxWarnings,
    failOnUnchecked: values["fail-on-unchecked"],
    quiet,
    since: values.since,
    usesBaseline: !values["no-baseline"],
    stdinFilename: values["stdin-filename"],
    jobs,
  };
}

function numberOf(flag: string, value: string | undefined, form: RegExp, wanted: Text) {
  if (value === undefined) return undefined;
  if (!form.test(value)) throw misfit(flag, value, wanted);
  return Number(value);
}

/** `--statistics` and `--diff` print in a form of their own. */
function formatOf(values: Values): LintSettings["format"] {
  const { format } = values;
  const summed = values.diff ? "--diff" : values.statistics ? "--statistics" : undefined;
  if (summed !== undefined && format !== undefined) {
    throw new UsageError({
      en: `${summed} cannot be combined with --format`,
      ko: `${summed} 옵션은 --format과 함께 사용할 수 없습니다`,
    });
  }
  if (values.statistics) return "statistics";
  return oneOf("format", format ?? "pretty", Object.keys(outputs) as OutputName[]);
}

function misfit(flag: string, value: string, wanted: Text): UsageError {
  const said = JSON.stringify(value);
  return new UsageError({
    en: `${flag} takes ${wanted.en}, not ${said}`,
    ko: `${flag} 옵션에 사용할 수 없는 값입니다: ${said}. 사용할 수 있는 값: ${wanted.ko}`,
  });
}

function ruleSeverity(text: string): [string, Severity | "off"] {
  const [rule, severity, ...rest] = text.split("=");
  if (!rule || !severity || rest.length > 0) {
    const form = "<id>=off|info|warning|error";
    throw misfit("--rule", text, { en: form, ko: `${form} 형식` });
  }
  return [rule, oneOf("severity", severity, ruleLevels)];
}
