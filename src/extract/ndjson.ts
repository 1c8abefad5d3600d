import type { Range } from "../text/positions.js";
import type { Splice } from "../text/textEdit.js";
import { type Input, InputError, type SourcePayload } from "./input.js";
import { readJson } from "./json.js";

/** One JSON value a line; blank lines are passed over. */
export const ndjson: Input = { read: readLines };

function* readLines(
  text: string,
  lines?: ReadonlySet<number>,
): Iterable<SourcePayload | InputError> {
  let start = 0;
  for (let line = 1; start < text.length; line++) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (lines === undefined || lines.has(line)) {
      const content = text.slice(start, end);
      if (/\S/.test(content)) yield onLine(content, line, start);
    }
    start = end + 1;
  }
}

function onLine(content: string, line: number, start: number): SourcePayload | InputError {
  const moved = (range: Range): Range => ({ ...range, line, endLine: line });
  const movedSplice = (splice: Splice): Splice => ({
    // What is put in must stay on its line.
    text: splice.text.replace(/\r?\n\s*/g, " "),
    start: splice.start + start,
    end: splice.end + start,
  });
  try {
    const payload = readJson(content);
    return {
      value: payload.value,
      locate: (pointer) => moved(payload.locate(pointer)),
      duplicateKeys: payload.duplicateKeys.map(({ path, range, splice }) => ({
        path,
        range: moved(range),
        ...(splice && { splice: () => movedSplice(splice()) }),
      })),
      splices: (edit) => payload.splices(edit)?.map(movedSplice),
      scalars: () => payload.scalars().map(({ path, range }) => ({ path, range: moved(range) })),
    };
  } catch (error) {
    if (error instanceof InputError) return new InputError(error.message, line, error.column);
    throw error;
  }
}
