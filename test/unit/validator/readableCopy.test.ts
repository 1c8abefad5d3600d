import { requestPay } from "paylint/ksnet/v1";
import { describe, expect, it } from "vitest";
import { readableCopy } from "../../../dist/validator/readableCopy.js";
import { plain } from "../../support/payloads.js";

describe("A value that cannot be read", () => {
  const thrower = (more: object = {}) =>
    Object.defineProperty({ ...more }, "bad", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
  const closed = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error("no");
      },
    },
  );
  it("A value that cannot be read is left out of the copy, which names it", () => {
    const root = { list: [1, thrower({ good: 2 })], closed, text: "a", "a/b": null };
    const { copy, unreadable } = readableCopy(root);
    expect(copy).toEqual({
      list: [1, { good: 2, bad: undefined }],
      closed: undefined,
      text: "a",
      "a/b": null,
    });
    expect(unreadable).toEqual(["/list/1/bad", "/closed"]);
    expect(readableCopy(7)).toEqual({ copy: 7, unreadable: [] });
    expect(readableCopy(null)).toEqual({ copy: null, unreadable: [] });
  });
  it("An object that holds itself is not a value that cannot be read", () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(readableCopy(loop).unreadable).toEqual([]);
  });
  it("A value that cannot be read is reported once by check, and refused by is", () => {
    const payload = thrower({ ...plain });
    expect(requestPay.is(payload)).toBe(true);
    Object.defineProperty(payload, "amount", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    expect(requestPay.is(payload)).toBe(false);
    const { ok, diagnostics } = requestPay.check(payload);
    expect(ok).toBe(false);
    const told = diagnostics.filter(({ path }) => path === "/amount");
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      rule: "shape/type",
      severity: "error",
      message: expect.stringContaining("a value that cannot be read, but must be plain data"),
    });
    const inKorean = requestPay
      .check(payload, { locale: "ko" })
      .diagnostics.find(({ path }) => path === "/amount");
    expect(inKorean?.message).toContain("일반 데이터");
    expect(requestPay.check(closed).ok).toBe(false);
  });
  it("A value that cannot be read does not change the verdict where only a warning reads it", () => {
    // Only a rule that warns reads it.
    const payload = Object.defineProperty({ ...plain }, "useFreeInterestFromMall", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    expect(requestPay.is(payload)).toBe(requestPay.check(payload).ok);
  });
  it("A value that cannot be read is found in any depth of a payload", () => {
    const depth = 30;
    const nested = Array.from({ length: depth }).reduce<object>(
      (inner) => ({ a: inner }),
      thrower(),
    );
    expect(readableCopy(nested).unreadable).toEqual([`${"/a".repeat(depth)}/bad`]);
  });
  it("A value is copied no further than a payload can reach, though it has no end", () => {
    const endless: object = new Proxy(
      {},
      {
        ownKeys: () => ["a", "b"],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
        get: () => endless,
      },
    );
    expect(readableCopy(endless).unreadable).toEqual([]);
  });
});
