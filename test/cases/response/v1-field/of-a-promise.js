import * as PortOne from "@portone/browser-sdk/v2";
const order = { storeId, channelKey, paymentId, orderName: "가방", totalAmount: 64000, taxFreeAmount: 0, customer, currency: "KRW", payMethod: "CARD", redirectUrl };
const rsp = await PortOne.requestPayment(order);
if (rsp.success) await save(rsp.imp_uid);
if (rsp && rsp.code === undefined) await save(rsp.paymentId);
PortOne.requestPayment(order).then(({ imp_success, txId }) => done(imp_success, txId));
PortOne.requestPayment(order);
PortOne.requestPayment(order, (given) => given);
