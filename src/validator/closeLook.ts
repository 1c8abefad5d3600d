import type { Fault, KindFacts } from "./compiled.js";
import { nearestKey, unknownKeys } from "./knownKeys.js";
import { parsePointer, placeOf, pointerTo, spokenPath, valueAt } from "./pointer.js";
import type { Finding } from "./precedence.js";
import type { Text } from "./types.js";
import { isOpen, markOpen } from "./unknown.js";
import { type AnywhereTest, findAnywhere } from "./valueScan.js";

/** Who gives more unknown keys than this has not misspelt them. */
const mostHints = 100;

type Facts = Pick<KindFacts, "known" | "unknownProperty" | "elsewhere" | "secrets" | "faults">;

/**
 * What no schema finds: keys that no document lists, and texts that stand where they should not. `findIn` gives the
 * findings of the schemas in another payload.
 */
export function* keysAndTextsIn(
  payload: unknown,
  compiled: Facts,
  tests: readonly AnywhereTest[],
  findIn: (payload: unknown) => readonly Finding[],
): Generator<Finding> {
  const { unknownProperty, elsewhere } = compiled;
  for (const [index, path] of unknownKeys(payload, compiled.known).entries()) {
    const { rule, severity, sources, message, hint } = unknownProperty;
    const gateways = elsewhere.keys[placeOf(path)];
    if (gateways) {
      const { keys: _, ...fault } = elsewhere;
      yield { ...fault, path, terms: { gateways } };
      continue;
    }
    const meant = index < mostHints ? keyMeant(payload, path, compiled, findIn) : undefined;
    const near = meant === undefined ? { en: "", ko: "" } : spoken(hint, meant);
    yield { rule, severity, path, sources, message, terms: { hint: near } };
  }
  for (const { fault, path } of findAnywhere(payload, tests)) {
    // Where a kind asks for such a value it is in its place.
    if (compiled.secrets[placeOf(path)] === undefined) yield { ...fault, path };
  }
}

const spoken = (hint: Text, nearest: string): Text => ({
  en: hint.en.replace("{nearest}", spokenPath(nearest)),
  ko: hint.ko.replace("{nearest}", spokenPath(nearest)),
});

/** The pointer of the key that an unknown one may have been meant for, unless it is given or must not be. */
function keyMeant(
  payload: unknown,
  path: string,
  { known, faults }: Facts,
  findIn: (payload: unknown) => readonly Finding[],
): string | undefined {
  const nearest = nearestKey(path, known);
  if (nearest === undefined) return undefined;
  const meant = inSameItems(nearest, path);
  if (meant.includes("/*")) return meant;
  if (valueAt(payload, meant) !== undefined) return undefined;
  const forbids = ({ is, path: place }: Fault) => is === "forbidden" && place === placeOf(meant);
  if (!faults.some(forbids)) return meant;
  const moved = withValueAt(payload, parsePointer(meant), valueAt(payload, path));
  const refused = findIn(moved).some(
    ({ fault, path: at }) => fault?.is === "forbidden" && at === meant,
  );
  return refused ? undefined : meant;
}

/** A place as a pointer: an item's star becomes the number that the item has in `path`. */
function inSameItems(place: string, path: string): string {
  const own = parsePointer(path);
  const keys = parsePointer(place);
  const apart = keys.findIndex((key, index) => {
    const isItem = key === "*" && /^\d+$/.test(own[index] ?? "");
    return !isItem && key !== own[index];
  });
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
