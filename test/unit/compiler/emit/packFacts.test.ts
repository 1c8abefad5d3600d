import { describe, expect, it } from "vitest";
import { factsOf } from "../../../../src/compiler/emit/facts.js";
import { packKind } from "../../../../src/compiler/emit/packFacts.js";
import { planKind } from "../../../../src/compiler/plan/kind.js";
import { readTables } from "../../../../src/compiler/tables/readTables.js";
import { unpackFacts, unpackWords } from "../../../../src/validator/packed.js";

const tables = readTables("schemas");
const kinds = tables.kinds.map((kind) => [
  kind.row.kind,
  factsOf(planKind(kind, tables), tables),
  { ...tables, elsewhere: kind.elsewhere },
]);

type Shared = Parameters<typeof packKind>[1];

describe("the packed facts of a kind", () => {
  it.each(kinds as [string, ReturnType<typeof factsOf>, Shared][])(
    "The packed facts say what the facts of %s say",
    (_, facts, shared) => {
      const packed = packKind(facts, shared);
      expect(unpackFacts(packed.facts)).toMatchObject({
        known: facts.known,
        secrets: facts.secrets,
      });
      expect(unpackWords(packed.facts, packed.words)).toEqual(facts);
    },
  );
  it("Packed facts cannot hold a source that names no document", () => {
    const [, facts] = kinds[0] as [string, ReturnType<typeof factsOf>];
    const [fault] = facts.faults;
    if (!fault) throw new Error("no fault");
    const sources = [{ title: { en: "Hearsay, 1", ko: "소문, 1" } }];
    const shared = { ...tables, elsewhere: new Map() };
    expect(() => packKind({ ...facts, faults: [{ ...fault, sources }] }, shared)).toThrow(
      "Hearsay",
    );
  });
});
