import { describe, expect, it } from "vitest";
import { answers } from "../../dist/generated/answers.js";
import { rulesAnswered } from "../../dist/rulesAnswered.js";

const idsFor = (text: string) => rulesAnswered(text).map(({ rule }) => rule.id);
const known = Object.entries(answers).flatMap(([id, all]) => all.map(({ text }) => [text, id]));

describe("An error message", () => {
  it.each(known)("The error message %s leads to the rule %s", (text, id) => {
    // Two rules may have the same answer.
    const same = known.filter(([other]) => other === text).length;
    expect(idsFor(text as string).slice(0, same)).toContain(id);
  });

  it.each(known)(
    "The error message %s leads there with an id, a code and other spacing as well",
    (text, id) => {
      const spaced = (text as string).replaceAll(" ", "");
      expect(idsFor(`[F0000] imp_123456789012: ${spaced} (order-20261126-1)`)).toContain(id);
      expect(idsFor(`{"code":"FAILURE_TYPE_PG","message":"${text}"}`)).toContain(id);
    },
  );

  it.each([
    ["필수 파라미터입니다", "shape/required"],
    ["M_redirect_url 파라미터 세팅이 필요", "checkout/redirect-url"],
    ["이미 결제가 이루어진", "payment-id/once"],
    ["request_id of undefined", "sdk/legacy-script"],
    ["계약되지 않은 인증방법입니다. (V023)", "channel/registered"],
    ["issuer/site-url 오류", "issuer/site-url"],
    ["A direct call needs the buyer's name", "issuer/buyer-name"],
    ["F1002", "order/constant"],
    ["[F1002] 결제 실패", "order/constant"],
  ])(
    "An error message that is only a part, or written a little otherwise, leads there: %s",
    (text, id) => {
      expect(idsFor(text)).toContain(id);
    },
  );

  it.each(["", "x", "imp_123456789012", "F500", "F0000", "한글", "네트워크 연결이 끊어졌습니다"])(
    "An error message that says nothing leads nowhere: %j",
    (text) => {
      expect(idsFor(text)).toEqual([]);
    },
  );
});
