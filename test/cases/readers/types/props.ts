interface Props { amount: string; orderId: number }
export function Pay({ amount, orderId }: Props) { const go = () => IMP.request_pay({ merchant_uid: orderId, amount, pay_method: "card", name: "가방", channelKey: K, buyer_tel: "010-1111-2222", m_redirect_url: "https://shop.example/done" }, (r) => send(r.imp_uid)); }
export const Q = (props: { total: string }) => IMP.request_pay({ merchant_uid: id(), amount: props.total, pay_method: "card", name: "가방", channelKey: K, buyer_tel: "010-1111-2222", m_redirect_url: "https://shop.example/done" }, (r) => send(r.imp_uid));
