import { readValue } from "./json.js";
import { type Extraction, type Reader, shifted, together } from "./reader.js";

/** Reads one JSON value a line; blank lines are passed over. No line says anything of another, not even by a directive. */
export const readNdjson: Reader = (text) => readLines(text);

/** The same without what other readers need to know. */
export const readLines = (text: string): Extraction => ({
  ...together([...linesOf(text)]),
  ignoresDirectives: true,
});

function* linesOf(text: string): Generator<Extraction> {
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const content = text.slice(start, end);
    if (/\S/.test(content)) yield shifted(readValue(content), start);
    start = end + 1;
  }
}
