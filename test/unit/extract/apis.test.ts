import { describe, expect, it } from "vitest";
import { type Api, apiAt, hostMeant, isSaid, pathFault, shown } from "../../../src/extract/apis.js";
import { anyCharacter, hole } from "../../../src/validator/unknown.js";

const apiOf = (version: string, more: Partial<Api>): Api => ({
  version,
  host: `${version}.example`,
  likeHost: "(?!)",
  paths: [],
  open: [],
  tokens: [],
  amounts: [],
  payment: { answers: [], statuses: [], objects: [], foreign: [] },
  hook: {
    ids: [],
    says: "",
    values: "^(?:paid|failed)$",
    isTold: false,
    words: [],
    senders: [],
    askedBy: "",
  },
  ...more,
});

const first = apiOf("one", {
  host: "api.one.example",
  otherHosts: ["old.one.example"],
  likeHost: "^service\\.one\\.",
  paths: [
    "POST /payments/cancel",
    "GET /payments/{id}",
    "GET /payments/{id}/balance",
    "POST /orders/{id}/items",
    "PUT /orders/{id}/items",
    "POST /cards",
    "POST /carts",
    "PUT /carts",
    "POST /shop/carts/{id}/items",
  ],
  oldBases: ["/v0"],
  instead: { "POST /pay/{id}": "POST /payments/cancel" },
});
const second = apiOf("two", {
  likeHost: "^second\\.svc$",
  paths: ["POST /billing/{id}/keys", "GET /payments/{id}"],
});
const apis = [first, second];

describe("The API that an address is at is known", () => {
  it.each([
    ["https://api.one.example/payments/1", "one", "/payments/1"],
    ["http://api.one.example/payments/1?a=/b#c", "one", "/payments/1"],
    ["//api.one.example/payments/1#c", "one", "/payments/1"],
    ["https://api.one.example:8443/payments/1", "one", "/payments/1"],
    ["https://old.one.example/payments/1", "one", "/payments/1"],
    ["https://two.example//payments", "two", "/payments"],
    ["https://two.example/a//b", "two", "/a//b"],
    ["https://two.example", "two", "/"],
    [`https://two.example/a${hole}`, "two", `/a${hole}`],
  ])("The API that an address is at is known: %s", (address, version, path) => {
    const at = apiAt(apis, address);
    expect([at?.api.version, at?.path]).toEqual([version, path]);
  });
  it.each([
    "https://other.example/payments/1",
    "https://api.one.example.org/payments/1",
    "api.one.example/payments/1",
    "/payments/1",
    "ftp://api.one.example/payments/1",
    "see https://api.one.example/payments/1",
    "",
  ])("No API is at the address %s", (address) => {
    expect(apiAt(apis, address)).toBeUndefined();
  });
});

describe("The host that an address means is known", () => {
  it.each([
    ["a name like its own", "POST", "https://service.one.example/payments/cancel"],
    [
      "a name like its own in capital letters",
      "POST",
      "https://SERVICE.one.example/payments/cancel",
    ],
    ["a name with two letters too few", "POST", "https://pi.one.exmple/payments/cancel"],
    ["a name with one other letter", "GET", `https://apj.one.example/payments/${hole}`],
  ])("The host that an address means is known by %s", (_name, method, address) => {
    expect(hostMeant(apis, method, address)?.right).toBe("https://api.one.example");
  });
  it("The host that an address means is rather one of a name like its own where several have the path", () => {
    const address = `https://second.svc/payments/${hole}`;
    expect(hostMeant(apis, "GET", address)?.right).toBe("https://two.example");
  });
  it("The host that an address means is that which has the path, and the path is given back", () => {
    const address = `https://service.one.example/billing/${hole}/keys`;
    expect(hostMeant(apis, "POST", address)).toEqual({
      path: `/billing/${hole}/keys`,
      right: "https://two.example",
    });
  });
  it.each([
    ["the host is right", "POST", "https://api.one.example/payments/cancel"],
    ["the name is another", "POST", "https://shop.example/payments/cancel"],
    ["three letters are other ones", "POST", "https://abc.one.exmple/payments/cancel"],
    ["there is no host", "POST", "/payments/cancel"],
    ["no API has the path", "POST", "https://service.one.example/things"],
    ["no API has it with the method", "DELETE", "https://service.one.example/payments/cancel"],
    ["a word stands for what varies", "GET", "https://service.one.example/payments/list"],
    ["a stretch stands for a word", "POST", `https://service.one.example/payments/${hole}`],
  ])("No host is meant where %s", (_name, method, address) => {
    expect(hostMeant(apis, method, address)).toBeUndefined();
  });
});

