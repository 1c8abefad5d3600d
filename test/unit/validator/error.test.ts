import { PaylintError } from "paylint";
import { requestPay, schedule } from "paylint/ksnet/v1";
import { describe, expect, it } from "vitest";
import { kindOf } from "../../support/kindOf.js";
import { plain } from "../../support/payloads.js";

describe("An error of parse or of Standard Schema", () => {
  it("An error of parse names what is wrong, errors only", () => {
    const wrong = { ...plain, amount: "1", misspelt: 1 };
    const { diagnostics } = requestPay.check(wrong);
    expect(diagnostics).toHaveLength(2);
    try {
      requestPay.parse(wrong);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PaylintError);
      expect(error).toMatchObject({
        name: "PaylintError",
        kind: "ksnet.v1.request-pay",
        diagnostics,
      });
      const message = (error as Error).message;
      expect(message).toContain('amount is "1"');
      expect(message).toContain("[shape/type]");
      expect(message).not.toContain("misspelt");
      const two = new PaylintError("k", [...diagnostics, ...diagnostics]);
      expect(two.message.split("\n").filter((line) => line.includes("[shape/type]"))).toHaveLength(
        2,
      );
    }
    expect(requestPay.parse(plain)).toBe(plain);
  });
  it("An error is an issue for Standard Schema, with the places of lists as numbers", () => {
    const standard = (
      validator: { "~standard": { validate(value: unknown): unknown } },
      value: unknown,
    ) =>
      validator["~standard"].validate(value) as {
        issues?: { path: unknown; message: string }[];
        value?: unknown;
      };
    expect(standard(requestPay, plain)).toEqual({ value: plain });
    expect(standard(requestPay, { ...plain, misspelt: 1 })).toEqual({
      value: { ...plain, misspelt: 1 },
    });
    const both = { ...plain, amount: "1", misspelt: 1 };
    expect(standard(requestPay, both).issues?.map(({ path }) => path)).toEqual([["amount"]]);
    const { validator } = kindOf({ shape: { properties: { "7": { type: "string" } } } });
    expect(standard(validator, { "7": 1 }).issues?.map(({ path }) => path)).toEqual([["7"]]);
    const wrong = { customer_uid: "c", schedules: [{}, { merchant_uid: "m", schedule_at: "x" }] };
    const paths = standard(schedule, wrong).issues?.map(({ path }) => path);
    expect(paths).toContainEqual(["schedules", 1, "schedule_at"]);
    expect(
      standard(requestPay, { ...plain, card: { detail: { "0": 1 } } }).issues?.map(
        ({ path }) => path,
      ),
    ).toContainEqual(["card", "detail"]);
  });
  it("An error is the only thing that makes a check not ok", () => {
    expect(requestPay.check({ ...plain, misspelt: 1 }).ok).toBe(true);
    expect(requestPay.check({ ...plain, misspelt: 1 }).diagnostics).toHaveLength(1);
    expect(requestPay.check(plain)).toEqual({ ok: true, diagnostics: [] });
  });
});
