import type { AnywhereFault, KnownKeys } from "../../runtime/compiled.js";
import { shortestFailing } from "../../runtime/predicates/index.js";
import { Place } from "./place.js";
import type { Script } from "./script.js";

/**
 * A function that is false of most payloads in order: those that hold no key beside the known ones, and no text that an
 * `anywhere` rule may be about. What it is true of is looked at closely.
 */
export function straysFunction(
  script: Script,
  known: KnownKeys,
  secrets: Readonly<Record<string, number>>,
  anywhere: readonly AnywhereFault[],
): string {
  const isSuspect = script.constant(suspectFunction(script, anywhere));
  const suspect = (name: string) => `if (${isSuspect}(${name})) return true;`;
  const visit = (place: Place, at: string, keys: KnownKeys, depth: number): string[] => {
    const name = script.name(place);
    if (keys === true) {
      return secrets[at] === undefined
        ? [suspect(name)]
        : [`if (typeof ${name} === "object") return true;`];
    }
    const item = keys["*"];
    if (item !== undefined) {
      const one = Place.root(`${place.id}/*`);
      const index = `i${depth}`;
      return [
        `if (Array.isArray(${name})) for (let ${index} = 0; ${index} < ${name}.length; ${index}++) {`,
        `const ${script.name(one)} = ${name}[${index}];`,
        ...visit(one, `${at}/*`, item, depth + 1),
        `} else ${suspect(name)}`,
      ];
    }
    const count = `n${depth}`;
    return [
      `if (${script.import("isObject", "values")}(${name})) {`,
      `let ${count} = 0;`,
      ...Object.entries(keys).flatMap(([key, below]) => {
        const child = place.child(key);
        return [
          `const ${script.name(child)} = ${name}[${JSON.stringify(key)}];`,
          `if (${script.name(child)} !== undefined) {`,
          `${count}++;`,
          ...visit(child, `${at}/${key}`, below, depth + 1),
          "}",
        ];
      }),
      `if (${count} !== ${script.import("countKeys", "values")}(${name})) return true;`,
      `} else ${suspect(name)}`,
    ];
  };
  const root = Place.root();
  return [
    `export function strays(${script.name(root)}) {`,
    ...visit(root, "", known, 0),
    "return false;",
    "}",
  ].join("\n");
}

/** True of lists and objects, which are looked into elsewhere, and of texts and numbers that a rule may be about. */
function suspectFunction(script: Script, anywhere: readonly AnywhereFault[]): string {
  const tests = anywhere.map(({ pattern, predicate }) => ({
    regex: script.constant(String(new RegExp(pattern, "u"))),
    shortest: shortestFailing[predicate] ?? 1,
  }));
  const either = (test: (one: (typeof tests)[number]) => string) =>
    tests.map(test).join(" || ") || "false";
  return [
    '(value) => typeof value === "string"',
    `? ${either(({ regex, shortest }) => `(value.length >= ${shortest} && ${regex}.test(value))`)}`,
    ': typeof value === "number"',
    `? ${either(({ regex, shortest }) => `(Math.abs(value) >= ${shortest > 1 ? 10 ** (shortest - 1) : 0} && ${regex}.test(String(value)))`)}`,
    ': typeof value === "object" && value !== null',
  ].join(" ");
}
