import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Text } from "../validator/types.js";
import { type Noun, oneOf, UsageError, unknownName } from "./usageError.js";

/** A part of the configuration that says what it cannot. */
export class Misplaced extends Error {
  constructor(
    readonly text: Text,
    readonly offset: number,
  ) {
    super(text.en);
  }
}

/**
 * The tree of a JSON text with comments.
 * @throws {Misplaced} where it is broken
 */
export function treeOf(text: string): Node {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error) {
    const words = printParseErrorCode(error.error).replace(/(?<=[a-z])(?=[A-Z])/g, " ");
    throw new Misplaced(brokenJson(words.toLowerCase()), error.offset);
  }
  if (!tree) throw new Misplaced(brokenJson("value expected"), 0);
  return tree;
}

const brokenJson = (words: string): Text => ({
  en: `broken JSON: ${words}`,
  ko: `JSON 문법 오류: ${words}`,
});

/** A complaint about a value that is of another type than it must be. */
const mustBe = (what: string, { en, ko }: Text): Text => ({
  en: `${what} must be ${en}`,
  ko: `${ko} 합니다: ${what}`,
});

/** Has a check's complaint point at a node. */
export function at<Result>(node: Node, check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (error instanceof UsageError) throw new Misplaced(error.text, node.offset);
    throw error;
  }
}

/** A value that must be one of the names known. */
export const nameAt = <Name extends string>(
  node: Node,
  what: Noun | Text,
  known: readonly Name[],
): Name => at(node, () => oneOf(what, node.value, known));

/** A key with its value. */
interface ConfigMember {
  readonly key: Node;
  readonly name: string;
  readonly value: Node;
}

/** The members of an object by name; of a name given twice the last counts, as in JSON. */
export function membersAt(
  node: Node,
  what: string,
  keys?: readonly string[],
): Map<string, ConfigMember> {
  if (node.type !== "object") {
    throw new Misplaced(mustBe(what, { en: "an object", ko: "객체여야" }), node.offset);
  }
  const members = new Map<string, ConfigMember>();
  for (const { children = [] } of node.children ?? []) {
    const [key, value] = children as [Node, Node];
    const name = String(key.value);
    if (keys && !keys.includes(name)) {
      at(key, () => {
        throw unknownName({ en: `key of ${what}`, ko: "설정 키" }, name, keys);
      });
    }
    members.set(name, { key, name, value });
  }
  return members;
}

export function itemsAt(node: Node, what: string): readonly Node[] {
  if (node.type !== "array") {
    throw new Misplaced(mustBe(what, { en: "an array", ko: "배열이어야" }), node.offset);
  }
  return node.children ?? [];
}

const globWords = { en: "a glob or an array of globs", ko: "glob이나 glob 배열이어야" };
const pathWords = { en: "a path or an array of paths", ko: "경로나 경로 배열이어야" };

/** Texts, one or a list of them. */
function textsAt(node: Node, what: string, wanted: Text): (Node & { readonly value: string })[] {
  const nodes = node.type === "array" ? (node.children ?? []) : [node];
  return nodes.map((one) => {
    if (one.type === "string") return one as Node & { readonly value: string };
    throw new Misplaced(mustBe(what, wanted), one.offset);
  });
}

export const globsAt = (node: Node, what: string): string[] =>
  textsAt(node, what, globWords).map(({ value }) => value);

/** Paths, with the nodes that hold them. */
export const pathsAt = (node: Node, what: string) => textsAt(node, what, pathWords);
