import { readValue } from "./json.js";
import { type Extraction, type Reader, shifted, together } from "./reader.js";

/** Reads one JSON value a line; blank lines are passed over. No line says anything of another, not even by a directive. */
export const readNdjson: Reader = (text) => readLines(text);

/** The same for some of the lines, by their numbers from 1. */
export const readLines = (text: string, wanted?: ReadonlySet<number>): Extraction => ({
  ...together([...linesOf(text, wanted)]),
  ignoresDirectives: true,
});

function* linesOf(text: string, wanted: ReadonlySet<number> | undefined): Generator<Extraction> {
  let start = 0;
  for (let line = 1; start < text.length; line++) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (wanted === undefined || wanted.has(line)) {
      const content = text.slice(start, end);
      if (/\S/.test(content)) yield shifted(readValue(content), start);
    }
    start = end + 1;
  }
}
