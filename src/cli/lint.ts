import type { Skipped } from "../lint/checkCalls.js";
import type { Severity } from "../validator/types.js";
import { findTargets, reason } from "./files/discover.js";
import { outputs } from "./formats/index.js";
import { type Io, OutputError } from "./io.js";
import { bytesOfInterest, type Linted, lintFile } from "./lintFile.js";
import { isLines } from "./ndjson/lines.js";
import type { LintOptions } from "./options.js";
import type { Progress } from "./progress.js";
import type { FileReport, Output, Totals } from "./report.js";
import { UsageError, unknownName } from "./usageError.js";

/** Where a run speaks while it runs. */
export interface Speaking {
  readonly io: Io;
  complain(trouble: string): void;
  /** Resolves when more may be printed. */
  print(text: string): Promise<void>;
  readonly progress: Progress;
}

/** Lints what the options name, and prints what it finds as it finds it; returns the exit status. */
export async function lint(
  options: LintOptions,
  { io, complain, print, progress }: Speaking,
): Promise<number> {
  if (options.severities.size > 0) await refuseUnknownRules([...options.severities.keys()]);
  if (options.paths.length === 0) {
    throw new UsageError("nothing to lint: name a file, a folder, or - for standard input");
  }
  const load = outputs[options.format] as () => Promise<Output>;
  // A run that shows what it would change shows nothing else.
  const writing = options.diff
    ? undefined
    : (await load()).start(options.locale, options.isColored);
  const counts = new Counts();
  let troubled = false;
  const trouble = (message: string) => {
    troubled = true;
    progress.end();
    complain(message);
  };
  const show = async ({ report, diff }: Pick<Linted, "report"> & { diff?: string }) => {
    const text = writing
      ? writing.report(options.quiet ? errorsOnly(report) : report)
      : (diff ?? "");
    if (text === "") return;
    progress.end();
    await print(text);
  };
  for await (const target of findTargets(options.paths, options.stdinFilename, io)) {
    if ("message" in target) {
      trouble(`${target.file}: ${target.message}`);
      continue;
    }
    if (options.config.isIgnored?.(target.file)) continue;
    counts.looked++;
    progress.at(counts.looked);
    try {
      if (isLines(target, options)) {
        const { lintLines } = await import("./ndjson/lintStream.js");
        let isOurs = target.named;
        for await (const part of lintLines(target, options)) {
          for (const message of part.troubles) trouble(message);
          isOurs ||= part.payloads > 0;
          counts.add(part);
          await show(part);
        }
        if (isOurs) counts.files++;
        continue;
      }
      const bytes = await bytesOfInterest(target, options);
      const one = bytes && (await lintFile(target, bytes, options, trouble));
      if (!one) continue;
      counts.files++;
      counts.add(one);
      await show(one);
    } catch (error) {
      if (error instanceof OutputError) throw error;
      trouble(`${target.file}: ${reason(error)}`);
    }
  }
  progress.end();
  if (writing) await print(writing.end(counts));
  const tooMany = options.maxWarnings !== undefined && counts.warnings > options.maxWarnings;
  if (troubled) return 2;
  const leftOut = options.failOnUnchecked && Object.keys(counts.skipped).length > 0;
  return counts.errors > 0 || tooMany || leftOut ? 1 : 0;
}

/** What a run has counted so far. */
class Counts implements Totals {
  looked = 0;
  files = 0;
  payloads = 0;
  calls = 0;
  fixed = 0;
  errors = 0;
  warnings = 0;
  infos = 0;
  readonly skipped: Partial<Record<Skipped, number>> = {};

  add({
    report,
    payloads,
    calls = 0,
    fixed = 0,
    skipped = [],
  }: Pick<Linted, "report" | "payloads"> & Partial<Linted>): void {
    this.payloads += payloads;
    this.calls += calls;
    this.fixed += fixed;
    for (const why of skipped) this.skipped[why] = (this.skipped[why] ?? 0) + 1;
    for (const { severity } of report.diagnostics) this[counters[severity]]++;
  }
}

const counters = { error: "errors", warning: "warnings", info: "infos" } as const satisfies Record<
  Severity,
  keyof Totals
>;

async function refuseUnknownRules(named: readonly string[]): Promise<void> {
  const { rules } = await import("../generated/rules.js");
  const ids = rules.map(({ id }) => id);
  for (const rule of named) if (!ids.includes(rule)) throw unknownName("rule", rule, ids);
}

const errorsOnly = (report: FileReport): FileReport => ({
  ...report,
  diagnostics: report.diagnostics.filter(({ severity }) => severity === "error"),
});
