import fc from "fast-check";
import { rules } from "paylint";
import { valid } from "paylint/arbitraries";
import { callback, onetime, payment, readForm, schedule, vbank } from "paylint/ksnet/v1";
import { describe, expect, it } from "vitest";

const lines = (result: ReturnType<typeof callback.check>) =>
  result.diagnostics.map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);

describe("The callback", () => {
  const arrived = { imp_uid: "imp_1", merchant_uid: "T-1" };
  it.each([
    ["what KSNET's callback carries", arrived],
    ["a failure", { ...arrived, error_code: "F400", error_msg: "취소" }],
    ["a failure before there was a payment", { error_code: "F400", error_msg: "취소" }],
    ["a failure without a number", { ...arrived, imp_uid: null, error_code: "F400" }],
    ["the query of a redirect", { ...arrived, imp_success: "true" }],
  ])("The callback's validator accepts %s", (_name, value) => {
    expect(lines(callback.check(value))).toEqual([]);
  });
  it("The callback's validator asks for both numbers where nothing has failed", () => {
    expect(lines(callback.check({ merchant_uid: "T-1", imp_uid: "" }))).toEqual([
      "error shape/required /imp_uid",
    ]);
    expect(lines(callback.check({ error_code: null }))).toEqual([
      "error shape/required /imp_uid",
      "error shape/required /merchant_uid",
    ]);
  });
  it("The callback's validator says of everything that the old SDK passed that it no longer arrives", () => {
    const old = [
      ...["success", "status", "paid_amount", "apply_num", "pg_tid", "pg_provider", "pay_method"],
      ...["emb_pg_provider", "pg_type", "name", "amount", "currency", "custom_data", "paid_at"],
      ...["buyer_name", "buyer_email", "buyer_tel", "buyer_addr", "buyer_postcode", "receipt_url"],
      ...["card_name", "card_number", "card_quota", "bank_name", "customer_uid"],
      ...["vbank_num", "vbank_name", "vbank_holder", "vbank_date"],
    ];
    const { diagnostics } = callback.check({
      ...arrived,
      ...Object.fromEntries(old.map((key) => [key, "1"])),
    });
    expect(diagnostics.map(({ rule, path }) => [rule, path])).toEqual(
      old.map((key) => ["callback/removed-field", `/${key}`]),
    );
    expect(diagnostics[0]?.message).toMatch(/^success is no longer returned: .*imp_uid/);
  });
  it("The callback's validator calls a key that no document lists worth knowing, not wrong", () => {
    expect(lines(callback.check({ ...arrived, extra: 1 }))).toEqual([
      "info shape/unknown-property /extra",
    ]);
  });
  it("The callback's validator reads a query in all its forms", () => {
    const query = "imp_uid=imp_1&merchant_uid=T-1&imp_success=true";
    for (const form of [
      query,
      `?${query}`,
      `https://shop.example/done?${query}#top`,
      new URLSearchParams(query),
    ]) {
      expect(readForm(callback, form)).toEqual({ ...arrived, imp_success: "true" });
      expect(callback.check(readForm(callback, form)).ok).toBe(true);
    }
    expect(lines(callback.check(readForm(callback, "?imp_uid=imp_1")))).toEqual([
      "error shape/required /merchant_uid",
    ]);
  });
});

describe("readForm", () => {
  it("readForm makes numbers, booleans and lists where the kind has them", () => {
    expect(
      readForm(onetime, "amount=3000&use_card_point=false&card_number=1111-2222-3333-4444"),
    ).toEqual({
      amount: 3000,
      use_card_point: false,
      card_number: "1111-2222-3333-4444",
    });
    expect(
      readForm(schedule, "schedules[0][amount]=9900&schedules[1][schedule_at]=1900000000"),
    ).toEqual({
      schedules: [{ amount: 9900 }, { schedule_at: 1900000000 }],
    });
    const twice = { notice_url: ["https://a.example", "https://b.example"] };
    for (const name of ["notice_url", "notice_url[]"]) {
      const form = new URLSearchParams(twice.notice_url.map((url) => [name, url]));
      expect(readForm(vbank, form)).toEqual(twice);
    }
    expect(readForm(vbank, "notice_url=https://a.example")).toEqual({
      notice_url: "https://a.example",
    });
  });
  it("readForm leaves what is no number to be found", () => {
    const body = readForm(onetime, "amount=3,000&amount=many&tax_free=");
    expect(body).toEqual({ amount: "many", tax_free: "" });
    expect(lines(onetime.check(body))).toContain("error shape/type /amount");
  });
  it("readForm takes hostile names for keys like any other", () => {
    const body = readForm(
      onetime,
      `__proto__[polluted]=1&constructor[prototype][polluted]=1&${"a[b]".repeat(3)}=1&c${"[d]".repeat(1e5)}=1`,
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(body)).toContain("constructor");
    expect(onetime.check(body).ok).toBe(false);
  });
  it("readForm gives a form back as the payload it was made of", () => {
    fc.assert(
      fc.property(valid("ksnet.v1.prepare"), valid("ksnet.v1.onetime"), (prepare, once) => {
        for (const payload of [prepare, once]) {
          const form = new URLSearchParams(
            Object.entries(payload).map(([key, value]) => [key, String(value)]),
          );
          expect(readForm(onetime, form)).toEqual(payload);
        }
      }),
      { numRuns: 200 },
    );
  });
});

