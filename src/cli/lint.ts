import { duplicateKey } from "../generated/duplicateKey.js";
import { kinds } from "../generated/kinds.js";
import { rules } from "../generated/rules.js";
import { fillMessage } from "../runtime/message.js";
import type { Diagnostic, Severity } from "../runtime/types.js";
import { inputs } from "./inputs/index.js";
import { InputError, type SourcePayload } from "./inputs/input.js";
import { kindOf } from "./kindOf.js";
import { type Hidden, hiddenIn, maskSource } from "./maskSource.js";
import type { LintOptions } from "./options.js";
import { outputs } from "./outputs/index.js";
import type { FileReport, LocatedDiagnostic, Output, Totals } from "./report.js";
import { findTargets, reason, type Target } from "./targets.js";
import { UsageError, unknownName } from "./usageError.js";

/** Lints what the options name; returns what to print and the exit status. */
export async function lint(
  options: LintOptions,
  complain: (trouble: string) => void,
): Promise<{ output: string; status: number }> {
  const ids = rules.map(({ id }) => id);
  for (const rule of options.severities.keys()) {
    if (!ids.includes(rule)) throw unknownName("rule", rule, ids);
  }
  if (options.paths.length === 0) {
    throw new UsageError("nothing to lint: name a file, a folder, or - for standard input");
  }
  let troubled = false;
  const trouble = (message: string) => {
    troubled = true;
    complain(message);
  };
  const reports: FileReport[] = [];
  for await (const target of findTargets(options.paths, options.stdinFilename)) {
    if ("message" in target) trouble(`${target.file}: ${target.message}`);
    else {
      const report = await lintTarget(target, options, trouble);
      if (report) reports.push(report);
    }
  }
  const all = reports.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: Severity) => all.filter((one) => one.severity === severity).length;
  const totals: Totals = {
    files: reports.length,
    payloads: reports.reduce((sum, { payloads }) => sum + payloads, 0),
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
  };
  const output = await (outputs[options.format] as () => Promise<Output>)();
  const shown = options.quiet ? reports.map(errorsOnly) : reports;
  const tooMany = options.maxWarnings !== undefined && totals.warnings > options.maxWarnings;
  return {
    output: output.write(shown, totals, options.locale),
    status: troubled ? 2 : totals.errors > 0 || tooMany ? 1 : 0,
  };
}

const errorsOnly = (report: FileReport): FileReport => ({
  ...report,
  diagnostics: report.diagnostics.filter(({ severity }) => severity === "error"),
});

async function lintTarget(
  target: Target,
  options: LintOptions,
  trouble: (message: string) => void,
): Promise<FileReport | undefined> {
  const { file, ending, named } = target;
  const load = inputs[ending];
  if (!load) {
    trouble(
      `${file}: ${ending || "a name without an ending"} is no format that paylint reads; known: ${Object.keys(inputs).join(", ")}`,
    );
    return undefined;
  }
  const place = ({ line, column, message }: InputError) => `${file}:${line}:${column}: ${message}`;
  const diagnostics: LocatedDiagnostic[] = [];
  const hidden: Hidden[] = [];
  let payloads = 0;
  let text: string;
  try {
    text = target.read();
    for (const source of (await load()).read(text)) {
      if (source instanceof InputError) {
        trouble(place(source));
        continue;
      }
      const kind = kindOf(source.value, file, options.kind);
      if (kind === undefined) {
        if (named) {
          trouble(
            `${file}: cannot tell what kind of payload this is; give --kind, a $schema, or a name such as order.request-pay.json`,
          );
          return undefined;
        }
        continue;
      }
      payloads++;
      const found = await lintPayload(source, kind, file, options);
      if (found.length === 0) continue;
      diagnostics.push(...found);
      hidden.push(...(await hiddenFor(source, kind)));
    }
  } catch (error) {
    // Of files met in a folder only those are ours that say what they hold, and a broken one says nothing.
    if (error instanceof InputError) {
      if (named || kindOf(undefined, file, options.kind)) trouble(place(error));
    } else trouble(`${file}: ${reason(error)}`);
    return undefined;
  }
  if (payloads === 0 && !named) return undefined;
  const shown = diagnostics.length > 0 ? maskSource(text, hidden) : "";
  return { file, text: shown, payloads, diagnostics };
}

async function hiddenFor(source: SourcePayload, kind: string): Promise<Hidden[]> {
  const { schema } = await (kinds[kind] as (typeof kinds)[string])();
  return hiddenIn(source, schema);
}

async function lintPayload(
  source: SourcePayload,
  kind: string,
  file: string,
  { environment, locale, severities }: LintOptions,
): Promise<LocatedDiagnostic[]> {
  const { check } = await (kinds[kind] as (typeof kinds)[string])();
  const payload = withoutSchemaKey(source.value);
  const found = check(payload, { environment, locale }).diagnostics.map((diagnostic) => ({
    ...diagnostic,
    ...source.locate(diagnostic.path),
  }));
  const twice = source.duplicateKeys.map(({ path, range }) => {
    const { rule, severity, source: stands, message } = duplicateKey;
    const filled = fillMessage(
      { template: message, payload, path },
      { issuer: null, labels: {}, secrets: {} },
      locale,
    );
    const diagnostic: Diagnostic = {
      rule,
      severity,
      path,
      message: filled,
      source: stands[locale],
    };
    return { ...diagnostic, ...range };
  });
  return [...found, ...twice]
    .sort((left, right) => left.line - right.line || left.column - right.column)
    .flatMap((diagnostic) => {
      const severity = severities.get(diagnostic.rule) ?? diagnostic.severity;
      return severity === "off" ? [] : [{ ...diagnostic, severity, file, kind }];
    });
}

/** `$schema` is the editor's and ours, not PortOne's. */
function withoutSchemaKey(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if (!Object.hasOwn(value, "$schema")) return value;
  const { $schema: _, ...payload } = value as Record<string, unknown>;
  return payload;
}
