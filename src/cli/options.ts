import { parseArgs } from "node:util";
import { environments, locales, severities } from "../choices.js";
import { gateways } from "../gateways.js";
import { kinds } from "../generated/kinds.js";
import type { Environment, Locale, Severity } from "../validator/types.js";
import { readConfig } from "./config.js";
import type { Config } from "./configFile.js";
import { outputs } from "./formats/index.js";
import { oneOf, UsageError, unknownName } from "./usageError.js";

/** What a run is asked to do. */
export interface LintSettings {
  readonly paths: readonly string[];
  readonly config: Config;
  readonly kind: string | undefined;
  /** Every call is taken for this gateway's. */
  readonly pg: string | undefined;
  /** What is done about fixes: nothing, write them, or show them. */
  readonly fix: "no" | "safe" | "unsafe";
  readonly diff: boolean;
  readonly environment: Environment;
  readonly locale: Locale;
  readonly format: string;
  readonly severities: ReadonlyMap<string, Severity | "off">;
  readonly maxWarnings: number | undefined;
  readonly quiet: boolean;
  /** Fails when a call could not be checked. */
  readonly failOnUnchecked: boolean;
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
  quiet: { type: "boolean", default: false },
  "fail-on-unchecked": { type: "boolean", default: false },
  fix: { type: "boolean", default: false },
  "unsafe-fixes": { type: "boolean", default: false },
  diff: { type: "boolean", default: false },
  config: { type: "string" },
  jobs: { type: "string", default: "1" },
  "stdin-filename": { type: "string" },
  yes: { type: "boolean", short: "y", default: false },
  version: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** The arguments as they stand: flags, and everything else in order. */
export function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true });
  } catch (error) {
    const message = (error as Error).message.split(". ")[0] as string;
    const [, unknown] = /^Unknown option '(--[^']+)'/.exec(message) ?? [];
    if (!unknown) throw new UsageError(message);
    throw unknownName(
      "option",
      unknown,
      Object.keys(flags).map((flag) => `--${flag}`),
    );
  }
}

/**
 * What the flags ask for.
 * @throws {UsageError} for a value that a flag does not take.
 */
export async function lintSettings({
  values,
  positionals,
}: ReturnType<typeof readArguments>): Promise<LintSettings> {
  const { kind, environment, locale, format, rule, quiet } = values;
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
  const config = await readConfig(values.config);
  if (values.pg !== undefined) oneOf("gateway", values.pg, gateways);
  return {
    paths: positionals,
    config,
    kind,
    pg: values.pg,
    fix: values["unsafe-fixes"] ? "unsafe" : values.fix || values.diff ? "safe" : "no",
    diff: values.diff,
    environment: oneOf("environment", environment ?? config.environment ?? "any", environments),
    locale: oneOf("locale", locale ?? config.locale ?? "en", locales),
    format: oneOf("format", format ?? "pretty", Object.keys(outputs)),
    severities: new Map([...config.rules, ...rule.map(ruleSeverity)]),
    maxWarnings: maxWarnings === undefined ? undefined : Number(maxWarnings),
    quiet,
    failOnUnchecked: values["fail-on-unchecked"],
    stdinFilename: values["stdin-filename"],
    jobs: Number(values.jobs),
  };
}

function ruleSeverity(text: string): [string, Severity | "off"] {
  const [rule, severity, ...rest] = text.split("=");
  if (!rule || !severity || rest.length > 0) {
    throw new UsageError(`--rule takes <id>=off|info|warning|error, not ${JSON.stringify(text)}`);
  }
  return [rule, oneOf("severity", severity, severities)];
}
