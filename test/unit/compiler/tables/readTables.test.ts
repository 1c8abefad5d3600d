import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { TableError } from "../../../../src/compiler/tables/problems.js";
import { readTables } from "../../../../src/compiler/tables/readTables.js";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

// biome-ignore lint/suspicious/noExplicitAny: tables are edited here as the loose JSON that they are
type Json = any;

/** What is wrong with the tables after edits of files, as `file: row: reason`. */
function problemsAfter(edits: Readonly<Record<string, (data: Json) => void>>): string[] {
  const root = mkdtempSync(join(tmpdir(), "paylint-tables-"));
  folders.push(root);
  cpSync("schemas", root, { recursive: true });
  for (const [file, edit] of Object.entries(edits)) {
    const data = JSON.parse(readFileSync(join(root, file), "utf8"));
    edit(data);
    writeFileSync(join(root, file), JSON.stringify(data));
  }
  try {
    readTables(root);
    return [];
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    return error.problems.map(({ file, row, reason }) => `${file}: ${row}: ${reason}`);
  }
}

const rules = "ksnet/v1/request-pay/rules.json";
const row = (data: Json, id: string) => data.rules.find((one: Json) => one.id === id);

describe("reading the tables", () => {
  it("finds nothing wrong with those of the repository", () => {
    expect(problemsAfter({})).toEqual([]);
  });

  it("tells every wrong reference of every file in one run", () => {
    const found = problemsAfter({
      [rules](data) {
        row(data, "vbank/due").cases[0].require = ["/vbank_until"];
        row(data, "vbank/due").source[0].document = "blog";
        data.rules.push({ addsTo: "no/rule", cases: [{ forbid: ["/name"] }] });
      },
      "ksnet/issuers.json"({ rows }) {
        rows[0].card_quota = "maybe";
        delete rows[1].site_url;
      },
      "ksnet/v1/cancel/shape.json"(data) {
        data.required = ["nothing"];
      },
    });
    expect(found.sort()).toEqual([
      'ksnet/issuers.json: 361: card_quota is "maybe", not allowed, forbidden',
      "ksnet/issuers.json: 369: no cell in column site_url",
      'ksnet/v1/cancel/shape.json: /: requires "nothing", which it does not describe',
      "ksnet/v1/request-pay/rules.json: no/rule: addsTo names no rule",
      'ksnet/v1/request-pay/rules.json: vbank/due: unknown document "blog"',
      "ksnet/v1/request-pay/rules.json: vbank/due: unknown path /vbank_until",
    ]);
  });

  it("tells every malformed row of every file in one run", () => {
    const found = problemsAfter({
      [rules](data) {
        delete row(data, "vbank/due").message.ko;
        row(data, "issuer/site-url").cases[0].javascript = "x";
      },
      "ksnet/v1/cancel/kind.json"(data) {
        delete data.title;
      },
    });
    expect(found).toHaveLength(3);
    expect(found.join("\n")).toMatch(/rules\.json: vbank\/due: .*ko/);
    expect(found.join("\n")).toMatch(/rules\.json: issuer\/site-url: .*javascript/);
    expect(found.join("\n")).toMatch(/cancel\/kind\.json: .*title/);
  });

  it("names the kind in which a path of a shared rule is unknown, and each problem once", () => {
    const found = problemsAfter({
      "ksnet/v1/rules.json"({ rules: rows }) {
        rows.find((one: Json) => one.cases).cases[0].forbid = ["/nowhere"];
        for (const key of [
          "require",
          "requireAny",
          "constrain",
          "compare",
          "wrong",
          "when",
          "each",
        ]) {
          delete rows.find((one: Json) => one.cases).cases[0][key];
        }
      },
    });
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found).size).toBe(found.length);
    for (const one of found)
      expect(one).toMatch(/^ksnet\/v1\/rules\.json: .*unknown path \/nowhere, in ksnet\.v1\./);
  });
});
