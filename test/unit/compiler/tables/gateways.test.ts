import { describe, expect, it } from "vitest";
import { gateways } from "../../../../dist/generated/gateways.js";
import { checkGateways } from "../../../../src/compiler/tables/gateways.js";
import { Problems } from "../../../../src/compiler/tables/problems.js";
import { readTables } from "../../../../src/compiler/tables/readTables.js";
import type { GatewayRow } from "../../../../src/compiler/tables/types.js";

const { gateways: rows, sources } = readTables("schemas");

const changed = (code: string, change: Partial<GatewayRow>) =>
  rows.map((row) => (row.code === code && row.version === "v1" ? { ...row, ...change } : row));
const check = (table: readonly GatewayRow[]) => {
  const problems = new Problems();
  checkGateways(table, sources, problems);
  problems.throwIfAny();
};

describe("the table of gateways", () => {
  it("The table of gateways is accepted as it is", () => {
    expect(() => check(rows)).not.toThrow();
  });

  it.each([
    [
      "a code that a version has twice",
      [...rows, rows[0] as GatewayRow],
      /another company has this code of v1/,
    ],
    [
      "a bypass key that two rows of a version share",
      changed("welcome", { bypass: ["ksnet"] }),
      /welcome: bypass key "ksnet" is already ksnet's/,
    ],
    [
      "a document that is not listed",
      changed("welcome", { source: [{ document: "x", section: "y" }] }),
      /unknown document "x"/,
    ],
    [
      "a successor of another company",
      changed("nice", { supersededBy: "welcome" }),
      /nice: supersededBy is welcome, no code of nice in v1/,
    ],
  ])("The table of gateways refuses %s", (_, table, message) => {
    expect(() => check(table)).toThrow(message);
  });

  it("The table of gateways gives every row to the package, without its sources", () => {
    expect(gateways).toEqual(rows.map(({ source: _, ...row }) => row));
  });
});
