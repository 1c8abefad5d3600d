import { Hono } from "hono";
import { onetime } from "paylint/ksnet/v1";

const titles = { en: "The payment would be refused", ko: "결제가 거절될 요청입니다" };

/** Refuses a body that PortOne would refuse, with RFC 9457 problem details that name every fault, in the buyer's language. */
export const refuseWrong = (validator) => async (context, next) => {
  const body = await context.req.json().catch(() => undefined);
  const locale = context.req.header("accept-language")?.startsWith("ko") ? "ko" : "en";
  const { ok, diagnostics } = validator.check(body, { locale });
  if (ok) return next();
  const errors = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ path, rule, message }) => ({ pointer: `#${path}`, rule, detail: message }));
  const problem = {
    type: "about:blank",
    title: titles[locale],
    status: 422,
    errors,
  };
  return context.json(problem, 422, { "content-type": "application/problem+json" });
};

export const app = new Hono();

app.post("/payments", refuseWrong(onetime), async (context) => {
  // Here the body goes to POST https://api.iamport.kr/subscribe/payments/onetime.
  const { merchant_uid } = await context.req.json();
  return context.json({ merchant_uid }, 201);
});
