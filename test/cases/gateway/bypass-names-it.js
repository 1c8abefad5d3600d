IMP.request_pay({ channelKey: CHANNEL, pay_method: "card", merchant_uid: number, amount: "18000", bypass: { ksnet: { sndQpayType: "0" } } });
