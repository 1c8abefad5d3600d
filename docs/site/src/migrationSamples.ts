import { type MigrationWord, tell } from "./migrationWords.js";

/** A text of V1 to begin with. */
export interface Sample {
  readonly title: MigrationWord;
  readonly text: string;
  /** Kind of a payload that stands by itself. */
  readonly kind?: string;
}

export const samples: readonly Sample[] = [
  {
    title: "window",
    text: `IMP.init("imp12345678");

function pay(order) {
  IMP.request_pay(
    {
      channelKey: "channel-key-1",
      pg: "html5_inicis",
      pay_method: "card",
      merchant_uid: order.id,
      name: "${tell("mug")}",
      amount: order.total,
      buyer_name: order.buyer,
      buyer_tel: order.phone,
      buyer_email: order.email,
      m_redirect_url: "https://shop.example/done",
    },
    (response) => {
      if (response.success) {
        verify(response.imp_uid);
      } else {
        alert(response.error_msg);
      }
    },
  );
}
`,
  },
  {
    title: "billingKey",
    text: `IMP.request_pay(
  {
    pg: "kakaopay",
    pay_method: "card",
    merchant_uid: order.id,
    customer_uid: buyer.id,
    name: "${tell("coffee")}",
    amount: 0,
  },
  onIssued,
);
`,
  },
  {
    title: "page",
    text: `<!doctype html>
<script src="https://cdn.iamport.kr/v1/iamport.js"></script>
<button id="pay">₩18,000</button>
<script>
  IMP.init("imp12345678");
  document.getElementById("pay").addEventListener("click", () => {
    IMP.request_pay(
      {
        pg: "tosspayments",
        pay_method: "trans",
        merchant_uid: "order-" + Date.now(),
        name: "${tell("mug")}",
        amount: 18000,
        m_redirect_url: location.href,
      },
      (response) => {
        location.href = "/done?payment=" + response.merchant_uid;
      },
    );
  });
</script>
`,
  },
  {
    title: "cancel",
    text: `await fetch("https://api.iamport.kr/payments/cancel", {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    Authorization: accessToken,
  },
  body: JSON.stringify({
    merchant_uid: order.id,
    amount: refund,
    checksum: order.left,
    reason: "${tell("late")}",
  }),
});
`,
  },
  {
    title: "command",
    text: `curl -X POST https://api.iamport.kr/subscribe/payments/again \\
  -H "Content-Type: application/json" \\
  -H "Authorization: $TOKEN" \\
  -d '{
    "customer_uid": "buyer-1",
    "merchant_uid": "order-1",
    "amount": 12000,
    "name": "${tell("coffee")}"
  }'
`,
  },
  {
    title: "schedule",
    kind: "portone.v1.schedule",
    text: `{
  "customer_uid": "buyer-1",
  "schedules": [
    {
      "merchant_uid": "order-1",
      "schedule_at": 1798761600,
      "currency": "KRW",
      "amount": 12000,
      "name": "${tell("coffee")}"
    },
    {
      "merchant_uid": "order-2",
      "schedule_at": 1801440000,
      "currency": "KRW",
      "amount": 12000,
      "name": "${tell("coffee")}"
    }
  ]
}
`,
  },
];
