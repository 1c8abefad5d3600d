import { describe, expect, it } from "vitest";
import type {
  Expression,
  Parameter,
  Statement,
} from "../../../../../dist/extract/program/model.js";
import { LocalNames } from "../../../../../dist/extract/program/webhooks/localNames.js";
import { SentValues } from "../../../../../dist/extract/program/webhooks/sentValues.js";
import {
  type ServerLibrary,
  Servers,
} from "../../../../../dist/extract/program/webhooks/servers.js";
import * as model from "../modelled.js";

const { assign, call, constant, declare, fn, item, lambda, loop, name, object, path, run, text } =
  model;
const span = [0, 1] as const;

const web: ServerLibrary = {
  ...{
    language: "x",
    handlers: ["Post"],
    bodies: ["Body"],
    fields: ["Field"],
    wholeTypes: ["All"],
  },
  requests: { types: ["Request"], parameters: ["req"], names: ["flask.request"] },
  ...{ parsed: ["json", "getJson"], raw: ["data"], reads: ["get"], converts: ["trim"] },
  ...{ parses: ["loads"], writes: ["dumps"], services: ["Service"] },
};
const typed: ServerLibrary = {
  language: "x",
  typedBodies: true,
  handlers: ["Put"],
  bodies: ["Typed"],
};

const mark = (of: string, said?: string) => ({
  name: of,
  source: "",
  ...(said !== undefined && { text: said }),
});
const parameter = (of: string, more: Partial<Parameter> = {}): Parameter => ({
  name: of,
  span,
  ...more,
});
const parameters: Parameter[] = [
  parameter("req"),
  parameter("typedReq", { type: "Request" }),
  parameter("body", { marks: [mark("Body")] }),
  parameter("raw", { marks: [mark("Body")], types: ["string"], type: "String" }),
  parameter("whole", { marks: [mark("Typed")], types: ["object"] }),
  parameter("wholeClass", { marks: [mark("Typed")], type: "Order" }),
  parameter("number", { marks: [mark("Typed")], types: ["number"], type: "int" }),
  parameter("uid", { marks: [mark("Other", "no"), mark("Field", "imp_uid")] }),
  parameter("plainUid", { marks: [mark("Field")] }),
  parameter("all", { marks: [mark("Field")], type: "All" }),
  parameter("none"),
  parameter("dto", { type: "Order" }),
  parameter("map", { types: ["object"], type: "Map" }),
  parameter("service", { type: "Service" }),
  parameter("text", { types: ["string"], type: "String" }),
  parameter("marked", { type: "Order", marks: [mark("Other")] }),
];

/** What an expression of a function is of what was sent, and which field of it. */
function found(
  one: Expression,
  {
    body = [],
    isHandler = true,
    marks = ["Post"],
  }: { body?: Statement[]; isHandler?: boolean; marks?: string[] } = {},
) {
  const own = fn({ parameters, body, marks: marks.map((of) => mark(of)) });
  const imports = [{ name: "request", imported: "request", module: "flask" }];
  const names = new LocalNames({ fn: own, of: undefined });
  const sent = new SentValues(new Servers([web, typed], "x", imports), names, isHandler);
  return [sent.sent(one)?.is, sent.field(one)?.name];
}

