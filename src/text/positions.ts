/** A stretch of a text: offsets in UTF-16 code units; the end is the offset behind the last one. */
export type Span = readonly [start: number, end: number];

/** A stretch of a text. Lines and columns count from 1; offsets count from 0. Columns and offsets are in UTF-16 code units. */
export interface Range {
  /** Offset of the first character. */
  readonly start: number;
  /** Offset behind the last character. */
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Column behind the last character. */
  readonly endColumn: number;
}

/** Turns offsets of a text into lines and columns, and back. */
export class Positions {
  readonly #starts: number[] = [0];
  readonly #end: number;

  constructor(text: string) {
    this.#end = text.length;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
      this.#starts.push(at + 1);
    }
  }

  at(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (this.#starts[low] as number) + 1 };
  }

  /** Where a line begins, counted from 1; the end of the text behind the last line. */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.#end;
  }

  /** The offset of a place. Lines and columns count from 1. */
  offset(line: number, column: number): number {
    return (this.#starts[line - 1] as number) + column - 1;
  }

  range([start, end]: Span): Range {
    const to = this.at(end);
    return { start, end, ...this.at(start), endLine: to.line, endColumn: to.column };
  }
}
