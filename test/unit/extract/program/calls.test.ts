import { describe, expect, it } from "vitest";
import type { Api } from "../../../../dist/extract/apis.js";
import type { CallKind } from "../../../../dist/extract/calls.js";
import { type RequestSite, Requests } from "../../../../dist/extract/program/calls.js";
import type { Expression } from "../../../../dist/extract/program/model.js";
import type { Letters, Value } from "../../../../dist/extract/program/values.js";
import { hole, Unknown } from "../../../../dist/validator/unknown.js";
import { shown as shownPayload } from "../shownPayload.js";
import { anything, running, value } from "./running.js";

const kind: CallKind = {
  kind: "portone.v1.cancel",
  gateway: "portone",
  calls: [{ method: "POST", path: "/payments/cancel" }],
  service: {
    ...{ hosts: ["api.shop.example"], names: ["portone"], ownPaths: ["/payments/cancel/own"] },
    ...{ keys: "snake_case", secrets: [] },
  },
  names: {},
};

/** The text that requests are in: the address with its quotes, and the base of a client. */
const text = 'portone ("https://api.shop.example" "/payments/cancel")';
const code = "portone (   )";

const node = (at: number): Expression => ({ is: "unknown", parts: [], span: [at, at + 1] });

/** Where most requests here are. */
const here = node(1);

type Request = Extract<RequestSite, { is: "request" }>;

/** A request at its place, by default one that cancels a payment. */
const request = (body: Value | undefined, more: Partial<Request> = {}): Request => ({
  ...{ is: "request", node: here, span: [1, 2], method: "post", body, isForm: false },
  address: value("https://api.shop.example/payments/cancel"),
  ...more,
});

const apis: Api[] = [];
const requestsOf = (more: Partial<ConstructorParameters<typeof Requests>[0]> = {}) =>
  new Requests({
    ...{ text, code, kinds: [kind], apis },
    syntax: "java",
    isSample: false,
    ...more,
  });

/** The payloads of what is found of requests, with the names of their calls. */
function callsOf(...sites: [site: RequestSite, isInlined: boolean][]) {
  const requests = requestsOf();
  const { objects } = program;
  for (const [site, isInlined] of sites) requests.record(site, objects, isInlined);
  const { calls, unparsable } = requests.extraction();
  expect(unparsable).toEqual([]);
  return calls.map(({ payload, ...call }) => ({
    ...call,
    payload: payload && shownPayload(payload),
  }));
}

const program = running();
const payloads = (...sites: [site: RequestSite, isInlined: boolean][]) =>
  callsOf(...sites).map(({ payload }) => payload);

const written = (letters: string, at = 10): Value => ({
  ...value(letters, at),
  letters: {
    written: () => ({ text: letters, offsets: [...letters].map((_, index) => at + index) }),
  },
});

describe("A request is a call of the kind that it asks for", () => {
  it("A call has the name, the place and the body of its request", () => {
    expect(callsOf([request(program.map({ a: value(1) })), false])).toEqual([
      {
        ...{ kinds: [kind], name: "POST /payments/cancel", span: [1, 2], reads: [] },
        ...{ isForm: false, syntax: "java", payload: "{ a: 1 }" },
      },
    ]);
  });

  it("A payload that a client is handed is a call with the name of what it is handed to", () => {
    const body = program.map({ a: value(1) });
    const site = {
      is: "client",
      node: here,
      span: [1, 2],
      name: "pay",
      kinds: [kind],
      body,
    } as const;
    expect(callsOf([site, false])).toMatchObject([
      { name: "pay", kinds: [kind], isForm: false, syntax: "java", payload: "{ a: 1 }" },
    ]);
    expect(callsOf([{ ...site, kinds: [] }, false])).toEqual([]);
  });

  it.each([
    ["another method", { method: "get" }],
    ["another path", { address: value("https://api.shop.example/payments") }],
    ["an address that is not known", { address: anything() }],
  ])("A request with %s is no call", (_name, more) => {
    expect(payloads([request(program.map(), more), false])).toEqual([]);
  });

  it("A request without a body is a call without a payload", () => {
    expect(callsOf([request(undefined), false])).toMatchObject([
      { payload: undefined, isForm: false, syntax: "java" },
    ]);
  });

  it("Calls are in the order of the text", () => {
    const at = (start: number) =>
      request(program.map(), { node: node(start), span: [start, start + 1] });
    const found = callsOf([at(5), false], [at(9), true], [at(3), false], [at(7), true]);
    expect(found.map(({ span }) => span[0])).toEqual([3, 5, 7, 9]);
  });
});

