import { describe, expect, it } from "vitest";
import type { Expression, Statement } from "../../../../../dist/extract/program/model.js";
import { HarmlessCalls } from "../../../../../dist/extract/program/webhooks/harmlessCalls.js";
import { LocalNames } from "../../../../../dist/extract/program/webhooks/localNames.js";
import type { SentValues } from "../../../../../dist/extract/program/webhooks/sentValues.js";
import {
  type ServerLibrary,
  Servers,
} from "../../../../../dist/extract/program/webhooks/servers.js";
import * as model from "../modelled.js";

const { call, declare, fn, item, lambda, list, made, name, object, path, run, text } = model;
const span = [0, 1] as const;

const library: ServerLibrary = {
  ...{ language: "x", converts: ["strip"], compares: ["same"], parses: ["json.loads"] },
  ...{ writes: ["json.dumps"], harmless: ["print"], stores: ["Shelf", "box.open", "gatewayShelf"] },
};

/** Stands for a body `body`, its field `body.uid` and a whole request `request`. */
const received = {
  sent: (one: Expression) =>
    one.is === "name" && one.name === "body"
      ? { is: "body" }
      : one.is === "name" && one.name === "request"
        ? { is: "request", of: [] }
        : undefined,
  field: (one: Expression) =>
    one.is === "name" && one.name === "uid" ? { name: "uid", span } : undefined,
} as unknown as SentValues;

/** Whether a call in a function is harmless. */
function isHarmless(
  one: ReturnType<typeof call>,
  {
    body = [],
    keeps,
    imports = [],
    source = "",
    fields = [],
  }: {
    body?: Statement[];
    keeps?: string[];
    imports?: string[];
    source?: string;
    fields?: Statement[];
  } = {},
): boolean {
  const libraries = [{ ...library, ...(keeps && { keeps }) }];
  const servers = new Servers(
    libraries,
    "x",
    imports.map((of) => ({ name: of, module: of })),
  );
  const names = new LocalNames({
    of: model.classOf("A", fields),
    fn: fn({ body: [...body, run(one)] }),
  });
  return new HarmlessCalls(servers, names, received, () => source).has(one);
}

const other = name("other");

describe("A call of a library that looks nothing up is harmless", () => {
  it.each([
    ["that converts", call("strip", other), true],
    ["that compares", call("same", other), true],
    ["that parses", call("json.loads", other), true],
    ["that writes", call("json.dumps", other), true],
    ["that is listed", call("print", other), true],
    ["that is not listed", call("verify", other), false],
    ["of what is no name", call(lambda(fn()), other), false],
  ])("A call of a library is harmless that is one %s", (_name, one, is) => {
    expect(isHarmless(one)).toBe(is);
  });
});

describe("What makes an object is harmless", () => {
  it.each<[name: string, one: ReturnType<typeof call>, is: boolean]>([
    ["by new", made("order", other), true],
    ["by the name of a class", call("Order", other), true],
    ["by the name of a class in a module", call("shop.Order", other), true],
    ["by a function", call("order", other), false],
    ["by a builder", call(path(call("Order.builder"), "uid"), other), true],
    [
      "by the end of a builder",
      call(path(call(path(call("Order.builder"), "uid"), other), "build")),
      true,
    ],
    ["by a builder of requests", call(path(call("HttpRequest.builder"), "uid"), other), false],
    ["by a builder of a client", call(path(call("RestClient.builder"), "uid"), other), false],
    ["by a builder of another name", call(path(call("Thing.begin"), "uid"), other), false],
    ["by a builder that is a member", call(path(call("a.b.builder"), "uid"), other), false],
    [
      "by a builder of what a call gives",
      call(path(call(path(call("thing"), "builder")), "uid"), other),
      false,
    ],
    ["by what a function gives", call(call("builder"), other), false],
  ])("What makes an object is harmless %s", (_name, one, is) => {
    expect(isHarmless(one)).toBe(is);
  });
});

describe("A method of what was sent is harmless", () => {
  const nested = (...args: Expression[]) => call(path(call("body.get", ...args), "strip2"));
  it.each<[name: string, one: ReturnType<typeof call>, is: boolean]>([
    ["without arguments", call("body.items"), true],
    ["with a text", call("body.find", text("a")), true],
    ["with a number", call("body.find", model.constant(1)), true],
    ["with a list of texts", call("body.find", list(text("a"), object(text("b")))), true],
    ["with another value", call("body.find", other), false],
    ["with another value beside a text", call("body.find", text("a"), other), false],
    ["with another value in a list", call("body.find", list(text("a"), other)), false],
    ["with another value in an object", call("body.find", object(other)), false],
    ["of a member", call(path("body.a", "find")), true],
    ["of an item", call(path(item(name("body"), text("a")), "find")), true],
    ["of a field", call("uid.find"), true],
    ["of what a method gives", nested(text("a")), true],
    ["of what a method gives for another value", nested(text("a"), other), false],
    ["of what a function gives", call(path(call("give"), "find")), false],
    ["of the request", call("request.find"), false],
    ["of a member of the request", call("request.part.find"), false],
    ["of another value", call("other.find"), false],
    ["of a text", call(path(text("a"), "find"), other), true],
    ["of a text of parts", call(path(model.joined(other), "find"), other), true],
    ["of a list", call(path(list(other), "find"), other), false],
  ])("A method of what was sent is harmless %s", (_name, one, is) => {
    expect(isHarmless(one)).toBe(is);
  });
});

