/** A malformed table, named by file, row and reason. */
export class TableError extends Error {
  override readonly name = "TableError";

  constructor(file: string, row: string, reason: string) {
    super(`schemas/${file}: ${row}: ${reason}`);
  }
}
