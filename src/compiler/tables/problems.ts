/** What is wrong with one row of a table. */
interface Problem {
  /** Path below `schemas/`. */
  readonly file: string;
  /** What the row is called: a rule's id, an issuer's code, a path of a shape. */
  readonly row: string;
  readonly reason: string;
}

/** Malformed tables; the message names each problem by file, row and reason, a line each. */
export class TableError extends Error {
  override readonly name = "TableError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ file, row, reason }) => `schemas/${file}: ${row}: ${reason}`).join("\n"));
    this.problems = problems;
  }
}

/** Collects what is wrong, so that one run shows all of it. */
export class Problems {
  readonly #found = new Map<string, Problem>();

  /** Notes a problem; the same one is noted once, though several kinds read the file. */
  add(file: string, row: string, reason: string): void {
    this.#found.set(`${file}: ${row}: ${reason}`, { file, row, reason });
  }

  /** @throws {TableError} when there are any. */
  throwIfAny(): void {
    if (this.#found.size > 0) throw new TableError([...this.#found.values()]);
  }
}
