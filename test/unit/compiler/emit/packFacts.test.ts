import { describe, expect, it } from "vitest";
import { factsOf } from "../../../../src/compiler/emit/facts.js";
import { packFacts, packWords } from "../../../../src/compiler/emit/packFacts.js";
import { planKind } from "../../../../src/compiler/plan/kind.js";
import { readTables } from "../../../../src/compiler/tables/readTables.js";
import { unpackFacts, unpackWords } from "../../../../src/validator/packed.js";

const tables = readTables("schemas");
const kinds = tables.kinds.map((kind) => [kind.row.kind, factsOf(planKind(kind, tables), tables)]);

describe("the packed facts of a kind", () => {
  it.each(kinds as [string, ReturnType<typeof factsOf>][])(
    "say what the facts of %s say",
    (_, facts) => {
      const unpacked = unpackFacts(packFacts(facts));
      expect(unpackWords(unpacked, packWords(facts, tables.sources))).toEqual(facts);
    },
  );
  it("cannot hold a source that names no document", () => {
    const [, facts] = kinds[0] as [string, ReturnType<typeof factsOf>];
    const [fault] = facts.faults;
    if (!fault) throw new Error("no fault");
    const sources = [{ title: { en: "Hearsay, 1", ko: "소문, 1" } }];
    expect(() => packWords({ ...facts, faults: [{ ...fault, sources }] }, tables.sources)).toThrow(
      "Hearsay",
    );
  });
});