describe("What a caller gives is told where the function itself does not know it", () => {
  const at = request;
  const own = program.map({ own: value(1) });
  const one = program.map({ one: value(1) });
  const guess = program.map();
  program.objects.putMaybe(guess.object, "maybe", value(1));
  const open = program.map();
  program.objects.open(open.object);
  const elsewhere = { address: value("https://other.example/payments/cancel") };

  it.each<[name: string, sites: [RequestSite, boolean][], payloads: (string | undefined)[]]>([
    [
      "what the function knows",
      [
        [at(own), false],
        [at(one), true],
      ],
      ["{ own: 1 }"],
    ],
    [
      "what the caller gives",
      [
        [at(anything()), false],
        [at(one), true],
      ],
      ["{ one: 1 }"],
    ],
    [
      "what the caller gives before a guess",
      [
        [at(guess), false],
        [at(one), true],
      ],
      ["{ one: 1 }"],
    ],
    [
      "what the caller gives to another address",
      [
        [at(own, elsewhere), false],
        [at(one), true],
      ],
      ["{ one: 1 }"],
    ],
    [
      "only the first of what callers give from one place",
      [
        [at(anything()), false],
        [at(program.map({}, "list")), true],
        [at(one), true],
      ],
      ["[]"],
    ],
    [
      "nothing of what no caller knows",
      [
        [at(anything()), false],
        [at(anything()), true],
      ],
      ["?"],
    ],
    [
      "nothing of an object of which nothing is known",
      [
        [at(anything()), false],
        [at(open), true],
      ],
      ["?"],
    ],
    [
      "nothing of a caller without a body",
      [
        [at(anything()), false],
        [at(undefined), true],
      ],
      ["?"],
    ],
    [
      "nothing that a caller sends elsewhere",
      [
        [at(own), false],
        [at(one, elsewhere), true],
      ],
      ["{ own: 1 }"],
    ],
    [
      "nothing at all that is sent elsewhere",
      [
        [at(anything()), false],
        [at(one, elsewhere), true],
      ],
      ["?"],
    ],
    [
      "what a caller gives where the function does not run by itself",
      [[at(one), true]],
      ["{ one: 1 }"],
    ],
    [
      "what a caller gives only once",
      [
        [at(one), true],
        [at(one), true],
      ],
      ["{ one: 1 }"],
    ],
  ])("Of a request in a function is told %s", (_name, sites, expected) => {
    expect(payloads(...sites)).toEqual(expected);
  });

  it("What several callers give is told of each", () => {
    const second = program.run.make("map", [8, 9]);
    program.objects.put(second.object, "second", value(1));
    expect(payloads([at(one), true], [at(second), true])).toEqual(["{ one: 1 }", "{ second: 1 }"]);
  });
});