describe("A method of what the function made itself is harmless", () => {
  const of = (...values: (Expression | undefined)[]) =>
    values.map((one) => (one ? declare("it", { value: one }) : model.loop(["it"], [])));
  it.each<[name: string, method: string, body: Statement[], is: boolean]>([
    ["an object", "any", of(object(other)), true],
    ["a list", "any", of(list(other)), true],
    ["a text", "any", of(text("a")), true],
    ["a text of parts", "any", of(model.joined(other)), true],
    ["a number", "any", of(model.constant(1)), true],
    ["what is not known", "any", of(other), false],
    ["one of several that are made", "any", of(object(), text("a")), true],
    ["one of several of which one is not known", "any", of(object(), other), false],
    ["one of several of which one is given by a loop", "any", of(object(), undefined), false],
    ["nothing that is known", "any", [], false],
    ["a new object, by which it is set", "setUid", of(made("Parcel")), true],
    ["a new object, by which it is saved", "save", of(made("Parcel")), true],
    ["a new object, by which it is put", "put", of(made("Parcel")), true],
    ["a new object, by a longer word", "settle", of(made("Parcel")), false],
    ["a new object, by a word before it", "reset", of(made("Parcel")), false],
    ["a new object, by another method", "check", of(made("Parcel")), false],
    ["what a store gives", "check", of(call("orderRepository.find", other)), true],
    ["what another thing gives", "check", of(call("thing.find", other)), false],
  ])("A method of what the function made itself is harmless: of %s", (_name, method, body, is) => {
    expect(isHarmless(call(`it.${method}`, other), { body })).toBe(is);
  });

  it("A method of what a store gives is harmless where it only keeps data", () => {
    const body = of(call("orderRepository.find", other));
    const keeps = ["find", "save"];
    expect(isHarmless(call("it.save", other), { body, keeps })).toBe(true);
    expect(isHarmless(call("it.check", other), { body, keeps })).toBe(false);
  });
});

describe("A method of the shop's own data is harmless", () => {
  it.each<[name: string, one: ReturnType<typeof call>, is: boolean]>([
    ["of a store", call("orderRepository.find", other), true],
    ["of a member that is one", call("self.orderRepository.find", other), true],
    [
      "of what a store gives",
      call(path(call("orderRepository.find", other), "orElse"), other),
      true,
    ],
    ["of an item of one", call(path(item(name("orderRepository"), other), "find"), other), true],
    ["of a listed store", call("Shelf.find", other), true],
    ["of a listed store that is called like a service", call("gatewayShelf.find", other), true],
    ["of a listed pair", call("box.open", other), true],
    ["of a listed pair of a member", call("self.box.open", other), true],
    ["of another pair", call("box.close", other), false],
    ["of what a listed pair gives", call(path(call("box.open", other), "find"), other), true],
    ["of another object", call("thing.find", other), false],
    ["of a service that is called like a store", call("orderRepositoryService.find", other), false],
    ["of a service that has a store", call("payService.orderRepository.find", other), false],
    ["of a function that is called like a store", call("orderRepository", other), false],
    ["of what such a function gives", call(path(call("orderRepository"), "find"), other), false],
  ])("A method of the shop's own data is harmless: one %s", (_name, one, is) => {
    expect(isHarmless(one)).toBe(is);
  });

  it("What asks PortOne is never a store", () => {
    const one = call("orderRepository.find", other);
    expect(isHarmless(one, { source: "portOneOrderRepository.find" })).toBe(false);
  });

  it("An imported module is a store only if it is called like one of data or of a log", () => {
    const of = (module: string, imports = [module]) =>
      isHarmless(call(`${module}.orderRepository.find`, other), { imports });
    expect(of("shop")).toBe(false);
    expect(of("shop", [])).toBe(true);
    expect(of("db")).toBe(true);
    expect(of("Shop")).toBe(true);
  });

  it("A value is a store by the class that it is of", () => {
    const of = (type: string, keeps?: string[]) =>
      isHarmless(call("things.find", other), {
        fields: [declare("things", { type })],
        ...(keeps && { keeps }),
      });
    expect(of("OrderRepository")).toBe(true);
    expect(of("OrderService")).toBe(false);
    expect(of("Other")).toBe(false);
    expect(of("OrderRepository", ["find"])).toBe(true);
    expect(of("OrderRepository", ["save"])).toBe(false);
  });

  it("A method keeps data only with arguments where the library says so", () => {
    const keeps = ["find(...)"];
    expect(isHarmless(call("orderRepository.find", other), { keeps })).toBe(true);
    expect(isHarmless(call("orderRepository.find"), { keeps })).toBe(false);
  });

  it("What a store hands to a function is a record of the shop's own", () => {
    const handed = (store: string) => [
      run(call(`${store}.find`, other, lambda(fn({ parameters: [{ name: "record", span }] })))),
    ];
    expect(isHarmless(call("record.check", other), { body: handed("orderRepository") })).toBe(true);
    expect(isHarmless(call("record.check", other), { body: handed("thing") })).toBe(false);
    const keeps = ["find", "save"];
    expect(isHarmless(call("record.save", other), { body: handed("orderRepository"), keeps })).toBe(
      true,
    );
    expect(
      isHarmless(call("record.check", other), { body: handed("orderRepository"), keeps }),
    ).toBe(false);
  });
});
