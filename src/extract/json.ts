import { type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { locatedTree } from "./jsonTree.js";
import type { Located } from "./located.js";
import { TooDeep, tooDeep } from "./nesting.js";
import { type DataPayload, type Extraction, nothing, type Reader } from "./reader.js";

/** Reads JSON, with comments and trailing commas allowed: one payload, or a list of them. */
export const readJson: Reader = (text) => readValue(text);

/** Reads one JSON value. Of several mistakes only the first is told: the others may come from it. */
export function readValue(text: string): Extraction {
  const failed = (message: string, at: number): Extraction => ({
    ...nothing,
    errors: [{ span: [at, Math.min(at + 1, text.length)], message }],
  });
  try {
    const errors: ParseError[] = [];
    const root = parseTree(withoutMark(text), errors, { allowTrailingComma: true });
    const [first] = errors;
    if (first)
      return failed(
        `broken JSON: ${mistakes[printParseErrorCode(first.error)] ?? otherMistake}`,
        first.offset,
      );
    if (!root) return failed("no JSON value here", 0);
    const located = locatedTree(root, {
      spanOf: (start, end) => [start, end],
      scalar: (value) => value,
    });
    return { ...nothing, payloads: payloadsIn(located, "json") };
  } catch (error) {
    if (error instanceof TooDeep) return failed(tooDeep, error.at);
    if (error instanceof RangeError) return failed(tooDeep, 0);
    throw error;
  }
}

/** The payloads that a value of a data file is: each item of a list, else the value itself. */
export const payloadsIn = (root: Located, syntax: DataPayload["syntax"]): DataPayload[] =>
  (Array.isArray(root.value) ? [...root.children.values()] : [root]).map((payload) => ({
    payload,
    syntax,
  }));

/** A byte order mark is no part of the value. Offsets stay as they are. */
const withoutMark = (text: string) => (text.startsWith("\ufeff") ? ` ${text.slice(1)}` : text);

/** What is wrong, in words that quote nothing of the text. */
const mistakes: Readonly<Record<string, string>> = {
  InvalidSymbol: "this is no JSON value; texts and keys need double quotes",
  InvalidNumberFormat: "this number is not written as JSON allows",
  PropertyNameExpected: "a key in double quotes is expected here",
  ValueExpected: "a value is expected here",
  ColonExpected: "a colon is expected here",
  CommaExpected: "a comma is expected here",
  CloseBraceExpected: "a closing } is expected here",
  CloseBracketExpected: "a closing ] is expected here",
  EndOfFileExpected: "nothing more is expected behind the value",
  InvalidCommentToken: "no comment is allowed here",
  UnexpectedEndOfComment: "this comment is not closed",
  UnexpectedEndOfString: "this text is not closed",
  UnexpectedEndOfNumber: "this number is cut off",
  InvalidUnicode: "\\u needs four hexadecimal digits behind it",
  InvalidEscapeCharacter: "this letter cannot stand behind a backslash",
  InvalidCharacter: "a control character, such as a line end or a tab, must be escaped",
};

const otherMistake = "this cannot be read";
