import type { AddressInfo } from "node:net";
import { Window } from "happy-dom";
import type { createElement } from "react";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandFile } from "../support/command.js";
import { runNode } from "../support/system.js";

const examples = "../../docs/examples";
const order = {
  merchant_uid: "order-1",
  amount: 12000,
  card_number: "0000-0000-0000-0000",
  expiry: "2030-12",
  buyer_name: "김하늘",
  product_type: "real",
};
const { buyer_name: _, ...anonymous } = order;
const posted = (body: unknown, language = "en") => ({
  method: "POST",
  headers: { "content-type": "application/json", "accept-language": language },
  body: JSON.stringify(body),
});

/** What the servers must answer, whichever they are. */
async function answers(post: (init: RequestInit) => Response | Promise<Response>) {
  const taken = await post(posted(order));
  expect([taken.status, await taken.json()]).toEqual([201, { merchant_uid: "order-1" }]);
  const refused = await post(posted(anonymous, "ko"));
  expect(refused.status).toBe(422);
  expect(refused.headers.get("content-type")).toContain("application/problem+json");
  const { title, errors } = (await refused.json()) as {
    title: string;
    errors: Record<string, string>[];
  };
  expect(title).toBe("결제가 거절될 요청입니다");
  expect(errors).toEqual([
    {
      pointer: "#/buyer_name",
      rule: "shape/required",
      detail: expect.stringContaining("buyer_name(구매자명) 값이 없거나"),
    },
  ]);
}

describe("The server example", () => {
  it("The server example for Express answers what is wrong with a payment", async () => {
    const { app } = await import(`${examples}/express/server.js`);
    const server = app.listen(0);
    try {
      await new Promise((resolve) => server.once("listening", resolve));
      const { port } = server.address() as AddressInfo;
      await answers((init) => fetch(`http://127.0.0.1:${port}/payments`, init));
    } finally {
      server.close();
    }
  });
  it("The server example for Hono answers what is wrong with a payment", async () => {
    const { app } = await import(`${examples}/hono/server.js`);
    await answers((init) => app.request("/payments", init));
  });
});

describe("The React example", () => {
  const window = new Window();
  const globals = {
    window,
    document: window.document,
    navigator: window.navigator,
    IS_REACT_ACT_ENVIRONMENT: true,
  };
  beforeAll(() => {
    Object.assign(globalThis, globals);
  });
  afterAll(async () => {
    for (const name of Object.keys(globals)) Reflect.deleteProperty(globalThis, name);
    await window.happyDOM.close();
  });

  async function render(element: ReturnType<typeof createElement>) {
    const { act } = await import("react");
    const { createRoot } = await import("react-dom/client");
    const container = window.document.createElement("div");
    window.document.body.append(container);
    await act(async () => createRoot(container as never).render(element));
    return { container, act };
  }

  const payment = {
    channelKey: "channel-key-1",
    pay_method: "card",
    merchant_uid: "order-1",
    name: "머그컵",
    amount: 12000,
    tax_free: 0,
    buyer_name: "김하늘",
    currency: "KRW",
    m_redirect_url: "https://shop.example/done",
  };

  it("The hook useCheckout opens no window that would refuse", async () => {
    const { createElement } = await import("react");
    const { useCheckout } = await import(`${examples}/react/useCheckout.js`);
    const opened: unknown[] = [];
    const request_pay = (given: unknown, done: (answer: object) => void) => {
      opened.push(given);
      done({ imp_uid: "imp_1" });
    };
    Object.assign(globalThis, { IMP: { request_pay } });
    let checkout: ReturnType<typeof useCheckout>;
    // biome-ignore lint/correctness/noComponentHookFactories: it is rendered once
    const Page = () => {
      checkout = useCheckout();
      return createElement(
        "p",
        null,
        checkout.faults.map(({ rule }: { rule: string }) => rule).join(),
      );
    };
    const { container, act } = await render(createElement(Page));
    const wrong = { ...payment, card: { direct: { code: "367" } } };
    await act(async () => expect(await checkout.pay(wrong)).toBe(undefined));
    expect(opened).toEqual([]);
    expect(container.textContent).toContain("issuer/site-url");
    await act(async () => expect(await checkout.pay(payment)).toEqual({ imp_uid: "imp_1" }));
    expect(opened).toEqual([payment]);
    expect(container.textContent).toBe("");
  });

  it("The component CheckoutForm says what is wrong beside the field", async () => {
    const { createElement } = await import("react");
    const { CheckoutForm } = await import(`${examples}/react-hook-form/CheckoutForm.jsx`);
    const paid: unknown[] = [];
    const onPay = (given: unknown) => paid.push(given);
    const order = { ...payment, buyer_name: "" };
    const { container, act } = await render(createElement(CheckoutForm, { order, onPay }));
    const submit = () => {
      const event = new window.Event("submit", { bubbles: true, cancelable: true });
      return act(async () => container.querySelector("form")?.dispatchEvent(event) as never);
    };
    await submit();
    expect(container.querySelector("[role=alert]")?.textContent).toContain("구매자명");
    expect(paid).toEqual([]);
    const { container: other } = await render(
      createElement(CheckoutForm, { order: payment, onPay }),
    );
    const event = new window.Event("submit", { bubbles: true, cancelable: true });
    await act(async () => other.querySelector("form")?.dispatchEvent(event) as never);
    expect(paid).toEqual([payment]);
  });
});

describe("The example of a tool", () => {
  it("The example of a test tries a checkout with Vitest and generated payloads", () => {
    const args = ["run", "--config", "test/docs/examples.config.ts"];
    const { status, stdout } = runNode("node_modules/vitest/vitest.mjs", args);
    expect(stdout).toContain("3 passed");
    expect(status).toBe(0);
  });
  it("The example of a fixture names its kind by its $schema", () => {
    const args = ["docs/examples/editor"];
    const { stdout } = runNode(commandFile, args);
    expect(stdout).toContain("No problems in 1 payload (1 file)");
  });
});
