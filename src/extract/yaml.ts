import { type ErrorCode, isScalar, type Node, parseAllDocuments } from "yaml";
import type { Text } from "../validator/types.js";
import { broken, otherMistake, payloadsIn } from "./json.js";
import { TooDeep, tooDeep } from "./nesting.js";
import { type Extraction, nothing, type Reader } from "./reader.js";
import { misfitTag, UnreadableNode } from "./yamlScalar.js";
import { DocumentReader } from "./yamlTree.js";

/**
 * Reads YAML 1.2 with merge keys, as js-yaml, PyYAML and SnakeYAML read them. Every document of the stream is a payload, or a list
 * of them; a document with nothing in it is none.
 */
export const readYaml: Reader = (text) => {
  try {
    const parsed = parseAllDocuments(text, {
      uniqueKeys: false,
      prettyErrors: false,
      resolveKnownTags: false,
    });
    const documents = Array.isArray(parsed) ? parsed : [];
    for (const { errors } of documents) {
      const [error] = errors;
      if (!error) continue;
      // The parser tells of a full call stack as of a mistake.
      if (/call stack/.test(error.message)) return failed(tooDeep, error.pos[0]);
      return failed(broken("YAML", mistakes[error.code] ?? otherMistake), error.pos[0]);
    }
    const budget = { aliased: text.length + leastBudget };
    const payloads = documents
      .filter(({ contents }) => !isEmpty(contents))
      .flatMap((document) => payloadsIn(new DocumentReader(document, budget).root(), "yaml"));
    return { ...nothing, payloads };
  } catch (error) {
    if (error instanceof UnreadableNode) return failed(broken("YAML", error.text), error.at);
    if (error instanceof TooDeep) return failed(tooDeep, error.at);
    if (error instanceof RangeError) return failed(tooDeep, 0);
    throw error;
  }
};

/** Values that aliases of a short text may stand for. */
const leastBudget = 10_000;

const failed = (message: Text, at: number): Extraction => ({
  ...nothing,
  errors: [{ span: [at, at + 1], message }],
});

/** Whether nothing but comments is between the markers of two documents; `null` and `~` are values. */
const isEmpty = (contents: Node | null): boolean =>
  contents === null || (isScalar(contents) && contents.source === "" && !contents.tag);

/** What is wrong. The parser's own message may quote the text, which may hold secrets. */
const mistakes: Partial<Record<ErrorCode, Text>> = {
  ALIAS_PROPS: {
    en: "an alias can have neither a tag nor an anchor",
    ko: "별칭에는 태그나 앵커를 붙일 수 없습니다",
  },
  BAD_ALIAS: {
    en: "this alias or anchor has no name that YAML allows",
    ko: "YAML에서 허용하지 않는 별칭이나 앵커 이름입니다",
  },
  BAD_DIRECTIVE: {
    en: "this directive cannot be read",
    ko: "읽을 수 없는 지시문입니다",
  },
  BAD_DQ_ESCAPE: {
    en: "double quotes do not allow this escape",
    ko: "큰따옴표 안에서 쓸 수 없는 이스케이프입니다",
  },
  BAD_INDENT: {
    en: "this line is indented differently from what it belongs to",
    ko: "들여쓰기가 앞줄과 맞지 않습니다",
  },
  BAD_PROP_ORDER: {
    en: "an anchor or a tag is in the wrong place",
    ko: "앵커나 태그의 위치가 잘못되었습니다",
  },
  BAD_SCALAR_START: {
    en: "a plain value cannot begin with this character; put it in quotes",
    ko: "따옴표 없는 값은 이 문자로 시작할 수 없습니다",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    en: "a block is in the place of a key; a colon or a line end may be missing",
    ko: "키 자리에 블록이 있습니다. 콜론(:)이나 줄바꿈이 빠졌는지 확인하세요",
  },
  BLOCK_IN_FLOW: {
    en: "a block cannot be within brackets",
    ko: "괄호 안에는 블록을 쓸 수 없습니다",
  },
  KEY_OVER_1024_CHARS: {
    en: "this key is too long",
    ko: "키가 너무 깁니다",
  },
  MISSING_CHAR: {
    en: "something is missing here: a quote, a bracket, a comma, a colon or a space",
    ko: "따옴표, 괄호, 쉼표, 콜론, 공백 가운데 빠진 것이 있습니다",
  },
  MULTILINE_IMPLICIT_KEY: {
    en: "a key must be on one line",
    ko: "키는 한 줄에 써야 합니다",
  },
  MULTIPLE_ANCHORS: {
    en: "a value can have only one anchor",
    ko: "값에는 앵커를 하나만 붙일 수 있습니다",
  },
  MULTIPLE_DOCS: {
    en: "documents must be separated by ---",
    ko: "문서는 ---로 구분해야 합니다",
  },
  MULTIPLE_TAGS: {
    en: "a value can have only one tag",
    ko: "값에는 태그를 하나만 붙일 수 있습니다",
  },
  TAB_AS_INDENT: {
    en: "tabs cannot indent a line in YAML",
    ko: "YAML에서는 탭으로 들여쓸 수 없습니다",
  },
  TAG_RESOLVE_FAILED: misfitTag,
  UNEXPECTED_TOKEN: {
    en: "this is not expected here",
    ko: "여기에 올 수 없는 내용입니다",
  },
};
