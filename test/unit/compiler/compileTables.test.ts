import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Artifacts, compileTables } from "../../../src/compiler/compileTables.js";
import type { Files } from "../../../src/compiler/emit/modules/moduleText.js";
import { direct } from "../../support/payloads.js";
import { type Edits, type Loose, table, tablesWith, writeTable } from "../../support/tables.js";

const dist = fileURLToPath(new URL("../../../dist", import.meta.url));
const kind = "ksnet.v1.request-pay";
const issuers = "gateways/ksnet/issuers.yaml";

const text = (files: Files, path: string) => files.get(path) as string;
const json = (files: Files, path: string) => JSON.parse(text(files, path)) as Loose;

/** What the compiled files take the place of; copying that of every gateway takes longer than compiling. */
const compiled = ["bundle", "packs", "schemas", "vectors"].map((name) => join(dist, name));

/** Writes compiled files beside a copy of the built runtime, and loads from there. */
function install(files: Files) {
  const folder = mkdtempSync(join(tmpdir(), "paylint-installed-"));
  cpSync(dist, folder, { recursive: true, filter: (from) => !compiled.includes(from) });
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
    ) as Loose;
  };
  return { folder, run };
}

const word = { ko: "말", en: "word" };
const words = { severity: "error", title: word, why: word, message: word };
const object = { type: "object", ko: "말", en: "A word." };
const isDirect = { "/card/direct/code": { present: true } };

/** An issuer, a flipped cell, a version and a gateway more than the repository has: compiled together, since that takes seconds. */
const edits: Edits = {
  [issuers]({ rows }) {
    const citi = rows.find((row: Loose) => row.code === "370");
    rows.push({ ...citi, code: "777", en: "Test Card", ko: "시험카드", v2: "TOSS_BANK" });
    rows.find((row: Loose) => row.code === "381").site_url = "required";
  },
  "portone/v9/try-payment/kind.yaml": (data) =>
    Object.assign(data, {
      ...{ title: word, what: word, source: "sdk2 1", sample: { orderName: "Cup" } },
      issuer: { path: "/card/cardCompany", column: "v2" },
    }),
  "portone/v9/try-payment/keys.yaml": (data) =>
    Object.assign(data, {
      "/": { type: "object" },
      "/orderName": { type: "string", ko: "말", en: "A word." },
      "/card": object,
      "/card/cardCompany": { type: "string", enumFrom: "v2", ko: "말", en: "A word." },
      "/site": { type: "string", format: "http-url", ko: "말", en: "A word." },
    }),
  "gateways/ksnet/gateway.yaml"({ codes }) {
    codes.v9 = codes.v1;
  },
  "meta/gateway.schema.json"(schema) {
    schema.properties.codes.properties.v9 = schema.properties.codes.properties.v1;
  },
  "gateways/ksnet/ksnet.v9/try-payment.yaml": (data) =>
    Object.assign(data, {
      rules: [
        {
          ...{ rule: "issuer/site-url", require: "/site", source: "sdk2 card" },
          when: { "/card/cardCompany": { issuer: { site_url: "required" } } },
        },
      ],
    }),
  "gateways/trygate/gateway.yaml": (data) =>
    Object.assign(data, {
      name: { ko: "시험", en: "Trygate" },
      codes: {
        v1: { trygate: { ko: "시험", en: "Trygate", bypass: ["trygate"], source: "trygate 1" } },
      },
      sources: {
        trygate: { title: { ko: "시험 가이드", en: "Trygate guide" }, edition: "2026-08" },
      },
    }),
  "gateways/trygate/trygate.v1/request-pay.yaml": (data) =>
    Object.assign(data, {
      source: "trygate 1",
      keys: { "/bypass/trygate": { type: "string", ko: "말", en: "A word." } },
      rules: [
        { rule: "trygate/quota", when: isDirect, require: "/card/direct/quota" },
        { rule: "trygate/no-list", when: isDirect, forbid: "/display/card_quota" },
      ],
    }),
  ...Object.fromEntries(
    ["load-ui.load-payment-ui", "request-pay.request-payment"].map((name) => [
      `migration/${name}.yaml`,
      (data: Loose) => Object.assign(data.keys, { "/bypass/trygate": { why: "gateway-own" } }),
    ]),
  ),
  "rules/trygate/quota.yaml": (data) => Object.assign(data, words),
  "rules/trygate/no-list.yaml": (data) => Object.assign(data, words),
};

