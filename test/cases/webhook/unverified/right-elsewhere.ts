// Lambda, look-up in another module
import { verifyPayment } from "./payments";
export const handler = async (event: APIGatewayEvent) => {
  const body = JSON.parse(event.body ?? "{}");
  if (body.status === "paid") await verifyPayment(body.imp_uid);
  return { statusCode: 200, body: "" };
};
