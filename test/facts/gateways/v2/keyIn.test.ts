import { expect, test } from "vitest";
import { instant as kcp } from "../../../../dist/packs/kcp_v2/v2.js";
import { instant as ksnet } from "../../../../dist/packs/ksnet/v2.js";
import { instant as nice } from "../../../../dist/packs/nice_v2/v2.js";
import { instant as smartro } from "../../../../dist/packs/smartro_v2/v2.js";
import type { CheckResult } from "../../../../dist/validator/types.js";
import { foundBy } from "../../../support/found.js";

type Kind = { check(payload: unknown): CheckResult };

const account = { bank: "KOOKMIN", expiry: { validHours: 24 }, option: { type: "NORMAL" } };
const opening = (virtualAccount: object, more: object = {}) => ({
  channelKey: "channel-key-893597d6-e62d-410f-83f9-119f530b4b11",
  orderName: "Canvas tote bag",
  amount: { total: 64000 },
  currency: "KRW",
  customer: { name: { full: "김하늘" } },
  method: { virtualAccount: { ...account, ...virtualAccount } },
  ...more,
});
const receipt = (type: string) =>
  opening({ cashReceipt: { type, customerIdentityNumber: "01000001234" } });
const fixed = { option: { type: "FIXED", fixed: { pgAccountId: "account-1" } } };
const digital = { productType: "DIGITAL" };

/** What each gateway's guide says of a request by API, read from its prose. */
const cases: [name: string, Kind, payload: object, expected: string[]][] = [
  ["kcp: an account", kcp, opening({}), []],
  ["kcp: a receipt for a person", kcp, receipt("PERSONAL"), []],
  [
    "kcp: its guide has no way to go without a receipt",
    kcp,
    receipt("NO_RECEIPT"),
    ["warning receipt/identifier /method/virtualAccount/cashReceipt/type"],
  ],
  ["nice: a receipt can be left out", nice, receipt("NO_RECEIPT"), []],
  ["nice: an account for one payment", nice, opening({}), []],
  [
    "nice: a fixed account needs an agreement",
    nice,
    opening(fixed),
    ["info vbank/option /method/virtualAccount/option/type"],
  ],
  ["smartro: how many products are bought", smartro, opening({}, { productCount: 2 }), []],
  [
    "ksnet: Smartro alone reads how many products are bought",
    ksnet,
    opening({}, { productCount: 2, ...digital }),
    ["info shape/unsupported /productCount"],
  ],
  [
    "an account closes either at a time or after some hours",
    nice,
    opening({ expiry: { validHours: 24, dueDate: "2026-12-31T23:59:59+09:00" } }),
    ["error shape/one-of /method/virtualAccount/expiry"],
  ],
  [
    "an account closes some time",
    nice,
    opening({ expiry: {} }),
    ["error shape/one-of /method/virtualAccount/expiry"],
  ],
  [
    "a name is whole or in parts",
    nice,
    opening(
      {},
      { customer: { name: { full: "김하늘", separated: { first: "하늘", last: "김" } } } },
    ),
    ["error shape/one-of /customer/name"],
  ],
  [
    "a payment by API has a method",
    nice,
    opening({}, { method: {} }),
    ["error shape/one-of /method"],
  ],
];

test.each(cases)(
  "A payment by key-in has exactly the findings expected of it: %s",
  (_, kind, payload, expected) => {
    expect(foundBy(kind, payload)).toEqual(expected);
  },
);
