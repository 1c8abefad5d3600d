await axios.post("https://api.iamport.kr/payments/cancel", { imp_uid: order.merchant_uid }, config);
await axios.post("https://api.iamport.kr/payments/cancel", { merchant_uid: order.imp_uid }, config);
await axios.post("https://api.iamport.kr/subscribe/payments/again", { customer_uid: order.merchant_uid, merchant_uid: id, amount: 9900, name: "구독" }, config);
await PortOne.requestPayment({ storeId: shop.channelKey });
await PortOne.requestPayment({ channelKey: shop.storeId });
await axios.post(`https://api.portone.io/payments/${encodeURIComponent(id)}/billing-key`, { billingKey: user.paymentId }, config);
