import { describe, expect, it } from "vitest";
import { validators } from "../../dist/generated/validators.js";
import type { Kind } from "../support/payloads.js";

/** REST bodies and what is said of them, written by hand from the facts: `severity rule path`. */
const card = { card_number: "1111-2222-3333-4444", expiry: "2031-01" };
const buyer = { buyer_name: "이바다", product_type: "real" };
const onetime = { merchant_uid: "T-1", amount: 60000, ...card, ...buyer };
const billingKey = { channel_key: "channel-key-1", ...card, birth: "991231", pwd_2digit: "12" };
const again = { customer_uid: "c-1", merchant_uid: "T-1", amount: 60000, name: "구독", ...buyer };
const item = {
  ...{ merchant_uid: "T-2", schedule_at: 1900000000, currency: "KRW", amount: 60000 },
  ...{ name: "구독", ...buyer },
};
const schedule = { customer_uid: "c-1", schedules: [item] };
const receipt = { identifier: "01012345678", ...buyer };
const external = { pg: "ksnet", name: "머그컵", amount: 60000, ...receipt };
const vbank = {
  ...{ channel_key: "channel-key-1", merchant_uid: "T-1", amount: 60000, vbank_code: "004" },
  ...{ vbank_due: 1900000000, ...buyer },
};
const logistics = {
  ...{ sender: { name: "바다상점" }, receiver: { name: "이바다" } },
  logis: { company: "CJGLS", invoice: "1", sent_at: 1700000000 },
};

