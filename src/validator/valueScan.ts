import type { AnywhereFacts } from "./compiled.js";
import { pointerTo } from "./pointer.js";
import { anywherePredicates } from "./predicates/anywhere.js";

/** Values looked at in one payload; beyond it no more are, so that an endless proxy ends. */
const mostValues = 250_000;

/** An `anywhere` rule ready to run. */
export interface AnywhereTest<Of extends AnywhereFacts = AnywhereFacts> {
  readonly fault: Of;
  readonly pattern: RegExp;
  /** How many characters a text has at least that the rule forbids. */
  readonly shortest: number;
  /** The least number of so many digits. */
  readonly least: number;
}

/** The rules with their patterns compiled. */
export const anywhereTests = <Of extends AnywhereFacts>(
  faults: readonly Of[],
): readonly AnywhereTest<Of>[] =>
  faults.map((fault) => {
    const shortest = anywherePredicates[fault.predicate].shortestFailing;
    const least = 10 ** (shortest - 1);
    return { fault, pattern: new RegExp(fault.pattern, "u"), shortest, least };
  });

/** Whether a rule may forbid a value that is neither an object nor a list; its length settles that for most. */
export function mayBeFound(value: unknown, tests: readonly AnywhereTest[]): boolean {
  for (const { pattern, shortest, least } of tests) {
    const isLong =
      typeof value === "string"
        ? value.length >= shortest
        : typeof value === "number" && Math.abs(value) >= least;
    if (isLong && pattern.test(String(value))) return true;
  }
  return false;
}

/** Finds strings and whole numbers at any depth that an `anywhere` rule forbids. Walks without recursion. */
export function* findAnywhere<Of extends AnywhereFacts>(
  payload: unknown,
  tests: readonly AnywhereTest<Of>[],
): Generator<{ fault: Of; path: string }> {
  const seen = new Set<unknown>();
  const values = [{ value: payload, path: "" }];
  // The list grows while it is gone through.
  for (const { value, path } of values) {
    if (typeof value === "string" || Number.isSafeInteger(value)) {
      const text = String(value);
      for (const { fault, pattern } of tests) {
        if (pattern.test(text) && !anywherePredicates[fault.predicate].holds(text, fault.args)) {
          yield { fault, path };
        }
      }
    } else if (typeof value === "object" && value !== null && !seen.has(value)) {
      seen.add(value);
      for (const key of readableKeys(value).slice(0, mostValues - values.length)) {
        values.push({ value: readableValue(value, key), path: path + pointerTo([key]) });
      }
    }
  }
}

// A getter or proxy that throws holds nothing that could be printed or sent.
function readableKeys(value: object): string[] {
  try {
    return Object.keys(value);
  } catch {
    return [];
  }
}

function readableValue(value: object, key: string): unknown {
  try {
    return (value as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}
