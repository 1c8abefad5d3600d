import { formatOf, unknownEnding } from "../extract/formats.js";
import { mayHoldCalls } from "../extract/prefilter.js";
import type { PayloadCounts } from "../lint/fastPath.js";
import { fixText } from "../lint/fixText.js";
import type { LintOptions, LintResult } from "../lint/types.js";
import { about } from "../project/reason.js";
import { UsageError } from "../project/usageError.js";
import { decode, decodeLines } from "../text/encoding.js";
import type { Text } from "../validator/types.js";
import type { Target } from "./files/discover.js";
import { kindNeeded } from "./kindNeeded.js";
import type { LintSettings } from "./options.js";
import { emptyReport, type FileReport, isNeutralReport, reportOf } from "./report.js";

/** What linting a file gives. */
export interface LintedFile {
  readonly report: FileReport;
  readonly payloads: number;
  readonly calls: number;
  /** Payloads that were checked as PortOne's own. */
  readonly neutral: number;
  readonly fixed: number;
  /** What the fixes would change, when only that is asked for. */
  readonly diff?: string;
}

/**
 * The bytes of a file; undefined where the bytes show that it holds nothing to check. Most files are not looked at any further.
 * @throws when the file cannot be read, or its name says no format that is known.
 */
export async function bytesOfInterest(
  target: Target,
  options: LintOptions,
): Promise<Buffer | undefined> {
  const { ending, named } = target;
  const format = formatOf(ending);
  if (!format) throw new UsageError(unknownEnding(ending));
  const bytes = await target.read();
  if (named) return bytes;
  const mayConcern = format.isData
    ? await mayHoldPayloads(bytes, options)
    : mayHoldCalls(bytes, format);
  return mayConcern ? bytes : undefined;
}

/** Whether a data file met in a folder can hold payloads: its name or the configuration says so, or a `$schema` in it may. */
const mayHoldPayloads = async (bytes: Buffer, options: LintOptions): Promise<boolean> =>
  bytes.includes("$schema") || (await kindIsSaid(options));

/** Whether the kind of a file's payloads is known without looking into it. */
export async function kindIsSaid(options: LintOptions): Promise<boolean> {
  const { possibleKinds } = await import("../lint/attribution/kinds.js");
  const { kinds } = await import("../generated/kinds.js");
  return possibleKinds(undefined, options, Object.keys(kinds)).length > 0;
}

/** Lints a file; undefined where it holds nothing to check. Writes its fixes when asked to. */
export async function lintFile(
  target: Target,
  bytes: Buffer,
  options: LintOptions,
  settings: LintSettings,
  onError: (trouble: string | Text) => void,
): Promise<LintedFile | undefined> {
  const { file, ending, named } = target;
  const format = formatOf(ending);
  const text = format?.language === "ndjson" ? decodeLines(bytes) : decode(bytes);
  const quick = format?.language === "json" ? await quickly(text, options) : undefined;
  if (quick !== undefined && (target.path !== undefined || settings.fix === "no")) {
    return lintedQuickly(file, quick);
  }
  const first = await lintText(text, options);
  for (const message of await errorsOf(target, first, options)) onError(message);
  const isOurs = first.calls > 0 || first.reports.length > 0 || first.diagnostics.length > 0;
  // What can only be read once is given back, also where nothing is changed.
  const isStream = target.path === undefined;
  const isWritten = settings.fix !== "no" && !settings.diff;
  if (!isOurs && (!named || first.errors.length > 0 || isOfUnknownKind(first))) {
    if (isStream && isWritten) await target.writeFixed(bytes, text);
    return undefined;
  }
  const found = linted(file, first);
  if (settings.fix === "no") return found;
  const fixed = await fixText(
    text,
    first,
    (of) => lintText(of, options),
    settings.fix === "unsafe",
  );
  if (fixed.text === text && !(isStream && isWritten)) return found;
  if (settings.diff) {
    const { diffOf } = await import("./diff.js");
    return { ...found, diff: diffOf(file, first.redacted, fixed.result.redacted) };
  }
  const refusal = await target.writeFixed(bytes, fixed.text);
  if (refusal === undefined) return { ...linted(file, fixed.result), fixed: fixed.count };
  onError(
    about(file, { en: `not fixed: ${refusal.en}`, ko: `수정하지 못했습니다. ${refusal.ko}` }),
  );
  return found;
}

async function lintText(text: string, options: LintOptions): Promise<LintResult> {
  return (await import("../lint/index.js")).lintText(text, options);
}

/** How many payloads a text holds, where all are in order and nothing more is to be looked at. */
const quickly = async (text: string, options: LintOptions): Promise<PayloadCounts | undefined> =>
  (await import("../lint/fastPath.js")).payloadsInOrder(text, options);

const lintedQuickly = (file: string, counts: PayloadCounts): LintedFile => ({
  report: emptyReport(file),
  ...counts,
  calls: 0,
  fixed: 0,
});

const isOfUnknownKind = ({ unchecked }: LintResult): boolean =>
  unchecked.some(({ code }) => code === "kind-unknown");

/** What could not be read, for standard error. A file in a folder that does not name its kind is not for paylint. */
async function errorsOf(
  { file, named }: Target,
  { errors, unchecked, reports }: LintResult,
  options: LintOptions,
): Promise<(string | Text)[]> {
  if (!named && reports.length === 0 && !(await kindIsSaid(options))) return [];
  const messages = errors.map(({ message, range }) =>
    range ? `${file}:${range.line}:${range.column}: ${message}` : `${file}: ${message}`,
  );
  const isUnknown = named && unchecked.some(({ code }) => code === "kind-unknown");
  return isUnknown ? [...messages, about(file, kindNeeded)] : messages;
}

function linted(file: string, result: LintResult): LintedFile {
  const { reports } = result;
  const known = result.unchecked.filter(({ code }) => code !== "kind-unknown");
  return {
    report: reportOf(file, { ...result, unchecked: known }),
    payloads: reports.length,
    calls: result.calls,
    neutral: reports.filter(isNeutralReport).length,
    fixed: 0,
  };
}
