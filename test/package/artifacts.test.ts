import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PaylintError, rules } from "paylint";
import * as ksnet from "paylint/ksnet/v1";
import * as ksnetV2 from "paylint/ksnet/v2";
import * as portone from "paylint/portone/v1";
import * as portoneV2 from "paylint/portone/v2";
import { describe, expect, it } from "vitest";
import { validators } from "../../dist/generated/validators.js";
import { withoutProse } from "../../src/compiler/emit/jsonSchema/subschemas.js";
import type { Vector } from "../../src/compiler/examples/vectors.js";
import { kindNames } from "../../src/compiler/kindNames.js";
import { wholeSchema } from "../../src/project/wholeSchema.js";
import { direct, type Kind, kinds, plain, shippedKinds } from "../support/payloads.js";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const { requestPay } = ksnet;
const kind = "ksnet.v1.request-pay";
const read = (path: string) => JSON.parse(readFileSync(join(dist, path), "utf8"));
const vectorsOf = (of: Kind) => read(`vectors/${of}.json`) as Vector[];
/** The rules that a payload of a kind can break. */
const rulesOf = (of: Kind) =>
  rules
    .filter(({ inText, note, kinds: spoken }) => Object.hasOwn(spoken, of) && !inText && !note)
    .map(({ id }) => id);

