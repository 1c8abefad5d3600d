import { cases, order } from "../cases.js";

const plain = { ...order, buyer_tel: "010-1234-5678" };

cases("settle.v1.request-pay", plain, [
  ["no telephone", { buyer_tel: undefined }, ["error shape/required /buyer_tel"]],
  ["no name", { name: undefined }, []],
  [
    "a phone",
    { pay_method: "phone", digital: true, name: undefined },
    [
      "error phone/company /company",
      "error phone/company /company_en",
      "error phone/company /name",
    ],
  ],
  ["an account without company", { pay_method: "vbank" }, ["warning vbank/company /company"]],
  [
    "a deadline with hyphens",
    { pay_method: "vbank", company: "하늘상점", vbank_due: "2026-12-31" },
    ["warning shape/format /vbank_due"],
  ],
  [
    "an account by telephone as text",
    { bypass: { settle: { vbank010: "true" } } },
    ["error shape/type /bypass/settle/vbank010"],
  ],
  ["a billing key", { customer_uid: "u-1" }, ["error checkout/no-billing-key /customer_uid"]],
]);

const account = { ...plain, pay_method: "trans" };
cases("settle_acc.v1.request-pay", account, [
  ["a card", { pay_method: "card" }, ["error shape/enum /pay_method"]],
  ["a fraction", { amount: 1000.5 }, ["error shape/type /amount"]],
  ["no telephone", { buyer_tel: undefined }, ["error shape/required /buyer_tel"]],
  [
    "a CI that is not hexadecimal",
    { bypass: { settle: { custCi: "xyz" } } },
    ["error shape/pattern /bypass/settle/custCi"],
  ],
  ["no receipt said", { bypass: { settle: { criPsblYn: "" } } }, []],
  [
    "the bare code",
    { channelKey: undefined, pg: "settle_acc" },
    ["info shape/deprecated /pg", "warning shape/pattern /pg"],
  ],
  [
    "a billing key without name",
    { customer_uid: "u-1", amount: undefined, name: undefined },
    ["error shape/required /name"],
  ],
  ["a billing key with payment", { customer_uid: "u-1" }, ["info billing/charges /amount"]],
]);
