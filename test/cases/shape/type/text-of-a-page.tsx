import { useState } from "react";

export function Pay({ id, ...props }: { id: string; total: number }) {
  const [amount, setAmount] = useState("");
  const pay = () =>
    window.IMP.request_pay(
      {
        pg: "ksnet.2999199999",
        pay_method: "card",
        merchant_uid: id,
        name: "Donation",
        amount,
        tax_free: 0,
        buyer_name: "Kim",
        currency: "KRW",
        m_redirect_url: "https://shop.example/done",
      },
      (rsp) => save(rsp.imp_uid),
    );
  return <input value={amount} onChange={(event) => setAmount(event.target.value)} onBlur={pay} />;
}
