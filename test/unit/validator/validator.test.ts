import { requestPay } from "paylint/ksnet/v1";
import { expect, it } from "vitest";
import { plain } from "../../support/payloads.js";

const { validate } = requestPay["~standard"];
const issuesOf = (value: unknown, libraryOptions?: Record<string, unknown>) => {
  const result = validate(value, libraryOptions && { libraryOptions });
  if (result instanceof Promise) throw new Error("paylint validates at once");
  return result.issues?.map(({ message }) => message);
};
const { m_redirect_url: _, ...onPc } = plain;

it("A Standard Schema speaks the language of its library options", () => {
  const wrong = { ...plain, amount: "9900" };
  expect(issuesOf(wrong, { locale: "ko" })?.join()).toContain("결제금액");
  expect(issuesOf(wrong, { locale: "en" })).toEqual(issuesOf(wrong));
  expect(issuesOf(wrong)?.join()).not.toContain("결제금액");
});

it("A Standard Schema checks for the environment of its library options", () => {
  expect(issuesOf(onPc)).toHaveLength(1);
  expect(issuesOf(onPc, { environment: "mobile" })).toHaveLength(1);
  expect(issuesOf(onPc, { environment: "pc" })).toBeUndefined();
});

it("A Standard Schema takes options of other libraries for none", () => {
  for (const other of [{ locale: 7 }, { environment: "console", store: 1 }, {}]) {
    expect(issuesOf(onPc, other as Record<string, unknown>)).toEqual(issuesOf(onPc));
  }
});
