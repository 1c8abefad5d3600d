import type { Text } from "../validator/types.js";
import { conversions, pairOf } from "./conversions.js";
import type { Mappings } from "./mapping.js";
import type { Move } from "./plan.js";

/** What a moved value is in V2: values by pointer into the payload, and what a person must decide of them. */
interface MovedValue {
  readonly values: readonly (readonly [pointer: string, value: unknown])[];
  readonly why?: Text;
}

/** Converts a value that is known whole, as its row says. `digits` are those of the currency. */
export function convert(
  { value, to, route }: Move,
  digits: number | undefined,
  { values: lists, words }: Mappings,
): MovedValue {
  const list = route.values === undefined ? undefined : lists[route.values];
  if (route.as === undefined) {
    if (!list) return { values: [[to, value]] };
    const pair = pairOf(value, list);
    if (!pair || pair.v2 === null) return { values: [], why: words["unknown-value"] };
    return { values: [[to, pair.v2], ...Object.entries(pair.also ?? {})] };
  }
  const converted = conversions[route.as](value, { digits, values: list });
  if ("value" in converted) return { values: [[to, converted.value]] };
  const why = converted.why && { why: words[converted.why] };
  if ("below" in converted) {
    const below = Object.entries(converted.below);
    return { values: below.map(([pointer, one]) => [to + pointer, one]), ...why };
  }
  return { values: "kept" in converted ? [[to, converted.kept]] : [], ...why };
}