const looked = {
  ...{ imp_uid: "imp_1", merchant_uid: "T-1", sandbox: false, status: "paid" },
  ...{ amount: 9900, cancel_amount: 0, currency: "KRW", card_name: null, cancelled_at: 0 },
};

describe("A payment that was looked up", () => {
  it("A payment that was looked up is accepted as PortOne writes it, with null and 0 for nothing", () => {
    expect(lines(payment.check(looked))).toEqual([]);
  });
  it("A payment that was looked up shows what cannot be", () => {
    const odd = { ...looked, status: "PAID", amount: "9900", paid_at: 1700000000000, new_field: 1 };
    expect(lines(payment.check(odd))).toEqual([
      "error shape/enum /status",
      "error shape/type /amount",
      "error shape/format /paid_at",
      "info shape/unknown-property /new_field",
    ]);
    expect(lines(payment.check({ ...looked, pay_method: "payco", card_name: "현대카드" }))).toEqual(
      ["info payment/easypay-card /card_name"],
    );
    expect(payment.check({ ...looked, status: undefined }).ok).toBe(false);
  });
  it.each(["pay_method", "emb_pg_provider"])(
    "A payment that was looked up says that %s brings no card of its own",
    (by) => {
      const card = {
        ...{
          card_code: "367",
          card_name: "현대카드",
          card_type: 0,
          card_number: "123456******1234",
        },
        ...{ card_issuer_code: "367", card_issuer_name: "현대카드" },
        ...{ card_publisher_code: "367", card_publisher_name: "현대카드" },
      };
      for (const [key, value] of Object.entries(card)) {
        const of = (provider: string) => payment.check({ ...looked, [by]: provider, [key]: value });
        for (const provider of ["kakaopay", "payco"]) {
          expect(lines(of(provider)), key).toEqual([`info payment/easypay-card /${key}`]);
        }
        expect(lines(of("naverpay")), key).toEqual([]);
      }
    },
  );
});

describe("what is said of what PortOne sends is not said as of a request", () => {
  const looked = { imp_uid: "imp_1", merchant_uid: "T-1", status: "paid", amount: 1000 };
  const said = (of: unknown, locale: "en" | "ko") =>
    payment.check(of, { locale }).diagnostics.map(({ message }) => message);
  it.each([
    [
      { ...looked, imp_uid: undefined },
      /though PortOne always sends it/,
      /포트원이 항상 전달하는 값/,
    ],
    [{ ...looked, amount: "1000" }, /where PortOne sends a number/, /포트원은 .*타입으로 전달/],
    [{ ...looked, status: "done" }, /which PortOne does not send/, /결제되지 않은 것으로 처리/],
    [
      { ...looked, statuss: "paid" },
      /no document of what PortOne sends/,
      /포트원 응답 문서에 없으므로/,
    ],
  ])("What PortOne sends is not spoken of as a request: %j", (of, en, ko) => {
    expect(said(of, "en").join()).toMatch(en);
    expect(said(of, "ko").join()).toMatch(ko);
  });
});

it("A payment that was looked up tells where the sources disagree, of which kinds and places", () => {
  const told = rules.flatMap(({ id, disagreements }) =>
    disagreements.map(({ kinds = [], path = "" }) => `${id} ${kinds.join("+")} ${path}`.trim()),
  );
  expect(told).toEqual(
    expect.arrayContaining([
      "billing-key/channel  /channel_key",
      "callback/removed-field",
      "carrier/tcode request-pay /bypass/ksnet/tcode",
      "issuer/no-card-quota request-pay /display/card_quota",
      "shape/required request-pay /currency",
      "shape/required request-pay /pg",
      "shape/required again",
      "shape/required external-receipt /channel_key",
      "shape/required onetime",
      "shape/required external-receipt+receipt /buyer_name",
      "shape/required schedule /schedules/*/buyer_name",
      "shape/required schedule /schedules/*/currency",
      "shape/type request-pay /amount",
      "shape/type again+onetime /bypass",
      "shape/type schedule /schedules/*/bypass",
      "shape/unsupported external-receipt+receipt /identifier_type",
      "tax/tax-free request-pay /tax_free",
    ]),
  );
});
