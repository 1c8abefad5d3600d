import { parentPort, workerData } from "node:worker_threads";
import type { LintOptions } from "../../lint/types.js";
import type { Chunk } from "./chunks.js";
import { lintChunk } from "./lintChunk.js";

/** A thread that lints chunks of one file. */

const { file, options } = workerData as { file: string; options: LintOptions };

let turn: Promise<void> = Promise.resolve();

parentPort?.on("message", (chunk: Chunk) => {
  // One after another, so that the answers keep the order of the questions.
  turn = turn.then(async () => parentPort?.postMessage(await lintChunk(chunk, file, options)));
});
