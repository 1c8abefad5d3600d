import { parentPort, workerData } from "node:worker_threads";
import type { Block } from "./chunks.js";
import { lintBlock } from "./lintChunk.js";
import type { Task } from "./workerPool.js";

/** A thread that checks parts of a file. */

const { target, kindOfFile, ...options } = workerData as Task;
const config = { kindOf: () => kindOfFile };

let turn: Promise<void> = Promise.resolve();

parentPort?.on("message", (block: Block) => {
  // One after another, so that the answers keep the order of the questions.
  turn = turn.then(async () => {
    const { report, ...linted } = await lintBlock(block, target, { ...options, config });
    // Fixes are worked out by functions, which no message holds.
    const diagnostics = report.diagnostics.map(({ splices: _, ...diagnostic }) => diagnostic);
    parentPort?.postMessage({ ...linted, report: { ...report, diagnostics } });
  });
});
