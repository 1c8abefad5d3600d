import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Located } from "../../../../../src/extract/located.js";
import { payloadIn, read } from "../reading.js";

/** Pointers of all that is shared in a payload. */
function sharedIn(located: Located, pointer = ""): string[] {
  return [
    ...(located.isShared ? [pointer] : []),
    ...[...located.children].flatMap(([key, child]) => sharedIn(child, `${pointer}/${key}`)),
  ];
}

const pay = "IMP.request_pay(order);";

describe("A value that nothing but one payload reads is not shared", () => {
  it.each([
    ["a literal", "IMP.request_pay({ amount: 1, display: { card_quota: [3] } });"],
    ["a constant", `const order = { amount: 1 }; ${pay}`],
    ["a constant of a constant", `const display = { a: 1 }; const order = { display }; ${pay}`],
    ["a spread", "const order = { amount: 1 }; IMP.request_pay({ ...order, name: 'x' });"],
    ["a frozen object", `const order = Object.freeze({ amount: 1 }); ${pay}`],
    ["what is only written to", `const order = { amount: 1 }; order.name = name; ${pay}`],
    [
      "what is checked by our library",
      `import { requestPay } from "paylint/ksnet/v1"; const order = { amount: 1 }; requestPay.check(order); ${pay}`,
    ],
    ["one call in a loop", `const order = { amount: 1 }; for (const item of items) { ${pay} }`],
    [
      "one call in a function",
      `const order = { amount: 1 }; function run() { ${pay} } run(); run();`,
    ],
  ])("A value that nothing but one payload reads is not shared: %s", (_name, text) => {
    expect(sharedIn(payloadIn(text))).toEqual([]);
  });
});

describe("All of a value that something else reads is shared", () => {
  it.each([
    ["an exported constant", `export const order = { amount: 1 }; ${pay}`],
    ["a constant in a list of exports", `const order = { amount: 1 }; export { order }; ${pay}`],
    ["a default export", `const order = { amount: 1 }; export default order; ${pay}`],
    ["an export of CommonJS", `const order = { amount: 1 }; module.exports = order; ${pay}`],
    ["an argument of another function", `const order = { amount: 1 }; log(order); ${pay}`],
    [
      "a value that a function returns",
      `const order = { amount: 1 }; const get = () => order; ${pay}`,
    ],
    [
      "a name for the same object",
      `const order = { amount: 1 }; const same = order; show(same); ${pay}`,
    ],
    [
      "a spread into another object",
      `const order = { amount: 1 }; const copy = { ...order }; ${pay}`,
    ],
    ["a part of another object", `const order = { amount: 1 }; const all = [order]; ${pay}`],
    [
      "an attribute of JSX",
      `const order = { amount: 1 }; const view = <Order of={order} />; ${pay}`,
    ],
    [
      "a name in a nested function",
      `const order = { amount: 1 }; function f() { return () => order; } ${pay}`,
    ],
    [
      "the rest of a pattern",
      `const order = { amount: 1 }; const { name, ...others } = order; ${pay}`,
    ],
    ["a member that is computed", `const order = { amount: 1 }; show(order[key]); ${pay}`],
    ["a member that is not there", `const order = { amount: 1 }; show(order.tax_free); ${pay}`],
    [
      "what our library hands back",
      `import { defineRequestPay } from "paylint/ksnet/v1"; const order = { amount: 1 }; const same = defineRequestPay(order); show(same); ${pay}`,
    ],
    ["keys that are counted", `const order = { amount: 1 }; Object.keys(order); ${pay}`],
    [
      "a loop over its keys",
      `const order = { amount: 1 }; for (const key in order) show(key); ${pay}`,
    ],
  ])("All of a value that something else reads is shared: %s", (_name, text) => {
    const payload = payloadIn(text, { ending: ".tsx" });
    // What may change is unknown and has no parts.
    expect(sharedIn(payload)).toContain("");
    expect(sharedIn(payload)).toEqual([
      "",
      ...[...payload.children.keys()].map((key) => `/${key}`),
    ]);
  });

  it("An object that two calls are given is shared", () => {
    for (const second of ["order", "{ ...order }"]) {
      const { calls } = read(`const order = { amount: 1 }; ${pay} IMP.request_pay(${second});`);
      for (const { payload } of calls) expect(sharedIn(payload as Located)).toContain("/amount");
    }
  });

  it("A constant of an object that two calls share is shared", () => {
    const { calls } = read(
      "const display = { card_quota: [3] }; const common = { display }; IMP.request_pay({ ...common }); IMP.request_pay({ ...common });",
    );
    for (const { payload } of calls) {
      expect(sharedIn(payload as Located)).toEqual([
        "/display",
        "/display/card_quota",
        "/display/card_quota/0",
      ]);
    }
  });
});

describe("Of an object whose keys others read only these keys are shared", () => {
  it.each([
    ["a member", "show(order.amount);", ["/amount"]],
    ["a member in quotes", "show(order['amount']);", ["/amount"]],
    ["a member in a template", "title = `${order.amount}`;", ["/amount"]],
    ["a member of a member", "show(order.display.card_quota);", ["/display", "/display/a"]],
    ["a key of a pattern", "const { amount } = order;", ["/amount"]],
    ["a member that is changed by its value", "order.amount += 1;", ["/amount"]],
  ])("Only the keys of an object that others read are shared: %s", (_name, reader, expected) => {
    const text = `const order = { amount: 1, name: "x", display: { a: 1 } }; ${reader} ${pay}`;
    expect(sharedIn(payloadIn(text))).toEqual(expected);
  });

  it("A member that two payloads take is shared", () => {
    const { calls } = read(
      "const order = { amount: '1', name: 'x' }; IMP.request_pay({ amount: order.amount }); IMP.request_pay({ amount: order.amount, name: order.name });",
    );
    expect(calls.map(({ payload }) => sharedIn(payload as Located))).toEqual([
      ["/amount"],
      ["/amount"],
    ]);
  });
});

describe("A constant text or number is shared when something else reads it", () => {
  it.each([
    ["a method", "const label = amount.padStart(8);", true],
    ["a concatenation", "const total = amount + '0';", true],
    ["a template", "const label = `${amount}`;", true],
    ["another key of the same payload", "", true],
    ["nothing", "", false],
  ])(
    "A constant text or number is shared when something else reads it: %s",
    (name, reader, isShared) => {
      const own = name === "another key of the same payload" ? ", tax_free: amount" : "";
      const text = `const amount = "9900"; ${reader} IMP.request_pay({ amount${own} });`;
      expect(payloadIn(text).children.get("amount")?.isShared ?? false).toBe(isShared);
    },
  );
});

it("A payload is shared exactly when its name is read again, however deep the readers are", () => {
  const wrap = fc.constantFrom(
    (code: string) => `{ ${code} }`,
    (code: string) => `function f() { ${code} }`,
    (code: string) => `if (x) { ${code} }`,
    (code: string) => `const g = () => { ${code} };`,
  );
  fc.assert(
    fc.property(
      fc.array(wrap, { maxLength: 4 }),
      fc.boolean(),
      fc.boolean(),
      (wraps, isRead, isLast) => {
        const reader = wraps.reduce(
          (code, around) => around(code),
          isRead ? "show(order.amount);" : "show(1);",
        );
        const parts = ["IMP.request_pay(order);", reader];
        const text = `const order = { amount: 1 }; ${(isLast ? parts : parts.reverse()).join(" ")}`;
        expect(sharedIn(payloadIn(text)), text).toEqual(isRead ? ["/amount"] : []);
      },
    ),
  );
});
