import fc from "fast-check";
import { kinds, loadValidator } from "paylint";
import { describe, expect, it } from "vitest";
import { isValidInV2, losesNothing, migratable, unlistedErrors } from "../prove/migration.js";

// `npm run prove` draws more.
describe.each(migratable)("%s in V2", (kind) => {
  it("A migrated payload has no error in V2 but where a person must decide", async () => {
    expect(await fc.assert(isValidInV2(kind), { numRuns: 5 })).toBeUndefined();
  });

  it("A migration loses nothing that it does not list", () => {
    expect(fc.assert(losesNothing(kind), { numRuns: 2 })).toBeUndefined();
  });
});

/** Requests as shops write them: warnings of V1, which drawn payloads never have, are common in them. */
const order = {
  ...{ merchant_uid: "order-20261124-0001", name: "노트북", amount: 64_000 },
  m_redirect_url: "https://shop.example/done",
};
const buyer = {
  ...{ buyer_name: "홍길동", buyer_email: "gildong@shop.example", buyer_tel: "010-0000-1234" },
  ...{ buyer_addr: "서울특별시 중구 세종대로 110", buyer_postcode: "04524" },
};
const methods = [
  ...[undefined, "card", "trans", "vbank", "phone", "kakaopay", "naverpay", "payco", "tosspay"],
  ...["samsungpay", "applepay", "lpay", "ssgpay", "cultureland", "smartculture", "booknlife"],
  ...["culturegift", "paypal", "alipay", "cvs", "naverpay_card"],
];
const more: readonly object[] = [
  ...[{}, { customer_uid: "customer-1" }, { customer_uid: "customer-1", amount: 0 }],
  ...[{ currency: "USD", amount: 19.99 }, { currency: "JPY" }, { escrow: true }, { amount: 100 }],
  ...[{ digital: true }, { digital: false }, { vbank_due: "20261231" }, { tax_free: 1000 }],
  ...[{ language: "en" }, { language: "zh" }, { custom_data: { cart: 1 } }, { popup: true }],
  ...[{ display: { card_quota: [] } }, { display: { card_quota: [6] } }],
  ...[{ card: { direct: { code: "361" } } }, { card: { direct: { code: "367", quota: 3 } } }],
  ...[{ card: { detail: [{ card_code: "361", enabled: true }] } }, { customer_id: "회원-1" }],
  ...[{ period: { interval: "30d" } }, { period: { from: "20260101", to: "20261231" } }],
  ...[{ merchant_uid: "주문 1" }, { merchant_uid: "o".repeat(70) }, { name: "x".repeat(120) }],
];

/** The requests that V1 takes of those that shops write. */
async function takenBy(kind: string): Promise<readonly object[]> {
  const validator = await loadValidator(kind);
  const common = { pg: kind.split(".")[0], ...order };
  return methods
    .flatMap((pay_method) =>
      more
        .flatMap((extra) => [extra, { ...buyer, ...extra }])
        .map((one) => ({ ...common, ...(pay_method && { pay_method }), ...one })),
    )
    .filter((payload) => validator.is(payload));
}

const requests = await Promise.all(
  kinds
    .filter((kind) => kind.endsWith(".v1.request-pay"))
    .map(async (kind) => [kind, await takenBy(kind)] as const),
);
// The others ask for keys of their own, which `isValidInV2` draws.
const written = requests.filter(([, payloads]) => payloads.length > 0);

it("Most gateways take some of the requests that shops write", () => {
  expect(written.length).toBeGreaterThan(requests.length / 2);
});

it.each(written)(
  "A payload of %s as shops write it has no error in V2 but where a person must decide",
  async (kind, payloads) => {
    for (const payload of payloads) {
      const errors = await unlistedErrors(kind, payload, {});
      expect(errors, JSON.stringify(payload)).toEqual([]);
    }
  },
);
