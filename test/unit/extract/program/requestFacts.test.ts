import { describe, expect, it } from "vitest";
import type { Api } from "../../../../dist/extract/apis.js";
import type { RequestSite } from "../../../../dist/extract/program/calls.js";
import { requestFacts } from "../../../../dist/extract/program/requestFacts.js";
import type { Value } from "../../../../dist/extract/program/values.js";
import { hole, Unknown } from "../../../../dist/validator/unknown.js";
import { value } from "./running.js";

const api: Api = {
  version: "v9",
  host: "api.example",
  likeHost: "^rest\\.example$",
  paths: [
    "POST /payments/cancel",
    "GET /payments/{id}",
    "POST /payments/find/{id}",
    "POST /tokens",
  ],
  open: ["POST /tokens"],
  tokens: ["_token"],
  amounts: [],
  payment: { answers: [], statuses: [], objects: [], foreign: [] },
  hook: {
    ...{ ids: [], says: "", values: "", isTold: false, words: [], senders: [], askedBy: "" },
  },
};

type Request = Extract<RequestSite, { is: "request" }>;

/** What is told of a request whose header is written so, as far as it is known. */
function told(
  source: string,
  known: unknown = new Unknown("x"),
  { to = "https://api.example/payments/cancel", ...more }: Partial<Request> & { to?: string } = {},
) {
  const text = `  ${source} `;
  const header: Value = { ...value(known), span: [1, text.length] };
  const site: Request = {
    ...{ is: "request", node: { is: "unknown", parts: [], span: [0, 1] }, span: [4, 8] },
    ...{ method: "post", body: undefined, isForm: false, authorization: header },
    address: { ...value(to), span: [0, 1] },
    ...more,
  };
  return requestFacts([api], site, to, { text, isSample: false });
}

describe("A header of server code is told as what is known of it", () => {
  it.each<[name: string, source: string, known: unknown, value: string]>([
    ["a text", `"Bearer a"`, "Bearer a", "text:Bearer a"],
    ["a text that a name stands for", "token", "Bearer a", "text:Bearer a"],
    ["a name", "token", undefined, "code:token"],
    ["a member", "self.auth.token", undefined, "code:self.auth.token"],
    ["what a method gives", "auth.token()", undefined, "code:auth.token"],
    ["a variable of the environment", `os.environ["TOKEN"]`, undefined, "code:TOKEN"],
    ["another spelling of one", "os.environ[ 'TOKEN' ]", undefined, "code:TOKEN"],
    ["a variable that a function gives", `System.getenv("TOKEN")`, undefined, "code:TOKEN"],
    ["a word and a name", `"Bearer " + token`, undefined, "text:Bearer ${token}"],
    ["a word and a name that touch", `"Bearer "+token`, undefined, "text:Bearer ${token}"],
    [
      "a word and what a method gives",
      `"Bearer " + auth.token()`,
      undefined,
      "text:Bearer ${auth.token}",
    ],
    ["a word and a variable", `"PortOne " +\n os.getenv("KEY")`, undefined, "text:PortOne ${KEY}"],
    ["a token of a bearer", "headers.setBearerAuth(token)", undefined, "text:Bearer ${token}"],
    [
      "a token that a method gives",
      "headers.setBearerAuth(auth.token())",
      undefined,
      "text:Bearer ${auth.token}",
    ],
    ["a text with a name in it", `f"Bearer {token}"`, undefined, "text:Bearer ${token}"],
    ["a text with a variable in it", `F'{os.environ["A"]} {b}'`, undefined, "text:${A} ${b}"],
    ["a text with more than a name in it", `f"Bearer {a + b}"`, undefined, "text:Bearer ${}"],
    [
      "what is known of a text",
      `"Bearer " + a + b`,
      new Unknown("x", ["string"], `Bearer ${hole}${hole}`),
      "text:Bearer ${}${}",
    ],
    [
      "what is known of a text that only ends so",
      `x + "Bearer " + token`,
      new Unknown("x", ["string"], `${hole}Bearer ${hole}`),
      "text:${}Bearer ${}",
    ],
    ["nothing that is known", "a + b", undefined, "text:${}"],
    ["nothing that is known of a call", "make(a, b)", undefined, "text:${}"],
    [
      "nothing that is known of a bearer's call",
      "headers.setBearerAuth(a, b).x",
      undefined,
      "text:${}",
    ],
    [
      "nothing that is known of what a bearer's call gives",
      "headers.setBearerAuth(token).x",
      undefined,
      "text:${}",
    ],
    ["nothing that is known of several texts", `f"a" f"{b}"`, undefined, "text:${}"],
    ["nothing that is known of a text without its letter", `"a {b}"x`, undefined, "text:${}"],
  ])("A header of server code is told as %s", (_name, source, known, told_) => {
    const fact = { what: "rest-authorization", value: `v9 ${told_}`, isSample: false };
    const span = [1, source.length + 3];
    expect(told(source, known ?? new Unknown("x"))).toEqual([{ ...fact, span }]);
  });

  it("A header that is made elsewhere is told as it is written there, and where it is given", () => {
    const authorization: Value = { ...value(new Unknown("x")), span: [0, 1], origin: [2, 7] };
    expect(told("token", undefined, { authorization })).toMatchObject([
      { value: "v9 code:token", span: [0, 1] },
    ]);
  });

  it("A header that is surely absent is told at the request, unless the address holds the token", () => {
    expect(told("", undefined, { authorization: null })).toEqual([
      { what: "rest-authorization", value: "v9 absent", span: [4, 8], isSample: false },
    ]);
    const to = "https://api.example/payments/cancel?_token=a";
    expect(told("", undefined, { authorization: null, to })).toEqual([]);
    expect(told("token", undefined, { to })).toHaveLength(1);
  });

  it.each([
    ["a header that is not known", { authorization: undefined }],
    ["a request that needs none", { to: "https://api.example/tokens" }],
    ["a request to another host", { to: "https://other.example/payments/cancel" }],
  ])("Nothing is told of %s", (_name, more) => {
    expect(told("token", undefined, more as Partial<Request>)).toEqual([]);
  });
});

describe("A path of server code is told", () => {
  it("A path that is wrong is told at the address, and its header is not", () => {
    expect(told("token", undefined, { to: "https://api.example/payment/cancel" })).toEqual([
      {
        ...{ what: "rest-path", value: "near", span: [0, 1], isSample: false },
        terms: { request: "POST /payment/cancel", right: "POST /payments/cancel" },
      },
    ]);
  });

  it("A host that is wrong is told at the address", () => {
    expect(told("token", undefined, { to: "https://rest.example/payments/cancel" })).toEqual([
      {
        ...{ what: "rest-path", value: "host", span: [0, 1], isSample: false },
        terms: { request: "POST /payments/cancel", right: "https://api.example" },
      },
    ]);
  });

  it.each([
    ["find + uid", [3, 13], ["near"]],
    ["find + name", [3, 14], []],
    ["find + name; uid", [3, 14], []],
  ] as const)(
    "An id right behind a word of the path is told by how it is written: %s",
    (source, origin, values) => {
      const to = `https://api.example/payments/find${hole}`;
      for (const at of [{ span: [0, 1], origin }, { span: origin }]) {
        const address = { ...value(to), ...at } as Value;
        const facts = told(` ${source}`, undefined, { to, address, authorization: undefined });
        expect(facts.map((one) => one.value)).toEqual(values);
      }
    },
  );
});
