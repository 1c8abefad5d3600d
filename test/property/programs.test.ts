import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noTables } from "../../dist/extract/calls.js";
import { readJava } from "../../dist/extract/java/read.js";
import { readScript } from "../../dist/extract/javascript/script.js";
import { parse } from "../../dist/extract/javascript/syntax/parse.js";
import type { Located } from "../../dist/extract/located.js";
import { readPython } from "../../dist/extract/python/read.js";
import type { Reader } from "../../dist/extract/reader.js";
import { callKinds } from "../../dist/generated/callKinds.js";
import { sdks } from "../../dist/generated/sdks.js";
import { fits, isOpen, Unknown } from "../../dist/validator/unknown.js";
import { knownPrograms, type Language, type Program, programs, written } from "./programs.js";

const cancel = "https://api.iamport.kr/payments/cancel";

const languages: Readonly<
  Record<Language, { read: Reader; begin: string; sends: (map: string) => string }>
> = {
  javascript: {
    read: readScript,
    begin: "IMP.request_pay(",
    sends: (map) => `IMP.request_pay(${map});`,
  },
  python: {
    read: readPython,
    begin: "requests.post(",
    sends: (map) => `requests.post("${cancel}", json=${map})`,
  },
  java: {
    read: readJava,
    begin: "rest.postForObject(",
    sends: (map) => `rest.postForObject("${cancel}", ${map}, String.class);`,
  },
};

/** The payloads that are read of a program, by the number of the statement that sends them. */
function readIn(program: Program, language: Language) {
  const { read, begin, sends } = languages[language];
  const text = written(program, language, sends);
  const { calls } = read(text, {
    ...{ ...noTables, kinds: callKinds, sdks },
    ...{ ending: ".js", parser: parse },
  });
  const places: number[] = [];
  for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) places.push(at);
  return {
    text,
    payloads: new Map(calls.map(({ span, payload }) => [places.indexOf(span[0]), payload])),
  };
}

interface Sent {
  readonly site: number;
  readonly payload: unknown;
}

/** What a program sends when it runs; `choose` decides what is not known before. */
function run(program: Program, f: boolean, g: boolean, choose: (among: number) => number): Sent[] {
  const sent: Sent[] = [];
  let sites = 0;
  const code = written(program, "javascript", (map) => `send(${sites++}, ${map});`);
  const surroundings = {
    send: (site: number, map: unknown) => sent.push({ site, payload: plain(map) }),
    given: () => Array.from({ length: choose(3) }),
    unknown: () => [5, "u", "x", null, { k: "u" }][choose(5)],
    hand: (map: Record<string, unknown>) => {
      if (choose(3) === 0) map[["k", "l", "n"][choose(3)] as string] = "h";
      if (choose(3) === 0) delete map.k;
      for (const below of Object.values(map)) {
        if (typeof below === "object" && below && choose(2) === 0) Object.assign(below, { k: "h" });
      }
    },
    later: (fn: () => void) => {
      for (let times = choose(3); times > 0; times--) fn();
    },
    maybe: () => choose(2) === 0,
    risky: () => {
      if (choose(2) === 0) throw new Error("risky");
    },
  };
  try {
    new Function(...Object.keys(surroundings), `"use strict"; ${code}; pay(${f}, ${g});`)(
      ...Object.values(surroundings),
    );
  } catch {
    // What was sent until then counts.
  }
  return sent;
}

/** A copy of a value as JSON has it, which an object in itself cannot be. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const typeOf = (value: unknown) =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

/** Where a value is not one of those that are possible by what is known; undefined where it is. */
function conflict(known: unknown, value: unknown, at = ""): string | undefined {
  const here = `${at}: ${JSON.stringify(value)}`;
  if (known instanceof Unknown) {
    const { types, text } = known;
    if (types && !types.includes(typeOf(value) as never)) return `${here} is none of ${types}`;
    if (text !== undefined && typeof value === "string" && !fits(text, value)) {
      return fits(value, text) ? undefined : `${here} is not like ${text}`;
    }
    return undefined;
  }
  if (typeof known !== "object" || known === null) {
    // A missing value is None in Python.
    return known === value || (known === null && value === undefined)
      ? undefined
      : `${here} is not ${JSON.stringify(known)}`;
  }
  if (
    typeof value !== "object" ||
    value === null ||
    Array.isArray(known) !== Array.isArray(value)
  ) {
    return `${here} is not ${JSON.stringify(known)}`;
  }
  const seen = Object.entries(known);
  const given = new Map(Object.entries(value));
  for (const [key, one] of seen) {
    const found = conflict(one, given.get(key), `${at}/${key}`);
    if (found !== undefined) return found;
  }
  const more = [...given].find(([key, one]) => one !== undefined && !Object.hasOwn(known, key));
  return more && !isOpen(known) ? `${here} has ${more[0]} too` : undefined;
}

const choices = (numbers: readonly number[]) => {
  let next = 0;
  return (among: number) => (numbers[next++ % numbers.length] ?? 0) % among;
};

const numbers = fc.array(fc.nat(59), { minLength: 12, maxLength: 12 });

describe.each(Object.keys(languages) as Language[])("A program of %s", (language) => {
  it("A program sends nothing that contradicts what is read of it", () => {
    fc.assert(
      fc.property(programs, numbers, numbers, (program, one, other) => {
        const { text, payloads } = readIn(program, language);
        for (const [f, g] of [
          [true, true],
          [true, false],
          [false, true],
          [false, false],
        ] as const) {
          for (const { site, payload } of [
            ...run(program, f, g, choices(one)),
            ...run(program, f, g, choices(other)),
          ]) {
            expect(payloads.has(site), `no call ${site} is read in\n${text}`).toBe(true);
            const located = payloads.get(site) as Located | undefined;
            const found = located && conflict(located.value, payload);
            expect(found, `call ${site}${found} in\n${text}`).toBeUndefined();
          }
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    );
  });
});

/** What is known of a value, written out beside the value itself, in which what was read of a missing key is missing. */
function shown(known: unknown, value: unknown): unknown {
  if (known instanceof Unknown) return value === undefined ? undefined : "unknown";
  if (typeof known !== "object" || known === null) return known;
  if (isOpen(known)) return "open";
  const beside = (value ?? {}) as Record<string, unknown>;
  return Array.isArray(known)
    ? known.map((one, index) => shown(one, beside[index] ?? undefined) ?? null)
    : Object.fromEntries(Object.entries(known).map(([key, one]) => [key, shown(one, beside[key])]));
}

describe.each(["python", "java"] as const)(
  "A program of %s in which everything is known",
  (language) => {
    it("A program in which everything is known sends exactly what is read of it", () => {
      fc.assert(
        fc.property(knownPrograms, (program) => {
          const { text, payloads } = readIn(program, language);
          for (const { site, payload } of run(program, true, true, () => 0)) {
            const located = payloads.get(site);
            expect(shown(located?.value, payload), `call ${site} in\n${text}`).toEqual(payload);
          }
        }),
        { numRuns: Number(process.env.RUNS ?? 100) },
      );
    });
  },
);