describe.each(shippedKinds)("%s", (of) => {
  const validator = validators[of];
  it("The kind has the schema that is published, without what only people read", async () => {
    const published = await wholeSchema(of, async (kind) => read(`schemas/${kind}.json`));
    expect(validator.schema).toEqual(withoutProse(published));
    expect(validator.kind).toBe(of);
  });
  it("The kind's vectors have the findings that they say", () => {
    for (const { name, payload, options, expect: expected } of vectorsOf(of)) {
      const { diagnostics } = validator.check(payload, options);
      expect(
        diagnostics.map(({ rule, severity, path }) => ({ rule, severity, path })),
        name,
      ).toEqual(expected);
    }
  });
  it("The kind has a vector for every rule that a payload can break", () => {
    const covered = vectorsOf(of).flatMap((vector) => vector.expect.map(({ rule }) => rule));
    expect([...new Set(covered)].sort()).toEqual(rulesOf(of).sort());
  });
  it("The kind has every message in both languages, filled in", () => {
    for (const { payload, options } of vectorsOf(of)) {
      const [en, ko] = (["en", "ko"] as const).map((locale) =>
        validator.check(payload, { ...options, locale }).diagnostics.map(({ message }) => message),
      );
      for (const message of [...(en ?? []), ...(ko ?? [])]) {
        expect(message.replace(/\{(?:customer_uid|PG 상점 아이디|"ksnet":\{\})\}/, "")).not.toMatch(
          /\{|undefined/,
        );
      }
      for (const message of en ?? []) expect(message).not.toMatch(/[가-힣]+입니다|합니다/);
      for (const message of ko ?? []) expect(message).toMatch(/다\.|: .*\.$/);
    }
  });
});

describe("The library", () => {
  it("The library lists validators and rules", () => {
    expect(kinds.filter((kind) => kind.startsWith("portone.v1."))).toHaveLength(15);
    expect(kinds.filter((kind) => kind.startsWith("ksnet.v1."))).toHaveLength(14);
    for (const { id, sources, kinds: spoken, name, inText } of rules) {
      expect(sources.length, id).toBeGreaterThan(0);
      // A rule about the code around a payment speaks of no kind.
      if (!inText) expect(Object.keys(spoken).length, id).toBeGreaterThan(0);
      for (const one of Object.keys(spoken)) expect(kinds, id).toContain(one);
      expect(name.en).not.toBe(name.ko);
    }
  });
  it("The library exports every kind by its name in camelCase, requests with a define helper", () => {
    const entries: Record<string, unknown> = {
      ...{ "ksnet.v1": ksnet, "ksnet.v2": ksnetV2 },
      ...{ "portone.v1": portone, "portone.v2": portoneV2 },
    };
    for (const of of shippedKinds) {
      const { gateway, version, camel, pascal } = kindNames(of);
      const exported = entries[`${gateway}.${version}`] as Record<string, unknown>;
      expect(exported[camel], of).toBe(validators[of]);
      const helper = exported[`define${pascal}`];
      const comesBack = /\.(?:callback|payment|response|webhook)$/.test(of);
      expect(typeof helper, of).toBe(comesBack ? "undefined" : "function");
    }
  });
  it("The library returns the payload from parse, or throws what check found", () => {
    expect(requestPay.parse(plain)).toBe(plain);
    const broken = { ...plain, amount: "1" };
    expect(() => requestPay.parse(broken)).toThrow(PaylintError);
    try {
      requestPay.parse(broken);
    } catch (error) {
      expect(error).toMatchObject({ kind, diagnostics: requestPay.check(broken).diagnostics });
    }
    const { m_redirect_url: _, ...onPc } = plain;
    expect(requestPay.parse(onPc, { environment: "pc" })).toBe(onPc);
  });
  it("A validator of the library is a Standard Schema", async () => {
    const { version, vendor, validate } = requestPay["~standard"];
    expect([version, vendor]).toEqual([1, "paylint"]);
    expect(await validate(plain)).toEqual({ value: plain });
    const { issues } = (await validate({ ...plain, display: { card_quota: [0, 1] } })) as {
      issues: { path: unknown; message: string }[];
    };
    expect(issues).toEqual([
      { path: ["display", "card_quota", 1], message: expect.stringContaining("an integer from 2") },
    ]);
  });
  it("The library orders diagnostics as the document does", () => {
    const paths = (payload: unknown) =>
      requestPay.check(payload).diagnostics.map(({ path }) => path);
    const late = { ...direct("367"), storeDetails: {}, escrow: "no", amount: "1" };
    expect(paths(late)).toEqual([
      "/amount",
      "/storeDetails/businessName",
      "/storeDetails/businessRegistrationNumber",
      "/escrow",
    ]);
    expect(paths({ escrow: "no", ...plain, amount: "1" })).toEqual(["/escrow", "/amount"]);
  });
  it("The library offers fixes that put the payload right", () => {
    const fixOf = (payload: unknown) => requestPay.check(payload).diagnostics[0]?.fix;
    expect(fixOf({ ...plain, amount: "80000" })).toEqual({
      title: "Write amount as a number",
      safe: true,
      edits: [{ op: "replace", path: "/amount", value: 80000 }],
    });
    expect(fixOf({ ...plain, amount: "many" })).toBeUndefined();
    expect(
      fixOf({ ...plain, storeDetails: { businessRegistrationNumber: "117-81-78260" } })?.edits,
    ).toEqual([
      { op: "replace", path: "/storeDetails/businessRegistrationNumber", value: "1178178260" },
    ]);
    expect(fixOf({ ...direct("367"), display: { card_quota: [] } })?.edits).toEqual([
      { op: "remove", path: "/display/card_quota" },
    ]);
  });
  it("The library takes options that the types do not allow for the defaults", () => {
    const payload = { ...plain, amount: "1" };
    const usual = requestPay.check(payload);
    for (const options of [null, {}, { locale: "fr", environment: "tv", store: null }]) {
      expect(requestPay.check(payload, options as never)).toEqual(usual);
      expect(requestPay.is(plain, options as never)).toBe(true);
    }
  });
  it("The library offers no fix that would show a card number", () => {
    for (const number of ["378282246310005", "4111-1111-1111-1111"]) {
      const storeDetails = { businessRegistrationNumber: number };
      const result = JSON.stringify(requestPay.check({ ...plain, amount: number, storeDetails }));
      expect(result).toContain(number.replace(/[0-9]/g, "*"));
      expect(result.replaceAll("-", "")).not.toContain(number.replaceAll("-", ""));
    }
  });
  it("The library prints no card number", () => {
    const number = "5555 5555 5555 4444";
    for (const locale of ["en", "ko"] as const) {
      for (const key of [
        "amount",
        "pay_method",
        "currency",
        "merchant_uid",
        "m_redirect_url",
        number,
      ]) {
        const { diagnostics } = requestPay.check({ ...plain, [key]: number }, { locale });
        const messages = diagnostics.map(({ message }) => message).join();
        expect(messages).not.toContain(number);
        expect(messages).not.toContain("4444");
        expect(messages).toContain("**** **** **** ****");
      }
    }
  });
});

describe("What a browser loads", () => {
  const files = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    const text = readFileSync(file, "utf8");
    for (const [, from] of text.matchAll(/^(?:import|export) .*from "([^"]+)";$/gm)) {
      expect(from, `${file} imports a module of its own`).toMatch(/^\.\.?\//);
      visit(join(dirname(file), from as string));
    }
  };
  it("What a browser loads has no dependency, no eval and no Node built-in", () => {
    visit(join(dist, "packs/ksnet/v1.js"));
    expect(files.size).toBeGreaterThan(10);
    for (const file of files) {
      const code = readFileSync(file, "utf8").replace(/"(?:[^"\\]|\\.)*"/g, '""');
      expect(code, file).not.toMatch(/\beval\b|\bFunction\(|\brequire\(|\bprocess\b|\bBuffer\b/);
    }
  });
  it("What a browser loads runs where code generation from strings is forbidden", () => {
    const script = `import { requestPay } from "paylint/ksnet/v1"; console.log(requestPay.check({}).diagnostics.length > 0);`;
    const args = ["--disallow-code-generation-from-strings", "--input-type=module", "-e", script];
    expect(execFileSync(process.execPath, args, { cwd: join(dist, ".."), encoding: "utf8" })).toBe(
      "true\n",
    );
  });
});
