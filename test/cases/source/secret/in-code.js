const IMP_SECRET = "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3a94a8fe5ccb19ba61c4c0873";
const hook = "whsec_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0";
const token = () => axios.post("https://api.iamport.kr/users/getToken", { imp_key: process.env.IMP_KEY, imp_secret: process.env.REACT_APP_IMP_SECRET });
const told = { imp_secret: "YOUR_IMP_SECRET_GOES_HERE_0123456789" };
const given = { imp_secret: process.env.IMP_SECRET };
