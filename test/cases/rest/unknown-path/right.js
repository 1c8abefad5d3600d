import axios from "axios";
const config = { headers: { Authorization: token } };
await axios.post("https://api.iamport.kr/payments/cancel/", { imp_uid: impUid }, config);
await axios.get(`https://api.iamport.kr/payments/find/${merchantUid}/paid?sorting=-started`, config);
await axios.get("https://api.iamport.kr/payments/" + path, config);
await axios.get(`https://api.iamport.kr/certifications/${impUid}`, config);
await axios.get(`https://api.portone.io/${path}/${id}/whatever`, config);
await axios.post(`https://api.portone.io/platform/anything/${id}`, body, config);
