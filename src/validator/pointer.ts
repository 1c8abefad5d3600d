import { remembered } from "./remembered.js";

/** JSON Pointer (RFC 6901), read and written as lists of keys. */

export function parsePointer(pointer: string): string[] {
  const keys = pointer.split("/");
  keys.shift();
  return pointer.includes("~")
    ? keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
    : keys;
}

export function pointerTo(keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The keys of a pointer; those asked for are mostly the tables' own. */
export const pointerKeys: (pointer: string) => readonly string[] =
  /* @__PURE__ */ remembered(parsePointer);

/** The value at a pointer, or undefined where there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const key of pointerKeys(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** The pointer of so many keys from the root on. */
export const pointerOfFirst = (keys: number, pointer: string): string =>
  pointer.split("/", keys + 1).join("/");

/** The wildcard path of a value, which says where its kind's shape describes it: the numbers of list items become stars. */
export const wildcardPath = (pointer: string): string => pointer.replace(/\/\d+(?=\/|$)/g, "/*");

const longestSpoken = 12;

/** `/card/detail/0/max_month` as people write it: `card.detail[0].max_month`; of a very deep one, the end. */
export function spokenPath(pointer: string): string {
  const keys = parsePointer(pointer);
  const spoken = keys
    .slice(-longestSpoken)
    .map((key) => {
      if (/^\d+$/.test(key)) return `[${key}]`;
      if (key === "*") return "[]";
      return /^[\p{L}\p{N}_$-]{1,60}$/u.test(key)
        ? `.${key}`
        : `[${JSON.stringify(key.slice(0, 60))}]`;
    })
    .join("")
    .replace(/^\./, "");
  if (spoken === "") return "payload";
  return keys.length > longestSpoken ? `….${spoken}` : spoken;
}