describe("A body that is a text is read as what it is", () => {
  it.each<
    [
      name: string,
      body: Value,
      isForm: boolean | undefined,
      payload: string | undefined,
      as: string,
    ]
  >([
    ["JSON", written('{"a":1}'), false, "{ a: 1 }", "json"],
    ["JSON behind blanks", written(' \n{"a":1}'), undefined, "{ a: 1 }", "json"],
    ["a list of JSON", written("[1]"), undefined, "[1]", "json"],
    ["a form", written("a=1&b[c]=2"), undefined, '{ a: "1", b[c]: "2" }', "form"],
    [
      "a form, where a text says so itself",
      written("a.b-%20+c=1"),
      true,
      '{ a.b-  c: "1" }',
      "form",
    ],
    [
      "nothing that is known, where it begins like neither",
      written("hello"),
      undefined,
      undefined,
      "java",
    ],
    [
      "nothing that is known, where it is not known",
      written(`${hole}=1`),
      undefined,
      undefined,
      "java",
    ],
    [
      "nothing that is known, where a name is too long",
      written(`${"a".repeat(101)}=1`),
      undefined,
      undefined,
      "java",
    ],
    [
      "a form with a long name",
      written(`${"a".repeat(100)}=1`),
      undefined,
      `{ ${"a".repeat(100)}: "1" }`,
      "form",
    ],
  ])("A body that is a text is %s", (_name, body, isForm, payload, syntax) => {
    expect(callsOf([request(body, { isForm }), false])).toMatchObject([
      { payload, syntax, isForm: syntax === "form" },
    ]);
  });

  it("A body that is no JSON is told at its fault", () => {
    const requests = requestsOf();
    requests.record(request(written("a=1")), program.objects, false);
    requests.record(request(written('{"a" 1}'), { node: node(5) }), program.objects, false);
    const { calls, unparsable } = requests.extraction();
    expect(calls).toEqual([]);
    expect(unparsable.map(({ span }) => span)).toEqual([
      [10, 11],
      [15, 16],
    ]);
  });

  it("A text that an object was written as is that object", () => {
    const made = program.map({ a: value(1) });
    const serialized = {
      value: made,
      object: { cell: made.object, isOpen: false, entries: [], parts: 1 },
    };
    const body: Value = { ...anything(), serialized };
    expect(payloads([request(body), false])).toEqual(["{  }"]);
    expect(callsOf([request(body, { isForm: true }), false])).toMatchObject([
      { isForm: true, syntax: "java" },
    ]);
    expect(callsOf([request(body, { isForm: undefined }), false])).toMatchObject([
      { isForm: false },
    ]);
  });

  it("A key whose spelling depends on a setting is spelt as its service spells keys", () => {
    const made = program.map({ impUid: value(1) });
    made.object.keys.set("impUid", { key: "impUid", isUnsure: true });
    expect(payloads([request(made), false])).toEqual(["{ imp_uid: 1 }"]);
    const { service: _service, ...unknown } = kind;
    const site = {
      is: "client",
      node: here,
      span: [1, 2],
      name: "pay",
      kinds: [unknown],
      body: made,
    } as const;
    expect(payloads([site, false])).toEqual(["{ impUid: 1 }"]);
  });
});

