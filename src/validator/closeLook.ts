import type { KindFacts } from "./compiled.js";
import { nearestKey, unknownKeys } from "./knownKeys.js";
import { placeOf, spokenPath } from "./pointer.js";
import type { Finding } from "./precedence.js";
import type { Text } from "./types.js";
import { type AnywhereTest, findAnywhere } from "./valueScan.js";

/** Who gives more unknown keys than this has not misspelt them. */
const mostHints = 100;

/** What no schema finds: keys that no document lists, and texts that stand where they should not. */
export function* keysAndTextsIn(
  payload: unknown,
  compiled: Pick<KindFacts, "known" | "unknownProperty" | "secrets">,
  tests: readonly AnywhereTest[],
): Generator<Finding> {
  for (const [index, path] of unknownKeys(payload, compiled.known).entries()) {
    const { rule, severity, sources, message, hint } = compiled.unknownProperty;
    const nearest = index < mostHints ? nearestKey(path, compiled.known) : undefined;
    const near = nearest === undefined ? { en: "", ko: "" } : spoken(hint, nearest);
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