const rows: [kind: string, name: string, payload: unknown, expected: string[]][] = [
  ["onetime", "in order", onetime, []],
  [
    "onetime",
    "customer_uid",
    { ...onetime, customer_uid: "c" },
    ["warning shape/unsupported /customer_uid"],
  ],
  [
    "onetime",
    "unsupported even when false",
    { ...onetime, interest_free_by_merchant: false },
    ["warning shape/unsupported /interest_free_by_merchant"],
  ],
  [
    "onetime",
    "blank product_type",
    { ...onetime, product_type: " " },
    ["error shape/required /product_type"],
  ],
  [
    "onetime",
    "another product_type",
    { ...onetime, product_type: "physical" },
    ["error shape/enum /product_type"],
  ],
  [
    "onetime",
    "card number without hyphens",
    { ...onetime, card_number: "1111222233334444" },
    ["error shape/pattern /card_number"],
  ],
  [
    "onetime",
    "expiry the other way round",
    { ...onetime, expiry: "01-2031" },
    ["error shape/format /expiry"],
  ],
  ["onetime", "month 13", { ...onetime, expiry: "2031-13" }, ["error shape/format /expiry"]],
  ["onetime", "birth and password", { ...onetime, birth: "991231", pwd_2digit: "12" }, []],
  ["onetime", "business number as birth", { ...onetime, birth: "1178178260" }, []],
  [
    "onetime",
    "odd birth and password",
    { ...onetime, birth: "19991231", pwd_2digit: "1234" },
    ["info card/unchecked /birth", "info card/unchecked /pwd_2digit"],
  ],
  ["onetime", "amount 0", { ...onetime, amount: 0 }, ["error shape/type /amount"]],
  ["onetime", "amount below 0", { ...onetime, amount: -5 }, ["error shape/type /amount"]],
  ["onetime", "amount as a string", { ...onetime, amount: "60000" }, ["error shape/type /amount"]],
  ["onetime", "installment from 50,000", { ...onetime, amount: 50000, card_quota: 2 }, []],
  [
    "onetime",
    "installment below",
    { ...onetime, amount: 49999, card_quota: 2 },
    ["warning installment/minimum-amount /amount"],
  ],
  ["onetime", "single payment below", { ...onetime, amount: 49999, card_quota: 0 }, []],
  ["onetime", "one month", { ...onetime, card_quota: 1 }, ["error installment/range /card_quota"]],
  ["again", "one month", { ...again, card_quota: 1 }, ["error installment/range /card_quota"]],
  [
    "schedule",
    "one month",
    { ...schedule, schedules: [{ ...item, card_quota: 1 }] },
    ["error installment/range /schedules/0/card_quota"],
  ],
  ["onetime", "2.5 months", { ...onetime, card_quota: 2.5 }, ["error shape/type /card_quota"]],
  [
    "onetime",
    "tax_free above amount",
    { ...onetime, tax_free: 60001 },
    ["error tax/exceeds-amount /tax_free"],
  ],
  ["onetime", "tax_free equal to amount", { ...onetime, tax_free: 60000 }, []],
  ["onetime", "old vat", { ...onetime, vat: 1 }, ["info shape/deprecated /vat"]],
  ["onetime", "bypass", { ...onetime, bypass: '{"ksnet":{}}' }, []],
  ["onetime", "bypass as an object", { ...onetime, bypass: { ksnet: { any: [1] } } }, []],
  ["onetime", "bypass as a list", { ...onetime, bypass: [] }, ["error shape/type /bypass"]],
  ["cancel", "amount of 0", { imp_uid: "imp_1", amount: 0 }, ["warning cancel/everything /amount"]],
  [
    "cancel",
    "amount of -0",
    { imp_uid: "imp_1", amount: -0 },
    ["warning cancel/everything /amount"],
  ],
  ["cancel", "amount below 0", { imp_uid: "imp_1", amount: -1 }, ["error shape/type /amount"]],
  [
    "cancel",
    "blanks that a client's type asks for",
    {
      ...{ imp_uid: "", merchant_uid: "T-1", amount: 100, checksum: 0, reason: "", tax_free: 0 },
      ...{ refund_holder: "", refund_bank: " ", refund_account: "" },
    },
    [],
  ],
  [
    "onetime",
    "bypass that is no JSON",
    { ...onetime, bypass: "{ksnet}" },
    ["error shape/format /bypass"],
  ],
  [
    "onetime",
    "bypass that is a JSON list",
    { ...onetime, bypass: "[1]" },
    ["error shape/format /bypass"],
  ],
  [
    "onetime",
    "a real card number elsewhere",
    { ...onetime, custom_data: "9410-1234-5678-9002" },
    ["warning pci/card-number /custom_data"],
  ],
  [
    "onetime",
    "a real card number in its place",
    { ...onetime, card_number: "4111-1111-1111-1111" },
    [],
  ],
  [
    "onetime",
    "misspelt key",
    { ...onetime, cardQuota: 0 },
    ["warning shape/unknown-property /cardQuota"],
  ],
  [
    "onetime",
    "17 characters",
    { ...onetime, buyer_name: "가".repeat(17) },
    ["error shape/length /buyer_name"],
  ],
  ["onetime", "another gateway", { ...onetime, pg: "nice" }, ["error shape/pattern /pg"]],
  ["onetime", "emoji", { ...onetime, buyer_name: "🙂" }, ["warning text/euc-kr /buyer_name"]],
  ["billing-key", "in order", billingKey, []],
  [
    "billing-key",
    "by pg",
    { ...billingKey, channel_key: undefined, pg: "ksnet.2999199999" },
    ["info billing-key/channel /channel_key"],
  ],
  ["billing-key", "customer_uid in the body too", { ...billingKey, customer_uid: "C-1" }, []],
  ["billing-key", "by neither", { ...billingKey, channel_key: undefined }, []],
  [
    "billing-key",
    "no birth, blank password",
    { ...billingKey, birth: undefined, pwd_2digit: "" },
    ["error shape/required /birth", "error shape/required /pwd_2digit"],
  ],
  [
    "billing-key",
    "odd birth",
    { ...billingKey, birth: "1999-12-31" },
    ["error shape/pattern /birth"],
  ],
  [
    "billing-key",
    "whole password",
    { ...billingKey, pwd_2digit: "1234" },
    ["error shape/pattern /pwd_2digit"],
  ],
  ["billing-key", "cvc", { ...billingKey, cvc: "123" }, ["warning shape/unsupported /cvc"]],
  ["again", "in order", again, []],
  ["again", "no name", { ...again, name: undefined }, ["error shape/required /name"]],
  [
    "again",
    "points",
    { ...again, use_card_point: true },
    ["warning shape/unsupported /use_card_point"],
  ],
  ["again", "interest borne by the shop", { ...again, interest_free_by_merchant: true }, []],
  ["schedule", "in order", schedule, []],
  [
    "schedule",
    "milliseconds",
    { ...schedule, schedules: [{ ...item, schedule_at: 1900000000000 }] },
    ["error shape/format /schedules/0/schedule_at"],
  ],
  [
    "schedule",
    "half a second",
    { ...schedule, schedules: [{ ...item, schedule_at: 1900000000.5 }] },
    ["error shape/type /schedules/0/schedule_at"],
  ],
  [
    "schedule",
    "the second item",
    { ...schedule, schedules: [item, { ...item, buyer_name: undefined, product_type: "" }] },
    [
      "error shape/required /schedules/1/buyer_name",
      "error shape/required /schedules/1/product_type",
    ],
  ],
  [
    "schedule",
    "tax_free of an item",
    { ...schedule, schedules: [item, { ...item, tax_free: 60001 }] },
    ["error tax/exceeds-amount /schedules/1/tax_free"],
  ],
  [
    "schedule",
    "each item for itself",
    {
      ...schedule,
      schedules: [
        { ...item, amount: 9 },
        { ...item, tax_free: 10 },
      ],
    },
    [],
  ],
  [
    "schedule",
    "installment of an item",
    { ...schedule, schedules: [{ ...item, amount: 9000, card_quota: 3 }] },
    ["warning installment/minimum-amount /schedules/0/amount"],
  ],
  ["schedule", "no item", { ...schedule, schedules: [] }, ["error shape/required /schedules"]],
  [
    "schedule",
    "odd card",
    { ...schedule, card_number: "1", birth: "1", pwd_2digit: "1" },
    [
      "error shape/pattern /card_number",
      "error shape/pattern /birth",
      "error shape/pattern /pwd_2digit",
    ],
  ],
  ["unschedule", "all of a key", { customer_uid: "c-1" }, []],
  ["unschedule", "some", { customer_uid: "c-1", merchant_uid: ["T-1", "T-2"] }, []],
  ["unschedule", "nothing named", {}, ["error shape/required /customer_uid"]],
  ["cancel", "by imp_uid", { imp_uid: "imp_1" }, []],
  ["cancel", "by merchant_uid", { merchant_uid: "T-1", amount: 100, checksum: 100 }, []],
  ["cancel", "nothing named", { imp_uid: " " }, ["error shape/required /imp_uid"]],
  [
    "cancel",
    "half an account",
    { imp_uid: "imp_1", refund_account: "1" },
    ["error cancel/refund-account /refund_holder", "error cancel/refund-account /refund_bank"],
  ],
  [
    "cancel",
    "a whole account",
    { imp_uid: "imp_1", refund_account: "1", refund_holder: "이바다", refund_bank: "004" },
    [],
  ],
  [
    "cancel",
    "vat_amount",
    { imp_uid: "imp_1", vat_amount: 0 },
    ["warning shape/unsupported /vat_amount"],
  ],
  [
    "cancel",
    "more tax-free than all",
    { imp_uid: "imp_1", amount: 10, tax_free: 11 },
    ["error tax/exceeds-amount /tax_free"],
  ],
  ["cancel", "the whole rest with a tax-free part", { imp_uid: "imp_1", tax_free: 11 }, []],
  ["receipt", "in order", receipt, []],
  [
    "receipt",
    "identifier_type is passed in the guide",
    { ...receipt, identifier_type: "phone" },
    [],
  ],
  [
    "receipt",
    "phone with hyphens",
    { ...receipt, identifier: "010-1234-5678", identifier_type: "phone" },
    ["error receipt/identifier /identifier"],
  ],
  [
    "receipt",
    "phone of 10 digits",
    { ...receipt, identifier: "0212345678", identifier_type: "phone" },
    [],
  ],
  [
    "receipt",
    "phone of 9 digits",
    { ...receipt, identifier: "021234567", identifier_type: "phone" },
    ["error receipt/identifier /identifier"],
  ],
  [
    "receipt",
    "business",
    { ...receipt, identifier: "1178178260", identifier_type: "business" },
    [],
  ],
  [
    "receipt",
    "business of 11 digits",
    { ...receipt, identifier_type: "business" },
    ["error receipt/identifier /identifier"],
  ],
  ["receipt", "person", { ...receipt, identifier: "9912311234567", identifier_type: "person" }, []],
  [
    "receipt",
    "person of 11 digits",
    { ...receipt, identifier_type: "person" },
    ["error receipt/identifier /identifier"],
  ],
  ["receipt", "another type", { ...receipt, type: "business" }, ["error shape/enum /type"]],
  [
    "receipt",
    "company_tel",
    { ...receipt, company_tel: "02" },
    ["warning shape/unsupported /company_tel"],
  ],
  ["external-receipt", "by pg", external, []],
  [
    "external-receipt",
    "by channel_key",
    { ...external, pg: undefined, channel_key: "channel-key-1" },
    [],
  ],
  [
    "external-receipt",
    "by neither",
    { ...external, pg: undefined },
    ["error shape/required /channel_key"],
  ],
  ["external-receipt", "merchant_uid in the body too", { ...external, merchant_uid: "T-1" }, []],
  ["external-receipt", "half a won", { ...external, amount: 0.5 }, ["error shape/type /amount"]],
  [
    "external-receipt",
    "pay_method",
    { ...external, pay_method: "trans" },
    ["warning shape/unsupported /pay_method"],
  ],
  ["vbank", "in order", vbank, []],
  [
    "vbank",
    "due in milliseconds",
    { ...vbank, vbank_due: 1900000000000 },
    ["error shape/format /vbank_due"],
  ],
  [
    "vbank",
    "due as a date",
    { ...vbank, vbank_due: "2030-01-01" },
    ["error shape/type /vbank_due"],
  ],
  [
    "vbank",
    "holder and tax",
    { ...vbank, vbank_holder: "바다상점", tax_free: 0 },
    ["warning shape/unsupported /vbank_holder", "warning shape/unsupported /tax_free"],
  ],
  ["vbank", "one address as a text", { ...vbank, notice_url: "https://a.example" }, []],
  ["escrow-logistics", "in order", logistics, []],
  [
    "escrow-logistics",
    "sent in milliseconds",
    { ...logistics, logis: { ...logistics.logis, sent_at: 1700000000000 } },
    ["error shape/format /logis/sent_at"],
  ],
  [
    "escrow-logistics",
    "no parcel",
    { ...logistics, logis: { company: "CJGLS" } },
    ["error shape/required /logis/invoice", "error shape/required /logis/sent_at"],
  ],
  [
    "escrow-logistics",
    "e-mail",
    { ...logistics, send_email: true },
    ["warning shape/unsupported /send_email"],
  ],
  ["prepare", "in order", { merchant_uid: "T-1", amount: 1 }, []],
  [
    "prepare",
    "nothing",
    {},
    ["error shape/required /merchant_uid", "error shape/required /amount"],
  ],
];

