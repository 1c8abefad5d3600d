import IMP from "iamport-react-native";

export function Pay({ onDone, total }) {
  const data = {
    pg: "ksnet.2999199999",
    pay_method: "card",
    merchant_uid: `order-${Date.now()}`,
    name: "Bag",
    amount: String(total),
    tax_free: 0,
    buyer_name: "Kim",
    currency: "KRW",
  };
  return <IMP.Payment userCode="imp12340000" data={data} callback={onDone} />;
}
