import { describe, expect, it } from "vitest";
import type { Expression, Statement } from "../../../../dist/extract/program/model.js";
import { bodiesOf, partsOf, visit, visitFunction } from "../../../../dist/extract/program/walk.js";
import * as model from "./modelled.js";

const { name, run } = model;
const span = [0, 1] as const;

/** The names in what is visited, in order. */
function namesIn(...statements: Statement[]): string[] {
  const names: string[] = [];
  visit(statements, {
    expression: (one) => {
      if (one.is === "name") names.push(one.name);
    },
  });
  return names;
}

const [a, b, c, d] = ["a", "b", "c", "d"].map(name) as [
  Expression,
  Expression,
  Expression,
  Expression,
];
const does = (of: string) => run(name(of));

describe("All that is in a program is visited in the order of the text", () => {
  it.each<[name: string, statement: Statement, names: string]>([
    ["an expression", run(a), "a"],
    ["a value that is declared", model.declare("x", { value: a }), "a"],
    ["a name that is declared without one", model.declare("x"), ""],
    ["what is returned", { is: "return", value: a }, "a"],
    ["nothing that is returned", { is: "return" }, ""],
    ["what is thrown", { is: "throw", value: a }, "a"],
    ["a block", { is: "block", body: [does("a"), does("b")] }, "ab"],
    [
      "conditions and what they decide",
      {
        is: "branch",
        conditions: [a, b],
        alternatives: [[does("c")], [does("d")]],
        isComplete: true,
      },
      "abcd",
    ],
    ["a loop", model.loop([], [does("c")], { of: a, before: [does("b")] }), "abc"],
    ["a loop over nothing", model.loop([], [does("c")], { before: [does("b")] }), "bc"],
    [
      "an attempt",
      {
        is: "attempt",
        body: [does("a")],
        handlers: [[does("b")], [does("c")]],
        finally: [does("d")],
      },
      "abcd",
    ],
    [
      "a function, with what its parameters begin with",
      model.declared(
        model.fn({
          parameters: [
            { name: "x", span },
            { name: "y", span, initial: a },
          ],
          body: [does("b")],
        }),
      ),
      "ab",
    ],
    [
      "a class",
      {
        is: "class",
        class: model.classOf("A", [does("a"), model.declared(model.fn({ body: [does("b")] }))]),
      },
      "ab",
    ],
    ["names of an outer scope", { is: "outer", names: ["a"] }, ""],
    ["a function that is a value", run(model.lambda(model.fn({ body: [does("a")] }))), "a"],
    ["a call with a block", run({ ...model.call(a, b), body: [does("c")] }), "abc"],
  ])("All that is in a program is visited: %s", (_name, statement, names) => {
    expect(namesIn(statement).join("")).toBe(names);
  });

  it("Statements and functions are visited before what is in them", () => {
    const seen: string[] = [];
    const inner = model.fn({
      name: "inner",
      body: [run(model.lambda(model.fn({ name: "lambda" })))],
    });
    visit([{ is: "block", body: [model.declared(inner)] }], {
      statement: (one) => seen.push(one.is),
      inner: (one) => seen.push(one.name),
    });
    expect(seen).toEqual(["block", "function", "inner", "do", "lambda"]);
  });

  it("A function that is visited by itself is visited with its body", () => {
    const seen: string[] = [];
    visitFunction(model.fn({ name: "own", body: [run(a)] }), {
      inner: (one) => seen.push(one.name),
      expression: (one) => seen.push(one.is),
    });
    expect(seen).toEqual(["own", "name"]);
  });
});

describe("The parts of an expression are those directly in it", () => {
  it.each<[name: string, expression: Expression, parts: Expression[]]>([
    ["a number", model.constant(1), []],
    ["a text", model.text("x"), []],
    ["a name", a, []],
    ["the object itself", model.self, []],
    ["a function", model.lambda(model.fn({ body: [run(a)] })), []],
    ["a text of parts", model.joined(a, b), [a, b]],
    ["a sum", { is: "sum", parts: [a, b], span }, [a, b]],
    ["a product", { is: "product", parts: [a, b], span }, [a, b]],
    ["what is not understood", model.unknown(a, b), [a, b]],
    ["what is negated", { is: "negative", of: a, span }, [a]],
    ["a member", model.path(a, "x"), [a]],
    ["what is compared", { is: "equality", sides: [a, b], span }, [a, b]],
    ["an item", model.item(a, b), [a, b]],
    ["a call", model.call(a, b, c), [a, b, c]],
    [
      "an object",
      { is: "object", entries: [{ key: a, value: b, span }, { spread: c }], span },
      [a, b, c],
    ],
    ["a list", model.list(a, b), [a, b]],
    ["one of several", { is: "either", choices: [a, b], span }, [a, b]],
    [
      "one of several by a condition",
      { is: "either", condition: a, choices: [b, c], span },
      [a, b, c],
    ],
    ["what is assigned", model.assign(a, b), [a, b]],
    ["what is removed", { is: "remove", target: d, span }, [d]],
  ])("The parts of an expression are those directly in %s", (_name, expression, parts) => {
    expect(partsOf(expression)).toEqual(parts);
  });
});

it("The body of a function or a class does not run where that is declared", () => {
  expect(bodiesOf(model.declared(model.fn({ body: [run(a)] })))).toEqual([]);
  expect(bodiesOf({ is: "class", class: model.classOf("A", [run(a)]) })).toEqual([]);
});
