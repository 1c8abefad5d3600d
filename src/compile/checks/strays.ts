import { RegExpParser } from "@eslint-community/regexpp";
import { getFirstConsumedChar } from "regexp-ast-analysis";
import type { AnywhereFault, CompiledKind, KnownKeys } from "../../runtime/compiled.js";
import { shortestFailing } from "../../runtime/predicates/index.js";
import { Place } from "./place.js";
import type { Scope, Script } from "./script.js";

/**
 * Statements that return true unless a payload holds no key beside the known ones, and no text that an `anywhere` rule may
 * be about. Few payloads in order make them do so; what does is looked at closely.
 */
export function straysStatements(
  script: Script,
  root: Place,
  before: Scope,
  { known, secrets, anywhere }: Pick<CompiledKind, "known" | "secrets" | "anywhere">,
): string[] {
  const tests = anywhere.map((fault) => likely(script, fault));
  const isSuspect = script.constant(suspectFunction(script, tests));
  // Most texts are too short, and need not be handed on.
  const shortest = Math.min(...tests.map((test) => test.shortest));
  const suspect = (name: string) =>
    `if ((typeof ${name} !== "string" || ${name}.length >= ${shortest}) && ${isSuspect}(${name}, false)) return true;`;
  const visit = (
    place: Place,
    at: string,
    keys: KnownKeys,
    scope: Scope,
    depth: number,
  ): string[] => {
    const name = script.value(place, scope);
    if (keys === true) {
      return secrets[at] === undefined
        ? [suspect(name)]
        : [`if (typeof ${name} === "object") return true;`];
    }
    const item = keys["*"];
    if (item !== undefined) {
      const one = Place.root(`${place.id}/*`);
      return [
        `if (Array.isArray(${name})) {`,
        ...script.loop(name, one, depth, (inner) => visit(one, `${at}/*`, item, inner, depth + 1)),
        `} else ${suspect(name)}`,
      ];
    }
    const below = keysStatements(place, at, keys, scope, depth);
    // By now the payload itself is known to be an object.
    return place === root
      ? below
      : [`if (${script.isObject(place, scope)}) {`, ...below, `} else ${suspect(name)}`];
  };
  const keysStatements = (
    place: Place,
    at: string,
    keys: Exclude<KnownKeys, true>,
    scope: Scope,
    depth: number,
  ): string[] => {
    const count = `n${depth}`;
    return [
      `let ${count} = 0;`,
      ...Object.entries(keys).flatMap(([key, below]) => {
        const child = place.child(key);
        return [
          `if (${script.value(child, scope)} !== undefined) {`,
          `${count}++;`,
          ...visit(child, `${at}/${key}`, below, scope, depth + 1),
          "}",
        ];
      }),
      `for (const _ in ${script.name(place)}) ${count}--;`,
      `if (${count} !== 0) return true;`,
    ];
  };
  return script.block(root, before, (scope) => visit(root, "", known, scope, 0)).lines;
}

/**
 * True of texts and numbers that a rule may be about, of what holds such, and of what holds lists or objects. Lengths and
 * first characters settle nearly every text.
 */
function suspectFunction(script: Script, tests: readonly Likely[]): string {
  const either = (written: (test: Likely) => string) => tests.map(written).join(" || ") || "false";
  const ofText = either(
    ({ regex, begins, shortest }) => `value.length >= ${shortest}${begins} && ${regex}.test(value)`,
  );
  const ofNumber = either(
    ({ regex, least }) =>
      `(value >= ${least} || value <= -${least}) && ${regex}.test(String(value))`,
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

interface Likely {
  readonly regex: string;
  readonly shortest: number;
  readonly least: number;
  /** A test of the first character. */
  readonly begins: string;
}

function likely(script: Script, { pattern, predicate }: AnywhereFault): Likely {
  const shortest = shortestFailing[predicate] ?? 0;
  const regex = script.constant(String(new RegExp(pattern, "u")));
  const first = "value.charCodeAt(0)";
  const tests = firstCharacters(pattern)?.map(({ min, max }) => {
    if (max >= 0x80) return `${first} >= ${Math.min(min, 0x80)}`;
    return min === max ? `${first} === ${min}` : `(${first} >= ${min} && ${first} <= ${max})`;
  });
  const least = shortest > 1 ? 10 ** (shortest - 1) : 0;
  return { regex, shortest, least, begins: tests ? ` && (${tests.join(" || ")})` : "" };
}

/** What every text of a pattern begins with; undefined where a text may have something before. */
function firstCharacters(pattern: string) {
  const { alternatives } = new RegExpParser().parsePattern(pattern, 0, undefined, {
    unicode: true,
  });
  const isAnchored = alternatives.every(
    ({ elements: [first] }) => first?.type === "Assertion" && first.kind === "start",
  );
  const { char, empty } = getFirstConsumedChar(alternatives, "ltr", { unicode: true });
  return isAnchored && !empty ? char.ranges : undefined;
}
