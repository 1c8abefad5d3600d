import { describe, expect, it } from "vitest";
import { lintText } from "../../../../../dist/lint/index.js";
import { Unknown } from "../../../../../src/validator/unknown.js";
import { quietAboutSamples } from "../../../../support/lintText.js";
import { read } from "../reading.js";

/** A loader of the modules by their names, whatever imports them. */
const loading = (modules: Record<string, string>) => (specifier: string) => {
  const file = specifier.replace(/^\.\//, "");
  const text = modules[file];
  return text === undefined ? undefined : { file, text };
};

/** The calls of a text: what is called, where, and `a` of what it is given. */
const calls = (text: string, modules: Record<string, string>) =>
  read(text, { moduleOf: loading(modules) }).calls.map(({ name, span, payload }) => {
    const value = (payload?.value as { a?: unknown } | undefined)?.a;
    return [
      name,
      text.slice(...span),
      value instanceof Unknown ? `?${value.types?.join("|") ?? ""}` : value,
    ];
  });

describe("A payload of another module", () => {
  const use = "IMP.request_pay(order);";

  it.each([
    ['import { order } from "./m.js";', "export const order = { a: '1' };"],
    ['import { order } from "./m.js";', "const it = { a: '1' }; export { it as order };"],
    ['import order from "./m.js";', "export default { a: '1' };"],
    ['import order from "./m.js";', "const it = { a: '1' }; export default it;"],
    ['const { order } = require("./m.js");', "module.exports = { order: { a: '1' } };"],
    ['const { order } = require("./m.js");', "exports.order = { a: '1' };"],
    [
      'import { make } from "./m.js"; const order = make("1");',
      "export const make = (a) => ({ a });",
    ],
    ['import { order } from "./m.js";', 'export { order } from "./n.js";'],
  ])("A payload of another module is read: %s %s", (text, module) => {
    const modules = { "m.js": module, "n.js": "export const order = { a: '1' };" };
    expect(calls(`${text} ${use}`, modules)).toEqual([
      ["request_pay", "IMP.request_pay(order)", "1"],
    ]);
  });

  it.each([
    ['import { order } from "./m.js"; order.a = x;', "?"],
    ['import { order } from "./m.js"; change(order);', undefined],
    ['import { other as order } from "./m.js";', undefined],
    ['import { order } from "./none.js";', undefined],
    ['import { order } from "package";', undefined],
  ])("A payload of another module is not guessed: %s", (text, expected) => {
    const modules = { "m.js": "export const order = { a: '1' };" };
    expect(calls(`${text} ${use}`, modules)).toEqual([
      ["request_pay", "IMP.request_pay(order)", expected],
    ]);
  });

  it.each([
    ["./m.js", true],
    ["../m.js", true],
    ["@/m.js", true],
    ["~/m.js", true],
    ["#/m.js", true],
    ["@my-app/m.js", true],
    ["~app/m.js", true],
    ["#lib/m.js", true],
    ["src/m.js", true],
    ["package", false],
    ["my-app/m.js", false],
    ["lib/src/m.js", false],
    ["node:fs", false],
    ["https://cdn.example/m.js", false],
  ])("A module is one of the project by how it is imported: %s", (specifier, isOwn) => {
    const moduleOf = () => ({ file: "m.js", text: "export const order = { a: '1' };" });
    const text = `import { order } from "${specifier}"; ${use}`;
    const [call] = read(text, { moduleOf }).calls;
    expect((call?.payload?.value as { a?: unknown } | undefined)?.a).toBe(isOwn ? "1" : undefined);
  });

  it("A payload that a function of another module makes is not this text's to edit", () => {
    const modules = { "m.js": "export const send = (a) => IMP.request_pay({ a, b: 1 });" };
    const payloadOf = (text: string) =>
      read(text, { moduleOf: loading(modules) }).calls[0]?.payload;
    const payload = payloadOf('import { send } from "./m.js"; send("1"); // request_pay');
    expect(payload?.isShared).toBe(true);
    expect([...(payload?.children.values() ?? [])].map((one) => one.isShared)).toEqual([
      true,
      true,
    ]);
    const own = payloadOf('IMP.request_pay({ a: "1" });');
    expect(own?.isShared ?? own?.children.get("a")?.isShared ?? false).toBe(false);
  });
  it("The reading of modules that import each other ends", () => {
    const modules = {
      "m.js": 'import { b } from "./n.js"; export const a = b;',
      "n.js": 'import { a } from "./m.js"; export const b = a;',
    };
    expect(calls('import { a } from "./m.js"; IMP.request_pay({ a });', modules)).toEqual([
      ["request_pay", "IMP.request_pay({ a })", "?"],
    ]);
  });
});

describe("A function of another module that hands on what it is given", () => {
  it.each([
    "export const pay = (data, done) => IMP.request_pay(data, done);",
    "export function pay(data) { return new Promise((done) => window.IMP.request_pay(data, done)); }",
    "export function pay({ a }) { IMP.request_pay({ pg: 'x', a }); }",
    "export function pay(data) { const order = { ...data }; IMP.request_pay(order); }",
  ])("A function of another module that hands on what it is given is read: %s", (module) => {
    const text = 'import { pay } from "./m.js"; pay({ a: "1", merchant_uid: "x" });';
    expect(calls(text, { "m.js": module })).toEqual([
      ["request_pay", 'pay({ a: "1", merchant_uid: "x" })', "1"],
    ]);
  });

  it.each([
    [`import * as m from "./m.js"; m.pay({ a: "1" });`, 1],
    [`import { pay as send } from "./m.js"; send({ a: "1" });`, 1],
    [`const m = require("./m.js"); m.pay({ a: "1" });`, 1],
    [`const { pay } = await import("./m.js"); pay({ a: "1" });`, 1],
    [`import m from "./m.js"; m.pay({ a: "1" });`, 0],
    [`import { pay } from "./m.js"; pay.later({ a: "1" });`, 0],
    [`import { pay } from "./m.js"; new pay({ a: "1" });`, 0],
    [`import { pay } from "./m.js"; list.map(pay);`, 0],
  ])("A function of another module is found by its name there: %s", (text, count) => {
    const module = "export const pay = (data) => IMP.request_pay(data);";
    expect(calls(`${text} use("merchant_uid");`, { "m.js": module })).toHaveLength(count);
  });

  it("A function of another module that sends what it is given to the REST API is read", () => {
    const module =
      'export const pay = (d) => axios.post("https://api.iamport.kr/payments/prepare", d);';
    const text = 'import { pay } from "./m.js"; const merchant_uid = "x"; pay({ a: "1" });';
    expect(calls(text, { "m.js": module })).toEqual([
      ["POST /payments/prepare", 'pay({ a: "1" })', "1"],
    ]);
  });

  it.each([
    "export const pay = (data) => api.save(data);",
    "export const pay = (data) => IMP.request_pay({ a: 1 });",
    "let kept; export const pay = (data) => { kept = data; }; IMP.request_pay(kept);",
    "let kept; IMP.request_pay(kept); export const pay = (data) => { kept = data; };",
  ])("A function of another module that hands on something else is not read: %s", (module) => {
    const text = 'import { pay } from "./m.js"; pay({ a: "1", merchant_uid: "x" });';
    expect(calls(text, { "m.js": module })).toEqual([]);
  });
});

describe("What is written in another file", () => {
  const payload = `{
  pg: "ksnet.2999199999", pay_method: "card", merchant_uid: id, name: "cup", tax_free: 0,
  amount: "64000", buyer_name: "Lee", currency: "KRW", m_redirect_url: "https://shop.example/done",
}`;
  const lint = (text: string, module: string) =>
    lintText(text, {
      filename: "call.js",
      rules: quietAboutSamples,
      project: { module: () => ({ file: "lib/pay.js", text: module }) },
    });

  it("A value of another file is reported where it is used, names the file, and is not fixed", async () => {
    const text = 'import { order } from "./pay.js";\nIMP.request_pay(order);';
    const { diagnostics } = await lint(text, `export const order = ${payload};`);
    expect(diagnostics).toHaveLength(1);
    const [found] = diagnostics;
    expect(found).toMatchObject({
      rule: "shape/type",
      path: "/amount",
      range: { line: 2, column: 17 },
    });
    expect(found?.message).toMatch(/It is written at lib\/pay\.js:3\.$/);
    expect(found?.textFix).toBeUndefined();
  });

  it("A value of the text itself has nothing said of another file", async () => {
    const text = `import { pay } from "./pay.js";\npay(${payload});`;
    const { diagnostics } = await lint(text, "export const pay = (d) => IMP.request_pay(d);");
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ path: "/amount", range: { line: 4, column: 11 } });
    expect(diagnostics[0]?.message).not.toContain("lib/pay.js");
  });

  it("A value of another file hides nothing of a name", async () => {
    const text =
      'import { card } from "./pay.js";\naxios.post("https://api.iamport.kr/subscribe/customers/c", card);';
    const { redacted } = await lint(
      text,
      'export const card = { card_number: "9430-0300-0000-0009" };',
    );
    expect(redacted).toBe(text);
  });
});
