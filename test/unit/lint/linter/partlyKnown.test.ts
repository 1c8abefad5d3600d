import { describe, expect, it } from "vitest";
import { codes, lines, lintText } from "../../../support/lintText.js";

// What code leaves open must not be taken for one of the things that it may be.

const others = `pay_method: "card", merchant_uid: id, name: "머그컵", buyer_name: "이바다", currency: "KRW", m_redirect_url: "https://cup.example/done",`;
const call = (more: string) => `IMP.request_pay({ pg: "ksnet.2999199999", ${others} ${more} });`;
const found = async (text: string) =>
  lines(await lintText(".js", text)).map((line) => line.replace(/^\S+ /, ""));

describe("A value of several possible types", () => {
  it.each([
    "paid ? String(total) : Number(total)",
    "paid ? Number(total) : String(total)",
    "paid ? [total] : Number(total)",
    'paid ? "1" : Number(total)',
  ])("A value of several possible types is not taken for one of them: %s", async (amount) => {
    expect(await found(call(`tax_free: 0, amount: ${amount},`))).toEqual([]);
  });

  it.each(["paid ? String(total) : [total]", "paid ? [total] : String(total)"])(
    "A value of several types is wrong where each of them is: %s",
    async (amount) => {
      expect(await found(call(`tax_free: 0, amount: ${amount},`))).toEqual(["shape/type /amount"]);
    },
  );
});

describe("A comparison with a value that an open object may hold", () => {
  it("A comparison with a value that an open object may hold is not made as with an absent value", async () => {
    expect(await found(call("tax_free: 0, amount: 100, vat_amount: 1, ...order,"))).toEqual([]);
    expect(await found(call("amount: 100, tax_free: 200,"))).toEqual([
      "tax/exceeds-amount /tax_free",
    ]);
    expect(await found(call("...order, tax_free: 200,"))).toEqual([]);
  });
});

describe("An object that is passed on under a computed key", () => {
  it.each([
    ["in an object that is changed", "change({ [key]: order });"],
    ["in an object with a name", "const all = { [key]: order }; change(all);"],
    ["in a list of such objects", "change([{ [key]: order }]);"],
    ["by an assignment", "const all = {}; all[key] = order; change(all);"],
    ["as what is read under one", "change(order[key]); change(order);"],
  ])("An object passed on under a computed key may be changed: %s", async (_how, statement) => {
    const order = `const order = { ${others} pg: "ksnet", tax_free: 0, amount: "1" };`;
    expect(await found(`${order} ${statement} IMP.request_pay(order);`)).toEqual([]);
    expect(await found(`${order} IMP.request_pay(order);`)).toEqual(["shape/type /amount"]);
  });

  it("An object may be changed in what lies below, where only a part of it is passed on", async () => {
    const order = `const order = { ${others} pg: "ksnet", tax_free: 0, amount: 1, display: { card_quota: ["a"] } };`;
    expect(await found(`${order} IMP.request_pay(order);`)).not.toEqual([]);
    expect(await found(`${order} change(order[key]); IMP.request_pay(order);`)).toEqual([]);
  });
});

describe("A pg of which only the end is known", () => {
  const wrong = (pg: string) =>
    `IMP.request_pay({ pg: ${pg}, ${others} tax_free: 0, amount: "1" });`;

  it.each(["`${shop}ksnet`", "`${shop}ksnet.2999199999`", 'shop + "ksnet"', 'shop + "ksnet.1"'])(
    "A pg is not taken for its beginning where only its end is known: %s",
    async (pg) => {
      const result = await lintText(".js", wrong(pg));
      expect(result.reports.map(({ gateway }) => gateway)).toEqual([null]);
      expect(codes(result)).toEqual([]);
    },
  );

  it("A pg of which only the end is known is another matter than one whose beginning is known", async () => {
    const result = await lintText(".js", wrong("`ksnet.${shop}`"));
    expect(codes(result)).toEqual([]);
    expect(lines(result)).toHaveLength(1);
  });
});
