import { type ErrorCode, isScalar, type Node, parseAllDocuments } from "yaml";
import { payloadsIn } from "./json.js";
import { TooDeep, tooDeep } from "./nesting.js";
import { type Extraction, nothing, type Reader } from "./reader.js";
import { UnreadableNode } from "./yamlScalar.js";
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
      return failed(`broken YAML: ${mistakes[error.code] ?? otherMistake}`, error.pos[0]);
    }
    const budget = { aliased: text.length + leastBudget };
    const payloads = documents
      .filter(({ contents }) => !isEmpty(contents))
      .flatMap((document) => payloadsIn(new DocumentReader(document, budget).root(), "yaml"));
    return { ...nothing, payloads };
  } catch (error) {
    if (error instanceof UnreadableNode) return failed(`broken YAML: ${error.message}`, error.at);
    if (error instanceof TooDeep) return failed(tooDeep, error.at);
    if (error instanceof RangeError) return failed(tooDeep, 0);
    throw error;
  }
};

/** Values that aliases of a short text may stand for. */
const leastBudget = 10_000;

const failed = (message: string, at: number): Extraction => ({
  ...nothing,
  errors: [{ span: [at, at + 1], message }],
});

/** Nothing at all between the marks of two documents, or nothing but comments; `null` and `~` are values. */
const isEmpty = (contents: Node | null): boolean =>
  contents === null || (isScalar(contents) && contents.source === "" && !contents.tag);

/** What is wrong. The parser's own message may quote the text, which may hold secrets. */
const mistakes: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: "an alias takes neither a tag nor an anchor",
  BAD_ALIAS: "this alias or anchor has no name that YAML allows",
  BAD_DIRECTIVE: "this directive cannot be read",
  BAD_DQ_ESCAPE: "this escape in a text in double quotes is none",
  BAD_INDENT: "this line is indented differently from what it belongs to",
  BAD_PROP_ORDER: "an anchor or a tag stands in the wrong place",
  BAD_SCALAR_START: "a text cannot begin with this character unless it stands in quotes",
  BLOCK_AS_IMPLICIT_KEY:
    "a block cannot stand where a key stands; a colon or a line end may be missing",
  BLOCK_IN_FLOW: "a block cannot stand within brackets",
  KEY_OVER_1024_CHARS: "this key is too long",
  MISSING_CHAR: "something is missing here: a quote, a bracket, a comma, a colon or a space",
  MULTILINE_IMPLICIT_KEY: "a key must stand on one line",
  MULTIPLE_ANCHORS: "a value has one anchor at most",
  MULTIPLE_DOCS: "documents must be separated by ---",
  MULTIPLE_TAGS: "a value has one tag at most",
  TAB_AS_INDENT: "tabs cannot indent a line in YAML",
  TAG_RESOLVE_FAILED: "this tag does not fit the value",
  UNEXPECTED_TOKEN: "this is not expected here",
};

const otherMistake = "this cannot be read";
