import type { JsonSchema } from "../jsonSchema.js";
import type { Logic } from "./logic.js";
import { not } from "./logic.js";
import { Place } from "./place.js";
import { isDefined, isOfType, sentence } from "./sentences.js";

/** What the generated code does where its conditions hold. */
export interface Entry {
  readonly conditions: readonly Logic[];
  readonly then: { readonly fault: number } | Loop;
}

/** Entries about each item of a list. */
export interface Loop {
  readonly list: Place;
  readonly item: Place;
  readonly entries: readonly Entry[];
}

/** A schema with `diagnose` keywords as the faults it can find, in the order in which it finds them. */
export function alarmsOf(schema: JsonSchema, place: Place, guard: readonly Logic[] = []): Entry[] {
  const { diagnose, allOf, if: condition, then, properties, items, ...rest } = schema;
  const unread = Object.keys(rest);
  if (unread.length > 0) throw new Error(`no fault can be found by ${unread.join(", ")}`);
  const entries: Entry[] = [];
  for (const { fault, of } of (diagnose ?? []) as { fault: number; of: JsonSchema }[]) {
    entries.push({ conditions: [...guard, not(sentence(of, place))], then: { fault } });
  }
  for (const [key, below] of Object.entries((properties ?? {}) as Record<string, JsonSchema>)) {
    const child = place.child(key);
    entries.push(...alarmsOf(below, child, [...guard, isDefined(child)]));
  }
  if (items) {
    const item = Place.root(`${place.id}/*`);
    const conditions = [...guard, isOfType(place, "array")];
    const loop = { list: place, item, entries: alarmsOf(items as JsonSchema, item) };
    if (loop.entries.length > 0) entries.push({ conditions, then: loop });
  }
  for (const one of allOf ?? []) entries.push(...alarmsOf(one, place, guard));
  if (condition) {
    const holds = sentence(condition as JsonSchema, place);
    entries.push(...alarmsOf(then as JsonSchema, place, [...guard, holds]));
  }
  return entries;
}