/** A body of every kind that names an amount to pay or to give back, and where. */
const amounts: [kind: Kind, of: (amount: unknown) => unknown, path: string][] = [
  ["ksnet.v1.onetime", (amount) => ({ ...onetime, amount }), "/amount"],
  ["ksnet.v1.again", (amount) => ({ ...again, amount }), "/amount"],
  [
    "ksnet.v1.schedule",
    (amount) => ({ ...schedule, schedules: [{ ...item, amount }] }),
    "/schedules/0/amount",
  ],
  ["ksnet.v1.external-receipt", (amount) => ({ ...external, amount }), "/amount"],
  ["ksnet.v1.vbank", (amount) => ({ ...vbank, amount }), "/amount"],
  ["ksnet.v1.prepare", (amount) => ({ merchant_uid: "T-1", amount }), "/amount"],
];
it.each(amounts)("A request to %s takes an amount above 0 only", (kind, of, path) => {
  for (const amount of [0, -1, Number.NaN, "100", true, null]) {
    const { diagnostics } = validators[kind].check(of(amount));
    expect(diagnostics.map((one) => `${one.rule} ${one.path}`)).toEqual([`shape/type ${path}`]);
  }
  expect(validators[kind].check(of(1)).diagnostics).toEqual([]);
});

it.each(rows)(
  "A request to %s has exactly the findings expected of it: %s",
  (kind, _name, payload, expected) => {
    const { ok, diagnostics } = validators[`ksnet.v1.${kind}` as Kind].check(payload);
    const lines = diagnostics.map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);
    expect([...lines].sort()).toEqual([...expected].sort());
    expect(ok).toBe(!expected.some((line) => line.startsWith("error")));
  },
);

