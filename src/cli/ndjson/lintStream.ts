import type { Target } from "../files/discover.js";
import type { LintOptions } from "../options.js";
import { type Block, wholeLines } from "./chunks.js";
import { type LintedBlock, lintBlock } from "./lintChunk.js";

/** Bytes read at once: few, so that little memory is taken. */
const atOnce = 1 << 18;
/** The same for other threads: sending takes as long as checking some lines. */
const toBeSent = 1 << 20;

/** Checks a file of lines as they come, a part at a time, in their order. */
export async function* lintLines(
  target: Target,
  options: LintOptions,
): AsyncGenerator<LintedBlock> {
  // A SARIF fix is an edit of the text that it is worked out in.
  const isApart = options.jobs > 1 && options.format !== "sarif";
  const blocks = wholeLines(target.chunks(isApart ? toBeSent : atOnce));
  const parts = isApart
    ? (await import("./workerPool.js")).lintApart(blocks, target, options)
    : lintHere(blocks, target, options);
  for await (const part of parts) {
    yield part;
    if (part.isHopeless) return;
  }
}

async function* lintHere(blocks: AsyncIterable<Block>, target: Target, options: LintOptions) {
  for await (const block of blocks) yield await lintBlock(block, target, options);
}
