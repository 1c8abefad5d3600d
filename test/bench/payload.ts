import { direct } from "../support/payloads.js";

/** A payload of 22 keys for a card company that asks for much. */
export const manyKeys = {
  ...direct("367"),
  channelKey: "channel-key-1",
  vat_amount: 7272,
  buyer_email: "buyer@example.com",
  buyer_addr: "서울특별시 강남구 1-2",
  buyer_postcode: "06236",
  app_scheme: "shopapp://",
  notice_url: ["https://shop.example/hook"],
  escrow: false,
  popup: false,
};
