IMP.request_pay({ channelKey: process.env.CHANNEL_KSNET, amount: "18000" });
IMP.request_pay({ channelKey: process.env.CHANNEL_KAKAO, amount: "18000" });
