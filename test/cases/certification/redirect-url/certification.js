IMP.init("imp12340000");
IMP.certification({ pg: "inicis_unified.MIIiasTest", merchant_uid: "ORD-" + Date.now(), popup: false }, (rsp) => {
  if (rsp.success) send(rsp.imp_uid);
});
IMP.certification({ merchant_uid: `c-${crypto.randomUUID()}` }, done);
IMP.certification({ merchant_uid: Date.now(), popup: "true", m_redirct_url: "https://shop.example/done" }, done);
IMP.certification({ channelKey, merchant_uid: `c-${crypto.randomUUID()}`, m_redirect_url: "http://localhost:3000/done", popup: false }, done);
IMP.certification({ channelKey, merchant_uid: `c-${crypto.randomUUID()}`, popup: true }, done);
IMP.certification({ ...options, popup: false }, done);
