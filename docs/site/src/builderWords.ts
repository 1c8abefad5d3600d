import { saying } from "./words.js";

/** What the request builder says. */
export const tell = saying({
  method: { ko: "결제수단", en: "Payment method" },
  issuer: { ko: "카드사 다이렉트 호출", en: "Card company, called directly" },
  noIssuer: { ko: "카드사를 지정하지 않음", en: "None: the buyer chooses" },
  noMethod: { ko: "지정하지 않음", en: "Not given" },
  language: { ko: "언어", en: "Language" },
  request: { ko: "결제 요청 코드", en: "Code of the request" },
  refusedMethods: {
    ko: "선택할 수 없는 결제수단 {count}개",
    en: "{count} payment methods are not available",
  },
  refusedIssuers: {
    ko: "선택할 수 없는 카드사 {count}개",
    en: "{count} card companies are not available",
  },
  noDirect: {
    ko: "이 PG사의 카드사 다이렉트 호출 조건은 규칙에 없습니다.",
    en: "The rules say nothing about direct calls to card companies at this gateway.",
  },
  yours: {
    ko: "storeId, channelKey, 주문 번호, 금액은 실제 값으로 바꾸세요. 채널 키는 고른 PG사의 채널이어야 합니다.",
    en: "Replace storeId, channelKey, the order id and the amount with your own. The channel key must belong to the chosen gateway.",
  },
});
