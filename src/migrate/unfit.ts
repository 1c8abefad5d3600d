import { typeOf } from "../constraint/abstractValue.js";
import type { Taken } from "./mapping.js";
import { patternOf } from "./pointers.js";

/** Pointers of what is in a value and has a type, or is a value, that V2 does not take at its place. */
export function unfit(
  value: unknown,
  at: string,
  takes: Readonly<Record<string, Taken>>,
): readonly string[] {
  const taken = takes[patternOf(at)];
  if (taken && !fits(value, taken)) return [at];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    unfit(child, `${at}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, takes),
  );
}

function fits(value: unknown, { types, values }: Taken): boolean {
  const type = typeOf(value);
  const isOfType =
    !types ||
    types.some((one) => one === type || (one === "integer" && Number.isInteger(value as number)));
  return isOfType && (!values || values.includes(value));
}
