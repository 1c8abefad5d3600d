import { type Block, wholeLines } from "./blocks.js";
import { type LintedBlock, lintBlock } from "./lintBlock.js";
import type { LintOptions } from "./options.js";
import type { Target } from "./targets.js";

/** Checks a file of lines as they come, a part at a time, in their order. */
export async function* lintLines(
  target: Target,
  options: LintOptions,
): AsyncGenerator<LintedBlock> {
  const blocks = wholeLines(target.chunks());
  // A SARIF fix is an edit of the text that it is worked out in.
  const isApart = options.jobs > 1 && options.format !== "sarif";
  const parts = isApart
    ? (await import("./lintApart.js")).lintApart(blocks, target, options)
    : lintHere(blocks, target, options);
  for await (const part of parts) {
    yield part;
    if (part.isHopeless) return;
  }
}

async function* lintHere(blocks: AsyncIterable<Block>, target: Target, options: LintOptions) {
  for await (const block of blocks) yield await lintBlock(block, target, options);
}
