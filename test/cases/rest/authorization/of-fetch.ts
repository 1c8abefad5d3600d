const at = `https://api.portone.io/payments/${encodeURIComponent(paymentId)}`;
await fetch(at);
await fetch(at, { headers: { Accept: "application/json" } });
await fetch(at, { headers: { Authorization: `Bearer ${process.env.PORTONE_API_SECRET}` } });
await fetch(at, { headers: { Authorization: "Bearer " + process.env.PORTONE_API_SECRET } });
await fetch(at, { headers: { authorization: process.env.PORTONE_API_SECRET! } });
await fetch(at, { headers: { Authorization: `PortOne ${process.env.CHANNEL_KEY}` } });
await fetch(`https://api.iamport.kr/payments/${impUid}`, { headers: { Authorization: `Bearer ${IMP_SECRET}` } });
