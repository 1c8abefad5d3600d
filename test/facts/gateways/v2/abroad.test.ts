import { expect, test } from "vitest";
import { requestPayment as eximbay } from "../../../../dist/packs/eximbay_v2/v2.js";
import { requestPayment as hecto } from "../../../../dist/packs/hecto_global/v2.js";
import { requestPayment as kicc } from "../../../../dist/packs/kicc_v2/v2.js";
import {
  requestPayment as payletter,
  issueBillingKeyAndPay as payletterKey,
} from "../../../../dist/packs/payletter_global/v2.js";
import { requestPayment as paymentwall } from "../../../../dist/packs/paymentwall/v2.js";
import { requestPayment as anyGateway } from "../../../../dist/packs/portone/v2.js";
import type { CheckOptions, CheckResult } from "../../../../dist/validator/types.js";
import { foundBy } from "../../../support/found.js";

type Kind = { check(payload: unknown, options?: CheckOptions): CheckResult };

const right = {
  storeId: "store-4ff4af41-85e3-4559-8eb8-0d08a2c6ceec",
  channelKey: "channel-key-893597d6-e62d-410f-83f9-119f530b4b11",
  paymentId: "order202611240001",
  orderName: "Canvas tote bag",
  totalAmount: 64000,
  currency: "KRW",
  redirectUrl: "https://shop.example/done",
  customer: { customerId: "member41", fullName: "김하늘", email: "buyer@shop.example" },
};
const phone = { ...right, payMethod: "MOBILE" };
const phoneKey = { ...right, billingKeyAndPayMethod: "MOBILE" };
const parts = { ...right.customer, firstName: "하늘", lastName: "김" };
const atHecto = {
  ...right,
  payMethod: "EASY_PAY",
  easyPay: { easyPayProvider: "AUPAY" },
  customer: parts,
  storeDetails: { businessName: "Sky Shop" },
};
const byPayletter = (pginfo: string) => ({
  ...right,
  bypass: { payletter_global: { pginfo, servicename: "Sky Shop" } },
});
const wechat = { ...right, payMethod: "EASY_PAY", easyPay: { easyPayProvider: "WECHAT" } };
const unread = ["warning shape/unsupported /payMethod"];
const device = ["info shape/enum /bypass/payletter_global/pginfo"];
const bothNames = "info buyer/name /customer/firstName";

/** What each gateway's guide says of a payload, read from its prose. */
const cases: [name: string, Kind, payload: object, expected: string[], options?: CheckOptions][] = [
  [
    "a phone payment needs the sort of goods where no gateway is known",
    anyGateway,
    phone,
    ["error phone/digital /productType"],
  ],
  ["eximbay: the method is not read, so nothing depends on it", eximbay, phone, unread],
  ["paymentwall: the method is not read, so nothing depends on it", paymentwall, phone, unread],
  ["payletter: the method is not read, so nothing depends on it", payletter, phone, unread],
  [
    "payletter: a billing key's method is not read either",
    payletterKey,
    phoneKey,
    ["warning shape/unsupported /billingKeyAndPayMethod"],
  ],
  [
    "payletter: WeChat's QR code on a PC",
    payletter,
    byPayletter("WeChatPayQRCodePayment"),
    [],
    { environment: "pc" },
  ],
  [
    "payletter: WeChat's QR code on a phone",
    payletter,
    byPayletter("WeChatPayQRCodePayment"),
    device,
    { environment: "mobile" },
  ],
  [
    "payletter: WeChat's H5 on a phone",
    payletter,
    byPayletter("WeChatPayH5Payment"),
    [],
    { environment: "mobile" },
  ],
  [
    "payletter: WeChat's H5 on a PC",
    payletter,
    byPayletter("WeChatPayH5Payment"),
    device,
    { environment: "pc" },
  ],
  ["hecto: an e-mail address needs both parts, whatever stands beside them", hecto, atHecto, []],
  [
    "hecto: half a name is one part too few",
    hecto,
    { ...atHecto, customer: { ...parts, firstName: undefined } },
    ["error buyer/name /customer/firstName"],
  ],
  [
    "the parts beside the whole name are told elsewhere",
    anyGateway,
    { ...right, payMethod: "CARD", customer: parts },
    [bothNames],
  ],
  [
    "hecto: Apple Pay does not work on a test channel",
    hecto,
    { ...atHecto, easyPay: { easyPayProvider: "APPLEPAY" } },
    ["info easypay/provider /easyPay/easyPayProvider"],
  ],
  ["kicc: won", kicc, wechat, []],
  [
    "kicc: a currency that its guide does not list",
    kicc,
    { ...wechat, currency: "JPY" },
    ["warning shape/enum /currency"],
  ],
];

test.each(cases)(
  "A request abroad has exactly the findings expected of it: %s",
  (_, kind, payload, expected, options = {}) => {
    expect(foundBy(kind, payload, options)).toEqual(expected);
  },
);