describe("An address is put together of its base and its path", () => {
  const addressOf = (address: Value, base?: Value) =>
    requestsOf().addressOf(request(undefined, { address, base }));
  const at = "https://api.shop.example";
  it.each<[name: string, address: Value, base: Value | undefined, whole: string | undefined]>([
    ["a path behind its base", value("/a/b"), value(at), `${at}/a/b`],
    ["a path without a slash", value("a/b"), value(at), `${at}/a/b`],
    ["a base that ends in a slash", value("/a"), value(`${at}/`), `${at}/a`],
    ["a base that is not known", value("/a"), anything(), `${hole}/a`],
    ["a path without a base", value("/a"), undefined, "/a"],
    ["a whole address beside a base", value(`${at}/a`), value("http://other"), `${at}/a`],
    ["an address without its scheme beside a base", value("//x/a"), value(at), "//x/a"],
    [
      "a path with an address in it",
      value("/a?to=https://x//y"),
      value(at),
      `${at}/a?to=https://x//y`,
    ],
    [
      "an address of an unknown base",
      value(new Unknown("x", ["string"], `${hole}/a`)),
      value(at),
      `${hole}/a`,
    ],
    [
      "a path that ends in something unknown",
      value(new Unknown("x", ["string"], `/a/${hole}`)),
      value(at),
      `${at}/a/${hole}`,
    ],
    ["nothing known", anything(), value(at), undefined],
  ])("An address is put together of %s", (_name, address, base, whole) => {
    expect(addressOf(address, base)).toBe(whole);
  });

  const unknown: Value = { ...anything(), span: [0, 0] };
  const path = (span: [number, number]): Value => ({ ...value("/payments/cancel"), span });
  const isCall = (
    more: Partial<Request>,
    words: Partial<ConstructorParameters<typeof Requests>[0]> = {},
  ) => {
    const requests = requestsOf({ text: "", code: "", ...words });
    requests.record(request(undefined, more), program.objects, false);
    return requests.extraction().calls.length === 1;
  };
  const holed: Value = {
    ...value(new Unknown("x", ["string"], `${hole}/payments/cancel`)),
    span: [0, 7],
  };

  it.each<
    [
      name: string,
      more: Partial<Request>,
      words: { text?: string; code?: string },
      isKnown: boolean,
    ]
  >([
    ["by the name that the address is written with", { address: holed }, { text: "portone" }, true],
    [
      "by the name where it is written",
      { address: { ...holed, span: [0, 1], origin: [3, 10] } },
      { text: "a, portone" },
      true,
    ],
    [
      "by the name where it is used",
      { address: { ...holed, span: [3, 10], origin: [0, 1] } },
      { text: "a, portone" },
      true,
    ],
    [
      "but not by a name elsewhere",
      { address: { ...holed, span: [0, 1] } },
      { text: "a, portone" },
      false,
    ],
    [
      "by the base that is written anywhere",
      { address: { ...holed, span: [0, 1] } },
      { text: 'a, "https://api.shop.example"' },
      true,
    ],
    [
      "by the name that its client's base is written with",
      { address: path([8, 9]), base: { ...unknown, span: [0, 7] } },
      { text: "portone a" },
      true,
    ],
    [
      "by the name before its path",
      { address: path([9, 10]), base: unknown, span: [1, 2] },
      { text: "a portone" },
      true,
    ],
    [
      "by the name of its code, where a client is made elsewhere",
      { address: path([0, 1]), base: unknown, span: [0, 1] },
      { text: "a", code: "portone" },
      true,
    ],
    [
      "but not by the name of its code, where the base is known",
      { address: path([0, 1]), base: value("http://x"), span: [0, 1] },
      { text: "a", code: "portone" },
      false,
    ],
    [
      "but not by a comment",
      { address: path([0, 1]), base: unknown, span: [0, 1] },
      { text: "a // portone", code: "a" },
      false,
    ],
  ])("A request whose host is not known is known %s", (_name, more, words, isKnown) => {
    expect(isCall(more, words)).toBe(isKnown);
  });
});

describe("What a body that is not known may hold is hidden", () => {
  const from = (more: Partial<Value> = {}): Value => ({
    ...anything(),
    origins: { span: [3, 4] },
    ...more,
  });
  const nothingWritten: Letters = { parts: [] };
  it.each<[name: string, body: Value | undefined, spans: number[][]]>([
    ["of a value that is not known", from(), [[3, 4]]],
    ["but not without a body", undefined, []],
    ["but not of a text that is read", from({ letters: nothingWritten }), []],
    ["but not of an object", { ...from(), ...program.map() }, []],
    ["but not of the text of an object", from({ serialized: { value: anything() } }), []],
  ])("What a body may hold is hidden %s", (_name, body, spans) => {
    for (const isInlined of [false, true]) {
      const requests = requestsOf();
      requests.record(request(body), program.objects, isInlined);
      expect(requests.hidden()).toEqual(spans);
    }
  });
});
