import { writeFileSync } from "node:fs";
import { rules } from "../generated/rules.js";
import type { Severity } from "../runtime/types.js";
import type { Skipped } from "../source/judge.js";
import { decode, encodeLike } from "./encoding.js";
import type { Findings } from "./findings.js";
import { fixed } from "./fixes.js";
import { inputs } from "./inputs/index.js";
import { lintPayloads, mayHoldPayloads } from "./lintPayloads.js";
import { lintSource } from "./lintSource.js";
import { maskSource } from "./maskSource.js";
import type { LintOptions } from "./options.js";
import { outputs } from "./outputs/index.js";
import type { Progress } from "./progress.js";
import type { FileReport, LocatedDiagnostic, Output, Totals } from "./report.js";
import { settleFindings } from "./settleFindings.js";
import { mayPay, sources } from "./sources.js";
import { findTargets, reason, type Target } from "./targets.js";
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
    complain(message);
  };
  const linted: Linted[] = [];
  let looked = 0;
  for (const target of findTargets(options.paths, options.stdinFilename)) {
    if ("message" in target) {
      trouble(`${target.file}: ${target.message}`);
      continue;
    }
    if (options.config.isIgnored(target.file)) continue;
    looked++;
    progress.at(looked);
    const one = await lintTarget(target, options, trouble);
    if (one) linted.push(one);
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

/** A file's report, and what is counted of it. */
interface Linted extends Pick<Findings, "payloads" | "calls" | "skipped"> {
  readonly report: FileReport;
  readonly fixed: number;
  readonly diff: string;
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

async function lintTarget(
  target: Target,
  options: LintOptions,
  trouble: (message: string) => void,
): Promise<Linted | undefined> {
  const { file, ending, named, path } = target;
  const isSource = Object.hasOwn(sources, ending);
  if (!isSource && !Object.hasOwn(inputs, ending)) {
    const known = [...Object.keys(inputs), ...Object.keys(sources)].join(", ");
    trouble(
      `${file}: ${ending || "a name without an ending"} is no format that paylint reads; known: ${known}`,
    );
    return undefined;
  }
  try {
    const bytes = target.read();
    const isOfInterest = isSource ? mayPay(bytes) : named || mayHoldPayloads(bytes, file, options);
    if (!isOfInterest) return named ? nothingIn(file) : undefined;
    const text = decode(bytes);
    const read = async (of: string) => {
      const findings = await (isSource ? lintSource : lintPayloads)(of, target, options);
      return { ...findings, diagnostics: settleFindings(of, findings, target, options) };
    };
    const first = await read(text);
    for (const message of first.troubles) trouble(message);
    const mended =
      options.fix === "no" ? undefined : await fixed(text, first, read, options.fix === "unsafe");
    const isWritten = mended !== undefined && mended.text !== text && !options.diff;
    if (isWritten) {
      const encoded = encodeLike(mended.text, bytes);
      if (!encoded || path === undefined) {
        trouble(
          `${file}: not fixed: ${path ? "its text is not UTF-8" : "there is no file to write"}`,
        );
        return linted(file, text, first);
      }
      writeFileSync(path, encoded);
      return { ...linted(file, mended.text, mended.findings), fixed: mended.count };
    }
    if (!named && first.calls === 0 && first.payloads === 0 && first.diagnostics.length === 0) {
      return undefined;
    }
    const found = linted(file, text, first);
    if (!mended || mended.text === text) return found;
    const { diffOf } = await import("./diff.js");
    const hide = (of: string, { hidden }: Findings) => maskSource(of, hidden);
    const diff = diffOf(file, hide(text, first), hide(mended.text, mended.findings));
    return { ...found, diff };
  } catch (error) {
    trouble(`${file}: ${reason(error)}`);
    return undefined;
  }
}

const linted = (
  file: string,
  text: string,
  {
    payloads,
    calls,
    skipped,
    hidden,
    diagnostics,
  }: Findings & { diagnostics: readonly LocatedDiagnostic[] },
): Linted => ({
  report: { file, text: diagnostics.length > 0 ? maskSource(text, hidden) : "", diagnostics },
  payloads,
  calls,
  skipped,
  fixed: 0,
  diff: "",
});

const nothingIn = (file: string): Linted => ({
  report: { file, text: "", diagnostics: [] },
  payloads: 0,
  calls: 0,
  skipped: [],
  fixed: 0,
  diff: "",
});
