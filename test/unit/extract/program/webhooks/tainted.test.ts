import { expect, it } from "vitest";
import type { Expression, Statement } from "../../../../../dist/extract/program/model.js";
import { LocalNames } from "../../../../../dist/extract/program/webhooks/localNames.js";
import type { SentValues } from "../../../../../dist/extract/program/webhooks/sentValues.js";
import { Tainted } from "../../../../../dist/extract/program/webhooks/tainted.js";
import * as model from "../modelled.js";

const { assign, call, constant, declare, fn, item, lambda, list, name, path, run, text } = model;
const span = [0, 1] as const;

/** Stands for a request `flask.request` that is no parameter. */
const received = {
  sent: (one: Expression) =>
    (one.is === "name" && one.name === "request") || (one.is === "member" && one.name === "request")
      ? { is: "request", of: [] }
      : undefined,
} as unknown as SentValues;

const comesFromOutside = (one: Expression, body: Statement[] = []) => {
  const parameters = ["self", "body"].map((of) => ({ name: of, span }));
  const own = fn({ parameters, body: [...body, run(one)], takesSelf: true });
  return new Tainted(new LocalNames({ fn: own, of: undefined }), received).has(one);
};

const [given, other] = [name("body"), name("other")];

it.each<[name: string, one: Expression, is: boolean, body?: Statement[]]>([
  ["a parameter", given, true],
  ["the object that the method is called on", name("self"), false],
  ["a name that nothing says anything of", other, false],
  ["a text", text("body"), false],
  ["a request that is imported", name("request"), true],
  ["a request that is a member of a module", path("flask.request"), true],
  ["another member of a module", path("flask.app"), false],
  ["a member of a parameter", path("body.uid"), true],
  ["an item of a parameter", item(given, text("uid")), true],
  ["a list with a parameter in it", list(constant(1), given), true],
  ["a call with a parameter among its arguments", call("look", other, given), true],
  ["a call with none", call("look", other), false],
  ["a local name of a parameter", other, true, [declare("other", { value: given })]],
  ["a local name of a constant", other, false, [declare("other", { value: constant(1) })]],
  [
    "a local name of one, and elsewhere of the other",
    other,
    true,
    [declare("other", { value: constant(1) }), run(assign(other, given))],
  ],
  [
    "a local name of a local name that is put there later",
    other,
    true,
    [declare("other", { value: name("late") }), run(assign(name("late"), given))],
  ],
  [
    "a local name of itself",
    other,
    false,
    [declare("other", { value: constant(1) }), run(assign(other, call("next", other)))],
  ],
  ["what a loop gives", name("each"), true, [model.loop(["each"], [])]],
  [
    "a parameter of a function within",
    name("inner"),
    true,
    [run(lambda(fn({ parameters: [{ name: "inner", span }] })))],
  ],
])("It is known what may come from somebody else: %s", (_name, one, is, body) => {
  expect(comesFromOutside(one, body)).toBe(is);
});
