import type { Range } from "../text/positions.js";
import type { Splice } from "../text/textEdit.js";
import type { Edit } from "../validator/types.js";

/** A payload that a text holds. */
export interface SourcePayload {
  readonly value: unknown;
  /** Where a value stands, or where the object begins that lacks it. */
  locate(pointer: string): Range;
  /** Keys given more than once: the pointer, and where the later one stands. */
  readonly duplicateKeys: readonly {
    readonly path: string;
    readonly range: Range;
    /** Takes the earlier one out, which is lost. */
    readonly splice?: () => Splice;
  }[];
  /** An edit of the payload as edits of the text; undefined where it cannot be made there. */
  splices(edit: Edit): Splice[] | undefined;
  /** Every text, number and the like as it stands in the source, also where a later one of the same key wins. */
  scalars(): readonly { readonly path: string; readonly range: Range }[];
}

/** Reads one format. A new kind of input is one file that exports one of these. */
export interface Input {
  /**
   * The payloads of a text. A malformed part is yielded as its error, so that the rest is still read. A format of lines may be
   * asked for some of them only, by their numbers.
   * @throws {InputError} when nothing of the text can be read.
   */
  read(text: string, lines?: ReadonlySet<number>): Iterable<SourcePayload | InputError>;
}

/** A text that cannot be read as its format. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}
