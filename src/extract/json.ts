import { modify, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { Positions } from "../text/positions.js";
import { removal } from "../text/textEdit.js";
import { parsePointer, pointerTo } from "../validator/pointer.js";
import { type Input, InputError, type SourcePayload } from "./input.js";

/** JSON, with comments and trailing commas allowed. */
export const json: Input = { read: (text) => [readJson(text)] };

/** Reads one JSON value. */
export function readJson(text: string): SourcePayload {
  const positions = new Positions(text);
  const errors: ParseError[] = [];
  const fail = (message: string, offset: number) => {
    const { line, column } = positions.at(offset);
    return new InputError(message, line, column);
  };
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true });
    const [first] = errors;
    if (first) throw fail(`broken JSON: ${spoken(first)}`, first.offset);
    if (!root) throw fail("no JSON value here", 0);
    const duplicates: Duplicate[] = [];
    const value = toValue(root, "", duplicates);
    return {
      value,
      locate: (pointer) => {
        const node = nodeAt(root, pointer);
        return positions.range(node.offset, endOf(node));
      },
      duplicateKeys: duplicates.map(({ path, node, earlier }) => ({
        path,
        range: positions.range(node.offset, endOf(node)),
        splice: () => removal([earlier.offset, earlier.offset + earlier.length], text),
      })),
      splices: ({ op, path, value }) => {
        // Of a key given twice jsonc-parser would edit the first, which is lost.
        if (duplicates.length > 0) return undefined;
        const keys = parsePointer(path).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
        const parent = nodeAt(root, path.slice(0, path.lastIndexOf("/")));
        const isOneLine = !text.slice(parent.offset, parent.offset + parent.length).includes("\n");
        const edits = modify(text, keys, op === "remove" ? undefined : value, {
          ...(!isOneLine && { formattingOptions: formattingOf(text) }),
        });
        return edits.map(({ offset, length, content }) => ({
          start: offset,
          end: offset + length,
          text: content,
        }));
      },
      scalars: () =>
        scalarsIn(root, "").map(({ path, node }) => ({
          path,
          range: positions.range(node.offset, endOf(node)),
        })),
    };
  } catch (error) {
    if (error instanceof RangeError) throw fail("nested too deeply to be read", 0);
    throw error;
  }
}

interface Duplicate {
  readonly path: string;
  /** The later key. */
  readonly node: Node;
  /** The earlier key with its value. */
  readonly earlier: Node;
}

/** New lines look like those that are there. */
function formattingOf(text: string) {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? "  ";
  const insertSpaces = !indent.startsWith("\t");
  return { insertSpaces, tabSize: indent.length, eol: text.includes("\r\n") ? "\r\n" : "\n" };
}

/** `CommaExpected` as `comma expected`. */
const spoken = ({ error }: ParseError) =>
  printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();

/** Of a list or an object only the bracket that opens it is marked. */
const endOf = ({ type, offset, length }: Node) =>
  type === "object" || type === "array" ? offset + 1 : offset + length;

function toValue(node: Node, at: string, duplicates: Duplicate[]): unknown {
  const children = node.children ?? [];
  if (node.type === "array") {
    return children.map((child, index) => toValue(child, `${at}/${index}`, duplicates));
  }
  if (node.type !== "object") return node.value;
  const seen = new Map<string, Node>();
  const entries = children.map((property): [string, unknown] => {
    const [key, value] = property.children as [Node, Node];
    const below = at + pointerTo([key.value]);
    const earlier = seen.get(key.value);
    if (earlier) duplicates.push({ path: below, node: key, earlier });
    seen.set(key.value, property);
    return [key.value, toValue(value, below, duplicates)];
  });
  return Object.fromEntries(entries);
}

function scalarsIn(node: Node, at: string): { path: string; node: Node }[] {
  const children = node.children ?? [];
  if (node.type === "array") {
    return children.flatMap((child, index) => scalarsIn(child, `${at}/${index}`));
  }
  if (node.type !== "object") return [{ path: at, node }];
  return children.flatMap((property) => {
    const [key, value] = property.children as [Node, Node];
    return scalarsIn(value, at + pointerTo([key.value]));
  });
}

/** The values of an object's keys, worked out once for each. */
const members = new WeakMap<Node, Map<string, Node>>();

function membersOf(object: Node): Map<string, Node> {
  let known = members.get(object);
  if (!known) {
    // Of a key given twice the last one wins.
    known = new Map(
      (object.children ?? []).map(({ children }) => {
        const [key, value] = children as [Node, Node];
        return [key.value, value];
      }),
    );
    members.set(object, known);
  }
  return known;
}

/** The node at a pointer, or the last one on the way to it. */
function nodeAt(root: Node, pointer: string): Node {
  let node = root;
  for (const key of parsePointer(pointer)) {
    const next = node.type === "array" ? node.children?.[Number(key)] : membersOf(node).get(key);
    if (!next) return node;
    node = next;
  }
  return node;
}
