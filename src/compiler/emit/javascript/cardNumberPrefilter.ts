import { RegExpParser } from "@eslint-community/regexpp";
import { getFirstConsumedChar } from "regexp-ast-analysis";
import type { OneOf } from "../../../constraint/atoms/oneOf.js";
import type { Pattern } from "../../../constraint/atoms/pattern.js";
import { isOfType } from "../../../constraint/atoms/type.js";
import { type Atom, conjuncts, type Formula, root } from "../../../constraint/formula.js";
import { all, not, simplifyUnder } from "../../../constraint/simplify.js";
import type { TypeName } from "../../../constraint/valueSet.js";
import type { AnywhereFault } from "../../../validator/compiled.js";
import { shortestFailing } from "../../../validator/predicates/index.js";
import type { ModuleWriter } from "./moduleWriter.js";
import { functionText } from "./statements.js";

/**
 * Writes tests of whether a value may be, or hold, a text that an `anywhere` rule is about, which are card numbers. Lengths
 * and first characters settle nearly every value. May say yes of a value that is none, never no of one that is.
 */
export class CardNumberPrefilter {
  readonly #module: ModuleWriter;
  readonly #rules: readonly AnywhereRule[];
  readonly #mayMatch: string;
  readonly #minLength: number;
  readonly #minMagnitude: number;

  constructor(module: ModuleWriter, anywhere: readonly AnywhereFault[]) {
    this.#module = module;
    // Rules that tell apart what the same pattern finds need one test.
    const patterns = new Map(anywhere.map((fault) => [fault.pattern, fault]));
    this.#rules = [...patterns.values()].map(ruleOf);
    this.#minLength = Math.min(...this.#rules.map(({ minLength }) => minLength));
    this.#minMagnitude = Math.min(...this.#rules.map(({ minMagnitude }) => minMagnitude));
    this.#mayMatch = module.constant(mayMatchText(module, this.#rules), "mayMatch");
  }

  /**
   * A test of a variable whose value meets a formula about the root and is of none of the types `excluded`; undefined where
   * none is needed.
   */
  test(
    name: string,
    known: Formula,
    excluded: readonly ("array" | "object")[] = [],
  ): string | undefined {
    if (this.#rules.length === 0) return undefined;
    const mayBe = (["string", "number", "array", "object"] as const).filter(
      (type) => !excluded.some((one) => one === type) && this.#mayMatchOf(type, known),
    );
    if (mayBe.length === 0) return undefined;
    const isOnly = (type: TypeName) => mayBe.every((one) => one === type) && isSurely(type, known);
    if (isOnly("string")) return `${this.#mayMatchText}(${name})`;
    if (isOnly("number")) return `${this.#mayMatchNumber}(${name})`;
    return `${this.#mayMatch}(${name}, false)`;
  }

  // Short, so that an engine inlines them: most texts are too short to be looked at.

  get #mayMatchText(): string {
    const text = `(text) => text.length >= ${this.#minLength} && ${this.#mayMatch}(text, false)`;
    return this.#module.constant(text, "mayMatchText");
  }

  get #mayMatchNumber(): string {
    const isLarge = `(number >= ${this.#minMagnitude} || number <= -${this.#minMagnitude})`;
    const text = `(number) => ${isLarge} && ${this.#mayMatch}(number, false)`;
    return this.#module.constant(text, "mayMatchNumber");
  }

  /** Whether a value of a type that meets a formula may be, or hold, what a rule is about. */
  #mayMatchOf(type: "string" | "number" | "array" | "object", known: Formula): boolean {
    const left = underType(known, type);
    if (left === undefined) return false;
    for (const one of conjuncts(left)) {
      if (!("literal" in one) || !one.literal.holds) continue;
      const { atom } = one.literal;
      if (isAtom<OneOf>(atom, "one of") && atom.values.every((value) => !this.#matches(value))) {
        return false;
      }
      if (isAtom<Pattern>(atom, "pattern") && this.#beginOtherwise(atom.pattern)) return false;
    }
    return true;
  }

  #matches = (value: unknown) => this.#rules.some(({ regex }) => regex.test(String(value)));

  #beginOtherwise(pattern: string): boolean {
    const ours = firstCharacters(pattern);
    return this.#rules.every(({ begins }) => {
      if (!ours || !begins) return false;
      return ours.every((one) =>
        begins.every((other) => one.max < other.min || other.max < one.min),
      );
    });
  }
}

const isAtom = <Of extends Atom>(atom: Atom, name: Of["name"]): atom is Of => atom.name === name;

/** What is left of a formula for a value of a type; undefined where no value of it meets the formula. */
function underType(known: Formula, type: "string" | "number" | "array" | "object") {
  const fact = isOfType(root, type);
  const left = "literal" in fact ? simplifyUnder(known, fact.literal) : known;
  return "always" in left && !left.always ? undefined : left;
}

/** Whether whatever meets a formula is of a type; false where that is not seen. */
function isSurely(type: TypeName, known: Formula): boolean {
  const isOther = all([known, not(isOfType(root, type))]);
  return "always" in isOther && !isOther.always;
}

interface AnywhereRule {
  readonly regex: RegExp;
  readonly minLength: number;
  /** The least number of so many digits. */
  readonly minMagnitude: number;
  /** What it begins with, where that is known. */
  readonly begins: readonly CharacterRange[] | undefined;
}

interface CharacterRange {
  readonly min: number;
  readonly max: number;
}

function ruleOf({ pattern, predicate }: AnywhereFault): AnywhereRule {
  const minLength = shortestFailing[predicate] ?? 0;
  const minMagnitude = minLength > 1 ? 10 ** (minLength - 1) : 0;
  const regex = new RegExp(pattern, "u");
  return { regex, minLength, minMagnitude, begins: firstCharacters(pattern) };
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
function mayMatchText(module: ModuleWriter, rules: readonly AnywhereRule[]): string {
  const either = (written: (rule: AnywhereRule) => string) =>
    rules.map(written).join(" || ") || "false";
  const pattern = ({ regex }: AnywhereRule) => module.constant(String(regex), "pattern");
  const ofText = either(
    (rule) =>
      `value.length >= ${rule.minLength}${beginsWith(rule.begins)} && ${pattern(rule)}.test(value)`,
  );
  const ofNumber = either(
    (rule) =>
      `(value >= ${rule.minMagnitude} || value <= -${rule.minMagnitude}) && ${pattern(rule)}.test(String(value))`,
  );
  const someBelow = module.import("someBelow", "values");
  return functionText("function mayMatch(value, isBelow)", [
    `if (typeof value === "string") return ${ofText};`,
    `if (typeof value === "number") return ${ofNumber};`,
    `return typeof value === "object" && value !== null && (isBelow || ${someBelow}(value, mayMatch));`,
  ]);
}

function beginsWith(begins: readonly CharacterRange[] | undefined): string {
  const first = "value.charCodeAt(0)";
  const tests = begins?.map(({ min, max }) => {
    if (max >= 0x80) return `${first} >= ${Math.min(min, 0x80)}`;
    return min === max ? `${first} === ${min}` : `(${first} >= ${min} && ${first} <= ${max})`;
  });
  return tests ? ` && (${tests.join(" || ")})` : "";
}
