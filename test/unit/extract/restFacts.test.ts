import { describe, expect, it } from "vitest";
import type { Api } from "../../../src/extract/apis.js";
import {
  hasOtherToken,
  hostFacts,
  isAsked,
  isRequest,
  pathFacts,
  restFacts,
} from "../../../src/extract/restFacts.js";
import { hole } from "../../../src/validator/unknown.js";

const api: Api = {
  version: "v9",
  host: "api.example",
  likeHost: "^rest\\.example$",
  paths: ["POST /payments/cancel", "GET /payments/{id}", "GET /payments/find/{id}", "POST /tokens"],
  open: ["POST /tokens", "GET /tokens"],
  tokens: ["x-token", "_token"],
  amounts: [],
  payment: { answers: [], statuses: [], objects: [], foreign: [] },
  hook: { ids: [], says: "", values: "", isTold: false, words: [], senders: [], askedBy: "" },
};

const factsOf = (method: string, address: string, ...headers: string[]) =>
  restFacts([api], { method, address, span: [1, 2], headers, isSample: true });
const cancel = "https://api.example/payments/cancel";

describe("The header of a request that is written out is told", () => {
  it.each([
    ["Authorization: Bearer a", "v9 text:Bearer a"],
    ["authorization :  Bearer a  ", "v9 text:Bearer a"],
    ["AUTHORIZATION: $TOKEN", "v9 text:${TOKEN}"],
    ["Authorization: Bearer ${TOKEN}", "v9 text:Bearer ${TOKEN}"],
    ["Authorization: Bearer {{ auth.token }}", "v9 text:Bearer ${auth.token}"],
    ["Authorization: a: b", "v9 text:a: b"],
    ["Authorization:", "v9 text:"],
  ])("The header of a request that is written out is told: %s", (header, value) => {
    expect(factsOf("POST", cancel, "Accept: x", header)).toEqual([
      { what: "rest-authorization", value, span: [1, 2], isSample: true },
    ]);
  });
  it.each([
    ["there is none", "POST", cancel, []],
    ["another is there", "POST", cancel, ["X-Authorization: a", "Authorizations: b"]],
    ["the request takes none", "POST", "https://api.example/tokens", ["Authorization: a"]],
    ["the host is another", "POST", "https://other.example/payments/cancel", ["Authorization: a"]],
  ])("Nothing is told of a header where %s", (_name, method, address, headers) => {
    expect(factsOf(method as string, address as string, ...(headers as string[]))).toEqual([]);
  });
});

describe("The path and the host of a request that is written out are told", () => {
  const fact = (value: string, request: string, right: string) => [
    { what: "rest-path", value, span: [1, 2], terms: { request, right }, isSample: true },
  ];
  it("A path that is wrong is told, and its header is not", () => {
    expect(factsOf("POST", "https://api.example/payment/cancel", "Authorization: a")).toEqual(
      fact("near", "POST /payment/cancel", "POST /payments/cancel"),
    );
  });
  it("A host that is like the API's is told with the path", () => {
    const address = `https://rest.example/payments/find/${hole}`;
    expect(factsOf("GET", address)).toEqual(
      fact("host", "GET /payments/find/…", "https://api.example"),
    );
    expect(
      hostFacts([api], { method: "GET", address: cancel, span: [1, 2], isSample: false }),
    ).toEqual([]);
  });
});

describe("An id at the end of a path is one segment of it", () => {
  const told = (path: string, source: string, method = "GET") =>
    pathFacts([api], { api, method, path, source, span: [1, 2], isSample: false }).map(
      ({ value, terms }) => [value, terms?.right],
    );
  const near = [["near", "GET /payments/find/{id}"]];
  it.each([
    `"/payments/find" + merchantUid`,
    `"/payments/find" + order_id`,
    `"/payments/find" + orderID`,
    "`/payments/find${order.id}`",
    `"/payments/find" + encodeURIComponent(number)`,
    `"/payments/find" + quote(number)`,
    `f"/payments/find{uid}"`,
    `"/payments/find".concat(uid )`,
  ])("An id right behind a word of a path lacks a slash: %s", (source) => {
    expect(told(`/payments/find${hole}`, source)).toEqual(near);
  });
  it.each([
    ["that has more behind an id", `/payments/find${hole}`, `"/payments/find" + uid + rest`],
    ["that is no id", `/payments/find${hole}`, `"/payments/find" + rest`],
    ["behind a slash", `/payments/find/${hole}`, `"/payments/find/" + uid`],
    ["behind a word that no id is behind", `/payments/can${hole}`, `"/payments/can" + uid`],
  ])("Nothing is wrong with a value %s", (_name, path, source) => {
    expect(told(path, source)).toEqual([]);
  });
  it("A path that is known keeps its end, whatever the code ends in", () => {
    expect(told("/payments/cancels", "paymentId", "POST")).toEqual([
      ["near", "POST /payments/cancel"],
    ]);
  });
  it("An id that is the end of a path is no further segments", () => {
    expect(told(`/payments/${hole}`, `"/payments/" + uid`, "POST")).toEqual([
      ["method", "GET /payments/{id}"],
    ]);
    expect(told(`/payments/${hole}`, `"/payments/" + rest`, "POST")).toEqual([]);
  });
});

describe("A request of the API is known", () => {
  it.each([
    ["POST /payments/cancel", "POST", "/payments/cancel", true],
    ["POST /payments/cancel", "POST", "/payments/cancel/", true],
    ["POST /payments/cancel", "GET", "/payments/cancel", false],
    ["POST /payments/cancel", "POST", "/payments", false],
    ["POST /payments/cancel", "POST", "/payments/cancel/1", false],
    ["GET /payments/{id}", "GET", "/payments/1", true],
    ["GET /payments/{id}", "GET", "/orders/1", false],
  ])("%s is the request %s %s: %s", (one, method, path, is) => {
    expect(isRequest(one as string, method as string, path as string)).toBe(is);
  });
  it("A request asks for a token unless it is open", () => {
    expect(isAsked(api, "POST", "/payments/cancel")).toBe(true);
    expect(isAsked(api, "POST", "/tokens")).toBe(false);
    expect(isAsked(api, "POST", "/things")).toBe(false);
  });
  it.each([
    [["X-Token"], "/a", true],
    [["x-token-of"], "/a", false],
    [[], "/a?b=1&_token=t", true],
    [[], "/a?_tokens=t", false],
    [[], "/a_token=t", false],
    [[], "/a", false],
  ])("A request with the headers %j at %s has another token: %s", (headers, address, has) => {
    expect(hasOtherToken(api, headers as string[], address as string)).toBe(has);
  });
});
