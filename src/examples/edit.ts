import { parsePointer } from "../validator/pointer.js";

type Node = Record<string, unknown>;

/** A copy of a payload with the value at a pointer set; objects on the way are made. */
export function withValue(payload: unknown, pointer: string, value: unknown): Node {
  const [key, ...rest] = parsePointer(pointer);
  return setIn(payload, [key as string, ...rest], value) as Node;
}

function setIn(node: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(node)) {
    const copy = [...node];
    copy[Number(key)] = setIn(node[Number(key)], rest, value);
    return copy;
  }
  const object = typeof node === "object" && node !== null ? (node as Node) : {};
  return { ...object, [key]: setIn(object[key], rest, value) };
}

/** A copy of a payload with a value set at each pointer, in the order given. */
export const withValues = (
  payload: Node,
  values: readonly (readonly [pointer: string, value: unknown])[],
): Node => values.reduce((edited, [pointer, value]) => withValue(edited, pointer, value), payload);

/** A copy of a payload without the value at a pointer. */
export function withoutValue(payload: unknown, pointer: string): Node {
  return removeIn(payload, parsePointer(pointer)) as Node;
}

function removeIn(node: unknown, keys: readonly string[]): unknown {
  const [key, ...rest] = keys;
  if (key === undefined || typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) {
    return rest.length === 0
      ? node.filter((_, index) => String(index) !== key)
      : node.map((item, index) => (String(index) === key ? removeIn(item, rest) : item));
  }
  const { [key]: child, ...others } = node as Node;
  if (child === undefined) return node;
  if (rest.length === 0) return others;
  return { ...(node as Node), [key]: removeIn(child, rest) };
}
