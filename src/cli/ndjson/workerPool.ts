import { Worker } from "node:worker_threads";
import type { LintOptions } from "../../lint/types.js";
import type { Chunk } from "./chunks.js";
import { type LintedChunk, lintChunk } from "./lintChunk.js";

const thread = new URL("./worker.js", import.meta.url);

/** Parts that a thread may have before it: one in work, one that waits. */
const ahead = 2;

interface Pool {
  readonly file: string;
  readonly options: LintOptions;
  readonly threads: number;
  /** The first chunks that are linted on this thread, before the others start. */
  readonly chunksHere: number;
}

/** Lints chunks of a file on several threads; gives what they find in the order of the chunks. */
export async function* lintOnWorkers(
  chunks: AsyncIterable<Chunk>,
  { file, options, threads, chunksHere }: Pool,
): AsyncGenerator<LintedChunk> {
  const workerData = { file, options };
  const workers: Worker[] = [];
  const queues: Answers[] = [];
  const start = (): Answers => {
    const worker = new Worker(thread, { workerData });
    const queue = new Answers(worker);
    workers.push(worker);
    queues.push(queue);
    return queue;
  };
  try {
    const running: Promise<LintedChunk>[] = [];
    let count = 0;
    for await (const chunk of chunks) {
      if (count++ < chunksHere) {
        yield await lintChunk(chunk, file, options);
        continue;
      }
      const queue = queues.length < threads ? start() : (queues[count % threads] as Answers);
      const answer = queue.ask(chunk);
      // It is awaited in its turn, by when it may have failed already.
      answer.catch(() => undefined);
      running.push(answer);
      if (running.length >= threads * ahead) yield await (running.shift() as Promise<LintedChunk>);
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
