import { expect, it } from "vitest";
import {
  type DeclaredFunction,
  DeclaredFunctions,
} from "../../../../../dist/extract/program/webhooks/declaredFunctions.js";
import * as model from "../modelled.js";

const { call, classOf, declared, fn, path, self } = model;
const span = [0, 1] as const;
const method = (name: string) =>
  declared(fn({ name, takesSelf: true, parameters: [{ name: "this", span }] }));

const functions = new DeclaredFunctions([
  declared(fn({ name: "pay", body: [declared(fn({ name: "within" }))] })),
  declared(fn({ name: "check" })),
  { is: "class", class: classOf("Shop", [method("pay"), method("check"), method("own")]) },
  { is: "class", class: classOf("Other", [method("pay"), method("of")]) },
  {
    is: "branch",
    conditions: [],
    alternatives: [[declared(fn({ name: "pay" }))]],
    isComplete: false,
  },
]);

const shown = ({ fn: { name }, of }: DeclaredFunction) => `${of?.name ?? ""}.${name}`;
const find = (name: string) => functions.all.find((one) => shown(one) === name) as DeclaredFunction;

it("All functions of a program are known, with the classes whose methods they are", () => {
  expect(functions.all.map(shown)).toEqual([
    ...[".pay", ".within", ".check", "Shop.pay", "Shop.check", "Shop.own"],
    ...["Other.pay", "Other.of", ".pay"],
  ]);
});

it.each<[name: string, called: Parameters<typeof call>[0], from: string, found: string[]]>([
  ["its name, in a function", "pay", ".check", [".pay", ".pay"]],
  ["its name, in a method of a class that has it", "pay", "Shop.own", [".pay", "Shop.pay", ".pay"]],
  ["its name, in a function, of a class", "own", ".check", []],
  ["the object itself", path(self, "pay"), "Shop.own", ["Shop.pay"]],
  ["the name of the object itself", "this.pay", "Shop.own", ["Shop.pay"]],
  ["the object itself, where there is none", path(self, "pay"), ".check", []],
  ["a name like that of the object itself, in a function", "this.pay", ".check", []],
  ["its class", "Other.pay", "Shop.own", ["Other.pay"]],
  ["a class that has it not", "Other.check", "Shop.own", []],
  ["another object", "shop.pay", "Shop.own", []],
  ["a member of another object", "Other.x.pay", "Shop.own", []],
  ["what gives it", call("make"), ".check", []],
])("A function is called by %s", (_name, called, from, found) => {
  expect(functions.calledBy(call(called), find(from)).map(shown)).toEqual(found);
});
