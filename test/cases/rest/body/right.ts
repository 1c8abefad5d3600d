await axios.post("https://api.iamport.kr/payments/cancel", { imp_uid, reason }, { headers: { Authorization: token } });
await axios.get(`https://api.iamport.kr/payments/${impUid}`, { headers: { Authorization: token } });
await axios({ url: "https://api.iamport.kr/payments/cancel", method: "post", data: { imp_uid, reason }, headers: { Authorization: token } });
await axios.delete("https://api.portone.io/payment-schedules", { headers: { Authorization: `PortOne ${secret}` }, data: { billingKey } });
await $fetch(`https://api.portone.io/payments/${encodeURIComponent(id)}/cancel`, { method: "POST", body: { reason }, headers: { Authorization: `PortOne ${secret}` } });
await got.post("https://api.iamport.kr/payments/cancel", { json: { imp_uid, reason }, headers: { Authorization: token } });
await ky.post("https://api.iamport.kr/payments/cancel", { json: { imp_uid, reason }, headers: { Authorization: token } });
await fetch(`https://api.portone.io/payments/${encodeURIComponent(id)}/cancel`, { method: "POST", headers: { "Content-Type": "application/json", Authorization: `PortOne ${secret}` }, body: JSON.stringify({ reason }) });
