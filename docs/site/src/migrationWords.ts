import { saying } from "./words.js";

/** What the page from V1 to V2 says. */
export const tell = saying({
  kind: { ko: "JSON 데이터의 종류", en: "Payload type of JSON" },
  before: { ko: "V1 코드 또는 데이터", en: "V1 code or payload" },
  after: { ko: "V2 코드 또는 데이터", en: "V2 code or payload" },
  parameters: { ko: "요청 주소에 넣을 값:", en: "For the address of the request:" },
  counted: {
    ko: "정할 것 {decide}개, 바꾼 곳 {done}개, 그대로 둔 곳 {untouched}개",
    en: "To decide: {decide}. Changed: {done}. Not touched: {untouched}.",
  },
  nothing: {
    ko: "V1 결제 요청을 찾지 못했습니다. IMP.request_pay 호출, V1 REST API 호출, 결제 페이지, JSON 데이터 중 하나를 붙여 넣으세요.",
    en: "No payment of V1 found. Paste a call of IMP.request_pay, a call of the V1 REST API, a page with one, or JSON.",
  },
  decide: { ko: "정할 것", en: "To decide" },
  done: { ko: "바꾼 곳", en: "Changed" },
  untouched: { ko: "그대로 둔 곳", en: "Not touched" },
  check: { ko: "V2 요청 검사하기", en: "Check it in the playground" },
  window: { ko: "결제창", en: "Payment window" },
  billingKey: { ko: "빌링키 발급", en: "Billing key" },
  page: { ko: "결제 페이지 (HTML)", en: "Checkout page (HTML)" },
  cancel: { ko: "결제 취소 (REST API)", en: "Cancellation (REST API)" },
  command: { ko: "빌링키 결제 (curl)", en: "Payment by billing key (curl)" },
  schedule: { ko: "결제 예약 (JSON)", en: "Scheduled payments (JSON)" },
  mug: { ko: "머그컵", en: "Mug" },
  coffee: { ko: "원두 정기 배송", en: "Coffee subscription" },
  late: { ko: "배송 지연", en: "Late delivery" },
});

export type MigrationWord = Parameters<typeof tell>[0];