describe("What is wrong with the path of a request is known", () => {
  const faultOf = (method: string, path: string) => pathFault(apis, first, method, path);
  it.each([
    ["POST", "/payments/cancel"],
    ["POST", "/payments/cancel/"],
    ["GET", "/payments/1"],
    ["GET", `/payments/${hole}`],
    ["GET", `/payments/a${anyCharacter}`],
    ["GET", `/payments/${hole}/balance`],
    ["POST", `/payments/can${hole}`],
    ["POST", `/pay${hole}`],
    ["POST", `/${hole}`],
    ["POST", `/${hole}/things`],
    ["POST", "/"],
    ["POST", "/things/1"],
    ["POST", `/orders/${hole}`],
    ["POST", `/shop/${hole}`],
    ["POST", `/shop/ca${hole}`],
    ["POST", `/shop/carts${hole}`],
    ["POST", `/shop/carts/${hole}`],
    ["POST", "/carts"],
    ["PUT", "/carts"],
    ["POST", `/${anyCharacter.repeat(8)}/cancelled`],
    ["POST", "/v0/things/1"],
    ["POST", "/v1/things/1"],
    ["POST", `/pay/${hole}`],
    ["GET", "/pay/1"],
    ["GET", `/billing/${hole}/keys`],
    ["GET", "/payment/cancel"],
  ])("Nothing is wrong, as far as is known, with %s %s", (method, path) => {
    expect(faultOf(method, path)).toBeUndefined();
  });
  it.each([
    ["an old base", "POST", "/v0/payments/cancel", "old", "/payments/cancel"],
    ["an old base and a part that varies", "GET", `/v0/payments/${hole}`, "old", "/payments/…"],
    ["a version before it", "POST", "/v1/payments/cancel", "near", "POST /payments/cancel"],
    ["the word api before it", "GET", `/api/payments/${hole}`, "near", "GET /payments/…"],
    ["another request that does what is meant", "POST", "/pay/1", "near", "POST /payments/cancel"],
    [
      "another method",
      "DELETE",
      `/orders/${hole}/items`,
      "method",
      "POST /orders/{id}/items, PUT /orders/{id}/items",
    ],
    [
      "another method of a path that could be what varies",
      "GET",
      "/payments/cancel",
      "method",
      "POST /payments/cancel",
    ],
    ["the other version's path", "POST", `/billing/${hole}/keys`, "version", "https://two.example"],
    ["a letter too few", "POST", "/payment/cancel", "near", "POST /payments/cancel"],
    ["three letters too many", "POST", "/payments/cancelled", "near", "POST /payments/cancel"],
    ["the nearer of two", "POST", "/cart", "near", "POST /carts"],
    ["the nearer of two, which is the first", "POST", "/card", "near", "POST /cards"],
    [
      "a word that is near beside what varies",
      "POST",
      `/orders/${hole}/item`,
      "near",
      "POST /orders/{id}/items",
    ],
    [
      "another method of a path with a slash behind it",
      "GET",
      "/payments/cancel/",
      "method",
      "POST /payments/cancel",
    ],
    [
      "another method of a path of which a length is known",
      "DELETE",
      `/orders/${anyCharacter}/items`,
      "method",
      "POST /orders/{id}/items, PUT /orders/{id}/items",
    ],
    ["a version within it", "POST", "/payments/v1/cancel", "none", ""],
    ["a path that ends too early", "POST", "/shop/carts", "none", ""],
    [
      "a path that ends too early, of which a middle is not known",
      "POST",
      `/shop/c${hole}s`,
      "none",
      "",
    ],
    ["a path whose beginning is another", "POST", `/shop/wa${hole}`, "none", ""],
    ["a path that lacks what varies", "POST", "/orders/item", "none", ""],
    ["a word that is four letters too long", "POST", "/payments/cancelling", "none", ""],
    ["the first of two that are as near", "POST", "/cars", "near", "POST /cards"],
    ["no path of a family", "POST", "/orders/close/everything/now", "none", ""],
    ["a word that is four letters off", "POST", "/payments/cancellation", "none", ""],
  ])("What is wrong with the path of a request is known: %s", (_name, method, path, is, right) => {
    expect(faultOf(method, path)).toEqual({ is, right });
  });
  it.each([
    ["a version within it", "POST", "/x/v1/payments/cancel"],
    ["an old base without a path", "POST", "/v0"],
    ["an old base within it", "POST", "/x/v0/payments/cancel"],
    ["a path that only begins like an old base", "POST", "/v0x/payments/cancel"],
  ])("Nothing right is named for a path with %s", (_name, method, path) => {
    expect(faultOf(method, path)).toBeUndefined();
  });
});

describe("Paths and values are shown and told", () => {
  it("A path is shown with a sign for each stretch that is not known", () => {
    expect(shown(`/a/${hole}/${anyCharacter.repeat(3)}b/c`)).toBe("/a/…/…b/c");
  });
  it("A value is one of a webhook's where its pattern says so", () => {
    expect(isSaid(first.hook, "paid")).toBe(true);
    expect(isSaid(first.hook, "prepaid")).toBe(false);
  });
});
