import { isOpen, isSeen, type JsonType, markOpen, Unknown } from "../../validator/unknown.js";
import { type Located, leaf } from "../located.js";
import { type Node, unwrapped } from "./ast.js";
import type { Mutation } from "./mutations.js";
import { withOrigins } from "./objectFolding.js";

/** A key of an object as an assignment to it gives it: `object.key = value`. */
export function assignedChild({ assignment }: Mutation, value: Located, statement?: Node): Located {
  const target = unwrapped(assignment?.left as Node);
  return { ...value, property: statement?.range, key: (target.property as Node).range };
}

/** An object in which a sure assignment puts a value; undefined where there is no object on the way to it. */
export function withAssigned(
  located: Located,
  [key, ...rest]: readonly string[],
  child: Located,
): Located | undefined {
  if (key === undefined) return child;
  if (!isSeen(located.value) || Array.isArray(located.value) || key === "__proto__")
    return undefined;
  const known = located.children.get(key);
  const changed = rest.length === 0 ? child : known && withAssigned(known, rest, child);
  return changed && withChild(located, key, changed);
}

/**
 * What remains known of an object that the program may change. `source` is how the program names the object; `place` is where a
 * key that is new is written, with the literals that its value may come from.
 */
export function afterMutation(
  located: Located,
  { keys, how }: Pick<Mutation, "keys" | "how">,
  source: string,
  place?: Located,
): Located {
  const [key, ...rest] = keys;
  const isObject = isSeen(located.value);
  if (key === undefined) {
    if (how !== "assigned" && !isObject) return located;
    return how === "aliased" ? withEscapedParts(located, source) : forgotten(located, how, source);
  }
  if (!isObject) return located;
  // `list.length = 0`
  if (Array.isArray(located.value) && !/^\d+$/.test(key)) {
    return afterMutation(located, { keys: [], how: "escaped" }, source);
  }
  const child = located.children.get(key);
  if (child) {
    const changed = afterMutation(child, { keys: rest, how }, source, place);
    return withChild(located, key, withOrigins(changed, place?.origins ?? []));
  }
  if (how !== "assigned") return located;
  const value = new Unknown(source);
  const added = place && rest.length === 0 ? { ...place, value } : leaf(value, located.span);
  return withChild(located, key, added);
}

/** The objects in a copy may change, but not which they are. */
const withEscapedParts = (located: Located, source: string): Located =>
  [...located.children.keys()].reduce(
    (so, key) => afterMutation(so, { keys: [key], how: "escaped" }, source),
    located,
  );

function forgotten(located: Located, how: Mutation["how"], source: string): Located {
  const types: JsonType[] = [Array.isArray(located.value) ? "array" : "object"];
  const value = new Unknown(source, how === "escaped" ? types : undefined);
  return { ...located, value, children: new Map(), duplicateKeys: [] };
}

function withChild(located: Located, key: string, child: Located): Located {
  const children = new Map(located.children).set(key, child);
  const of = located.value as object;
  const value = Array.isArray(of)
    ? of.map((item, index) => (String(index) === key ? child.value : item))
    : { ...of, [key]: child.value };
  if (isOpen(of)) markOpen(value);
  return { ...located, value, children };
}
