axios.post("https://api.iamport.co/payments/cancel", { imp_uid }, { headers: { Authorization: token } });
fetch("https://api.portone.kr/payments/" + encodeURIComponent(id), { headers: { Authorization: `PortOne ${secret}` } });
fetch("https://api.portone.io/v1/payments/" + id);
axios.post(`https://service.iamport.kr/payments/cancel`, { imp_uid }, { headers: { Authorization: token } });
axios.post(`https://api.portone.io/subscribe/payments/again`, { customer_uid, merchant_uid, amount: 1000, name: "a" }, { headers: { Authorization: token } });
axios.post(`https://www.portone.io/payments/cancel`, { imp_uid }, { headers: { Authorization: token } });
axios.get("https://portone-gateway.shop.example/payments/1", config);
axios.post("https://static-api.iamport.kr/payments/cancel", { imp_uid, reason }, config);
axios.post("https://api.iamport.co/api/supplements/v1/link/payment", link, config);
