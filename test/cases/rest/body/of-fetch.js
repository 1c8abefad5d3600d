const headers = { Authorization: token, "Content-Type": "application/json" };
await fetch("https://api.iamport.kr/payments/cancel", { method: "POST", headers, body: { imp_uid: impUid } });
await fetch("https://api.portone.io/payments", { headers, body: JSON.stringify(filter) });
await fetch("https://api.iamport.kr/payments/cancel", { method: "POST", headers: { Authorization: token }, body: JSON.stringify({ imp_uid: impUid }) });
await fetch("https://api.iamport.kr/payments/cancel", { method: "POST", headers, body: JSON.stringify({ imp_uid: impUid }) });
