import type { Range } from "../../source/positions.js";
import type { Splice } from "../../source/splice.js";
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

/** Most lines are in order, so of most no more is read than their value. */
function onLine(content: string, line: number, start: number): SourcePayload | InputError {
  const value = quickValue(content);
  if (value === undefined) return slowly(content, line, start);
  let located: SourcePayload | undefined;
  const read = () => {
    located ??= slowly(content, line, start) as SourcePayload;
    return located;
  };
  return {
    value,
    locate: (pointer) => read().locate(pointer),
    duplicateKeys: [],
    splices: (edit) => read().splices(edit),
    scalars: () => read().scalars(),
  };
}

/** The value of a line of plain JSON in which no key can stand twice; undefined where that is not sure. */
export function quickValue(content: string): unknown {
  try {
    const value: unknown = JSON.parse(content);
    const keys = isHolder(value) ? countKeys(value) : 0;
    return keys === countColons(content) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isHolder = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Asked of every line, so that it calls nothing for a value that holds none. */
function countKeys(holder: object): number {
  let count = 0;
  if (Array.isArray(holder)) {
    for (const item of holder) if (isHolder(item)) count += countKeys(item);
    return count;
  }
  for (const key in holder) {
    count++;
    const value = (holder as Record<string, unknown>)[key];
    if (isHolder(value)) count += countKeys(value);
  }
  return count;
}

/** Of a text that is written without spaces before its colons, at least as many as it has keys. */
function countColons(content: string): number {
  let count = 0;
  for (let at = content.indexOf(":"); at >= 0; at = content.indexOf(":", at + 1)) {
    if (content.charCodeAt(at - 1) === quote) count++;
  }
  return count;
}

const quote = 0x22;

function slowly(content: string, line: number, start: number): SourcePayload | InputError {
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
