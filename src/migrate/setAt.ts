import { parsePointer } from "../validator/pointer.js";

type Node = Record<string, unknown>;

/** Sets the value at a pointer into an object that is being made. Objects and lists on the way are made too. */
export function setAt(root: Node, pointer: string, value: unknown): void {
  const keys = parsePointer(pointer);
  const last = keys.pop();
  if (last === undefined) return;
  let node = root;
  for (const [index, key] of keys.entries()) {
    const next = keys[index + 1] ?? last;
    const own = Object.hasOwn(node, key) ? node[key] : undefined;
    const isThere = typeof own === "object" && own !== null;
    const child = isThere ? (own as Node) : ((isIndex(next) ? [] : {}) as Node);
    if (!isThere) put(node, key, child);
    node = child;
  }
  put(node, last, value);
}

const isIndex = (key: string): boolean => /^\d+$/.test(key);

function put(node: Node, key: string, value: unknown): void {
  if (Array.isArray(node)) {
    while (node.length < Number(key)) node.push({});
  }
  // A key such as `__proto__` must not set anything but itself.
  Object.defineProperty(node, key, {
    value,
    ...{ enumerable: true, configurable: true, writable: true },
  });
}
