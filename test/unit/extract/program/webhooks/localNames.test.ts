import { describe, expect, it } from "vitest";
import { LocalNames, madeIn } from "../../../../../dist/extract/program/webhooks/localNames.js";
import * as model from "../modelled.js";

const { call, declare, fn, made, name, run, text } = model;

const span = [0, 1] as const;

it("An object is of the class whose name makes it", () => {
  expect(madeIn(made("Order"))).toBe("Order");
  expect(madeIn(call("Order"))).toBeUndefined();
  expect(madeIn(made("shop.Order"))).toBeUndefined();
  expect(madeIn(name("Order"))).toBeUndefined();
});

describe("What the names of a function stand for is known", () => {
  const [one, two] = [text("1"), text("2")];
  const known = () =>
    new LocalNames({
      of: model.classOf("Shop", [
        declare("orders", { type: "OrderRepository" }),
        declare("untyped", { value: one }),
        run(name("x")),
      ]),
      fn: fn({
        parameters: [
          { name: "body", span, type: "Map" },
          { name: "plain", span },
        ],
        body: [
          declare("a", { value: one, type: "String" }),
          run(model.assign(name("a"), two)),
          run(model.assign(name("b"), one)),
          run(model.assign(name("b"), two, true)),
          run(model.assign(model.path("c.d"), one)),
          run(model.assign(model.list(name("e"), model.list(name("f"))), one)),
          declare("g"),
          model.loop(["h", "i"], [declare("k", { value: two })]),
          declare("made", { value: made("Order") }),
          declare("typed", { value: made("Order"), type: "Thing" }),
          run(model.lambda(fn({ parameters: [{ name: "inner", span }] }))),
          { is: "return", value: name("z") },
        ],
      }),
    });

  it("A name stands for all that is put there, in order", () => {
    expect(Object.fromEntries(known().values)).toEqual({
      a: [one, two],
      b: [one, undefined],
      ...{ e: [undefined], f: [undefined], h: [undefined], i: [undefined], k: [two] },
      made: [expect.objectContaining({ isNew: true })],
      typed: [expect.objectContaining({ isNew: true })],
    });
  });

  it.each([
    ["orders", "OrderRepository"],
    ["untyped", undefined],
    ["body", "Map"],
    ["plain", undefined],
    ["a", "String"],
    ["b", undefined],
    ["h", undefined],
    ["made", "Order"],
    ["typed", "Thing"],
    ["none", undefined],
  ])("The class of %s is %s", (of, type) => {
    expect(known().typeOf(of)).toBe(type);
  });

  it("The parameters of functions within are known", () => {
    expect([...known().inner]).toEqual(["inner"]);
  });

  it("A function that is no method has names of its own alone", () => {
    expect(new LocalNames({ of: undefined, fn: fn() }).values.size).toBe(0);
  });
});
