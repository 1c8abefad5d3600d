const at = `https://api.portone.io/payments/${encodeURIComponent(paymentId)}`;
await fetch(at, { headers: { Authorization: `PortOne ${process.env.PORTONE_API_SECRET}` } });
await fetch(at, { headers: { Authorization: `Bearer ${accessToken}` } });
await fetch(at, { headers });
await fetch(at, options);
await fetch(at, { headers: { ...common } });
await axios.get(at);
await fetch("https://api.portone.io/login/api-secret", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ apiSecret }) });
