import * as PortOne from "@portone/browser-sdk/v2";

// paylint: kcp_v2
const rest = {
  storeId: STORE, channelKey: KEY, orderName: "Canvas tote bag", totalAmount: 64000, currency: "KRW", payMethod: "CARD",
  redirectUrl: "https://shop.example/done",
  customer: { fullName: "김하늘", phoneNumber: "010-0000-1234", email: "buyer@shop.example" },
};
export const uuid = () => PortOne.requestPayment({ ...rest, paymentId: `payment${crypto.randomUUID()}` });
export const underscore = (id: string) => PortOne.requestPayment({ ...rest, paymentId: `order_${id}` });
export const hyphen = (id: string) => PortOne.requestPayment({ ...rest, paymentId: "order-" + id });
export const open = (id: string) => PortOne.requestPayment({ ...rest, paymentId: `order${id}` });
export const stripped = () =>
  PortOne.requestPayment({ ...rest, paymentId: `${crypto.randomUUID().replaceAll("-", "")}` });
