import type { AnywhereFacts, CheckFacts, KindFacts, KnownKeys } from "./compiled.js";
import { nearestKey, parentOf, unknownKeys } from "./knownKeys.js";
import { parsePointer, pointerTo, spokenPath, valueAt, wildcardPath } from "./pointer.js";
import type { Finding } from "./precedence.js";
import type { Text } from "./types.js";
import { isOpen, markOpen } from "./unknown.js";
import { type AnywhereTest, findAnywhere, mayBeFound } from "./valueScan.js";

/** Beyond so many unknown keys, a hint at the spelling is hardly right, and takes long to find. */
const mostHints = 100;

/** A key that no document lists, or a text that may be nowhere in a payload, such as a card number. */
export type Unlisted<Of extends AnywhereFacts> =
  | { readonly path: string; readonly is: "unknownProperty" | "elsewhere" }
  | { readonly path: string; readonly is: "text"; readonly fault: Of };

/**
 * Whether a payload may hold an unknown key, or a text that is where it should not. Few payloads in order seem to. Says
 * yes of some that hold neither, never no of one that does: an object whose keys documents do not describe is left to the
 * search itself.
 */
export function mayHoldUnlisted(
  value: unknown,
  known: KnownKeys | undefined,
  tests: readonly AnywhereTest[],
): boolean {
  if (typeof value !== "object" || value === null) return mayBeFound(value, tests);
  if (known === undefined) return true;
  const keys = known === true ? {} : known;
  if (Array.isArray(value)) {
    const item = keys["*"];
    return value.some((one) => mayHoldUnlisted(one, item, tests));
  }
  for (const key in value) {
    const found = keys[key];
    // Nothing that an object inherits is true, and asking whether a key is its own is slow.
    const below = found === true || Object.hasOwn(keys, key) ? found : undefined;
    const child = (value as Record<string, unknown>)[key];
    if (below === undefined && known !== true && child !== undefined) return true;
    if (mayHoldUnlisted(child, below, tests)) return true;
  }
  return false;
}

/** What the checks do not find, first the keys and then the texts. */
export function* unlistedIn<Of extends AnywhereFacts>(
  payload: unknown,
  { known, elsewhere, secrets }: Pick<CheckFacts, "known" | "elsewhere" | "secrets">,
  tests: readonly AnywhereTest<Of>[],
): Generator<Unlisted<Of>> {
  for (const path of unknownKeys(payload, known)) {
    const isReadElsewhere = elsewhere.keys[wildcardPath(path)] !== undefined;
    yield { path, is: isReadElsewhere ? "elsewhere" : "unknownProperty" };
  }
  for (const { fault, path } of findAnywhere(payload, tests)) {
    // Where a kind asks for such a value it is in its place.
    if (secrets[wildcardPath(path)] === undefined) yield { path, is: "text", fault };
  }
}

type Facts = Pick<KindFacts, "known" | "unknownProperty" | "elsewhere" | "secrets">;

/**
 * The same as findings. `findIn` gives the findings of the checks in another payload, which tells whether a
 * misspelt key may be given under its right name.
 */
export function* keysAndTextsIn(
  payload: unknown,
  compiled: Facts,
  tests: readonly AnywhereTest<KindFacts["anywhere"][number]>[],
  findIn: (payload: unknown) => readonly Finding[],
): Generator<Finding> {
  let keys = 0;
  for (const unlisted of unlistedIn(payload, compiled, tests)) {
    const { path } = unlisted;
    if (unlisted.is === "text") {
      yield { ...unlisted.fault, path };
      continue;
    }
    keys++;
    if (unlisted.is === "elsewhere") {
      const { keys: names, ...fault } = compiled.elsewhere;
      yield { ...fault, path, terms: { gateways: names[wildcardPath(path)] as Text } };
      continue;
    }
    const { hint: _, alsoWritten: __, ...fault } = compiled.unknownProperty;
    const said = keys <= mostHints ? keyMeant(payload, path, compiled, findIn) : undefined;
    yield { ...fault, path, terms: { hint: { en: "", ko: "" } }, ...said };
  }
}

const spoken = (text: Text, nearest: string): Text => ({
  en: text.en.replaceAll("{nearest}", spokenPath(nearest)),
  ko: text.ko.replaceAll("{nearest}", spokenPath(nearest)),
});

/** What is said of the key that an unknown one may have been meant for, unless that is given. */
function keyMeant(
  payload: unknown,
  path: string,
  { known, unknownProperty: { hint, alsoWritten } }: Facts,
  findIn: (payload: unknown) => readonly Finding[],
): Pick<Finding, "terms"> | Pick<Finding, "message"> | undefined {
  const written = alsoWritten?.keys[wildcardPath(path)];
  const isWithinReach = (key: string) => isNear(payload, inSameItems(key, path));
  const nearest = written ?? nearestKey(path, known, isWithinReach);
  if (nearest === undefined) return undefined;
  const meant = inSameItems(nearest, path);
  if (valueAt(payload, meant) !== undefined) return undefined;
  const isUnread = !meant.includes("/*") && isRefused(payload, path, meant, findIn);
  if (alsoWritten && written) {
    return { message: spoken(alsoWritten[isUnread ? "unread" : "read"], meant) };
  }
  return isUnread ? undefined : { terms: { hint: spoken(hint, meant) } };
}

/** Whether a key is close to the top, or in an object that is given: few put a key there that belongs into one they left out. */
function isNear(payload: unknown, key: string): boolean {
  const around = parentOf(key);
  return parentOf(around) === "" || valueAt(payload, around.replace(/\/\*.*/, "")) !== undefined;
}

/** Whether a key must not be given, or what it is in, where the value of an unknown one is given under it. */
const isRefused = (
  payload: unknown,
  path: string,
  meant: string,
  findIn: (payload: unknown) => readonly Finding[],
): boolean =>
  findIn(withValueAt(payload, parsePointer(meant), valueAt(payload, path))).some(
    ({ fault, path: at, severity }) =>
      fault?.is === "forbidden" && severity !== "info" && `${meant}/`.startsWith(`${at}/`),
  );

/** A wildcard path as a pointer: an item's star becomes the number that the item has in `path`. */
function inSameItems(wildcard: string, path: string): string {
  const own = parsePointer(path);
  const keys = parsePointer(wildcard);
  const apart = keys.findIndex((key, index) => key !== "*" && key !== own[index]);
  return pointerTo(keys.map((key, index) => (index < apart ? (own[index] as string) : key)));
}

/** A copy of a payload with a value at a place; what the original does not show of itself, it does not either. */
function withValueAt(payload: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const original = typeof payload === "object" && payload !== null ? payload : {};
  const inner = withValueAt((original as Record<string, unknown>)[key], rest, value);
  const copy = Array.isArray(original)
    ? original.map((item, index) => (String(index) === key ? inner : item))
    : { ...original, [key]: inner };
  return isOpen(original) ? markOpen(copy) : copy;
}
