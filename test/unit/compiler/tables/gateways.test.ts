import { describe, expect, it } from "vitest";
import { gatewayNamed, gatewayNames } from "../../../../dist/gatewayFacts.js";
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
  it("is accepted as it is", () => {
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
  ])("refuses %s", (_, table, message) => {
    expect(() => check(table)).toThrow(message);
  });

  it("gives every row to the package, without its sources", () => {
    expect(gateways).toEqual(rows.map(({ source: _, ...row }) => row));
  });
});

describe("a gateway's name", () => {
  it("means the company's current code in each version", () => {
    expect(gatewayNamed("inicis", "v1")?.code).toBe("html5_inicis");
    expect(gatewayNamed("inicis", "v2")?.code).toBe("inicis_v2");
    expect(gatewayNamed("nice", "v1")?.code).toBe("nice_v2");
  });

  it("means the code itself where no company has that name", () => {
    expect(gatewayNamed("uplus", "v1")?.code).toBe("uplus");
    expect(gatewayNamed("html5_inicis", "v1")?.company).toBe("inicis");
  });

  it("means nothing in a version that the gateway does not serve", () => {
    expect(gatewayNamed("kpn", "v1")).toBeUndefined();
    expect(gatewayNamed("html5_inicis", "v2")).toBeUndefined();
    expect(gatewayNamed("nobody", "v1")).toBeUndefined();
  });

  it("is listed once, whether company, code or both", () => {
    expect(new Set(gatewayNames).size).toBe(gatewayNames.length);
    expect(gatewayNames).toEqual(expect.arrayContaining(["inicis", "html5_inicis", "inicis_v2"]));
  });
});
