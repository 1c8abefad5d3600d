import express from "express";
import { onetime } from "paylint/ksnet/v1";

const titles = { en: "The payment would be refused", ko: "결제가 거절될 요청입니다" };

/** Refuses a body that PortOne would refuse, with RFC 9457 problem details that name every fault, in the buyer's language. */
export const refuseWrong = (validator) => (request, response, next) => {
  const locale = request.acceptsLanguages("ko", "en") || "en";
  const { ok, diagnostics } = validator.check(request.body, { locale });
  if (ok) return next();
  response
    .status(422)
    .type("application/problem+json")
    .send({
      type: "about:blank",
      title: titles[locale],
      status: 422,
      errors: diagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ path, rule, message }) => ({ pointer: `#${path}`, rule, detail: message })),
    });
};

export const app = express();

app.post("/payments", express.json(), refuseWrong(onetime), (request, response) => {
  // Here the body goes to POST https://api.iamport.kr/subscribe/payments/onetime.
  response.status(201).json({ merchant_uid: request.body.merchant_uid });
});
