import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { PaylintError, rules, validators } from "paylint";
import { valid, violating } from "paylint/arbitraries";
import { requestPay } from "paylint/ksnet/v1";
import { describe, expect, it } from "vitest";
import type { Vector } from "../src/compile/vectors.js";
import { direct, plain } from "./payloads.js";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const kind = "ksnet.v1.request-pay";
const vectors = JSON.parse(readFileSync(join(dist, `vectors/${kind}.json`), "utf8")) as Vector[];

interface NotExpressed {
  rule: string;
  severity: string;
  path?: string;
  context?: object;
}
const schema = JSON.parse(readFileSync(join(dist, `schemas/${kind}.json`), "utf8"));
const leftOut = new Set(
  (schema["x-not-expressed"] as NotExpressed[]).map(({ rule, path }) => `${rule} ${path}`),
);

/** A schema validator that knows nothing of paylint. */
const accepts = (() => {
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(schema);
  const at = (name: string) => ajv.getSchema(`${schema.$id}#/$defs/${name}`);
  return { any: ajv.getSchema(schema.$id), pc: at("pc"), mobile: at("mobile") };
})();

describe("the emitted schema, in a validator of its own", () => {
  const agrees = (payload: unknown, environment: "any" | "pc" | "mobile") => {
    const json = JSON.parse(JSON.stringify(payload)) as unknown;
    const errors = requestPay
      .check(json, { environment })
      .diagnostics.filter(({ severity }) => severity === "error");
    const sayable = errors.filter(
      ({ rule, path }) => !leftOut.has(`${rule} ${path.replace(/\/\d+/g, "/*")}`),
    );
    const accepted = accepts[environment]?.(json);
    if (sayable.length > 0) expect(accepted).toBe(false);
    if (errors.length === 0) expect(accepted).toBe(true);
  };

  it("is what requestPay.schema and the package hold", () => {
    const { $comment: _, ...published } = schema;
    expect(requestPay.schema).toEqual(published);
  });
  it.each(vectors)("$name", ({ payload, options }) =>
    agrees(payload, options.environment ?? "any"),
  );
  it("agrees on generated payloads", () => {
    const broken = rules
      .filter(({ id }) => id !== "source/duplicate-key")
      .map(({ id }) => violating(id));
    const environment = fc.constantFrom("any", "pc", "mobile" as const);
    fc.assert(fc.property(fc.oneof(valid(kind), ...broken), environment, agrees), {
      numRuns: 1500,
    });
  });
});

describe("vectors", () => {
  it.each(vectors)("$name", ({ payload, options, expect: expected }) => {
    const { diagnostics } = requestPay.check(payload, options);
    expect(diagnostics.map(({ rule, severity, path }) => ({ rule, severity, path }))).toEqual(
      expected,
    );
  });
  it("cover every rule that a payload can break", () => {
    const covered = new Set(vectors.flatMap((vector) => vector.expect.map(({ rule }) => rule)));
    const all = rules.map(({ id }) => id).filter((id) => id !== "source/duplicate-key");
    expect([...covered].sort()).toEqual(all.sort());
  });
});

describe("the library", () => {
  it("lists validators and rules", () => {
    expect(Object.keys(validators)).toEqual([kind]);
    expect(validators[kind].kind).toBe(kind);
    for (const { id, sources, kinds, name } of rules) {
      expect(sources.length, id).toBeGreaterThan(0);
      expect(kinds).toEqual([kind]);
      expect(name.en).not.toBe(name.ko);
    }
  });
  it("parse returns the payload or throws what check found", () => {
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
  it("is a Standard Schema", async () => {
    const { version, vendor, validate } = requestPay["~standard"];
    expect([version, vendor]).toEqual([1, "paylint"]);
    expect(await validate(plain)).toEqual({ value: plain });
    const { issues } = (await validate({ ...plain, display: { card_quota: [0, 1] } })) as {
      issues: { path: unknown; message: string }[];
    };
    expect(issues).toEqual([
      { path: ["display", "card_quota", 1], message: expect.stringContaining("whole number") },
    ]);
  });
  it("orders diagnostics as the document does", () => {
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
  it("offers fixes that mend", () => {
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
  it("takes options that the types do not allow for the defaults", () => {
    const payload = { ...plain, amount: "1" };
    const usual = requestPay.check(payload);
    for (const options of [null, {}, { locale: "fr", environment: "tv", store: null }]) {
      expect(requestPay.check(payload, options as never)).toEqual(usual);
      expect(requestPay.is(plain, options as never)).toBe(true);
    }
  });
  it("offers no fix that would show a card number", () => {
    for (const number of ["378282246310005", "4111-1111-1111-1111"]) {
      const storeDetails = { businessRegistrationNumber: number };
      const result = JSON.stringify(requestPay.check({ ...plain, amount: number, storeDetails }));
      expect(result).toContain(number.slice(-4));
      expect(result.replaceAll("-", "")).not.toContain(number.replaceAll("-", ""));
    }
  });
  it("prints no card number", () => {
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
        expect(messages).toContain("4444");
      }
    }
  });
  it("has every message in both languages, filled in", () => {
    for (const { payload, options } of vectors) {
      const [en, ko] = (["en", "ko"] as const).map((locale) =>
        requestPay.check(payload, { ...options, locale }).diagnostics.map(({ message }) => message),
      );
      for (const message of [...(en ?? []), ...(ko ?? [])]) {
        expect(message.replace("{customer_uid}", "").replace("{PG 상점 아이디}", "")).not.toMatch(
          /\{|undefined|null\b/,
        );
      }
      for (const message of en ?? []) expect(message).not.toMatch(/[가-힣]+입니다|합니다/);
      for (const message of ko ?? []) expect(message).toMatch(/다\.|: .*\.$/);
    }
  });
});

describe("what a browser loads", () => {
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
  it("has no dependency, no eval and no Node built-in", () => {
    visit(join(dist, "packs/ksnet/v1.js"));
    expect(files.size).toBeGreaterThan(10);
    for (const file of files) {
      const code = readFileSync(file, "utf8").replace(/"(?:[^"\\]|\\.)*"/g, '""');
      expect(code, file).not.toMatch(/\beval\b|\bFunction\(|\brequire\(|\bprocess\b|\bBuffer\b/);
    }
  });
  it("runs where code generation from strings is forbidden", () => {
    const script = `import { requestPay } from "paylint/ksnet/v1"; console.log(requestPay.check({}).diagnostics.length > 0);`;
    const args = ["--disallow-code-generation-from-strings", "--input-type=module", "-e", script];
    expect(execFileSync(process.execPath, args, { cwd: join(dist, ".."), encoding: "utf8" })).toBe(
      "true\n",
    );
  });
});

it("nothing at run time imports the compiler", () => {
  const below = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".ts"),
    );
  const src = fileURLToPath(new URL("../src", import.meta.url));
  for (const name of below(src).filter((name) => !name.startsWith("compile"))) {
    expect(readFileSync(join(src, name), "utf8"), name).not.toMatch(/from "\.[^"]*\/compile\//);
  }
  expect(existsSync(src)).toBe(true);
});
