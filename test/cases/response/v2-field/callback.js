IMP.init("imp87654321");
IMP.request_pay({ channelKey: KEY, pay_method: "card", merchant_uid: `o-${Date.now()}`, name: "의자", amount: 1000, buyer_tel: "010-4242-4242", m_redirect_url: "https://shop.example/done" }, (rsp) => {
  if (rsp.code !== undefined) return alert(rsp.message);
  complete(rsp.paymentId);
});
