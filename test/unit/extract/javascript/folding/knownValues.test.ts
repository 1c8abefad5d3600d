import { describe, expect, it } from "vitest";
import { lintText } from "../../../../../dist/lint/index.js";
import { Unknown } from "../../../../../src/validator/unknown.js";
import { valueAt } from "../reading.js";

const imports =
  'import { v4 as uuidv4 } from "uuid"; import * as uuid from "uuid"; import { nanoid } from "nanoid"; import { randomUUID } from "node:crypto"; const { v1 } = require("uuid"); const id = crypto.randomUUID(); const now = Date.now();';
const at = (expression: string) =>
  valueAt(`${imports} IMP.request_pay({ a: ${expression} });`, "/a").value;

describe("The length of what well-known functions return is known", () => {
  it.each([
    ["crypto.randomUUID()", 36],
    ["window.crypto.randomUUID()", 36],
    ["randomUUID()", 36],
    ["uuidv4()", 36],
    ["uuid.v7()", 36],
    ["v1()", 36],
    ["nanoid()", 21],
    ["nanoid(10)", 10],
    ["new Date().toISOString()", 24],
    ['"payment-" + crypto.randomUUID()', 44],
    ["`payment-${crypto.randomUUID()}`", 44],
    ["`payment-${id}`", 44],
    ["`order-${Date.now()}`", 19],
    ["`order-${now}`", 19],
    ['"order-" + new Date().getTime()', 19],
    ["String(Date.now())", 13],
    ["Date.now().toString()", 13],
  ])("The length of %s is known as far as the function says it", (expression, length) => {
    const value = at(expression) as Unknown;
    expect(value).toBeInstanceOf(Unknown);
    expect(value.types).toEqual(["string"]);
    expect(value.text).not.toContain("\ue000");
    expect(value.text).toHaveLength(length);
  });

  it.each([
    ["Date.now()", ["number"]],
    ["new Date()", ["object"]],
    ["total.toString()", ["string"]],
    ["Number(x)", ["number"]],
    ["Math.round(x)", ["number"]],
    ["crypto.randomUUID().slice(8)", ["string"]],
    ["list.slice(8)", undefined],
    ["nanoid(size)", ["string"]],
    ["unknown()", undefined],
  ])("The type of %s is known as far as the function says it", (expression, types) => {
    expect((at(expression) as Unknown).types).toEqual(types);
  });

  it("A number that is written as a text is a text", () => {
    expect(at("(9900).toString()")).toBe("9900");
    expect(at("String(9900)")).toBe("9900");
  });

  it("Functions of the file with well-known names return what they say", () => {
    const own = "const uuidv4 = () => 1; function String(x) { return x; }";
    expect(valueAt(`${own} IMP.request_pay({ a: uuidv4() });`, "/a").value).toBe(1);
    expect(valueAt(`${own} IMP.request_pay({ a: String(1) });`, "/a").value).toBe(1);
  });

  it("A date that is sent as JSON is a text", () => {
    const text = 'axios.post("https://api.iamport.kr/payments/prepare", { a: new Date() });';
    expect(valueAt(text, "/a").value).toMatchObject({ types: ["string"] });
  });
});

const lint = async (properties: string, before = "") => {
  const start = `channelKey: "channel-key-1", bypass: { ksnet: {} }, pay_method: "card", name: "cup", tax_free: 0, buyer_name: "Lee", currency: "KRW", m_redirect_url: "https://store.example/done"`;
  const text = `${before} IMP.request_pay({ ${start}, ${properties} });`;
  const { diagnostics } = await lintText(text, { filename: "a.js" });
  return diagnostics.map(({ rule, path }) => `${rule} ${path}`);
};

describe("What is known of a result is checked", () => {
  it.each([
    [
      "an order number that is too long",
      "amount: 1, merchant_uid: 'payment-' + crypto.randomUUID()",
      ["shape/length /merchant_uid"],
    ],
    ["one that fits", "amount: 1, merchant_uid: 'pay-' + crypto.randomUUID()", []],
    ["one of an unknown rest", "amount: 1, merchant_uid: 'payment-' + makeId()", []],
    [
      "a date where a text is needed",
      "amount: 1, merchant_uid: new Date()",
      ["shape/type /merchant_uid"],
    ],
    [
      "an amount that is a text",
      "amount: total.toString(), merchant_uid: 'a'",
      ["shape/type /amount"],
    ],
    [
      "a choice that may be it",
      "amount: 1, merchant_uid: 'a', currency: nanoid(3)",
      ["source/duplicate-key /currency"],
    ],
    [
      "a choice that cannot be it",
      "amount: 1, merchant_uid: 'a', currency: nanoid(4)",
      ["shape/enum /currency", "source/duplicate-key /currency"],
    ],
  ])("What is known of a result is checked: %s", async (_name, properties, expected) => {
    const before = 'import { nanoid } from "nanoid";';
    expect((await lint(properties, before)).sort()).toEqual(expected);
  });

  it.each([
    ["a negative literal", "amount: -1", ["shape/minimum"]],
    ["the negative of a constant", "amount: -price", ["shape/minimum"]],
    ["a constant taken from nothing", "amount: 0 - price", ["shape/minimum"]],
    ["the negative of what is not known", "amount: -total", []],
  ])("What is known of a number is checked: %s", async (_name, property, rules) => {
    const found = await lint(`merchant_uid: "a", ${property}`, "const price = 9900;");
    expect(found.filter((one) => one.endsWith("/amount")).length > 0).toBe(rules.length > 0);
  });
});

describe("An object that is handed on under a computed key may change", () => {
  it.each([
    ["as a value", "change({ [key]: order });"],
    ["as a value of what is kept", "const bag = { [key]: order }; change(bag);"],
    ["as what is at a computed key", "change(order[key]);"],
    ["by an assignment at one", "order[key] = 1;"],
    ["into another object", "bag[key] = order;"],
  ])("An object that is handed on under a computed key may change: %s", (_name, change) => {
    const text = `const order = { amount: "1" }; ${change} IMP.request_pay({ ...order, name: "x" });`;
    expect(valueAt(text, "/name").value).toBe("x");
    expect(() => valueAt(text, "/amount")).toThrow();
  });
});

describe("A gateway is taken from the beginning of pg only", () => {
  it.each([
    ["`${gateway}.ksnet`", null],
    ["gateway + 'ksnet'", null],
    ["gateway + '.ksnet'", null],
    ["`ks${net}`", null],
    ["`${crypto.randomUUID()}.ksnet`", null],
    ["`ksnet.${shop}`", "ksnet"],
  ])("The gateway is taken from the beginning of pg only: %s", async (pg, gateway) => {
    const text = `IMP.request_pay({ pg: ${pg}, amount: 1 });`;
    const { reports } = await lintText(text, { filename: "a.js" });
    expect(reports.map((one) => one.gateway)).toEqual([gateway]);
  });
});
