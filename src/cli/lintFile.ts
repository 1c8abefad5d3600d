import { inputs } from "../extract/dataFormats.js";
import { mayPay, sources } from "../extract/formats.js";
import { suppressing } from "../lint/directives.js";
import { decode } from "../text/encoding.js";
import type { Target } from "./files/discover.js";
import type { Findings } from "./findings.js";
import { fixed } from "./fixes.js";
import { mayHoldPayloads } from "./kindOf.js";
import { maskSource } from "./maskSource.js";
import type { LintOptions } from "./options.js";
import type { FileReport, LocatedDiagnostic } from "./report.js";
import { reportOf } from "./reportOf.js";

/** A file's report, and what is counted of it. */
export interface Linted extends Pick<Findings, "payloads" | "calls" | "skipped"> {
  readonly report: FileReport;
  readonly fixed: number;
  /** What the fixes would change, when only that is asked for. */
  readonly diff: string;
}

type Read = Findings & { readonly diagnostics: readonly LocatedDiagnostic[] };

/**
 * The bytes of a file; undefined where the bytes show that there is nothing for us in it. Of most files nothing else is
 * looked at.
 * @throws when the file cannot be read, or its name says no format that is known.
 */
export async function bytesOfInterest(
  target: Target,
  options: LintOptions,
): Promise<Buffer | undefined> {
  const { ending, named } = target;
  const isSource = Object.hasOwn(sources, ending);
  if (!isSource && !Object.hasOwn(inputs, ending)) {
    const known = [...Object.keys(inputs), ...Object.keys(sources)].join(", ");
    throw new Error(
      `${ending || "a name without an ending"} is no format that paylint reads; known: ${known}`,
    );
  }
  const bytes = await target.read();
  if (named) return bytes;
  return (isSource ? mayPay(bytes) : mayHoldPayloads(bytes, target, options)) ? bytes : undefined;
}

/** Lints a file; undefined where there is nothing for us in it. Writes its fixes when asked to. */
export async function lintFile(
  target: Target,
  bytes: Buffer,
  options: LintOptions,
  trouble: (message: string) => void,
): Promise<Linted | undefined> {
  const { file, named } = target;
  const text = decode(bytes);
  const first = await readText(text, target, options);
  for (const message of first.troubles) trouble(message);
  const isOurs = first.calls > 0 || first.payloads > 0 || first.diagnostics.length > 0;
  const isStream = target.path === undefined;
  if (!isOurs && (!named || first.troubles.length > 0)) {
    if (isStream && options.fix !== "no" && !options.diff) await target.writeFixed(bytes, text);
    return undefined;
  }
  const found = linted(file, text, first);
  if (options.fix === "no") return found;
  const read = (of: string) => readText(of, target, options);
  const mended = await fixed(text, first, read, options.fix === "unsafe");
  // A filter gives its input back where it changes nothing.
  if (mended.text === text && (!isStream || options.diff)) return found;
  if (options.diff) {
    const { diffOf } = await import("./diff.js");
    const hide = (of: string, { hidden }: Findings) => maskSource(of, hidden);
    const diff = diffOf(file, hide(text, first), hide(mended.text, mended.findings));
    return { ...found, diff };
  }
  const refusal = await target.writeFixed(bytes, mended.text);
  if (refusal === undefined) {
    return { ...linted(file, mended.text, mended.findings), fixed: mended.count };
  }
  trouble(`${file}: not fixed: ${refusal}`);
  return found;
}

async function readText(text: string, target: Target, options: LintOptions): Promise<Read> {
  const findings = Object.hasOwn(sources, target.ending)
    ? await (await import("./lintSource.js")).lintSource(text, target, options)
    : await (await import("./lintData.js")).lintData(text, target, options);
  if (findings.found.length === 0 && !text.includes(suppressing)) {
    return { ...findings, diagnostics: [] };
  }
  const { settleFindings } = await import("./settleFindings.js");
  return { ...findings, diagnostics: settleFindings(text, findings, target, options) };
}

const linted = (file: string, text: string, read: Read): Linted => ({
  report: reportOf(file, text, read),
  payloads: read.payloads,
  calls: read.calls,
  skipped: read.skipped,
  fixed: 0,
  diff: "",
});