describe("A parameter of a handler is what was sent", () => {
  it.each<[of: string, is: string | undefined, field: string | undefined]>([
    ["req", "request", undefined],
    ["typedReq", "request", undefined],
    ["body", "body", undefined],
    ["raw", "raw", undefined],
    ["whole", "body", undefined],
    ["wholeClass", "body", undefined],
    ["number", undefined, "number"],
    ["uid", undefined, "imp_uid"],
    ["plainUid", undefined, "plainUid"],
    ["all", "body", undefined],
    ["none", undefined, undefined],
    ["dto", undefined, undefined],
    ["unknown", undefined, undefined],
  ])("The parameter %s of a handler is %s, or the field %s", (of, is, field) => {
    expect(found(name(of))).toEqual([is, field]);
    expect(found(name(of), { isHandler: false })).toEqual([undefined, undefined]);
  });

  it.each<[of: string, is: string | undefined]>([
    ["dto", "body"],
    ["map", "body"],
    ["service", undefined],
    ["text", undefined],
    ["marked", undefined],
    ["none", undefined],
  ])("In a library that takes bodies by their types, the parameter %s is %s", (of, is) => {
    expect(found(name(of), { marks: ["Put"] })[0]).toBe(is);
    expect(found(name(of), { marks: ["Put", "Other"] })[0]).toBe(is);
    expect(found(name(of), { marks: ["Other"] })[0]).toBeUndefined();
    expect(found(name(of), { marks: [] })[0]).toBeUndefined();
  });

  it("A parameter of a function within is another", () => {
    const inner = run(lambda(fn({ parameters: [parameter("body"), parameter("uid")] })));
    expect(found(name("body"), { body: [inner] })).toEqual([undefined, undefined]);
    expect(found(name("uid"), { body: [inner] })).toEqual([undefined, undefined]);
  });

  it("A parameter is a field by its own annotation alone", () => {
    const own = fn({ parameters });
    const of = (isHandler: boolean) =>
      new SentValues(
        new Servers([web], "x", []),
        new LocalNames({ fn: own, of: undefined }),
        isHandler,
      );
    const uid = parameters.find((one) => one.name === "uid") as Parameter;
    const body = parameters.find((one) => one.name === "body") as Parameter;
    expect(of(true).parameterField(uid)).toEqual({ name: "imp_uid", span });
    expect(of(true).parameterField(body)).toBeUndefined();
    expect(of(false).parameterField(uid)).toBeUndefined();
  });
});

describe("A part of a request is what was sent", () => {
  it.each<[name: string, one: Expression, is: string | undefined]>([
    ["a request that is imported", name("request"), "request"],
    ["a member of a module that is a request", path("flask.request"), "request"],
    ["the parsed body of one", path("request.json"), "body"],
    ["the parsed body of a parameter", path("req.json"), "body"],
    ["what a method gives as one", call("req.getJson"), "body"],
    ["the body as it was received", path("req.data"), "raw"],
    ["another member", path("req.user"), undefined],
    ["a member of a body", path("body.json"), undefined],
    ["a body that is made of the received one", call("json.loads", path("req.data")), "body"],
    ["a body that is made of another text", call("json.loads", name("none")), undefined],
    ["a text that is made of a body", call("json.dumps", name("body")), "written"],
    ["a text that is made of a text", call("json.dumps", name("raw")), undefined],
    ["a body in another form", call("body.trim"), "body"],
    ["a body that a function gives in another form", call("trim", name("body")), "body"],
    ["a request in another form", call("trim", name("req")), undefined],
    ["what a method gives", call("body.other"), undefined],
    ["what a function gives of nothing", call("trim"), undefined],
    ["one of two bodies", { is: "either", choices: [name("body"), name("whole")], span }, "body"],
    ["a body or nothing", { is: "either", choices: [name("body"), object()], span }, "body"],
    ["a body or a text", { is: "either", choices: [name("body"), name("raw")], span }, undefined],
    [
      "a body or another value",
      { is: "either", choices: [name("body"), name("none")], span },
      undefined,
    ],
    ["a text", text("a"), undefined],
  ])("A part of a request is what was sent: %s", (_name, one, is) => {
    expect(found(one)[0]).toBe(is);
  });

  it.each<[name: string, body: Statement[], is: string | undefined]>([
    ["a body", [declare("it", { value: name("body") })], "body"],
    [
      "a body each time",
      [declare("it", { value: name("body") }), run(assign(name("it"), name("whole")))],
      "body",
    ],
    [
      "nothing, and then a body",
      [declare("it", { value: constant(null) }), run(assign(name("it"), name("body")))],
      "body",
    ],
    [
      "an empty text, and then a body",
      [declare("it", { value: text("") }), run(assign(name("it"), name("body")))],
      "body",
    ],
    [
      "a text, and then a body",
      [declare("it", { value: text("a") }), run(assign(name("it"), name("body")))],
      undefined,
    ],
    [
      "a number, and then a body",
      [declare("it", { value: constant(0) }), run(assign(name("it"), name("body")))],
      undefined,
    ],
    [
      "an object, and then a body",
      [declare("it", { value: object(text("a")) }), run(assign(name("it"), name("body")))],
      undefined,
    ],
    [
      "a body, and a raw one",
      [declare("it", { value: name("body") }), run(assign(name("it"), name("raw")))],
      undefined,
    ],
    [
      "a body, and what a loop gives",
      [declare("it", { value: name("body") }), loop(["it"], [])],
      undefined,
    ],
    ["itself", [declare("it", { value: call("trim", name("it")) })], undefined],
    ["nothing", [declare("it", { value: constant(null) })], undefined],
  ])("A name is what was sent where it stands for %s", (_name, body, is) => {
    expect(found(name("it"), { body })[0]).toBe(is);
  });

  it("A name that an assignment gives to a parameter is that", () => {
    expect(found(name("body"), { body: [run(assign(name("body"), name("none")))] })).toEqual([
      undefined,
      undefined,
    ]);
    expect(found(name("uid"), { body: [run(assign(name("uid"), path("body.a")))] })).toEqual([
      undefined,
      "a",
    ]);
  });
});

