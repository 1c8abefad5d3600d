"use server";
export async function confirm(impUid, amount) {
  const { data } = await axios.get(`https://api.iamport.kr/payments/${impUid}`, { headers: { Authorization: await token() } });
  if (data.response.amount === amount && data.response.status === "PAID") await done();
}
