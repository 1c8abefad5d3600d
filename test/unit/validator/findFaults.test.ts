import { describe, expect, it } from "vitest";
import type { NoteFault } from "../../../src/validator/compiled.js";
import { type FindingMaker, findFaults, ofReadable } from "../../../src/validator/findFaults.js";
import type { FoundFault } from "../../../src/validator/precedence.js";

const finding = (rule: string, path = ""): FoundFault => ({ rule, path, severity: "error" });
const rulesOf = (findings: readonly FoundFault[]) => findings.map(({ rule, path }) => rule + path);

/** A payload of which one value throws when it is read. */
const hostile = (more: object = {}) =>
  Object.defineProperty({ ...more }, "bad", {
    enumerable: true,
    get: () => {
      throw new Error("no");
    },
  });
type Payload = Record<string, unknown>;

const make: FindingMaker<FoundFault> = {
  noted: (faults) => faults.map((number) => finding(`fault ${number}`, `/${number}`)),
  mayHoldUnlisted: (payload) => Object.hasOwn(payload as object, "stray"),
  unlisted: (payload) => ((payload as Payload).stray === undefined ? [] : [finding("stray")]),
  unreadable: (path) => finding("unreadable", path),
};

describe("The faults of a payload", () => {
  const report = (payload: unknown, on: number, note: NoteFault) => {
    if (on > 0) note(on);
    note();
    if ((payload as Payload).more) note(9);
  };
  it("The faults of a payload are those that are noted, and the unlisted content of a payload that seems to have some", () => {
    const rules = (payload: object, on: number) =>
      rulesOf(findFaults(payload, on, report, make).findings);
    expect(rules({}, 0)).toEqual([]);
    expect(rules({}, 2)).toEqual(["fault 2/2"]);
    expect(rules({ more: true, stray: 1 }, 2)).toEqual(["fault 2/2", "fault 9/9", "stray"]);
    expect(rules({ stray: undefined }, 0)).toEqual([]);
    expect(rules({ stray: 1 }, 0)).toEqual(["stray"]);
    const never = { ...make, mayHoldUnlisted: () => false };
    expect(rulesOf(findFaults({ stray: 1 }, 1, report, never).findings)).toEqual(["fault 1/1"]);
  });

  it("The faults of another payload are what is noted of it, under the same conditions", () => {
    const curious: FindingMaker<FoundFault> = {
      ...make,
      mayHoldUnlisted: () => true,
      unlisted: (_payload, findIn) => findIn({ more: true }),
    };
    const { findings } = findFaults({}, 2, report, curious);
    expect(rulesOf(findings)).toEqual(["fault 2/2", "fault 2/2", "fault 9/9"]);
  });
});

describe("Where a value throws when it is read", () => {
  const readsBad = (payload: unknown, on: number, note: NoteFault) => {
    note(on);
    if ((payload as Payload).bad === undefined) note("bad" as never);
    note();
  };
  it("A copy without the value is checked where an error's rule reads a value that throws, under the same conditions", () => {
    const { payload, findings } = findFaults(hostile({ a: 1 }), 2, readsBad, make);
    expect(payload).toEqual({ a: 1, bad: undefined });
    // What is missing of the copy is not said of a value that is there.
    expect(rulesOf(findings)).toEqual(["unreadable/bad", "fault 2/2"]);
  });

  it("The errors that were found stand where only advice reads a value that throws, and unlisted content is looked for", () => {
    const value = hostile({ stray: 1 });
    const report = (payload: unknown, on: number, note: NoteFault) => {
      note(on);
      note();
      (payload as Payload).bad;
    };
    const { payload, findings } = findFaults(value, 2, report, make);
    expect(payload).toBe(value);
    expect(rulesOf(findings)).toEqual(["fault 2/2", "stray"]);
  });

  it("The faults that were found stand where the search for unlisted content reads a value that throws", () => {
    const value = hostile({ stray: 1 });
    const report = (_payload: unknown, on: number, note: NoteFault) => {
      note(on);
      note();
    };
    const searching: FindingMaker<FoundFault> = {
      ...make,
      *unlisted(payload) {
        yield finding("stray");
        (payload as Payload).bad;
      },
    };
    expect(rulesOf(findFaults(value, 2, report, searching).findings)).toEqual([
      "fault 2/2",
      "stray",
    ]);
  });

  it("What is made of a payload whose value throws is made of a copy", () => {
    const read = (payload: unknown) => (payload as { bad: unknown; a: number }).bad ?? "read";
    expect(ofReadable(hostile({ a: 1 }), read)).toBe("read");
    expect(ofReadable(hostile({ a: 1 }), (payload) => (payload as Payload).a)).toBe(1);
    const value = { bad: 1 };
    expect(ofReadable(value, (payload) => payload)).toBe(value);
  });
});