describe("A field of a body is known by its key", () => {
  it.each<[name: string, one: Expression, field: string | undefined]>([
    ["an item", item(name("body"), text("a")), "a"],
    ["an item of an unknown key", item(name("body"), name("a")), undefined],
    ["an item of another value", item(name("none"), text("a")), undefined],
    ["an item of a text", item(name("raw"), text("a")), undefined],
    ["a member", path("body.a"), "a"],
    ["a member of another value", path("none.a"), undefined],
    ["what is read", call("body.get", text("a")), "a"],
    ["what is read of the request", call("req.get", text("a")), "a"],
    ["what is read of another value", call("none.get", text("a")), undefined],
    ["what is read of a text", call("raw.get", text("a")), undefined],
    ["what is read by an unknown key", call("body.get", name("a")), undefined],
    ["what is read by nothing", call("body.get"), "get"],
    ["what another method gives for a text", call("body.other", text("a")), undefined],
    ["what an accessor gives", call("body.getStatus"), "status"],
    ["what an accessor without the word gives", call("body.status"), "status"],
    ["what a method of a word that begins so gives", call("body.getter"), "getter"],
    ["what a method of a word that has it gives", call("body.forgetStatus"), "forgetStatus"],
    ["what an accessor of the request gives", call("req.getStatus"), undefined],
    ["a body in another form", call("body.trim"), undefined],
    ["a field in another form", call(path(path("body.a"), "trim")), "a"],
    ["a field that a function gives in another form", call("trim", path("body.a")), "a"],
    ["a field that another function is given", call("other", path("body.a")), undefined],
    ["nothing in another form", call("trim"), undefined],
    [
      "one of two values of a field",
      { is: "either", choices: [path("body.a"), call("body.get", text("a"))], span },
      "a",
    ],
    ["a field or nothing", { is: "either", choices: [path("body.a"), text("")], span }, "a"],
    [
      "one of two fields",
      { is: "either", choices: [path("body.a"), path("body.b")], span },
      undefined,
    ],
    [
      "a field or another value",
      { is: "either", choices: [path("body.a"), name("none")], span },
      undefined,
    ],
    ["a sum", { is: "sum", parts: [path("body.a")], span }, undefined],
  ])("A field of a body is known by its key: %s", (_name, one, field) => {
    expect(found(one)[1]).toBe(field);
  });
});
