import { paymentFor } from "./orders.js";

export function payByCard(order) {
  IMP.request_pay(
    {
      channelKey: process.env.NEXT_PUBLIC_CARD_CHANNEL,
      pay_method: "card",
      merchant_uid: order.id,
      name: order.name,
      amount: order.total,
      currency: "KRW",
      m_redirect_url: "https://shop.example/done",
    },
    confirm,
  );
}

export function payByKakaoPay(order) {
  IMP.request_pay(
    {
      channelKey: process.env.NEXT_PUBLIC_KAKAOPAY_CHANNEL,
      merchant_uid: order.id,
      name: order.name,
      amount: order.total,
      display: { card_quota: [0, 3, 6] },
      m_redirect_url: "https://shop.example/done",
    },
    confirm,
  );
}

export function payAgain(order) {
  IMP.request_pay(paymentFor(order), confirm);
}

const confirm = ({ imp_uid }) => fetch(`/payments/${imp_uid}`, { method: "POST" });
