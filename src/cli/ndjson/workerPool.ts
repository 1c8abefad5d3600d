import { Worker } from "node:worker_threads";
import type { Environment, Locale } from "../../validator/types.js";
import type { Target } from "../files/discover.js";
import { kindOfFile } from "../kindOf.js";
import type { LintOptions } from "../options.js";
import type { Block } from "./chunks.js";
import type { LintedBlock } from "./lintChunk.js";

/** What a thread needs to know of a file. */
export interface Task {
  readonly target: Pick<Target, "file" | "ending" | "named">;
  readonly kind: string | undefined;
  /** The kind that the file's name or the configuration says. */
  readonly kindOfFile: string | undefined;
  readonly environment: Environment;
  readonly locale: Locale;
  readonly severities: LintOptions["severities"];
}

const thread = new URL("../bin/worker.cjs", import.meta.url);

/** Parts that a thread may have before it: one in work, one that waits. */
const ahead = 2;

/** Checks parts of a file on threads of their own; gives what they find in the order of the parts. */
export async function* lintApart(
  blocks: AsyncIterable<Block>,
  { file, ending, named }: Target,
  options: LintOptions,
): AsyncGenerator<LintedBlock> {
  const { kind, environment, locale, severities, jobs } = options;
  const workerData: Task = {
    target: { file, ending, named },
    kind,
    kindOfFile: kindOfFile(file, options),
    environment,
    locale,
    severities,
  };
  const workers = Array.from({ length: jobs }, () => new Worker(thread, { workerData }));
  const queues = workers.map((worker) => new Answers(worker));
  try {
    const running: Promise<LintedBlock>[] = [];
    let next = 0;
    for await (const block of blocks) {
      const answer = (queues[next++ % jobs] as Answers).ask(block);
      // It is awaited in its turn, by when it may have failed already.
      answer.catch(() => undefined);
      running.push(answer);
      if (running.length >= jobs * ahead) yield await (running.shift() as Promise<LintedBlock>);
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
    resolve(linted: LintedBlock): void;
    reject(reason: unknown): void;
  }[] = [];
  /** Why the thread is no more. */
  #failure: Error | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on("message", (linted: LintedBlock) => this.#waiting.shift()?.resolve(linted));
    worker.on("error", (error: Error) => {
      this.#failure = error;
      for (const one of this.#waiting.splice(0)) one.reject(error);
    });
  }

  ask(block: Block): Promise<LintedBlock> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(block);
    });
  }
}
