async function cancel(impUid) {
  const res = await fetch("https://api.iamport.kr/payments/cancel", { method: "POST", headers: { "Content-Type": "application/json", Authorization: token }, body: JSON.stringify({ imp_uid: impUid, reason: "변심" }) });
  if (!res.ok) throw new Error("취소 실패");
  await Order.update({ impUid }, { cancelled: true });
}
