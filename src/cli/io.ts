import { reason } from "../project/reason.js";
import type { Text } from "../validator/types.js";

/** Somewhere to write text. */
export interface TextSink {
  /** True where a person reads along, so that colours and progress make sense. */
  readonly isTerminal: boolean;
  /** How many columns a terminal shows; undefined where that is not known. */
  readonly columns?: number | undefined;
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
  uninterrupted<Result>(work: () => Result): Result;
  /** Ends the run if a signal has asked for that and nothing has heard it. A run calls it after each file. */
  heedSignals(): Promise<void>;
}

/** The output could not be written. There is no point in going on with the run. */
export class OutputError extends Error {
  override readonly name = "OutputError";
  readonly text: Text;
  /** Whether nobody reads the output any more. */
  readonly isClosed: boolean;

  constructor(cause: unknown) {
    const { en, ko } = reason(cause);
    super(`standard output: ${en}`, { cause });
    this.text = { en: this.message, ko: `표준 출력: ${ko}` };
    this.isClosed = (cause as NodeJS.ErrnoException).code === "EPIPE";
  }
}

/**
 * Writes on standard output.
 * @throws {OutputError} where that fails
 */
export const printerOn =
  ({ stdout }: Pick<Io, "stdout">) =>
  async (text: string): Promise<void> => {
    try {
      await stdout.write(text);
    } catch (error) {
      throw new OutputError(error);
    }
  };
