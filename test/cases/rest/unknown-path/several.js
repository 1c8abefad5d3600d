import axios from "axios";
const config = { headers: { Authorization: token } };
await axios.post("https://api.iamport.kr/payments/refund", { imp_uid: impUid }, config);
await axios.post("https://api.iamport.kr/subscribe/payment/again", order, config);
await axios.get("https://api.iamport.kr/payments/find" + merchantUid, config);
await axios.delete(`https://api.iamport.kr/payments/${impUid}`, config);
await axios.get(`https://api.portone.io/v2/payments/${encodeURIComponent(paymentId)}`, config);
await axios.post("https://api.portone.io/users/getToken", { imp_key: key, imp_secret: given });
await axios.post(`https://api.iamport.kr/payments/${paymentId}/billing-key`, order, config);
