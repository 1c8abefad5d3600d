import { RegExpParser } from "@eslint-community/regexpp";
import { getFirstConsumedChar } from "regexp-ast-analysis";
import type { AnywhereFault } from "../../validator/compiled.js";
import { shortestFailing } from "../../validator/predicates/index.js";
import type { JsonSchema } from "../jsonSchema.js";
import type { Script } from "./script.js";

/** Tests whether a value may be, or hold, a text that an `anywhere` rule is about. Lengths and first characters settle nearly every one. */
export class Suspects {
  readonly #tests: readonly Likely[];
  readonly #isSuspect: string;
  readonly #shortest: number;
  readonly #least: number;

  constructor(script: Script, anywhere: readonly AnywhereFault[]) {
    // Rules that tell apart what the same pattern finds need one test.
    const patterns = new Map(anywhere.map((fault) => [fault.pattern, fault]));
    this.#tests = [...patterns.values()].map(likely);
    this.#shortest = Math.min(...this.#tests.map(({ shortest }) => shortest));
    this.#least = Math.min(...this.#tests.map(({ least }) => least));
    this.#isSuspect = script.constant(suspectFunction(script, this.#tests));
  }

  /** A test of the variable `name`, which may hold anything that meets the schemas `met`; undefined where none is needed. */
  test(name: string, met: readonly JsonSchema[]): string | undefined {
    if (this.#tests.length === 0 || this.#areHarmless(met)) return undefined;
    const isSuspect = `${this.#isSuspect}(${name}, false)`;
    // Most texts are too short, and need not be handed on.
    const isLong = `${name}.length >= ${this.#shortest}`;
    const types = met.find(({ type }) => type !== undefined)?.type;
    if (types === "string") return `${isLong} && ${isSuspect}`;
    if (types === "number" || types === "integer") {
      return `(${name} >= ${this.#least} || ${name} <= -${this.#least}) && ${isSuspect}`;
    }
    return `(typeof ${name} !== "string" || ${isLong}) && ${isSuspect}`;
  }

  /** Whether no rule can be about what meets the schemas. May miss some, never claims too much. */
  #areHarmless(met: readonly JsonSchema[]): boolean {
    return met.some(({ type, enum: values, pattern }) => {
      if (Array.isArray(type) && type.length === 0) return true;
      if (Array.isArray(values)) return values.every((value) => this.#isHarmless(value));
      if (type === "boolean") return true;
      return typeof pattern === "string" && isOnlyText(met) && this.#beginOtherwise(pattern);
    });
  }

  #isHarmless(value: unknown): boolean {
    if (typeof value === "object" && value !== null) return false;
    return !this.#tests.some(({ regex }) => regex.test(String(value)));
  }

  #beginOtherwise(pattern: string): boolean {
    const ours = firstCharacters(pattern);
    return this.#tests.every(({ begins }) => {
      if (!ours || !begins) return false;
      return ours.every((one) =>
        begins.every((other) => one.max < other.min || other.max < one.min),
      );
    });
  }
}

const isOnlyText = (met: readonly JsonSchema[]) => met.some(({ type }) => type === "string");

interface Likely {
  readonly regex: RegExp;
  readonly shortest: number;
  /** The least number of so many digits. */
  readonly least: number;
  /** What it begins with, where that is known. */
  readonly begins: readonly CharacterRange[] | undefined;
}

interface CharacterRange {
  readonly min: number;
  readonly max: number;
}

function likely({ pattern, predicate }: AnywhereFault): Likely {
  const shortest = shortestFailing[predicate] ?? 0;
  const least = shortest > 1 ? 10 ** (shortest - 1) : 0;
  return { regex: new RegExp(pattern, "u"), shortest, least, begins: firstCharacters(pattern) };
}

/** What every text of a pattern begins with; undefined where a text may have something before. */
function firstCharacters(pattern: string): readonly CharacterRange[] | undefined {
  const { alternatives } = new RegExpParser().parsePattern(pattern, 0, undefined, {
    unicode: true,
  });
  const isAnchored = alternatives.every(
    ({ elements: [first] }) => first?.type === "Assertion" && first.kind === "start",
  );
  const { char, empty } = getFirstConsumedChar(alternatives, "ltr", { unicode: true });
  return isAnchored && !empty ? char.ranges : undefined;
}

/** True of texts and numbers that a rule may be about, of what holds such, and of what holds lists or objects. */
function suspectFunction(script: Script, tests: readonly Likely[]): string {
  const either = (written: (test: Likely) => string) => tests.map(written).join(" || ") || "false";
  const ofText = either(
    ({ regex, begins, shortest }) =>
      `value.length >= ${shortest}${beginsWith(begins)} && ${script.constant(String(regex))}.test(value)`,
  );
  const ofNumber = either(
    ({ regex, least }) =>
      `(value >= ${least} || value <= -${least}) && ${script.constant(String(regex))}.test(String(value))`,
  );
  const someBelow = script.import("someBelow", "values");
  return [
    "function isSuspect(value, isBelow) {",
    `if (typeof value === "string") return ${ofText};`,
    `if (typeof value === "number") return ${ofNumber};`,
    `return typeof value === "object" && value !== null && (isBelow || ${someBelow}(value, isSuspect));`,
    "}",
  ].join("\n");
}

function beginsWith(begins: readonly CharacterRange[] | undefined): string {
  const first = "value.charCodeAt(0)";
  const tests = begins?.map(({ min, max }) => {
    if (max >= 0x80) return `${first} >= ${Math.min(min, 0x80)}`;
    return min === max ? `${first} === ${min}` : `(${first} >= ${min} && ${first} <= ${max})`;
  });
  return tests ? ` && (${tests.join(" || ")})` : "";
}
