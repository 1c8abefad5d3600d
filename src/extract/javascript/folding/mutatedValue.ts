import { isOpen, isSeen, type JsonType, markOpen, Unknown } from "../../../validator/unknown.js";
import { type Located, leaf } from "../../located.js";
import type { Mutation } from "../scope/mutations.js";
import { type Node, unwrapped } from "../syntax/ast.js";
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
  return changed && withChildren(located, [[key, changed]]);
}

/** What a mutation may do to a value, with where a key that is new is written and the literals its value may come from. */
export interface Effect extends Pick<Mutation, "keys" | "how"> {
  readonly located?: Located | undefined;
}

/** What remains known of a value that the program may change. `source` is how the program names the object. */
export function afterEffects(
  located: Located,
  effects: readonly Effect[],
  source: string,
): Located {
  const { value, children } = located;
  const whole = effects.filter(({ keys }) => keys.length === 0).map(({ how }) => how);
  if (whole.includes("assigned")) return forgotten(located, source);
  if (effects.length === 0 || !isSeen(value)) return located;
  // `list.length = 0`
  const isResized = ({ keys: [key] }: Effect) => key !== undefined && !/^\d+$/.test(key);
  const isOther = Array.isArray(value)
    ? effects.some(isResized)
    : effects.some(({ keys: [key] }) => key === "__proto__");
  if (whole.includes("escaped") || isOther) {
    return forgotten(located, source, Array.isArray(value) ? "array" : "object");
  }
  const byKey = new Map<string, Effect[]>();
  const add = (key: string, effect: Effect) => {
    const known = byKey.get(key);
    if (known) known.push(effect);
    else byKey.set(key, [effect]);
  };
  if (whole.includes("aliased")) {
    for (const key of children.keys()) add(key, { keys: [], how: "escaped" });
  }
  for (const effect of effects) {
    const [key, ...keys] = effect.keys;
    if (key !== undefined) add(key, { ...effect, keys });
  }
  const changed = [...byKey].flatMap(([key, own]): [string, Located][] => {
    const child = children.get(key);
    const origins = own.flatMap(({ located }) => located?.origins ?? []);
    const after = child ? afterEffects(child, own, source) : added(own, located, source);
    return after ? [[key, withOrigins(after, origins)]] : [];
  });
  return withChildren(located, changed);
}

/** A key that the program adds, at the place of the first assignment. */
function added(effects: readonly Effect[], { span }: Located, source: string) {
  const first = effects.find(({ how }) => how === "assigned");
  if (!first) return undefined;
  const value = new Unknown(source);
  return first.located && first.keys.length === 0
    ? { ...first.located, origins: [], value }
    : leaf(value, span);
}

const forgotten = (located: Located, source: string, type?: JsonType): Located => ({
  ...located,
  value: new Unknown(source, type && [type]),
  children: new Map(),
  duplicateKeys: [],
});

function withChildren(located: Located, changed: readonly (readonly [string, Located])[]): Located {
  const children = new Map([...located.children, ...changed]);
  const of = located.value as object;
  const values = changed.map(([key, child]) => [key, child.value] as const);
  const value = Array.isArray(of)
    ? of.map((item, index) => children.get(String(index))?.value ?? item)
    : { ...of, ...Object.fromEntries(values) };
  if (isOpen(of)) markOpen(value);
  return { ...located, value, children };
}
