import fc from "fast-check";
import { loadValidator, migratePayload } from "paylint";
import { describe, expect, it } from "vitest";
import "../../support/seed.js";
import migration from "../../../dist/generated/migration.js";

const ids = { storeId: "store-1", channelKey: "channel-key-1" };

describe("migratePayload", () => {
  it("migratePayload makes KSNET's V1 sample of a direct call what its V2 page has", () => {
    const { payloads } = migratePayload(
      "ksnet.v1.request-pay",
      {
        channelKey: "channel-key-1",
        pay_method: "card",
        merchant_uid: "order-1",
        name: "테스트 결제",
        amount: 1000,
        buyer_name: "포트원",
        buyer_tel: "01000000000",
        currency: "KRW",
        m_redirect_url: "https://shop.example/done",
        card: { direct: { code: "361" } },
        bypass: { ksnet: { tcode: "skt" } },
      },
      { gateway: "ksnet" },
    );
    expect(payloads).toEqual([
      {
        kind: "ksnet.v2.request-payment",
        payload: {
          channelKey: "channel-key-1",
          payMethod: "CARD",
          paymentId: "order-1",
          orderName: "테스트 결제",
          totalAmount: 1000,
          customer: { fullName: "포트원", phoneNumber: "01000000000" },
          currency: "KRW",
          redirectUrl: "https://shop.example/done",
          card: { cardCompany: "BC_CARD" },
          bypass: { ksnet: { tcode: "skt" } },
        },
      },
    ]);
  });

  it("migratePayload gives a payload that V2 takes once what it lists is supplied", async () => {
    const { payloads, decide } = migratePayload(
      "ksnet.v1.request-pay",
      {
        pg: "ksnet.shop",
        pay_method: "kakaopay",
        merchant_uid: "order-1",
        name: "주문",
        amount: 1000,
        tax_free: 0,
        buyer_name: "김하늘",
        m_redirect_url: "https://shop.example/done",
      },
      { gateway: "ksnet" },
    );
    const [made] = payloads;
    expect(decide.map(({ from, path }) => path ?? from)).toEqual([
      "/pg",
      "/storeId",
      "/channelKey",
    ]);
    const validator = await loadValidator(made?.kind ?? "");
    expect(validator.is({ ...made?.payload, ...ids })).toBe(true);
  });

  it("migratePayload makes one payload of each item of schedules", () => {
    const { payloads, decide } = migratePayload(
      "portone.v1.schedule",
      {
        customer_uid: "customer-1",
        schedules: [
          { merchant_uid: "a", schedule_at: 1_798_761_600, amount: 100, name: "1월" },
          {
            merchant_uid: "b",
            schedule_at: 1_801_440_000,
            amount: 19.99,
            currency: "USD",
            name: "2월",
          },
        ],
      },
      { gateway: "nice" },
    );
    expect(payloads).toEqual([
      {
        kind: "nice_v2.v2.schedule",
        payload: {
          timeToPay: "2027-01-01T00:00:00Z",
          payment: { amount: { total: 100 }, orderName: "1월", currency: "KRW" },
        },
        parameters: { paymentId: "a" },
      },
      {
        kind: "nice_v2.v2.schedule",
        payload: {
          timeToPay: "2027-02-01T00:00:00Z",
          payment: { amount: { total: 1999 }, orderName: "2월", currency: "USD" },
        },
        parameters: { paymentId: "b" },
      },
    ]);
    expect(decide.filter(({ path }) => path === "/payment/billingKey")).toHaveLength(2);
  });

  it("migratePayload turns a request with customer_uid into the issuing of a billing key", () => {
    const { payloads } = migratePayload(
      "portone.v1.request-pay",
      {
        channelKey: "channel-key-1",
        customer_uid: "c",
        pay_method: "card",
        merchant_uid: "a",
        name: "구독",
      },
      { gateway: "nice_v2" },
    );
    expect(payloads).toMatchObject([
      {
        kind: "nice_v2.v2.issue-billing-key",
        payload: { billingKeyMethod: "CARD", issueId: "a", issueName: "구독" },
      },
    ]);
  });

  it.each([61, 2_999_984, Number.MAX_SAFE_INTEGER])(
    "migratePayload leaves interest-free plans of %i months to a person instead of writing out each month",
    (max_month) => {
      const { payloads, decide } = migratePayload(
        "ksnet.v1.request-pay",
        { pay_method: "card", card: { detail: [{ card_code: "361", enabled: true, max_month }] } },
        { gateway: "ksnet" },
      );
      expect(payloads[0]?.payload).toMatchObject({ card: { availableCards: ["BC_CARD"] } });
      expect(payloads[0]?.payload).not.toHaveProperty("card.installment");
      expect(decide).toContainEqual(expect.objectContaining({ from: "/card/detail" }));
    },
  );

  it("migratePayload tells what V2 calls the values that PortOne sends", () => {
    const given = { imp_uid: "imp_1", paid_amount: 100 };
    const { payloads, decide } = migratePayload("portone.v1.callback", given, { gateway: "ksnet" });
    expect(payloads).toEqual([]);
    expect(decide.map(({ from }) => from)).toEqual(["/imp_uid", "/paid_amount"]);
    expect(decide[0]?.why).toMatch(/`txId`/);
  });

  it("migratePayload keeps webhooks of cancellations as V1 has them by default", () => {
    const cancelled = (more: object) =>
      migratePayload("portone.v1.cancel", { merchant_uid: "a", reason: "r", ...more }, {})
        .payloads[0]?.payload;
    expect(cancelled({})).toEqual({ reason: "r", skipWebhook: true });
    expect(cancelled({ enable_webhook: true })).toEqual({ reason: "r", skipWebhook: false });
  });

  it("migratePayload refuses kinds and gateways that there are not, and lists what is no payload", () => {
    expect(() => migratePayload("ksnet.v2.cancel", {})).toThrow(RangeError);
    expect(() => migratePayload("ksnet.v1.cancel", {}, { gateway: "nobody" })).toThrow(RangeError);
    expect(migratePayload("ksnet.v1.cancel", "text", { locale: "ko" }).decide).toHaveLength(1);
    const hostile = JSON.parse('{"__proto__": {"polluted": true}, "reason": "r"}');
    migratePayload("ksnet.v1.cancel", hostile);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe("amounts", () => {
  const { digits } = migration();
  const currencies = ["KRW", "JPY", "USD", "EUR", "VND", "KWD", "CLF", "THB"];
  /** An amount of so many smallest units, as a person writes it. */
  const amounts = fc.record({
    currency: fc.constantFrom(...currencies),
    units: fc.integer({ min: 0, max: 10_000_000_000 }),
  });
  const written = (units: number, places: number) => Number(`${units}e-${places}`);

  it("Migrated amounts are in the currency's smallest unit, exactly", () => {
    fc.assert(
      fc.property(amounts, ({ currency, units }) => {
        const amount = written(units, digits[currency] ?? 2);
        const { payloads, decide } = migratePayload(
          "portone.v1.request-pay",
          { ...{ amount, currency, tax_free: amount }, merchant_uid: "a", name: "b" },
          { gateway: "ksnet" },
        );
        expect(payloads[0]?.payload).toMatchObject({
          totalAmount: units,
          taxFreeAmount: units,
          currency,
        });
        expect(decide.some(({ from }) => from === "/amount")).toBe(false);
      }),
    );
  });

  it("Amounts that are not whole in the smallest unit are listed and never rounded", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 9 }), ({ currency, units }, part) => {
        const amount = Number(`${units}${part}e-${(digits[currency] ?? 2) + 1}`);
        const { payloads, decide } = migratePayload(
          "portone.v1.request-pay",
          { ...{ amount, currency }, merchant_uid: "a", name: "b" },
          { gateway: "ksnet" },
        );
        expect(payloads[0]?.payload.totalAmount).toBe(amount);
        expect(decide.some(({ path }) => path === "/totalAmount")).toBe(true);
      }),
    );
  });

  it.each([
    ["paypal", "USD", 1050],
    ["eximbay", "USD", 1050],
  ])("Amounts of %s without a currency are in %s", (gateway, currency, totalAmount) => {
    const given = { amount: 10.5, merchant_uid: "a", name: "b" };
    const { payloads } = migratePayload("portone.v1.request-pay", given, { gateway });
    expect(payloads[0]?.payload).toMatchObject({ currency, totalAmount });
  });

  it("Amounts of an unknown currency are listed", () => {
    for (const [kind, given] of [
      ["portone.v1.request-pay", { amount: 100, merchant_uid: "a" }],
      ["portone.v1.cancel", { amount: 100, merchant_uid: "a" }],
    ] as const) {
      const { decide } = migratePayload(kind, given, { gateway: "portone" });
      expect(decide.some(({ from }) => from === "/amount")).toBe(true);
    }
  });
});
