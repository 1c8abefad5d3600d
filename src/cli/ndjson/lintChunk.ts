import { isUtf8 } from "node:buffer";
import { readLines } from "../../extract/ndjson.js";
import { lintExtracted } from "../../lint/environment.js";
import { verdictOn } from "../../lint/fastPath.js";
import { parseIfKeysUnique } from "../../lint/parseIfKeysUnique.js";
import type { LintOptions } from "../../lint/types.js";
import { about } from "../../project/reason.js";
import { asBuffer, decode, decodeLines, isUtf16 } from "../../text/encoding.js";
import type { Text } from "../../validator/types.js";
import { kindNeeded } from "../kindNeeded.js";
import { emptyReport, type FileReport, isNeutralReport, reportOf } from "../report.js";
import { type Chunk, chunkOf } from "./chunks.js";

/** What was found in some lines of a file. */
export interface LintedChunk {
  readonly report: FileReport;
  readonly payloads: number;
  /** Payloads that were checked as PortOne's own. */
  readonly neutral: number;
  readonly errors: readonly (string | Text)[];
  /** True where the kind of the payloads is not known, so that it makes no sense to go on. */
  readonly isAborted: boolean;
}

/**
 * Lints some lines of a file by themselves. What is found in a line does not depend on the lines beside it. Nothing is found from
 * the first line on whose kind is not known.
 */
export async function lintChunk(
  chunk: Chunk,
  file: string,
  options: LintOptions,
): Promise<LintedChunk> {
  const { firstLine } = chunk;
  const isStart = firstLine === 1;
  if (isStart && isUtf16(chunk.bytes)) {
    // With a mark, so that none that the text itself begins with is taken for one.
    const utf8 = Buffer.from(`\ufeff${decode(chunk.bytes)}`);
    return lintChunk(chunkOf(utf8, firstLine), file, options);
  }
  const { bytes, newlines } = chunk;
  const { validCount, neutralCount, remaining } = await fastPath(chunk, options);
  if (remaining.size === 0) {
    const report = emptyReport(file, firstLine);
    const counts = { payloads: validCount, neutral: neutralCount };
    return { report, ...counts, errors: [], isAborted: false };
  }
  const text = decodeLines(onlyLines(chunk, remaining), isStart);
  const result = await lintExtracted(text, readLines(text), options);
  const unknown = result.unchecked.find(({ code }) => code === "kind-unknown");
  if (unknown) {
    const { line } = unknown.range;
    const end = (newlines[line - 2] ?? -1) + 1;
    const before = {
      firstLine,
      bytes: bytes.subarray(0, end),
      newlines: newlines.slice(0, line - 1),
    };
    const linted = await lintChunk(before, file, options);
    const errors = [...linted.errors, about(`${file}:${firstLine + line - 1}:1`, kindNeeded)];
    return { ...linted, errors, isAborted: true };
  }
  return {
    report: reportOf(file, result, firstLine),
    payloads: validCount + result.reports.length,
    neutral: neutralCount + result.reports.filter(isNeutralReport).length,
    errors: result.errors.map(({ message, range }) => {
      const line = (range?.line ?? 1) + firstLine - 1;
      return `${file}:${line}:${range?.column ?? 1}: ${message}`;
    }),
    isAborted: false,
  };
}

const lineEnd = Buffer.from("\n");

/** Lines of a chunk by their numbers, with empty lines in place of the others, which nobody needs to read again. */
function onlyLines({ bytes, newlines }: Chunk, wanted: ReadonlySet<number>): Buffer {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let index = 0; start < bytes.length; index++) {
    const newline = newlines[index];
    const end = newline === undefined ? bytes.length : newline + 1;
    if (wanted.has(index + 1)) lines.push(bytes.subarray(start, end));
    else if (newline !== undefined) lines.push(lineEnd);
    start = end;
  }
  return Buffer.concat(lines);
}

/** The lines that hold a payload in order, and the numbers of the others, from 1 in the chunk. */
async function fastPath({ bytes, newlines }: Chunk, options: LintOptions) {
  const buffer = asBuffer(bytes);
  const isText = isUtf8(bytes);
  const remaining = new Set<number>();
  let validCount = 0;
  let neutralCount = 0;
  let start = 0;
  for (let index = 0; start < bytes.length; index++) {
    const end = newlines[index] ?? bytes.length;
    const isLineText = isText || isUtf8(buffer.subarray(start, end));
    const value = isLineText ? parseIfKeysUnique(buffer.toString("utf8", start, end)) : undefined;
    start = end + 1;
    const verdict = value === undefined ? "unsure" : verdictOn(value, options);
    const settled = typeof verdict === "string" ? verdict : await verdict;
    if (settled === "in-order" || settled === "in-order-as-neutral") validCount++;
    else remaining.add(index + 1);
    if (settled === "in-order-as-neutral") neutralCount++;
  }
  return { validCount, neutralCount, remaining };
}
