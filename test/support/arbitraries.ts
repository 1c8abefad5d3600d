import type fc from "fast-check";
import { rules } from "paylint";
import { valid, violating } from "paylint/arbitraries";
import type { Kind } from "./payloads.js";

type Payloads = fc.Arbitrary<Record<string, unknown>>;

// Made once for all tests: making an arbitrary tries out which payloads break its rule, and one that has been drawn from keeps
// what it repaired. A seed gives the same payloads of it, whoever has drawn before.
const made = new Map<string, Payloads>();

function once(key: string, make: () => Payloads): Payloads {
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known;
}

/** Payloads of a kind in which nothing is found. */
export const validOf = (kind: string): Payloads => once(kind, () => valid(kind as Kind));

/** Payloads of a kind that break a rule. */
export const violatingOf = (kind: string, rule: string): Payloads =>
  once(`${kind} ${rule}`, () => violating(rule, { kind: kind as Kind }));

/** The rules of a kind that a payload can break, without its text. */
export const breakableRules = (kind: string): string[] =>
  rules
    .filter(({ inText, note, kinds }) => Object.hasOwn(kinds, kind) && !inText && !note)
    .map(({ id }) => id);
