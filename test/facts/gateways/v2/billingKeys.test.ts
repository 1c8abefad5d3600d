import { expect, test } from "vitest";
import { issueBillingKey as inicis } from "../../../../dist/packs/inicis_v2/v2.js";
import { issueBillingKey as kcp } from "../../../../dist/packs/kcp_v2/v2.js";
import { cancel as kpn } from "../../../../dist/packs/kpn/v2.js";
import { issueBillingKey as nice } from "../../../../dist/packs/nice_v2/v2.js";
import { issueBillingKey as tosspayments } from "../../../../dist/packs/tosspayments/v2.js";
import type { Environment } from "../../../../dist/validator/types.js";
import type { Validator } from "../../../../dist/validator/validator.js";
import { foundBy } from "../../../support/found.js";

type Kind = Pick<Validator<Record<Environment, unknown>>, "check" | "is">;

const right = {
  storeId: "store-4ff4af41-85e3-4559-8eb8-0d08a2c6ceec",
  channelKey: "channel-key-893597d6-e62d-410f-83f9-119f530b4b11",
  billingKeyMethod: "CARD",
  issueId: "issue0001",
  issueName: "Monthly plan",
  redirectUrl: "https://shop.example/done",
  customer: { fullName: "김하늘", phoneNumber: "010-0000-1234", email: "buyer@shop.example" },
};
const served = (from: string, to: string) => ({ ...right, offerPeriod: { range: { from, to } } });
const named = (fullName: string, more: object = {}) => ({
  ...right,
  ...more,
  customer: { ...right.customer, fullName },
});
const kakaopay = { billingKeyMethod: "EASY_PAY", easyPay: { easyPayProvider: "KAKAOPAY" } };
const order = "error offer-period/form /offerPeriod/range/from";
const noOffset = "warning shape/format /offerPeriod/range/to";

/** What each gateway's guide says of a payload, read from its prose. */
const cases: [name: string, Kind, payload: object, expected: string[]][] = [
  [
    "inicis: a service that begins before it ends",
    inicis,
    served("2026-12-01T00:00:00+09:00", "2026-12-31T23:59:59+09:00"),
    [],
  ],
  [
    "inicis: a service that ends before it begins",
    inicis,
    served("2026-12-02T00:00:00+09:00", "2026-12-01T00:00:00+09:00"),
    [order],
  ],
  [
    "inicis: the same in days, which lack a time as well",
    inicis,
    served("2026-12-02", "2026-12-01"),
    [order, noOffset],
  ],
  ["kcp: a name of 30 characters", kcp, named("가".repeat(30)), []],
  [
    "kcp: a name of 31 characters",
    kcp,
    named("가".repeat(31)),
    ["error shape/length /customer/fullName"],
  ],
  ["nice: a name of 30 bytes", nice, named("가".repeat(15), kakaopay), []],
  [
    "nice: a name of 32 bytes",
    nice,
    named("가".repeat(16), kakaopay),
    ["warning text/byte-length /customer/fullName"],
  ],
  ["tosspayments: a key for a card", tosspayments, right, []],
  [
    "tosspayments: a key for bank transfers, which the SDK's types lack",
    tosspayments,
    { ...right, billingKeyMethod: "TRANSFER" },
    ["info shape/enum /billingKeyMethod"],
  ],
  [
    "inicis: a service for a time or again and again",
    inicis,
    {
      ...right,
      offerPeriod: {
        interval: "1m",
        range: { from: "2026-12-01T00:00:00+09:00", to: "2026-12-31T23:59:59+09:00" },
      },
    },
    ["error shape/one-of /offerPeriod"],
  ],
  [
    "kpn: a cancellation with VAT, which is only repeated",
    kpn,
    { reason: "Out of stock", amount: 1000, vatAmount: 100 },
    ["warning tax/unsupported /vatAmount"],
  ],
];

test.each(cases)(
  "A request of billing keys has exactly the findings expected of it: %s",
  (_, kind, payload, expected) => {
    const found = foundBy(kind, payload);
    expect(found.filter((one) => !one.includes("cancel/"))).toEqual(expected);
    expect(kind.is(payload)).toBe(kind.check(payload).ok);
  },
);
