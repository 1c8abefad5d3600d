import { describe, expect, it } from "vitest";
import { payloadIn, valueAt } from "../reading.js";

describe("A property has the places of its key and of key and value together", () => {
  it.each([
    ["a name", "amount: 1", "amount", "amount: 1"],
    ["in quotes", '"amount": 1', '"amount"', '"amount": 1'],
    ["computed", '["amo" + "unt"]: 1', '"amo" + "unt"', '["amo" + "unt"]: 1'],
    ["shorthand", "amount", "amount", "amount"],
    ["a method", "amount() {}", "amount", "amount() {}"],
    ["a getter", "get amount() { return 1; }", "amount", "get amount() { return 1; }"],
    ["by a spread", "...{ amount: 1 }", "amount", "amount: 1"],
  ])(
    "A property has the places of its key and of key and value together: %s",
    (_name, property, key, whole) => {
      const text = `const amount = 1; IMP.request_pay({ ${property} });`;
      const located = valueAt(text, "/amount");
      expect(text.slice(...(located.key ?? [0, 0]))).toBe(key);
      expect(text.slice(...(located.property ?? [0, 0]))).toBe(whole);
    },
  );

  it("A property has its places also when the key is a number", () => {
    const text = "IMP.request_pay({ 10: 1 });";
    expect(valueAt(text, "/10").key).toEqual([18, 20]);
  });
});

describe("A key that is set later has the place of the assignment", () => {
  it.each([
    ["in a branch", "if (isPhone) { order.cardQuota = [3]; }", "order.cardQuota = [3];"],
    ["on the way to the call", "order.cardQuota = [3];", "order.cardQuota = [3];"],
    ["in a function", "function f() { order.cardQuota = [3] }", "order.cardQuota = [3]"],
    [
      "as all of a branch, where it cannot be taken out",
      "if (a) order.cardQuota = [3];",
      undefined,
    ],
    ["in brackets", 'order["cardQuota"] = [3];', 'order["cardQuota"] = [3];'],
  ])("A key that is set later has the place of the assignment: %s", (_name, assignment, whole) => {
    const text = `const order = { amount: 1 }; ${assignment} IMP.request_pay(order);`;
    const { key, span, property } = valueAt(text, "/cardQuota");
    expect(text.slice(...(key ?? [0, 0]))).toMatch(/^"?cardQuota"?$/);
    expect(text.slice(...span)).toBe("[3]");
    expect(property && text.slice(...property)).toBe(whole);
  });
});

describe("An assignment that is sure to come before the call is the value", () => {
  const start = 'const order = { amount: 1, card: { code: "1" } };';
  it.each([
    ["in a straight line", `${start} order.amount = "9"; pay(order)`],
    [
      "twice, of which the last counts",
      `${start} order.amount = 5; order.amount = "9"; pay(order)`,
    ],
    ["before a call in a branch", `${start} order.amount = "9"; if (x) { pay(order) }`],
    ["before a call in an arrow function", `${start} order.amount = "9"; on(() => pay(order))`],
    [
      "before a function that nothing above it names",
      `${start} order.amount = "9"; function run() { pay(order) } run();`,
    ],
    [
      "before functions that call each other",
      `${start} order.amount = "9"; function run() { again() } function again() { pay(order); run() }`,
    ],
    [
      "in a function that nothing names",
      `${start} function f() { order.amount = "9"; pay(order) }`,
    ],
    ["in a function of its own", `function f() { ${start} order.amount = "9"; pay(order) }`],
    ["from a constant", `const nine = "9"; ${start} order.amount = nine; pay(order)`],
  ])("An assignment that is sure to come before the call is the value: %s", (_name, text) => {
    const code = text.replace("pay(", "IMP.request_pay(");
    expect(payloadIn(code).value).toMatchObject({ amount: "9" });
  });

  it("An assignment deep in the object is the value", () => {
    const text = `${start} order.card.code = "9"; IMP.request_pay(order);`;
    expect(payloadIn(text).value).toEqual({ amount: 1, card: { code: "9" } });
  });

  it.each([
    ["in a branch", `${start} if (x) { order.amount = "9"; } pay(order)`],
    ["in a loop", `${start} while (x) { order.amount = "9"; } pay(order)`],
    ["in a function", `${start} function f() { order.amount = "9"; } pay(order)`],
    ["behind the call", `${start} pay(order); order.amount = "9";`],
    [
      "before a function that code above it can call",
      `${start} run(); order.amount = "9"; function run() { pay(order) }`,
    ],
    [
      "before a function that the assignment itself calls",
      `${start} order.amount = run(); function run() { pay(order); return "9" }`,
    ],
    [
      "before a function that is called above through another",
      `${start} run(); order.amount = "9"; function run() { again() } function again() { pay(order) }`,
    ],
    ["with an operator", `${start} order.amount += "9"; pay(order)`],
    [
      "together with one that is not sure",
      `${start} order.amount = "9"; if (x) { order.amount = 2; } pay(order)`,
    ],
    ["as a part of an expression", `${start} x && (order.amount = "9"); pay(order)`],
  ])("An assignment that is not sure is not the value: %s", (_name, text) => {
    const code = text.replace("pay(", "IMP.request_pay(");
    expect(payloadIn(code).value).not.toMatchObject({ amount: "9" });
    expect(payloadIn(code).value).not.toMatchObject({ amount: 1 });
  });
});
