// paylint: ksnet
const pay = (user, optional) => {
  const order = { pg: "ksnet.2999199999", pay_method: "card", name: "Plan", amount: 9900, tax_free: 0, buyer_name: "Kim", currency: "KRW", m_redirect_url: "https://shop.example/done" };
  IMP.request_pay({ ...order, merchant_uid: nextId(), customer_uid: session.user.id }, done);
  IMP.request_pay({ ...order, merchant_uid: nextId(), customer_uid: optional }, done);
  IMP.request_pay({ ...order, merchant_uid: nextId(), customer_uid: session.user?.id }, done);
};
