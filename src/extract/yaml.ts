import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  type YAMLMap,
} from "yaml";
import type { Range } from "../text/positions.js";
import type { Splice } from "../text/textEdit.js";
import { parsePointer, pointerTo } from "../validator/pointer.js";
import type { Edit } from "../validator/types.js";
import { type Input, InputError, type SourcePayload } from "./input.js";

/** YAML 1.2; every document of the stream is a payload. */
export const yaml: Input = { read: readYaml };

const tooDeep = "nested too deeply to be read";

function readYaml(text: string): SourcePayload[] {
  const lineCounter = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const fail = (message: string, offset: number) => {
    const { line, column } = place(offset);
    return new InputError(`broken YAML: ${message}`, line, column);
  };
  try {
    const parsed = parseAllDocuments(text, { lineCounter, uniqueKeys: false, prettyErrors: false });
    const documents = Array.isArray(parsed) ? parsed : [];
    return documents.map((document): SourcePayload => {
      const [error] = document.errors;
      if (error) {
        const isDeep = /call stack/.test(error.message);
        throw isDeep ? fail(tooDeep, 0) : fail(error.message, error.pos[0]);
      }
      const root = document.contents as Node | null;
      const range = (node: Node | null): Range => {
        const [start, end] = node?.range ?? [0, 0];
        const marked = isMap(node) || isSeq(node) ? start + 1 : end;
        const to = place(marked);
        return { ...place(start), endLine: to.line, endColumn: to.column };
      };
      return {
        value: toValue(document, fail),
        locate: (pointer) => range(nodeAt(document, root, pointer)),
        splices: (edit) => {
          const splice = spliceIn(edit, document, root, text);
          return splice && [splice];
        },
        duplicateKeys: duplicatesIn(document, root).map(({ path, node }) => ({
          path,
          range: range(node),
        })),
        scalars: () =>
          scalarsIn(document, root).map(({ path, node }) => ({ path, range: range(node) })),
      };
    });
  } catch (error) {
    if (error instanceof RangeError) throw fail(tooDeep, 0);
    throw error;
  }
}

function toValue(
  document: Document,
  fail: (message: string, offset: number) => InputError,
): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw fail((error as Error).message, 0);
  }
}

/** An edit of a block of YAML; of lists and maps in brackets, and of what an alias stands for, nothing is edited. */
function spliceIn(
  { op, path, value }: Edit,
  document: Document,
  root: Node | null,
  text: string,
): Splice | undefined {
  const keys = parsePointer(path);
  const parent = nodeAt(document, root, pointerTo(keys.slice(0, -1)));
  if (!isMap(parent) || parent.flow || text.includes("&")) return undefined;
  const pair = parent.items.findLast(({ key }) => keyOf(key) === keys.at(-1));
  const [first] = parent.items;
  const written = (of: unknown) => (of as Node | null)?.range ?? undefined;
  if (op === "add") {
    const start = written(first?.key)?.[0];
    const end = parent.range?.[1];
    if (pair || start === undefined || end === undefined) return undefined;
    const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
    const at = text.slice(0, end).trimEnd().length;
    return { start: at, end: at, text: `\n${indent}${keys.at(-1)}: ${JSON.stringify(value)}` };
  }
  const key = written(pair?.key);
  const node = pair?.value as Node | null;
  const range = written(node);
  if (!pair || !key || !range || !node) return undefined;
  if (op === "replace") {
    if (!isScalar(node)) return undefined;
    return { start: range[0], end: range[1], text: JSON.stringify(value) };
  }
  // The only key of a map goes with it, so that no empty value stays.
  if (parent.items.length === 1) return undefined;
  const start = text.lastIndexOf("\n", key[0] - 1) + 1;
  if (text.slice(start, key[0]).trim() !== "") return undefined;
  const newline = text.indexOf("\n", text.slice(0, range[1]).trimEnd().length);
  return { start, end: newline < 0 ? text.length : newline + 1, text: "" };
}

const resolved = (document: Document, node: unknown): Node | null =>
  (isAlias(node) ? (node.resolve(document) ?? null) : (node as Node | null)) ?? null;

const keyOf = (key: unknown) => (isScalar(key) ? String(key.value) : String(key));

/** The values of a map's keys, worked out once for each; of a key given twice the last one wins. */
const members = new WeakMap<YAMLMap, Map<string, unknown>>();

function membersOf(map: YAMLMap): Map<string, unknown> {
  let known = members.get(map);
  if (!known) {
    known = new Map(map.items.map(({ key, value }) => [keyOf(key), value]));
    members.set(map, known);
  }
  return known;
}

function nodeAt(document: Document, root: Node | null, pointer: string): Node | null {
  let node = resolved(document, root);
  for (const key of parsePointer(pointer)) {
    const next: unknown = isSeq(node)
      ? node.items[Number(key)]
      : isMap(node)
        ? membersOf(node).get(key)
        : undefined;
    if (!next) return node;
    node = resolved(document, next);
  }
  return node;
}

const deepestAlias = 20;

function scalarsIn(
  document: Document,
  node: Node | null,
  at = "",
  aliases = 0,
): { path: string; node: Node }[] {
  if (isAlias(node)) {
    // An alias can hold itself.
    return aliases < deepestAlias
      ? scalarsIn(document, resolved(document, node), at, aliases + 1)
      : [];
  }
  if (isSeq(node)) {
    return node.items.flatMap((item, index) =>
      scalarsIn(document, item as Node, `${at}/${index}`, aliases),
    );
  }
  if (isMap(node)) {
    return node.items.flatMap((pair) =>
      scalarsIn(document, pair.value as Node | null, at + pointerTo([keyOf(pair.key)]), aliases),
    );
  }
  return node ? [{ path: at, node }] : [];
}

function duplicatesIn(
  document: Document,
  node: Node | null,
  at = "",
): { path: string; node: Node }[] {
  if (isSeq(node)) {
    return node.items.flatMap((item, index) =>
      duplicatesIn(document, item as Node, `${at}/${index}`),
    );
  }
  if (!isMap(node)) return [];
  const seen = new Set<string>();
  return node.items.flatMap((pair) => {
    const key = keyOf(pair.key);
    const path = at + pointerTo([key]);
    const twice = seen.has(key) ? [{ path, node: pair.key as Node }] : [];
    seen.add(key);
    return [...twice, ...duplicatesIn(document, pair.value as Node | null, path)];
  });
}