describe("Names in a request go through EUC-KR", () => {
  const ofItem = (more: object) => ({ ...schedule, schedules: [{ ...item, ...more }] });
  const bodies: [
    kind: string,
    of: (more: object) => object,
    at: string,
    names: string[],
    longest: string[],
  ][] = [
    ["onetime", (more) => ({ ...onetime, ...more }), "", ["name", "buyer_name"], ["name"]],
    ["again", (more) => ({ ...again, ...more }), "", ["name", "buyer_name"], ["name"]],
    [
      "external-receipt",
      (more) => ({ ...external, ...more }),
      "",
      ["name", "buyer_name"],
      ["name", "buyer_name"],
    ],
    ["vbank", (more) => ({ ...vbank, ...more }), "", ["name", "buyer_name"], ["name"]],
    ["receipt", (more) => ({ ...receipt, ...more }), "", ["buyer_name"], ["buyer_name"]],
    ["schedule", ofItem, "/schedules/0", ["name", "buyer_name"], ["name", "buyer_name"]],
  ];
  it.each(bodies)(
    "A name goes through EUC-KR in a request of %s",
    (kind, of, at, names, longest) => {
      const warnings = (body: object) =>
        validators[`ksnet.v1.${kind}` as Kind]
          .check(body)
          .diagnostics.filter(({ rule }) => rule.startsWith("text/"))
          .map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);
      for (const name of names) {
        expect(warnings(of({ [name]: "컵 🙂" }))).toEqual([`warning text/euc-kr ${at}/${name}`]);
      }
      for (const name of longest) {
        expect(warnings(of({ [name]: `${"가".repeat(25)}a` }))).toEqual([
          `warning text/byte-length ${at}/${name}`,
        ]);
        expect(warnings(of({ [name]: "가".repeat(25) }))).toEqual([]);
      }
    },
  );
});

