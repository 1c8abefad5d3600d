import { again, requestPay, schedule } from "paylint/ksnet/v1";
import { describe, expect, it, test } from "vitest";
import { plain } from "../../../support/payloads.js";

const { amount: _, ...withoutAmount } = plain as Record<string, unknown>;
type Validator = { check: typeof requestPay.check };
const messagesOf = (payload: unknown, validator: Validator = requestPay) =>
  (["en", "ko"] as const).flatMap((locale) =>
    validator.check(payload, { locale }).diagnostics.map(({ message }) => message),
  );
const rulesOf = (payload: unknown) =>
  requestPay.check(payload).diagnostics.map(({ rule, path }) => `${rule} ${path}`);

describe("a key that another gateway reads", () => {
  it("A key that another gateway reads is reported as that, and as no misspelling", () => {
    const payload = {
      ...plain,
      customer_id: "member-7",
      kcpProducts: [],
      period: { interval: "1m" },
    };
    expect(rulesOf(payload)).toEqual([
      "shape/unsupported /customer_id",
      "shape/unsupported /kcpProducts",
      "shape/unsupported /period/interval",
    ]);
    const [, kcp, , , inKorean] = messagesOf(payload);
    expect(kcp).toContain("a key of NHN KCP");
    expect(inKorean).toContain("NHN KCP");
    expect(messagesOf(payload).join()).not.toMatch(/Did you mean|잘못 입력/);
  });
});

describe("a hint", () => {
  const hinted = (payload: unknown, validator?: Validator) =>
    messagesOf(payload, validator).filter((message) => /Did you mean|잘못 입력/.test(message));
  it("A hint names the key that was meant", () => {
    expect(hinted({ ...withoutAmount, amuont: 1 })).toHaveLength(2);
  });
  it("A hint names no key that is given already", () => {
    expect(hinted({ ...plain, amuont: 1 })).toEqual([]);
  });
  it("A hint names no key that the next run refuses", () => {
    expect(hinted({ ...plain, custmer_uid: "c" })).toEqual([]);
    const direct = {
      ...plain,
      card: { direct: { code: "367" } },
      storeDetails: { businessName: "Shop", businessRegistrationNumber: "1234567891" },
      bypass: { ksnet: { url: "https://shop.example" } },
    };
    expect(hinted({ ...direct, cardQuota: [3] })).toEqual([]);
    expect(hinted({ ...plain, cardQuota: [3] })).toHaveLength(2);
  });
  it("A hint writes an item of a list by its number, or as any", () => {
    const item = { merchant_uid: "m", promotio_id: "p" };
    const [inItem, inKorean] = hinted({ customer_uid: "c", schedules: [{}, item] }, schedule);
    expect(inItem).toContain("Did you mean schedules[1].promotion_id?");
    expect(inKorean).toContain("schedules[1].promotion_id");
    const [atRoot] = hinted({ customer_uid: "c", promotion_idd: "p", schedules: [{}] }, schedule);
    expect(atRoot).toContain("Did you mean schedules[].promotion_id?");
  });
});

describe("the words for a value of the wrong type", () => {
  const converts = /does not convert|변환하지 않으므로/;
  test.each([["64000"], ["abc"]])(
    "The words for a wrong type say that text is not converted, of %j",
    (amount) => {
      expect(messagesOf({ ...plain, amount }).every((message) => converts.test(message))).toBe(
        true,
      );
    },
  );
  test.each([[-1], [null], [new Date(0)], [{}], [[]], [Number.NaN]])(
    "The words for a wrong type do not say that text is not converted, of %s",
    (amount) => {
      const messages = messagesOf({ ...plain, amount });
      expect(messages).toHaveLength(2);
      expect(messages.join()).not.toMatch(converts);
    },
  );
  it("The words for a wrong type call an empty request empty", () => {
    expect(messagesOf(undefined)).toEqual([
      "The request is empty. Pass an object with the values that it needs.",
      "결제 요청이 비어 있습니다. 필요한 값을 담은 객체를 전달해야 합니다.",
    ]);
    expect(messagesOf([]).join()).not.toContain("()");
  });
  it("The words for a wrong type name V2's form of the amount, with a fix where nothing is lost", () => {
    const order = { customer_uid: "c", merchant_uid: "o", name: "Plan", buyer_name: "Kim" };
    const checked = (amount: unknown) => {
      const { diagnostics } = again.check({ ...order, product_type: "digital", amount });
      return diagnostics.map(({ rule, message, fix }) => [
        rule,
        message.includes("V2"),
        fix?.edits,
      ]);
    };
    const edits = [{ op: "replace", path: "/amount", value: 9900 }];
    expect(checked({ total: 9900 })).toEqual([["shape/type", true, edits]]);
    for (const amount of [
      { total: 9900, vat: 1 },
      { total: "9900" },
      { total: 4111111111111111 },
    ]) {
      expect(checked(amount)[0]).toEqual(["shape/type", true, undefined]);
    }
    expect(checked({ value: 9900 })).toEqual([["shape/type", false, undefined]]);
  });
});

it("A message lists card companies with their codes", () => {
  const [en, ko] = messagesOf({ ...plain, card: { direct: { code: "999" } } });
  expect(en).toContain("367 (Hyundai Card)");
  expect(ko).toContain("367 (현대카드)");
});

describe("the least amount of an installment", () => {
  const quota = { display: { card_quota: [3] } };
  it("The rule about the least amount of an installment calls an absent amount missing", () => {
    const messages = messagesOf({ ...withoutAmount, ...quota });
    expect(messages).toHaveLength(2);
    expect(messages.join()).not.toMatch(/nothing|없음/);
  });
  it("The least amount of an installment is compared with won only", () => {
    const rule = "installment/minimum-amount /amount";
    expect(rulesOf({ ...plain, ...quota, amount: 100 })).toContain(rule);
    for (const currency of ["JPY", "USD"]) {
      expect(rulesOf({ ...plain, ...quota, currency, amount: 100 })).not.toContain(rule);
    }
  });
});
