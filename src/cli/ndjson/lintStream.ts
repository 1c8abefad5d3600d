import { availableParallelism } from "node:os";
import { FingerprintNumbers } from "../../lint/findings/fingerprints.js";
import type { LintOptions } from "../../lint/types.js";
import type { Target } from "../files/discover.js";
import { type Chunk, wholeLines } from "./chunks.js";
import { type LintedChunk, lintChunk } from "./lintChunk.js";

/** Bytes read at once: few, so that little memory is taken. */
const bytesAtOnce = 1 << 18;
/** So many chunks are linted before other threads start, which takes longer than most files do. */
const chunksHere = 8;
/** More threads wait for the one that reads. */
const mostThreads = 8;

/** Lints a file of lines as they come, a chunk at a time, in their order. */
export async function* lintStream(
  target: Target,
  options: LintOptions,
  jobs: number | undefined,
): AsyncGenerator<LintedChunk> {
  const threads = jobs ?? Math.min(availableParallelism(), mostThreads);
  const chunks = wholeLines(target.chunks(bytesAtOnce));
  const { file } = target;
  const linted =
    threads > 1
      ? (await import("./workerPool.js")).lintOnWorkers(chunks, {
          ...{ file, options, threads },
          chunksHere: jobs === undefined ? chunksHere : 0,
        })
      : lintHere(chunks, file, options);
  const numbers = new FingerprintNumbers();
  for await (const chunk of linted) {
    yield numbered(chunk, numbers);
    if (chunk.isAborted) return;
  }
}

async function* lintHere(chunks: AsyncIterable<Chunk>, file: string, options: LintOptions) {
  for await (const chunk of chunks) yield await lintChunk(chunk, file, options);
}

/** A chunk numbers its equal fingerprints by itself; a file numbers them through all of its chunks. */
function numbered(chunk: LintedChunk, numbers: FingerprintNumbers): LintedChunk {
  const diagnostics = chunk.report.diagnostics.map((diagnostic) => ({
    ...diagnostic,
    fingerprint: numbers.next(diagnostic.fingerprint),
  }));
  return { ...chunk, report: { ...chunk.report, diagnostics } };
}
