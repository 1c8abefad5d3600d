// A fix for KSNET would be wrong for the gateway that the call names.
axios.post("https://api.iamport.kr/subscribe/payments/onetime", { pg: "nice.shop", merchant_uid: number, amount: "18000" });
