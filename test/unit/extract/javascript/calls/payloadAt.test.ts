import { describe, expect, it } from "vitest";
import { knownPayload, read } from "../reading.js";

describe("A payload is what reaches PortOne of an argument", () => {
  const app = `import { IMP } from "iamport-capacitor";`;
  const native = `import IMP from "iamport-react-native";`;
  it.each([
    [
      `${app} new IMP().payment({ userCode: "x", data: { a: 1 } });`,
      "{ a: 1, m_redirect_url: ?string }",
    ],
    [
      `${app} new IMP().payment({ data: { a: 1, m_redirect_url: "" } });`,
      "{ a: 1, m_redirect_url: ?string }",
    ],
    [
      `${app} new IMP().payment({ data: { a: 1, m_redirect_url: "  " } });`,
      "{ a: 1, m_redirect_url: ?string }",
    ],
    [
      `${app} new IMP().payment({ data: { a: 1, m_redirect_url: "app://done" } });`,
      `{ a: 1, m_redirect_url: "app://done" }`,
    ],
    [`${app} new IMP().payment({ data: { ...x, a: 1 } });`, "{ a: 1, m_redirect_url: ?string, … }"],
    [`${app} new IMP().payment({ data: [1] });`, "[1]"],
    [`${app} new IMP().payment({ data });`, "?"],
    [`${app} new IMP().payment({ userCode: "x" });`, "undefined"],
    [`${app} new IMP().payment(options);`, "undefined"],
    [`${native} const p = <IMP.Payment data={{ a: 1 }} />;`, "{ a: 1, m_redirect_url: ?string }"],
    ["IMP.request_pay({ a: 1 });", "{ a: 1 }"],
    ["IMP.request_pay();", "undefined"],
    ["IMP.loadUI('paypal-spb', { a: 1 });", "{ a: 1 }"],
  ])("A payload is what reaches PortOne: %s", (text, expected) => {
    expect(knownPayload(text, { ending: ".tsx" })).toBe(expected);
  });

  it("A key that is in the path is no key of the payload", () => {
    const client = `import { Request } from "iamport-rest-client-nodejs";`;
    const text = `${client} Request.Customers.postBillingKey({ customer_uid: "x", a: 1 });`;
    const { payload } = read(text).calls[0] ?? {};
    expect(payload?.value).toEqual({ a: 1 });
    expect([...(payload?.children.keys() ?? [])]).toEqual(["a"]);
  });
});