describe("an edit of the tables", () => {
  let before: Artifacts;
  let after: Artifacts;
  let installed: ReturnType<typeof install>;
  beforeAll(async () => {
    before = await compileTables(tablesWith({}));
    after = await compileTables(tablesWith(edits));
    installed = install(after.build);
  });
  afterAll(() => rmSync(installed.folder, { recursive: true, force: true }));

  it("An edit that adds an issuer reaches every artifact", () => {
    const { build, documents } = after;
    const schema = json(build, `schemas/${kind}.json`);
    expect(schema.$defs.shape.properties.card.properties.direct.properties.code.enum).toContain(
      "777",
    );
    expect(
      json(build, `vectors/${kind}.json`).some(({ name }: Loose) => name.includes("issuer 777")),
    ).toBe(true);
    const declarations = text(build, "packs/ksnet/v1/request-pay.types.d.ts");
    expect(declarations).toMatch(/^type RequestPayWith\w+NoCardQuotaCode = .*"777"/m);
    expect(documents().get("docs/gateways/ksnet.md")).toContain("| 777 | Test Card |");
    expect(documents().get("docs/gateways/ksnet.ko.md")).toContain("| 777 | 시험카드 |");
    const payload = { ...direct("777"), storeDetails: undefined, display: { card_quota: [] } };
    const { paths, known, message } = installed.run(`
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
    const catalogs = readFileSync(join(installed.folder, "generated/exampleCatalogs.js"), "utf8");
    expect(catalogs).toContain('"777"');
  });

  it("An edit that flips a cell reaches every artifact", () => {
    const { build, documents } = after;
    for (const path of [
      `schemas/${kind}.json`,
      `vectors/${kind}.json`,
      "packs/ksnet/v1/request-pay.types.d.ts",
      "packs/ksnet/v1/request-pay.js",
      "packs/ksnet/v1/request-pay.checks.js",
      "generated/exampleCatalogs.js",
    ]) {
      expect(text(build, path), path).not.toBe(text(before.build, path));
    }
    const documentsBefore = before.documents();
    for (const [path, content] of documents()) {
      if (/rules|issuers\.ksnet/.test(path)) {
        expect(content, path).not.toBe(documentsBefore.get(path));
      }
    }
    const payload = { ...direct("381"), bypass: {} };
    const { errors, is } = installed.run(`
      const payload = ${JSON.stringify(payload)};
      const { diagnostics } = requestPay.check(payload);
      console.log(JSON.stringify({
        errors: diagnostics.map(({ rule, path }) => rule + " " + path),
        is: requestPay.is(payload),
      }));`);
    expect(errors).toEqual(["issuer/site-url /bypass/ksnet/url"]);
    expect(is).toBe(false);
    expect(text(build, "packs/ksnet/v1/request-pay.types.d.ts")).toMatch(
      /\[Code in "381"\]: RequestPayWith\w+SiteUrl<Code>/,
    );
  });

  it("An edit that adds a version reads the same issuer table under the version's own names", () => {
    const { build } = after;
    const vectors = json(build, "vectors/ksnet.v9.try-payment.json") as Loose[];
    const asked = vectors.filter(({ expect: found }) =>
      found.some(({ rule }: Loose) => rule === "issuer/site-url"),
    );
    expect(asked.map(({ payload }) => payload.card.cardCompany)).toContain("HYUNDAI_CARD");
    const edited = table(issuers);
    edits[issuers]?.(edited);
    const required = edited.rows.filter((row: Loose) => row.site_url === "required");
    expect(asked).toHaveLength(required.length);
    const declarations = text(build, "packs/ksnet/v9/try-payment.types.d.ts");
    expect(declarations).toMatch(/^type TryPaymentWithSiteUrlCode = .*"HYUNDAI_CARD"/m);
    expect(declarations).toContain(
      "[Code in TryPaymentWithSiteUrlCode]: TryPaymentWithSiteUrl<Code>",
    );
  });

  it("An edit that adds a gateway is data: another folder, no line of code", () => {
    expect(after.build.has("packs/trygate/v1.js")).toBe(true);
    const vectors = json(after.vectors(), "vectors/trygate.v1.request-pay.json") as Loose[];
    expect(
      vectors.flatMap(({ expect: found }) =>
        found.map(({ rule, path }: Loose) => `${rule} ${path}`),
      ),
    ).toEqual(
      expect.arrayContaining([
        "trygate/quota /card/direct/quota",
        "trygate/no-list /display/card_quota",
        "routing/due /vbank_due",
      ]),
    );
  });
});

describe("a malformed table fails the build", () => {
  const own = "gateways/ksnet/ksnet.v1/request-pay.yaml";
  const row = (data: Loose, rule: string) =>
    data.rules.find((one: Loose) => one.rule === rule && !one.at);

  it.each<[name: string, edits: Edits, message: RegExp]>([
    [
      "unknown predicate",
      {
        [own](data) {
          const path = "/storeDetails/businessRegistrationNumber";
          row(data, "store/business-number").constrain[path].predicate.name = "magic";
        },
      },
      /store\/business-number: .*predicate\/name/,
    ],
    [
      "unknown column",
      {
        [own](data) {
          row(data, "issuer/site-url").when["/card/direct/code"].issuer = { web: "required" };
        },
      },
      /issuer\/site-url: unknown issuer column web/,
    ],
    [
      "unknown sole gateway",
      {
        "portone/v2/load-payment-ui/kind.yaml"(data) {
          data.soleGateway = "paypall";
        },
      },
      /portone\.v2\.load-payment-ui: unknown gateway paypall/,
    ],
    [
      "two rows of one code",
      {
        [issuers](data) {
          data.rows[1].code = "361";
        },
      },
      /issuers\.yaml: 361: two rows have this code/,
    ],
    [
      "unknown format",
      {
        "portone/v1/request-pay/keys.yaml"(keys) {
          keys["/confirm_url"].format = "uri";
        },
      },
      /keys\.yaml: \/confirm_url: unknown format "uri"/,
    ],
    [
      "a rule that repeats another",
      {
        [own](data) {
          data.rules.push({ ...row(data, "vbank/due"), rule: "vbank/again" });
        },
        "rules/vbank/again.yaml"(words) {
          Object.assign(words, table("rules/vbank/due.yaml"));
        },
      },
      /no payload breaks vbank\/again; .* gives vbank\/due at \/vbank_due/,
    ],
  ])("A malformed table fails the build: %s", async (_name, edits, message) => {
    await expect(compileTables(tablesWith(edits))).rejects.toThrow(message);
  });

  it("A table of broken YAML fails the build", async () => {
    const root = tablesWith({});
    writeTable(root, own, "rules: [");
    await expect(compileTables(root)).rejects.toThrow(/request-pay\.yaml: \(whole file\): /);
  });
});
