import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { environments, locales, severities } from "../choices.js";
import { kinds } from "../generated/kinds.js";
import type { Environment, Locale, Severity } from "../validator/types.js";
import { readConfig } from "./config.js";
import type { Config } from "./configFile.js";
import { outputs } from "./formats/index.js";
import type { Io } from "./io.js";
import { nearestName, oneOf, UsageError, unknownName } from "./usageError.js";

/** What a run is asked to do. */
export interface LintSettings {
  readonly paths: readonly string[];
  readonly config: Config;
  readonly kind: string | undefined;
  /** The gateway, by company or code, that every call is taken for. */
  readonly pg: string | undefined;
  /** What is done about fixes: nothing, write them, or show them. */
  readonly fix: "no" | "safe" | "unsafe";
  readonly diff: boolean;
  readonly environment: Environment;
  readonly locale: Locale;
  readonly format: string;
  /** Whether what people read is coloured. */
  readonly isColored: boolean;
  readonly severities: ReadonlyMap<string, Severity | "off">;
  readonly maxWarnings: number | undefined;
  /** Whether a payment call that could not be checked fails the run. */
  readonly failOnUnchecked: boolean;
  readonly quiet: boolean;
  readonly stdinFilename: string | undefined;
  /** Threads that check the lines of NDJSON. */
  readonly jobs: number;
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
  fix: { type: "boolean", default: false },
  "unsafe-fixes": { type: "boolean", default: false },
  diff: { type: "boolean", default: false },
  config: { type: "string" },
  jobs: { type: "string", default: "1" },
  "stdin-filename": { type: "string" },
  write: { type: "boolean", default: false },
  yes: { type: "boolean", short: "y", default: false },
  version: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

type Flag = keyof typeof flags;

/** Subcommands, and the flags that each takes beside --help and --version. */
const commands = {
  init: ["yes", "locale"],
  rules: ["locale", "config"],
  schema: [],
  types: [],
  migrate: ["write", "pg", "kind", "locale", "config", "stdin-filename"],
  help: [],
} as const satisfies Record<string, readonly Flag[]>;

type Command = keyof typeof commands;

/** The arguments of a run, taken apart. */
export interface Arguments {
  /** Undefined where the run lints. */
  readonly command: Command | undefined;
  /** What stands behind a subcommand. */
  readonly argument: string | undefined;
  /** Flags and their values, and the paths. */
  readonly values: ReturnType<typeof parse>["values"];
  readonly paths: readonly string[];
}

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: flags, allowPositionals: true, tokens: true });

/**
 * Takes the arguments apart.
 * @throws {UsageError} for a flag that is not known, or not by the subcommand, and for one without its value.
 */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals, tokens } = parsedOrRefused(args);
  const [first, ...rest] = positionals;
  const command = first !== undefined && Object.hasOwn(commands, first) ? first : undefined;
  if (command === undefined) {
    if (values.yes) throw new UsageError("--yes is of paylint init");
    if (values.write) throw new UsageError("--write is of paylint migrate");
    return { command, argument: undefined, values, paths: positionals };
  }
  const taken: readonly string[] = ["help", "version", ...commands[command as Command]];
  for (const token of tokens) {
    if (token.kind !== "option" || taken.includes(token.name)) continue;
    throw new UsageError(`paylint ${command} takes no ${token.rawName}`);
  }
  if (command === "migrate") return { command, argument: undefined, values, paths: rest };
  const mostArguments = command === "init" || command === "help" ? 0 : 1;
  const surplus = rest[mostArguments];
  if (surplus !== undefined && command !== "help") {
    throw new UsageError(`paylint ${command} takes no ${JSON.stringify(surplus)}`);
  }
  return { command: command as Command, argument: rest[0], values, paths: [] };
}

function parsedOrRefused(args: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(args);
  } catch (error) {
    const { message } = error as Error;
    const [, unknown] = /^Unknown option '(-[^']+)'/.exec(message) ?? [];
    if (unknown) throw unknownFlag(unknown);
    const [, flag = ""] = /^Option '([^' ]+)/.exec(message) ?? [];
    if (message.endsWith("does not take an argument"))
      throw new UsageError(`${flag} takes no value`);
    // A value such as -1 looks like a flag. The check of the value says what is wrong with it.
    const at = args.indexOf(flag);
    const value = args[at + 1];
    if (value === undefined || !/^-\d/.test(value)) throw new UsageError(`${flag} needs a value`);
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
  const hint = meant.length > 0 ? `did you mean ${meant.join(" or ")}?` : "see paylint --help";
  return new UsageError(`unknown option ${JSON.stringify(flag)}; ${hint}`);
}

/**
 * What the flags ask for.
 * @throws {UsageError} for a value that a flag does not take.
 */
export async function lintSettings(
  { command, values, paths }: Arguments,
  io: Io,
): Promise<LintSettings> {
  const { kind, pg, environment, locale, format, rule, quiet } = values;
  if (kind !== undefined) oneOf("kind", kind, Object.keys(kinds));
  const maxWarnings = values["max-warnings"];
  if (maxWarnings !== undefined && !/^\d+$/.test(maxWarnings)) {
    throw new UsageError(`--max-warnings takes a whole number, not ${JSON.stringify(maxWarnings)}`);
  }
  if (!/^[1-9]\d?$/.test(values.jobs)) {
    throw new UsageError(`--jobs takes a number from 1 to 99, not ${JSON.stringify(values.jobs)}`);
  }
  if (values.diff && format !== undefined)
    throw new UsageError("--diff prints a diff, not --format");
  if (pg !== undefined) oneOf("gateway", pg, (await import("../gatewayFacts.js")).gatewayNames);
  if (command === undefined) refuseMisspeltCommand(paths, io.cwd);
  const config = await readConfig(values.config, io.cwd);
  return {
    paths,
    config,
    kind,
    pg,
    fix: values["unsafe-fixes"] ? "unsafe" : values.fix || values.diff ? "safe" : "no",
    diff: values.diff,
    environment: oneOf("environment", environment ?? config.environment ?? "any", environments),
    locale: oneOf("locale", locale ?? config.locale ?? "en", locales),
    format: oneOf("format", format ?? "pretty", Object.keys(outputs)),
    isColored: isColored(io),
    severities: new Map([...config.rules, ...rule.map(ruleSeverity)]),
    maxWarnings: maxWarnings === undefined ? undefined : Number(maxWarnings),
    failOnUnchecked: values["fail-on-unchecked"],
    quiet,
    stdinFilename: values["stdin-filename"],
    jobs: Number(values.jobs),
  };
}

/** A single word that is no path may be a command misspelt, such as `rule`. */
function refuseMisspeltCommand([word = "", ...others]: readonly string[], cwd: string): void {
  if (!/^[a-z]+$/.test(word) || others.length > 1) return;
  const meant = nearestName(word, Object.keys(commands));
  if (meant === undefined || existsSync(resolve(cwd, word))) return;
  throw new UsageError(`${word}: no such file or folder; did you mean paylint ${meant}?`);
}

/** As https://no-color.org and https://force-color.org have it; and CI services show colours. */
function isColored({ env, stdout }: Pick<Io, "env" | "stdout">): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM, CI } = env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "") {
    return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  }
  return (stdout.isTerminal && TERM !== "dumb") || Boolean(CI);
}

function ruleSeverity(text: string): [string, Severity | "off"] {
  const [rule, severity, ...rest] = text.split("=");
  if (!rule || !severity || rest.length > 0) {
    throw new UsageError(`--rule takes <id>=off|info|warning|error, not ${JSON.stringify(text)}`);
  }
  return [rule, oneOf("severity", severity, severities)];
}
