IMP.request_pay({ pg: "ksnet.2999199999", name: "머그컵", amount: 18000, tax_free: 0 });