it.each([
  ["refund_holder", ["refund_bank", "refund_account"]],
  ["refund_bank", ["refund_holder", "refund_account"]],
  ["refund_account", ["refund_holder", "refund_bank"]],
])("A refund to an account with %s alone lacks the others", (given, missing) => {
  const { diagnostics } = validators["ksnet.v1.cancel"].check({ imp_uid: "imp_1", [given]: "1" });
  expect(diagnostics.map(({ rule, path }) => `${rule} ${path}`).sort()).toEqual(
    missing.map((key) => `cancel/refund-account /${key}`).sort(),
  );
});

describe("The fixes of a REST request", () => {
  const fixOf = (kind: Kind, payload: unknown) =>
    validators[kind].check(payload).diagnostics[0]?.fix;
  it("The fixes of a REST request make seconds of milliseconds", () => {
    const late = { ...schedule, schedules: [{ ...item, schedule_at: 1900000000999 }] };
    expect(fixOf("ksnet.v1.schedule", late)).toEqual({
      title: "Write schedules[0].schedule_at in seconds",
      safe: true,
      edits: [{ op: "replace", path: "/schedules/0/schedule_at", value: 1900000000 }],
    });
    expect(fixOf("ksnet.v1.vbank", { ...vbank, vbank_due: 99999999999 })).toBeUndefined();
  });
  it("The fixes of a REST request make whole numbers where whole numbers are asked for", () => {
    expect(fixOf("ksnet.v1.onetime", { ...onetime, card_quota: "0" })?.edits[0]?.value).toBe(0);
    expect(fixOf("ksnet.v1.onetime", { ...onetime, card_quota: "2.5" })).toBeUndefined();
  });
  it("The fixes of a REST request take out what KSNET does not support", () => {
    expect(fixOf("ksnet.v1.onetime", { ...onetime, cvc: "123" })).toEqual({
      title: "Remove cvc",
      safe: true,
      edits: [{ op: "remove", path: "/cvc" }],
    });
  });
});

it("A message names the values of the item that it speaks of", () => {
  const { check } = validators["ksnet.v1.schedule"];
  const schedules = [
    { ...item, amount: 1 },
    { ...item, amount: 70000, tax_free: 70001 },
  ];
  expect(check({ ...schedule, schedules }).diagnostics[0]?.message).toBe(
    "schedules[1].tax_free is 70001, more than the amount (70000). Lower schedules[1].tax_free or correct amount.",
  );
});
