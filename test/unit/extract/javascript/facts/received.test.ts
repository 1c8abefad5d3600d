import { describe, expect, it } from "vitest";
import { factsIn } from "../reading.js";

/** A comparison of a payment's amount with another, of which the function around it takes parameters. */
const compared = (other: string, before = "", parameters = "req, res") =>
  `app.post("/done", async (${parameters}) => {
    const payment = await axios.get(\`https://api.iamport.kr/payments/\${encodeURIComponent(id)}\`, { headers });
    ${before}
    check(payment.data.response.amount === ${other});
  });`;

const isReceived = (code: string) =>
  factsIn(code).some((one) => one.startsWith("amount-received "));

describe("What a server was sent is known by how frameworks hand it over", () => {
  it.each([
    ["req.body.amount"],
    ["req.query.amount"],
    ["req.rawBody.amount"],
    [`req.body["amount"]`],
    ["(req.body as Order).amount"],
    ["Number(req.body.amount)"],
    ["parseInt(req.body.amount, 10)"],
    ["parseFloat(req.body.amount)"],
    ["Number.parseInt(req.body.amount)"],
    ["Number.parseFloat(req.body.amount)"],
    ["String(req.body.amount)"],
    ["String(Number(req.body.amount))"],
    ["amount", "const amount = req.body.amount;"],
    ["amount", "const { amount } = req.body;"],
    ["total", "const { amount: total } = req.body;"],
    ["total", "const given = Number(req.body.amount); const total = given;"],
    ["body.amount", "const body = req.body;"],
    ["body.amount", "const { body } = req;"],
    ["order.amount", "const order = await req.json();"],
    ["order.amount", "const order = JSON.parse(await req.text());"],
    ["order.amount", "const order = JSON.parse(req.body);"],
    ["order.amount", "const order = await readBody(event);"],
    ["(await ctx.request.json()).amount", "", "ctx"],
    ["ctx.request.body.amount", "", "ctx"],
    [`req.nextUrl.searchParams.get("amount")`],
    [`Number(searchParams.get("amount"))`, "const { searchParams } = new URL(req.url);"],
    [`searchParams.get("amount")`, "const searchParams = new URLSearchParams(req.url);"],
    [`formData.get("amount")`, "const formData = await req.formData();"],
    [`form.get("amount")`, "const form = await req.formData();"],
    [`form.get("amount")`, "const form = (await req.formData());"],
    [`formData.get("amount")`, "", "formData"],
    [`form_data.get("amount")`, "", "form_data"],
    [`FormData.get("amount")`, "", "FormData"],
  ])("What a server was sent is known: %s %s %s", (other, before = "", parameters = "req, res") => {
    expect(isReceived(compared(other, before, parameters))).toBe(true);
  });

  it.each([
    ["order.amount"],
    ["req.user.amount"],
    ["config.body.amount"],
    ["hash(req.body.amount)"],
    ["Number()"],
    ["Number"],
    ["amount", "let amount = req.body.amount; amount = 1;"],
    ["amount", "const { amount } = order;"],
    ["amount", "const { amount } = req.session;"],
    ["amount", "const { body: { amount } } = config;"],
    ["body.amount", "const { body } = config;"],
    ["body.amount", "const { session: body } = req;"],
    ["order.amount", "const order = await load();"],
    ["order.amount", "const order = await req.load();"],
    ["order.amount", "const order = await answer.json();"],
    ["order.amount", "const order = JSON.parse(stored);"],
    ["order.amount", "const order = JSON.parse();"],
    ["order.amount", "const order = JSON.stringify(req.body);"],
    [`cache.get("amount")`],
    [`req.cache.get("amount")`],
    [`searchParams.get("amount")`],
    [`searchParams.has("amount")`, "const { searchParams } = new URL(req.url);"],
    [`searchParams.get("amount")`, "const { searchParams } = new URL(location.href);"],
    [`searchParams.get("amount")`, "const searchParams = new URLSearchParams();"],
    [`formData.get("amount")`, "const formData = await answer.formData();"],
    [`formData.get("amount")`, "const formData = new FormData();"],
    [`platform.get("amount")`, "const platform = await req.load();"],
    ["order.amount", "", "order"],
    ["amount", "", "amount"],
    ["body.amount", "", "body"],
  ])("and not of what else there is: %s %s %s", (other, before = "", parameters = "req, res") => {
    expect(isReceived(compared(other, before, parameters))).toBe(false);
  });

  it("A parameter is what was sent where a decorator of NestJS says so", () => {
    const code = (decorator: string) =>
      `class A { async done(${decorator} body) { const p = await axios.get(\`https://api.iamport.kr/payments/\${id}\`, { headers });
      check(p.data.response.amount === body.amount); } }`;
    expect(isReceived(code("@Body()"))).toBe(true);
    expect(isReceived(code("@Query( )"))).toBe(true);
    expect(isReceived(code("@Log() @Body()"))).toBe(true);
    expect(isReceived(code("@Param()"))).toBe(false);
    expect(isReceived(code(`@Body("order")`))).toBe(false);
    expect(isReceived(code(""))).toBe(false);
  });
});

describe("A parameter of a server action is what the browser sent", () => {
  const action = (head: string, first = `"use server";`) =>
    isReceived(`${first}\n${head} {
      const p = await axios.get(\`https://api.iamport.kr/payments/\${id}\`, { headers });
      check(p.data.response.amount === amount);
    }`);
  it.each([
    "export async function pay(amount: number)",
    "export const pay = async (amount: number) =>",
    "export default async function pay(amount: number)",
    "export const pay = async function (amount: number)",
  ])("A parameter of a server action is what the browser sent: %s", (head) => {
    expect(action(head)).toBe(true);
    expect(action(head, "'use server';")).toBe(true);
    expect(action(head, "")).toBe(false);
    expect(action(head, `"use client";`)).toBe(false);
  });
  it.each(["async function pay(amount: number)", "const pay = async (amount: number) =>"])(
    "and not of a function that is not exported: %s",
    (head) => {
      expect(action(head)).toBe(false);
    },
  );
});
