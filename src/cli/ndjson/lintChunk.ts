import { isUtf8 } from "node:buffer";
import { readLines } from "../../extract/ndjson.js";
import { lintExtracted } from "../../lint/environment.js";
import { verdictOn } from "../../lint/fastPath.js";
import { parseIfKeysUnique } from "../../lint/parseIfKeysUnique.js";
import type { LintOptions } from "../../lint/types.js";
import { asBuffer, decodeLines, isUtf16 } from "../../text/encoding.js";
import { type FileReport, reportOf } from "../report.js";
import type { Chunk } from "./chunks.js";

/** What was found in some lines of a file. */
export interface LintedChunk {
  readonly report: FileReport;
  readonly payloads: number;
  readonly errors: readonly string[];
  /** True where the kind of the payloads is not known, so that it makes no sense to go on. */
  readonly isAborted: boolean;
}

/** Lints some lines of a file by themselves. What is found in a line does not depend on the lines beside it. */
export async function lintChunk(
  chunk: Chunk,
  file: string,
  options: LintOptions,
): Promise<LintedChunk> {
  const { validCount, remaining } = isUtf16(chunk.bytes)
    ? { validCount: 0, remaining: undefined }
    : await fastPath(chunk, options);
  if (remaining?.size === 0) {
    const report = { file, text: "", firstLine: chunk.firstLine, diagnostics: [], unchecked: [] };
    return { report, payloads: validCount, errors: [], isAborted: false };
  }
  const text = decodeLines(chunk.bytes);
  const result = await lintExtracted(text, readLines(text, remaining), options);
  const isAborted = result.unchecked.some(({ code }) => code === "kind-unknown");
  return {
    report: reportOf(file, result, chunk.firstLine),
    payloads: validCount + result.reports.length,
    errors: result.errors.map(({ message, range }) => {
      const line = (range?.line ?? 1) + chunk.firstLine - 1;
      return `${file}:${line}:${range?.column ?? 1}: ${message}`;
    }),
    isAborted,
  };
}

/** The lines that hold a payload in order, and the numbers of the others, from 1 in the chunk. */
async function fastPath({ bytes, newlines }: Chunk, options: LintOptions) {
  const buffer = asBuffer(bytes);
  const isText = isUtf8(bytes);
  const remaining = new Set<number>();
  let validCount = 0;
  let start = 0;
  for (let index = 0; start < bytes.length; index++) {
    const end = newlines[index] ?? bytes.length;
    const isLineText = isText || isUtf8(buffer.subarray(start, end));
    const value = isLineText ? parseIfKeysUnique(buffer.toString("utf8", start, end)) : undefined;
    start = end + 1;
    const verdict = value === undefined ? "unsure" : verdictOn(value, options);
    if ((typeof verdict === "string" ? verdict : await verdict) === "in-order") validCount++;
    else remaining.add(index + 1);
  }
  return { validCount, remaining };
}
