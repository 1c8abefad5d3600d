import fc from "fast-check";
import { expect, it } from "vitest";
import { maskCardNumbers } from "../src/validator/mask.js";

it.each([
  ["4111111111111111", "************1111"],
  ["4111-1111-1111-1111", "****-****-****-1111"],
  ["card 4111 1111 1111 1111, 2 months", "card **** **** **** 1111, 2 months"],
  ["4111111111111111 100", "************1111 100"],
  ["7 4111 1111 1111 1111", "7 **** **** **** 1111"],
  ["378282246310005", "***********0005"],
  ["010-1234-5678", "010-1234-5678"],
  ["4111111111111112", "4111111111111112"],
])("%s", (text, masked) => {
  expect(maskCardNumbers(text)).toBe(masked);
});

it("keeps the length of every text, and is done after one pass", () => {
  const text = fc.string({ unit: fc.constantFrom(..."0123456789 -x"), maxLength: 80 });
  fc.assert(
    fc.property(text, (value) => {
      const masked = maskCardNumbers(value);
      expect(masked).toHaveLength(value.length);
      expect(maskCardNumbers(masked)).toBe(masked);
    }),
  );
});
