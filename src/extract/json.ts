import { type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { locatedTree } from "./jsonTree.js";
import type { Located } from "./located.js";
import { type DataPayload, type Extraction, nothing, type Reader } from "./reader.js";

/** Reads JSON, with comments and trailing commas allowed: one payload, or a list of them. */
export const readJson: Reader = (text) => readValue(text);

/** Reads one JSON value. */
export function readValue(text: string): Extraction {
  const failed = (message: string, at: number): Extraction => ({
    ...nothing,
    errors: [{ span: [at, Math.min(at + 1, text.length)], message }],
  });
  try {
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { allowTrailingComma: true });
    const [first] = errors;
    if (first) return failed(`broken JSON: ${inWords(first)}`, first.offset);
    if (!root) return failed("no JSON value here", 0);
    const located = locatedTree(root, {
      spanOf: (start, end) => [start, end],
      scalar: (value) => value,
    });
    return { ...nothing, payloads: payloadsIn(located, "json") };
  } catch (error) {
    if (error instanceof RangeError) return failed("nested too deeply to be read", 0);
    throw error;
  }
}

/** The payloads that a value of a data file is: each item of a list, else the value itself. */
export const payloadsIn = (root: Located, syntax: DataPayload["syntax"]): DataPayload[] =>
  (Array.isArray(root.value) ? [...root.children.values()] : [root]).map((payload) => ({
    payload,
    syntax,
  }));

/** `CommaExpected` as `comma expected`. */
const inWords = ({ error }: ParseError) =>
  printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
