IMP.request_pay({ pg: "html5_inicis.shop", amount: "18000", bypass: { ksnet: { sndQpayType: "0" } } });
