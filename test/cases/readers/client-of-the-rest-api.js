// paylint: ksnet
import { Request } from "iamport-rest-client-nodejs";

await Request.Subscribe.again({
  customer_uid: customer.key,
  merchant_uid: order.id,
  amount: "9900",
  name: "Plan",
  buyer_name: "Kim",
  product_type: "digital",
  tax_free: 0,
}).request(iamport);
