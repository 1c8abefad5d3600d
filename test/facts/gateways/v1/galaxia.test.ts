import { cases, order } from "../cases.js";

const plain = { ...order, customer_id: "b-1" };

cases("galaxia.v1.request-pay", plain, [
  ["no method", { pay_method: undefined }, []],
  ["moneytree", { pay_method: "moneytree" }, []],
  ["no id of the buyer", { customer_id: undefined }, ["error shape/required /customer_id"]],
  ["a code of the goods", { bypass: { galaxia: { ITEM_CODE: "ITEM000001" } } }, []],
  [
    "a code of the goods as number",
    { bypass: { galaxia: { ITEM_CODE: 1 } } },
    ["error shape/type /bypass/galaxia/ITEM_CODE"],
  ],
  ["a long id", { customer_id: "b".repeat(21) }, ["error shape/length /customer_id"]],
  [
    "an order number of 41",
    { merchant_uid: "T".repeat(41) },
    ["warning shape/length /merchant_uid"],
  ],
  ["an order number of 65", { merchant_uid: "T".repeat(65) }, ["error shape/length /merchant_uid"]],
  ["dollars", { currency: "USD" }, ["error shape/enum /currency"]],
  ["a transfer of nobody", { pay_method: "trans" }, ["error buyer/name /buyer_name"]],
  ["an account without deadline", { pay_method: "vbank" }, ["error vbank/due /vbank_due"]],
  [
    "a deadline with time",
    { pay_method: "vbank", vbank_due: "20261231235959" },
    ["warning shape/format /vbank_due"],
  ],
  [
    "escrow of no method",
    { pay_method: undefined, escrow: true },
    ["warning escrow/method /escrow"],
  ],
  [
    "a carrier",
    { pay_method: "phone", digital: true, phone: { carrier: "KT" } },
    ["error shape/enum /phone/carrier"],
  ],
  [
    "a billing key without method",
    { customer_uid: "u-1", amount: undefined, pay_method: undefined },
    ["error billing/pay-method /pay_method"],
  ],
  ["a billing key of a card", { customer_uid: "u-1", amount: undefined }, []],
  [
    "a billing key of a phone",
    { customer_uid: "u-1", amount: undefined, pay_method: "phone", digital: true },
    ["error shape/required /amount"],
  ],
]);
