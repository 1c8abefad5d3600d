import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { compileTables } from "../../../src/compiler/compileTables.js";
import type { Files } from "../../../src/compiler/emit/modules/moduleText.js";
import { direct } from "../../support/payloads.js";

const schemas = fileURLToPath(new URL("../../../schemas", import.meta.url));
const dist = fileURLToPath(new URL("../../../dist", import.meta.url));
const kind = "ksnet.v1.request-pay";
const folders: string[] = [];

// biome-ignore lint/suspicious/noExplicitAny: tables are edited here as the loose JSON that they are
type Json = any;

/** A copy of the tables with one file edited. */
function tablesWith(file: string, edit: (data: Json) => void): string {
  const folder = mkdtempSync(join(tmpdir(), "paylint-tables-"));
  folders.push(folder);
  cpSync(schemas, folder, { recursive: true });
  const path = join(folder, file);
  const data = JSON.parse(readFileSync(path, "utf8"));
  edit(data);
  writeFileSync(path, JSON.stringify(data));
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const text = (files: Files, path: string) => files.get(path) as string;
const json = (files: Files, path: string) => JSON.parse(text(files, path)) as Json;

/** Writes compiled files beside a copy of the built runtime, and loads from there. */
function install(files: Files) {
  const folder = mkdtempSync(join(tmpdir(), "paylint-build-"));
  folders.push(folder);
  cpSync(dist, folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  for (const [path, content] of files) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const run = (script: string) => {
    const entry = pathToFileURL(join(folder, "packs/ksnet/v1.js")).href;
    const full = `import { requestPay, issuers } from ${JSON.stringify(entry)};\n${script}`;
    return JSON.parse(
      execFileSync(process.execPath, ["--input-type=module", "-e", full], { encoding: "utf8" }),
    ) as Json;
  };
  return { folder, run };
}

describe("one edit of the tables", () => {
  it("an added issuer reaches every artifact", async () => {
    const root = tablesWith("ksnet/issuers.json", ({ rows }) => {
      const citi = rows.find((row: Json) => row.code === "370");
      rows.push({ ...citi, code: "777", en: "Test Card", ko: "시험카드", v2: "TEST_CARD" });
    });
    const { build, documents } = await compileTables(root);
    const schema = json(build, `schemas/${kind}.json`);
    expect(schema.$defs.shape.properties.card.properties.direct.properties.code.enum).toContain(
      "777",
    );
    expect(
      json(build, `vectors/${kind}.json`).some(({ name }: Json) => name.includes("issuer 777")),
    ).toBe(true);
    const declarations = text(build, "packs/ksnet/v1/request-pay.types.d.ts");
    expect(declarations).toMatch(/"777": RequestPayWith\w+NoCardQuota<"777">/);
    expect(documents.get("docs/rules.md")).toContain("| 777 | Test Card |");
    expect(documents.get("docs/rules.ko.md")).toContain("| 777 | 시험카드 |");
    const { run, folder } = install(build);
    const payload = { ...direct("777"), storeDetails: undefined, display: { card_quota: [] } };
    const { paths, known, message } = run(`
      const { diagnostics } = requestPay.check(${JSON.stringify(payload)}, { locale: "ko" });
      console.log(JSON.stringify({
        paths: diagnostics.map(({ path }) => path),
        known: issuers.some(({ code }) => code === "777"),
        message: diagnostics[0].message,
      }));`);
    expect(paths).toEqual([
      "/storeDetails/businessName",
      "/storeDetails/businessRegistrationNumber",
      "/display/card_quota",
    ]);
    expect(known).toBe(true);
    expect(message).toContain("시험카드 (777)");
    const exampleCatalogs = readFileSync(join(folder, "generated/exampleCatalogs.js"), "utf8");
    expect(exampleCatalogs).toContain('"777"');
  });

  it("a flipped cell reaches every artifact", async () => {
    const before = await compileTables(schemas);
    const { build, documents } = await compileTables(
      tablesWith("ksnet/issuers.json", ({ rows }) => {
        rows.find((row: Json) => row.code === "381").site_url = "required";
      }),
    );
    for (const path of [
      `schemas/${kind}.json`,
      `vectors/${kind}.json`,
      "packs/ksnet/v1/request-pay.types.d.ts",
      "packs/ksnet/v1/request-pay.js",
      "packs/ksnet/v1/request-pay.accepts.js",
      "packs/ksnet/v1/request-pay.reports.js",
      "generated/exampleCatalogs.js",
    ]) {
      expect(text(build, path), path).not.toBe(text(before.build, path));
    }
    for (const [path, content] of documents) {
      if (/rules|issuers/.test(path)) expect(content, path).not.toBe(before.documents.get(path));
    }
    const payload = { ...direct("381"), bypass: {} };
    const { errors, is } = install(build).run(`
      const payload = ${JSON.stringify(payload)};
      const { diagnostics } = requestPay.check(payload);
      console.log(JSON.stringify({
        errors: diagnostics.map(({ rule, path }) => rule + " " + path),
        is: requestPay.is(payload),
      }));`);
    expect(errors).toEqual(["issuer/site-url /bypass/ksnet/url"]);
    expect(is).toBe(false);
    expect(text(build, "packs/ksnet/v1/request-pay.types.d.ts")).toMatch(
      /"381": RequestPayWith\w+SiteUrl<"381">/,
    );
  });
});

describe("a malformed table fails the build by file, row and reason", () => {
  const rules = "ksnet/v1/request-pay/rules.json";
  const row = (id: string) => (data: Json) => data.rules.find((rule: Json) => rule.id === id);
  const cases: [string, string, (data: Json) => void, RegExp][] = [
    [
      "unknown path",
      rules,
      (data) => {
        row("vbank/due")(data).cases[0].require = ["/vbank_until"];
      },
      /rules\.json: vbank\/due: unknown path \/vbank_until/,
    ],
    [
      "no source",
      rules,
      (data) => {
        delete row("vbank/due")(data).source;
      },
      /rules\.json: vbank\/due: .*source/,
    ],
    [
      "unknown document",
      rules,
      (data) => {
        row("vbank/due")(data).source[0].document = "blog";
      },
      /vbank\/due: unknown document "blog"/,
    ],
    [
      "two rules of one id",
      rules,
      (data) => {
        data.rules.push(row("vbank/due")(data));
      },
      /vbank\/due: two rules have this id/,
    ],
    [
      "an id that stands in a shared file",
      rules,
      (data) => {
        row("vbank/due")(data).id = "shape/type";
      },
      /shape\/type: two rules have this id/,
    ],
    [
      "addsTo nothing",
      rules,
      (data) => {
        data.rules.push({ addsTo: "no/rule", cases: [{ forbid: ["/name"] }] });
      },
      /no\/rule: addsTo names no rule/,
    ],
    [
      "unknown predicate",
      rules,
      (data) => {
        row("store/business-number")(data).cases[0].constrain[
          "/storeDetails/businessRegistrationNumber"
        ].predicate.name = "magic";
      },
      /store\/business-number: .*predicate\/name/,
    ],
    [
      "unknown column",
      rules,
      (data) => {
        row("issuer/site-url")(data).cases[0].when["/card/direct/code"].issuer = {
          web: "required",
        };
      },
      /issuer\/site-url: unknown issuer column web/,
    ],
    [
      "a cell that no row can have",
      rules,
      (data) => {
        row("issuer/site-url")(data).cases[0].when["/card/direct/code"].issuer = {
          site_url: "needed",
        };
      },
      /issuer\/site-url: no cell of site_url can be "needed"/,
    ],
    [
      "unknown issuer code",
      rules,
      (data) => {
        row("vbank/due")(data).cases[0].when["/card/direct/code"] = { const: "999" };
      },
      /vbank\/due: "999" is none of the values of \/card\/direct\/code/,
    ],
    [
      "a key of no meaning",
      rules,
      (data) => {
        row("vbank/due")(data).cases[0].javascript = "x";
      },
      /vbank\/due: .*javascript/,
    ],
    [
      "no Korean",
      rules,
      (data) => {
        delete row("vbank/due")(data).message.ko;
      },
      /vbank\/due: .*ko/,
    ],
    [
      "a cell of another word",
      "ksnet/issuers.json",
      (data) => {
        data.rows[0].card_quota = "maybe";
      },
      /issuers\.json: 361: card_quota is "maybe", not allowed, forbidden/,
    ],
    [
      "a missing cell",
      "ksnet/issuers.json",
      (data) => {
        delete data.rows[0].site_url;
      },
      /issuers\.json: 361: no cell in column site_url/,
    ],
    [
      "two rows of one code",
      "ksnet/issuers.json",
      (data) => {
        data.rows[1].code = "361";
      },
      /issuers\.json: 361: two rows have this code/,
    ],
    [
      "unknown format",
      "ksnet/v1/request-pay/shape.json",
      (data) => {
        data.properties.confirm_url["x-format"] = "uri";
      },
      /shape\.json: \/confirm_url: unknown format "uri"/,
    ],
    [
      "a rule that repeats another",
      rules,
      (data) => {
        data.rules.push({ ...row("vbank/due")(data), id: "vbank/again" });
      },
      /no payload breaks vbank\/(due|again) alone/,
    ],
  ];
  it.each(cases)("%s", async (_name, file, edit, message) => {
    await expect(compileTables(tablesWith(file, edit))).rejects.toThrow(message);
  });

  it("broken JSON", async () => {
    const root = tablesWith(rules, () => {});
    writeFileSync(join(root, rules), "{");
    await expect(compileTables(root)).rejects.toThrow(/rules\.json: .*JSON/);
  });
});

it("another version reads the same issuer table under its own names", async () => {
  const root = tablesWith("sources.json", () => {});
  const folder = join(root, "ksnet/v2/request-payment");
  const word = { en: "word", ko: "말" };
  const described = { description: "x", "x-ko": "x" };
  const object = (properties: object) => ({ type: "object", properties, ...described });
  const write = (name: string, data: object) =>
    writeFileSync(join(folder, name), JSON.stringify(data));
  mkdirSync(folder, { recursive: true });
  write("kind.json", {
    kind: "ksnet.v2.request-payment",
    title: word,
    what: word,
    source: [{ document: "sdk2", section: "parameters" }],
    issuer: { path: "/card/cardCompany", column: "v2" },
    sample: { orderName: "Cup" },
  });
  write("shape.json", {
    type: "object",
    properties: {
      orderName: { type: "string", ...described },
      card: object({
        cardCompany: { type: "string", "x-enum-from": { issuers: "v2" }, ...described },
      }),
      bypass: object({
        ksnet: object({ url: { type: "string", "x-format": "http-url", ...described } }),
      }),
    },
  });
  write("rules.json", {
    rules: [
      {
        id: "issuer/site-url",
        severity: "error",
        title: word,
        why: word,
        message: word,
        source: [{ document: "sdk2", section: "card" }],
        cases: [
          {
            when: { "/card/cardCompany": { issuer: { site_url: "required" } } },
            require: ["/bypass/ksnet/url"],
          },
        ],
      },
    ],
  });
  const { build } = await compileTables(root);
  const vectors = json(build, "vectors/ksnet.v2.request-payment.json") as Json[];
  const asked = vectors.filter(({ expect: found }) =>
    found.some(({ rule }: Json) => rule === "issuer/site-url"),
  );
  expect(asked.map(({ payload }) => payload.card.cardCompany)).toContain("HYUNDAI_CARD");
  const { rows } = JSON.parse(readFileSync(join(schemas, "ksnet/issuers.json"), "utf8")) as Json;
  expect(asked).toHaveLength(rows.filter((row: Json) => row.site_url === "required").length);
  expect(text(build, "packs/ksnet/v2/request-payment.types.d.ts")).toContain(
    '"HYUNDAI_CARD": RequestPaymentWithSiteUrl<"HYUNDAI_CARD">',
  );
});

it("a second gateway is data: another folder, no line of code", async () => {
  const root = tablesWith("sources.json", ({ sources }) => {
    sources.nice = {
      title: { en: "NICE guide", ko: "나이스 가이드" },
      edition: { en: "2026-08", ko: "2026-08" },
    };
  });
  const folder = join(root, "nice/v1/request-pay");
  const word = { en: "word", ko: "말" };
  mkdirSync(folder, { recursive: true });
  const write = (name: string, data: object) =>
    writeFileSync(join(folder, name), JSON.stringify(data));
  const title = { en: "NICE payment request", ko: "나이스 결제 요청" };
  write("kind.json", {
    kind: "nice.v1.request-pay",
    title,
    what: title,
    source: [{ document: "nice", section: "1" }],
    sample: { pay_method: "card" },
  });
  const described = { description: "x", "x-ko": "x" };
  const quota = { type: "number", examples: [3], ...described };
  const code = { type: "string", examples: ["361"], ...described };
  const object = (properties: object) => ({ type: "object", properties, ...described });
  write("shape.json", {
    type: "object",
    properties: {
      pay_method: { type: "string", ...described },
      card: object({ direct: object({ code, quota }) }),
      display: object({
        card_quota: { type: "array", items: quota, examples: [[3]], ...described },
      }),
    },
  });
  const rule = (id: string, cases: object[]) => ({
    id,
    severity: "error",
    title: word,
    why: word,
    message: word,
    source: [{ document: "nice", section: "1" }],
    cases,
  });
  const isDirect = { "/card/direct/code": { present: true } };
  write("rules.json", {
    rules: [
      rule("direct/quota", [{ when: isDirect, require: ["/card/direct/quota"] }]),
      rule("direct/no-card-quota", [{ when: isDirect, forbid: ["/display/card_quota"] }]),
    ],
  });
  const { build } = await compileTables(root);
  expect(build.has("packs/nice/v1.js")).toBe(true);
  const vectors = json(build, "vectors/nice.v1.request-pay.json") as Json[];
  expect(
    vectors.flatMap(({ expect: found }) => found.map(({ rule, path }: Json) => `${rule} ${path}`)),
  ).toEqual(
    expect.arrayContaining([
      "direct/quota /card/direct/quota",
      "direct/no-card-quota /display/card_quota",
    ]),
  );
});
