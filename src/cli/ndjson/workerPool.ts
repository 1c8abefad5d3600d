import { Worker } from "node:worker_threads";
import type { LintOptions } from "../../lint/types.js";
import type { Chunk } from "./chunks.js";
import type { LintedChunk } from "./lintChunk.js";

const thread = new URL("../bin/worker.cjs", import.meta.url);

/** Parts that a thread may have before it: one in work, one that waits. */
const ahead = 2;

/** Lints chunks of a file on `jobs` threads; gives what they find in the order of the chunks. */
export async function* lintOnWorkers(
  chunks: AsyncIterable<Chunk>,
  file: string,
  options: LintOptions,
  jobs: number,
): AsyncGenerator<LintedChunk> {
  const workerData = { file, options };
  const workers = Array.from({ length: jobs }, () => new Worker(thread, { workerData }));
  const queues = workers.map((worker) => new Answers(worker));
  try {
    const running: Promise<LintedChunk>[] = [];
    let next = 0;
    for await (const chunk of chunks) {
      const answer = (queues[next++ % jobs] as Answers).ask(chunk);
      // It is awaited in its turn, by when it may have failed already.
      answer.catch(() => undefined);
      running.push(answer);
      if (running.length >= jobs * ahead) yield await (running.shift() as Promise<LintedChunk>);
    }
    for (const answer of running) yield await answer;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** What a thread answers, in the order in which it was asked. */
class Answers {
  readonly #worker: Worker;
  readonly #waiting: {
    resolve(linted: LintedChunk): void;
    reject(reason: unknown): void;
  }[] = [];
  /** Why the thread is no more. */
  #failure: Error | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on("message", (linted: LintedChunk) => this.#waiting.shift()?.resolve(linted));
    worker.on("error", (error: Error) => {
      this.#failure = error;
      for (const one of this.#waiting.splice(0)) one.reject(error);
    });
  }

  ask(chunk: Chunk): Promise<LintedChunk> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(chunk);
    });
  }
}
