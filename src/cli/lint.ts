import { rules } from "../generated/rules.js";
import type { Severity } from "../runtime/types.js";
import type { Skipped } from "../source/judge.js";
import { bytesOfInterest, type Linted, lintFile } from "./lintFile.js";
import type { LintOptions } from "./options.js";
import { outputs } from "./outputs/index.js";
import type { Progress } from "./progress.js";
import type { FileReport, Output, Totals } from "./report.js";
import { findTargets, reason } from "./targets.js";
import { UsageError, unknownName } from "./usageError.js";

/** Where a run speaks while it runs. */
export interface Speaking {
  complain(trouble: string): void;
  readonly progress: Progress;
}

/** Lints what the options name; returns what to print and the exit status. */
export async function lint(
  options: LintOptions,
  { complain, progress }: Speaking,
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
    progress.end();
    complain(message);
  };
  const linted: Linted[] = [];
  let looked = 0;
  for (const target of findTargets(options.paths, options.stdinFilename)) {
    if ("message" in target) {
      trouble(`${target.file}: ${target.message}`);
      continue;
    }
    if (options.config.isIgnored?.(target.file)) continue;
    looked++;
    progress.at(looked);
    try {
      const bytes = bytesOfInterest(target, options);
      const one = bytes && (await lintFile(target, bytes, options, trouble));
      if (one) linted.push(one);
    } catch (error) {
      trouble(`${target.file}: ${reason(error)}`);
    }
  }
  progress.end();
  const totals = totalsOf(linted, looked);
  const tooMany = options.maxWarnings !== undefined && totals.warnings > options.maxWarnings;
  const status = troubled ? 2 : totals.errors > 0 || tooMany ? 1 : 0;
  if (options.diff) return { output: linted.map(({ diff }) => diff).join(""), status };
  const output = await (outputs[options.format] as () => Promise<Output>)();
  const reports = linted.map(({ report }) => (options.quiet ? errorsOnly(report) : report));
  return { output: output.write(reports, totals, options.locale), status };
}

function totalsOf(linted: readonly Linted[], looked: number): Totals {
  const all = linted.flatMap(({ report }) => report.diagnostics);
  const count = (severity: Severity) => all.filter((one) => one.severity === severity).length;
  const sum = (of: (one: Linted) => number) => linted.reduce((total, one) => total + of(one), 0);
  const skipped: Partial<Record<Skipped, number>> = {};
  for (const why of linted.flatMap((one) => one.skipped)) skipped[why] = (skipped[why] ?? 0) + 1;
  return {
    looked,
    files: linted.length,
    payloads: sum(({ payloads }) => payloads),
    calls: sum(({ calls }) => calls),
    skipped,
    fixed: sum((one) => one.fixed),
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
  };
}

const errorsOnly = (report: FileReport): FileReport => ({
  ...report,
  diagnostics: report.diagnostics.filter(({ severity }) => severity === "error"),
});
