/** Somewhere to write text. */
export interface TextSink {
  /** True where a person reads along, so that colours and progress make sense. */
  readonly isTerminal: boolean;
  /**
   * Resolves when more may be written.
   * @throws the system's error when the text cannot be written; its code is EPIPE when nobody reads any more.
   */
  write(text: string): Promise<void>;
}

/** The surroundings of a run. The process gives its own, a test gives made-up ones. */
export interface Io {
  /** Read once at most. */
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Absolute path of the folder that relative paths begin at. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Does some short synchronous work to its end, even where a signal asks the run to end meanwhile. */
  uninterrupted<Result>(work: () => Result): Promise<Result>;
}

/** The output could not be written. There is no point in going on with the run. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}
