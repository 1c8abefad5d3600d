import { type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Text } from "../validator/types.js";
import { locatedTree } from "./jsonTree.js";
import type { Located } from "./located.js";
import { TooDeep, tooDeep } from "./nesting.js";
import { type DataPayload, type Extraction, nothing, type Reader } from "./reader.js";

/** Reads JSON, with comments and trailing commas allowed: one payload, or a list of them. */
export const readJson: Reader = (text) => readValue(text);

/** Reads one JSON value. Of several mistakes only the first is told: the others may come from it. */
export function readValue(text: string): Extraction {
  const failed = (message: Text, at: number): Extraction => ({
    ...nothing,
    errors: [{ span: [at, Math.min(at + 1, text.length)], message }],
  });
  try {
    const errors: ParseError[] = [];
    const root = parseTree(withoutMark(text), errors, { allowTrailingComma: true });
    const [first] = errors;
    if (first) return failed(broken("JSON", mistakeIn(first)), first.offset);
    if (!root) return failed(noValue, 0);
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
const mistakes: Readonly<Record<string, Text>> = {
  InvalidSymbol: {
    en: "this is not a JSON value; strings and keys need double quotes",
    ko: "JSON 값이 아닙니다. 문자열과 키는 큰따옴표로 감싸야 합니다",
  },
  InvalidNumberFormat: {
    en: "this number is not written as JSON allows",
    ko: "JSON에서 허용하지 않는 숫자 표기입니다",
  },
  PropertyNameExpected: {
    en: "a key in double quotes is expected here",
    ko: "큰따옴표로 감싼 키가 필요합니다",
  },
  ValueExpected: {
    en: "a value is expected here",
    ko: "값이 필요합니다",
  },
  ColonExpected: {
    en: "a colon is expected here",
    ko: "콜론(:)이 필요합니다",
  },
  CommaExpected: {
    en: "a comma is expected here",
    ko: "쉼표(,)가 필요합니다",
  },
  CloseBraceExpected: {
    en: "a closing } is expected here",
    ko: "닫는 중괄호(})가 필요합니다",
  },
  CloseBracketExpected: {
    en: "a closing ] is expected here",
    ko: "닫는 대괄호(])가 필요합니다",
  },
  EndOfFileExpected: {
    en: "nothing may follow the value",
    ko: "값 뒤에 다른 내용이 있습니다",
  },
  InvalidCommentToken: {
    en: "a comment is not allowed here",
    ko: "여기에는 주석을 쓸 수 없습니다",
  },
  UnexpectedEndOfComment: {
    en: "this comment is not closed",
    ko: "주석이 닫히지 않았습니다",
  },
  UnexpectedEndOfString: {
    en: "this string is not closed",
    ko: "문자열이 닫히지 않았습니다",
  },
  UnexpectedEndOfNumber: {
    en: "this number is cut off",
    ko: "숫자가 끝까지 적혀 있지 않습니다",
  },
  InvalidUnicode: {
    en: "\\u must be followed by four hexadecimal digits",
    ko: "\\u 뒤에는 16진수 네 자리가 필요합니다",
  },
  InvalidEscapeCharacter: {
    en: "this character cannot follow a backslash",
    ko: "역슬래시 뒤에 쓸 수 없는 문자입니다",
  },
  InvalidCharacter: {
    en: "a control character, such as a line end or a tab, must be escaped",
    ko: "줄바꿈이나 탭 같은 제어 문자는 이스케이프해야 합니다",
  },
};

/** What is wrong with a text that has no value. */
export const noValue: Text = { en: "there is no JSON value here", ko: "JSON 값이 없습니다" };

export const otherMistake: Text = { en: "this cannot be read", ko: "읽을 수 없습니다" };

/** What is wrong with a text that is no JSON. */
export const mistakeIn = ({ error }: ParseError): Text =>
  mistakes[printParseErrorCode(error)] ?? otherMistake;

/** What is wrong, after the format in which it is. */
export const broken = (format: string, { en, ko }: Text): Text => ({
  en: `broken ${format}: ${en}`,
  ko: `${format} 오류: ${ko}`,
});
