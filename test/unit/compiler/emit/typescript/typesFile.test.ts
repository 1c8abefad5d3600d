import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { typesFor } from "../../../../../src/compiler/emit/typescript/typesFile.js";
import type { Shape } from "../../../../../src/compiler/tables/types.js";
import { kindOf } from "../../../../support/kindOf.js";
import { tsc } from "../../../../support/system.js";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The lines of values that the type checker refuses, of a kind with a shape. */
async function refused(shape: Shape, values: readonly string[]): Promise<number[]> {
  const { payload } = await typesFor(kindOf({ shape }).plan);
  const folder = mkdtempSync(join(tmpdir(), "paylint-types-"));
  folders.push(folder);
  writeFileSync(join(folder, "kind.d.ts"), payload);
  const lines = values.map((value, line) => `export const v${line}: Kind = ${value};`);
  writeFileSync(
    join(folder, "use.ts"),
    [`import type { Kind } from "./kind";`, ...lines].join("\n"),
  );
  const options = "--noEmit --strict --target es2022 --module esnext --moduleResolution bundler";
  const { stdout } = tsc(options, ["use.ts"], folder);
  return [...stdout.matchAll(/^use\.ts\((\d+),/gm)].map(([, line]) => Number(line) - 2);
}

const text = { type: "string" };

describe("the types of forms that a key tells apart", () => {
  const method = (type: Shape, required: string[] = []): Shape => ({
    required: ["method"],
    properties: {
      method: {
        type: "object",
        required,
        properties: { type, card: text, account: text, memo: text },
        "x-variants": {
          key: "type",
          of: { CARD: { required: ["card"], keys: ["card"] }, VBANK: { keys: ["account"] } },
        },
      },
    },
  });
  it("The types of forms ask for the keys of the form, and refuse those of another", async () => {
    const shape = method({ ...text, enum: ["CARD", "VBANK"] }, ["type"]);
    const values = [
      '{ method: { type: "CARD", card: "x", memo: "y" } }',
      '{ method: { type: "VBANK" } }',
      '{ method: { type: "CARD" } }',
      '{ method: { type: "VBANK", card: "x" } }',
      '{ method: { type: "CARD", card: "x", account: "y" } }',
      '{ method: { card: "x" } }',
    ];
    expect(await refused(shape, values)).toEqual([2, 3, 4, 5]);
  });
  it("The types of forms let the key be absent, or of another value, where the shape does", async () => {
    const shape = method({ ...text, enum: ["CARD", "VBANK", "POINT"] });
    const values = [
      '{ method: { memo: "y" } }',
      '{ method: { type: "POINT", card: "x" } }',
      '{ method: { type: "CARD" } }',
      '{ method: { type: "OTHER" } }',
    ];
    expect(await refused(shape, values)).toEqual([2, 3]);
  });
});

describe("the types of a kind that says the same as the one that it extends", () => {
  const address: Shape = {
    type: "object",
    required: ["city"],
    properties: { city: text, zip: text },
  };
  const payloadOver = async (shape: Shape) => {
    const { plan } = kindOf({ shape });
    return (await typesFor(plan, { ...(await typesFor(plan)), module: "./base.js" })).payload;
  };

  it("The types of a kind that says the same as the one that it extends are an interface without keys of its own", async () => {
    const payload = await payloadOver({ properties: { from: address, to: address, memo: text } });
    expect(payload).toMatch(
      /^import type \* as base from ".\/base.js";\ntype KindInherited = base.Kind;$/m,
    );
    expect(payload).toMatch(/^export interface Kind extends KindInherited \{\}$/m);
    expect(payload).not.toContain("city");
  });

  it("The types of such a kind are the other's where payloads have several forms, which no interface can extend", async () => {
    const payload = await payloadOver({
      ...{
        required: ["type"],
        properties: { type: { ...text, enum: ["CARD", "POINT"] }, card: text },
      },
      "x-variants": { key: "type", of: { CARD: { required: ["card"], keys: ["card"] } } },
    });
    expect(payload).toMatch(/^export type Kind = base.Kind$/m);
  });
});
