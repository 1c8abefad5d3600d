import type { Node } from "jsonc-parser";
import type { Span } from "../text/positions.js";
import { type DuplicateKey, type Located, leaf } from "./located.js";
import { deepestNesting, TooDeep } from "./nesting.js";

/** How a tree of JSON is read: where its offsets are in the text, and what a scalar stands for. */
interface TreeReading {
  spanOf(start: number, end: number): Span;
  scalar(value: unknown): unknown;
}

/**
 * A tree that jsonc-parser made, as a value with its places. Of a key given twice the later one wins.
 * @throws {TooDeep} when values are nested more than `deepestNesting` levels deep
 */
export function locatedTree(node: Node, reading: TreeReading, depth = 0): Located {
  if (depth > deepestNesting) throw new TooDeep(node.offset);
  const { spanOf } = reading;
  const span = spanOf(node.offset, node.offset + node.length);
  if (node.type === "array") {
    const items = (node.children ?? []).map((child) => locatedTree(child, reading, depth + 1));
    const children = new Map(items.map((item, index) => [String(index), item]));
    return { value: items.map(({ value }) => value), span, children, duplicateKeys: [] };
  }
  if (node.type !== "object") return leaf(reading.scalar(node.value), span);
  const children = new Map<string, Located>();
  const duplicateKeys: DuplicateKey[] = [];
  for (const property of node.children ?? []) {
    const [key, value] = property.children as [Node, Node];
    const keySpan = spanOf(key.offset, key.offset + key.length);
    const earlier = children.get(key.value)?.property;
    if (earlier) duplicateKeys.push({ key: key.value, span: keySpan, earlier });
    children.delete(key.value);
    const whole = spanOf(property.offset, property.offset + property.length);
    const located = locatedTree(value, reading, depth + 1);
    children.set(key.value, { ...located, property: whole, key: keySpan });
  }
  const value = Object.fromEntries([...children].map(([key, child]) => [key, child.value]));
  return { value, span, children, duplicateKeys };
}
