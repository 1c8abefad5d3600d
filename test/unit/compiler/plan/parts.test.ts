import { expect, test } from "vitest";
import { listed, worded } from "../../../../src/compiler/plan/parts.js";

test("A list of values names each once, in its plain spelling", () => {
  expect(listed(["KRW", "CURRENCY_KRW", "USD", "CURRENCY_USD"], "CURRENCY_")).toBe("KRW, USD");
  expect(listed(["BANK_OF_KOREA", "KDB"], "BANK_")).toBe("BANK_OF_KOREA, KDB");
  expect(listed([1, 1, 2])).toBe("1, 2");
  expect(listed(["1", "2", "3", "4", "5", "6", 1, 2])).toEqual({ en: "1 to 6", ko: "1~6" });
});

const gateway = { en: "NICE Payments", ko: "나이스페이먼츠" };

test("A message is worded for one value or for several", () => {
  const message = {
    en: "Use {several:one of }{allowed}.",
    ko: "다음 {one:값}{several:중 하나}: {allowed}.",
  };
  expect(worded(message, gateway, { allowed: "KRW" })).toEqual({
    en: "Use {allowed}.",
    ko: "다음 값: {allowed}.",
  });
  const several = { en: "Use one of {allowed}.", ko: "다음 중 하나: {allowed}." };
  expect(worded(message, gateway, { allowed: "KRW, USD" })).toEqual(several);
  expect(worded(message, gateway, { allowed: { issuers: ["361", "381"] } })).toEqual(several);
});

test("The name of a gateway that ends in the word for a payment is not followed by it", () => {
  const message = { en: "{gateway} opens no window.", ko: "{gateway} 결제창이 열리지 않습니다." };
  expect(worded(message, gateway)).toEqual(message);
  expect(worded(message, { en: "Payletter (overseas)", ko: "페이레터 해외결제" }).ko).toBe(
    "{gateway}창이 열리지 않습니다.",
  );
});
