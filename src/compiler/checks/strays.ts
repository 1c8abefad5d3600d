import type { KindFacts, KnownKeys } from "../../validator/compiled.js";
import type { JsonSchema } from "../jsonSchema.js";
import { Place } from "./place.js";
import type { Scope, Script } from "./script.js";
import { Suspects } from "./suspects.js";

/**
 * Statements that return true unless a payload holds no key beside the known ones, and no text that an `anywhere` rule may
 * be about. Few payloads in order make them do so; what does is looked at closely. `shape` is the schema that the payload
 * has been checked with: what met it is asked no more than that leaves open.
 */
export function straysStatements(
  script: Script,
  root: Place,
  before: Scope,
  { known, secrets, anywhere }: Pick<KindFacts, "known" | "secrets" | "anywhere">,
  shape: JsonSchema,
): string[] {
  const suspects = new Suspects(script, anywhere);
  const countKeys = script.import("countKeys", "values");
  const relied = new Set<number>();
  const metAt = (schemas: readonly JsonSchema[]) =>
    diagnosed(schemas).map(({ fault, of }) => {
      relied.add(fault);
      return of;
    });
  const suspect = (name: string, met: readonly JsonSchema[]) => {
    const test = suspects.test(name, met);
    return test === undefined ? [] : [`if (${test}) return true;`];
  };
  const unless = (test: string, then: readonly string[], otherwise: readonly string[]) => [
    `if (${test}) {`,
    ...then,
    ...(otherwise.length > 0 ? ["} else {", ...otherwise] : []),
    "}",
  ];
  const visit = (
    place: Place,
    at: string,
    keys: KnownKeys,
    schemas: readonly JsonSchema[],
    scope: Scope,
    depth: number,
  ): string[] => {
    const name = script.name(place);
    const met = metAt(schemas);
    if (keys === true) {
      return secrets[at] === undefined
        ? suspect(name, met)
        : [`if (typeof ${name} === "object") return true;`];
    }
    const item = keys["*"];
    if (item !== undefined) {
      const one = Place.root(`${place.id}/*`);
      const below = (inner: Scope) =>
        visit(one, `${at}/*`, item, under(schemas, "items"), inner, depth + 1);
      const loop = script.loop(name, one, [], below, true);
      const otherwise = suspect(name, met.map(butNoList));
      return loop.length === 0 && otherwise.length === 0
        ? []
        : unless(`Array.isArray(${name})`, loop, otherwise);
    }
    const below = keysStatements(place, at, keys, schemas, scope, depth);
    // By now the payload itself is known to be an object.
    if (place === root) return below;
    const isSurelyObject = met.some(({ type }) => type === "object");
    const otherwise = isSurelyObject ? [] : suspect(name, met);
    return unless(script.isObject(place, scope), below, otherwise);
  };
  const keysStatements = (
    place: Place,
    at: string,
    keys: Exclude<KnownKeys, true>,
    schemas: readonly JsonSchema[],
    scope: Scope,
    depth: number,
  ): string[] => {
    const count = `n${depth}`;
    return [
      `let ${count} = 0;`,
      ...Object.entries(keys).flatMap(([key, below]) => {
        const child = place.child(key);
        const isThere = `${script.value(child, scope)} !== undefined`;
        const ofChild = under(schemas, "properties", key);
        const more = visit(child, `${at}/${key}`, below, ofChild, scope, depth + 1);
        return more.length === 0
          ? [`if (${isThere}) ${count}++;`]
          : [`if (${isThere}) {`, `${count}++;`, ...more, "}"];
      }),
      `if (${countKeys}(${script.name(place)}) !== ${count}) return true;`,
    ];
  };
  return script.block(root, before, (scope) => {
    const statements = visit(root, "", known, [shape], scope, 0);
    return [...unlessMet(script, relied), ...statements];
  }).lines;
}

/** What is left of a schema for a value that is no list. */
function butNoList(schema: JsonSchema): JsonSchema {
  if (schema.type === undefined) return schema;
  const types = [schema.type].flat().filter((type) => type !== "array");
  return { ...schema, type: types.length === 1 ? types[0] : types };
}

/** Where one of the faults is noted, what its schema says cannot be relied on. */
function unlessMet(script: Script, relied: ReadonlySet<number>): string[] {
  if (relied.size === 0) return [];
  const tests = runsOf([...relied].sort((left, right) => left - right)).map(
    ([from, to]) => `(fault >= ${from} && fault <= ${to})`,
  );
  const isRelied = script.constant(
    `(noted) => {\nconst fault = typeof noted === "number" ? noted : noted[0];\nreturn ${tests.join(" || ")};\n}`,
  );
  return [`if (found.faults.length > 0 && found.faults.some(${isRelied})) return true;`];
}

/** Sorted numbers as runs of those that follow each other. */
function runsOf(numbers: readonly number[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

interface Diagnosed {
  readonly fault: number;
  readonly of: JsonSchema;
}

/** What is asked of every value at a place. */
function diagnosed(schemas: readonly JsonSchema[]): Diagnosed[] {
  return schemas.flatMap(({ diagnose, allOf = [] }) => [
    ...((diagnose ?? []) as Diagnosed[]),
    ...diagnosed(allOf),
  ]);
}

/** What schemas say of a key, or of the items. */
function under(
  schemas: readonly JsonSchema[],
  keyword: "properties" | "items",
  key?: string,
): JsonSchema[] {
  return schemas.flatMap((schema) => {
    const operand = schema[keyword] as JsonSchema | undefined;
    const own = (key === undefined ? operand : operand?.[key]) as JsonSchema | undefined;
    return [...(own ? [own] : []), ...under(schema.allOf ?? [], keyword, key)];
  });
}
