import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { compileTables } from "../../../../src/compiler/compileTables.js";
import { planKind } from "../../../../src/compiler/plan/kind.js";
import { readTables } from "../../../../src/compiler/tables/readTables.js";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const word = { en: "word", ko: "말" };
const source = [{ document: "guide-2025", section: "1" }];
const text = (more: object = {}) => ({ type: "string", description: "x", "x-ko": "x", ...more });
const rule = (id: string, cases: object[]) => ({
  ...{ id, severity: "error", title: word, why: word, message: word, source, cases },
});

interface Written {
  readonly kind?: object;
  readonly shape: object;
  readonly rules: object;
}

const baseKind: Written = {
  shape: {
    type: "object",
    required: ["name", "tel"],
    properties: { name: text({ maxLength: 40 }), tel: text(), url: text(), memo: text() },
  },
  rules: {
    rules: [
      rule("checkout/url", [{ require: ["/url"] }]),
      rule("checkout/memo", [{ forbid: ["/memo"] }]),
    ],
  },
};

/** Tables of a base and of a gateway's kind that extends it. */
function tablesOf(own: Written, base = baseKind): string {
  const root = mkdtempSync(join(tmpdir(), "paylint-compose-"));
  folders.push(root);
  cpSync("schemas", root, { recursive: true });
  for (const [gateway, { kind, shape, rules }] of [
    ["portone", base],
    ["nice", own],
  ] as const) {
    const folder = join(root, gateway, "v1/request-pay");
    mkdirSync(folder, { recursive: true });
    const row = {
      ...{ kind: `${gateway}.v1.request-pay`, title: word, what: word, source },
      ...(gateway === "nice" && { extends: "portone.v1.request-pay" }),
      ...{ sample: { name: "x", tel: "1", url: "u" }, ...kind },
    };
    writeFileSync(join(folder, "kind.json"), JSON.stringify(row));
    writeFileSync(join(folder, "shape.json"), JSON.stringify(shape));
    writeFileSync(join(folder, "rules.json"), JSON.stringify(rules));
  }
  return root;
}

/** The faults of the extending kind by id, with severity. */
function faultsOf(root: string): string[] {
  const tables = readTables(root);
  const own = tables.kinds.find(({ row }) => row.kind === "nice.v1.request-pay");
  if (!own) throw new Error("no such kind");
  const { faults } = planKind(own, tables);
  return faults.map(({ fault }) => `${fault.severity} ${fault.rule}#${fault.path}`);
}

const nothing: Written = { shape: { type: "object" }, rules: { rules: [] } };

describe("a kind that extends another", () => {
  it("has every fault of the other", () => {
    expect(faultsOf(tablesOf(nothing))).toEqual(
      expect.arrayContaining([
        "error checkout/url#/url",
        "error checkout/memo#/memo",
        "error shape/required#/name",
        "error shape/required#/tel",
        "error shape/length#/name",
      ]),
    );
  });

  it("narrows values, asks for further keys, and has rules of its own", () => {
    const shape = {
      type: "object",
      required: ["memo", "mall"],
      properties: { name: { maxLength: 20 }, mall: text({ enum: ["A"] }) },
    };
    const rules = {
      rules: [
        rule("nice/mall", [{ constrain: { "/mall": { const: "A" } }, wrong: { "/mall": "B" } }]),
        { addsTo: "checkout/url", severity: "warning", cases: [{ require: ["/mall"] }] },
      ],
    };
    const root = tablesOf({ shape, rules });
    const found = faultsOf(root);
    expect(found).toEqual(
      expect.arrayContaining([
        "error shape/required#/tel",
        "error shape/required#/memo",
        "error shape/required#/mall",
        "error shape/enum#/mall",
        "error nice/mall#/mall",
        "warning checkout/url#/url",
        "warning checkout/url#/mall",
      ]),
    );
    expect(found.filter((one) => one.includes("shape/length"))).toHaveLength(1);
    const own = readTables(root).kinds.find(({ row }) => row.extends);
    expect(own?.shape.properties?.name).toMatchObject({ maxLength: 20, description: "x" });
  });

  it("lifts a rule, or one fault of it", () => {
    const lifts = ["checkout/memo", "shape/required#/tel", "shape/length#/name"];
    const found = faultsOf(tablesOf({ ...nothing, rules: { lifts, rules: [] } }));
    expect(found).toContain("error checkout/url#/url");
    expect(found).toContain("error shape/required#/name");
    for (const lifted of ["checkout/memo#/memo", "shape/required#/tel", "shape/length#/name"]) {
      expect(found).not.toContain(`error ${lifted}`);
    }
  });

  it("lifts one path of a case and leaves the others", () => {
    const cases = [{ require: ["/url", "/memo"] }];
    const base = { ...baseKind, rules: { rules: [rule("checkout/url", cases)] } };
    const rules = { lifts: ["checkout/url#/memo"], rules: [] };
    const found = faultsOf(tablesOf({ ...nothing, rules }, base));
    expect(found.filter((one) => one.includes("checkout/url"))).toEqual([
      "error checkout/url#/url",
    ]);
  });

  it("does not change the other", () => {
    const lifts = ["checkout/url"];
    const tables = readTables(tablesOf({ ...nothing, rules: { lifts, rules: [] } }));
    const base = tables.kinds.find(({ row }) => row.kind === "portone.v1.request-pay");
    expect(base?.rules.find(({ id }) => id === "checkout/url")?.cases).toHaveLength(1);
  });

  it("is compiled to artifacts like any other", async () => {
    const { build } = await compileTables(tablesOf(nothing));
    expect(build.get("packs/nice/v1/request-pay.types.d.ts")).toContain("tel: string");
    expect(build.get("vectors/nice.v1.request-pay.json")).toContain("checkout/url");
  });

  it.each([
    [
      { lifts: ["no/rule"], rules: [] },
      "no/rule: portone.v1.request-pay has no such fault to lift",
    ],
    [
      { lifts: ["shape/required#/url"], rules: [] },
      "shape/required#/url: portone.v1.request-pay has no",
    ],
  ])("cannot lift what is not there: %j", (rules, message) => {
    expect(() => readTables(tablesOf({ ...nothing, rules }))).toThrow(message);
  });

  it("names a kind that there is, and no circle", () => {
    const stray = tablesOf({ ...nothing, kind: { extends: "portone.v9.request-pay" } });
    expect(() => readTables(stray)).toThrow('extends "portone.v9.request-pay", which is no kind');
    const circle = tablesOf(nothing, { ...baseKind, kind: { extends: "nice.v1.request-pay" } });
    expect(() => readTables(circle)).toThrow("which extends it");
  });
});
