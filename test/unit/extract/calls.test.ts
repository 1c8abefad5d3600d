import { describe, expect, it } from "vitest";
import type { Api } from "../../../src/extract/apis.js";
import {
  type CallKind,
  hookPatterns,
  kindsCalled,
  literally,
  nameOfPath,
  namesService,
  noTables,
  serviceWords,
  tellingWords,
  wordsAround,
} from "../../../src/extract/calls.js";
import type { Sdk } from "../../../src/extract/sdks.js";

const service = {
  hosts: ["api.pay.example"],
  names: ["payco"],
  ownPaths: ["/own/"],
  keys: "snake_case" as const,
  secrets: [],
};
const kind = (path: string): CallKind => ({
  kind: `a.v1${path}`,
  gateway: "a",
  calls: [{ method: "POST", path }],
  service,
  names: {},
});
const kinds = [kind("/payments/cancel"), kind("/own/{id}"), kind("/own/{id}/cancel")];

const called = (text: string, written = text, file = "") =>
  kindsCalled(kinds, "post", { text, written, file }).map((one) => one.kind);

describe("A REST call is recognised by the service that the tables name", () => {
  it.each([
    ["https://api.pay.example/payments/cancel", ["a.v1/payments/cancel"]],
    ["//api.pay.example:443/payments/cancel?a=1", ["a.v1/payments/cancel"]],
    ["https://api.pay.example/own/7", ["a.v1/own/{id}"]],
    ["https://api.pay.example/own/", []],
    ["https://api.pay.example/own/7/cancel", ["a.v1/own/{id}/cancel"]],
    ["https://api.pay.example/own//cancel", []],
    ["https://api-pay.example/payments/cancel", []],
    ["https://api.pay.example.evil.example/payments/cancel", []],
    ["https://shop.example/payments/cancel", []],
    ["\ue000/own/7", ["a.v1/own/{id}"]],
    ["\ue000/payments/cancel", []],
    ["https://api.pay.example//payments/cancel/", ["a.v1/payments/cancel"]],
    ["https://api.pay.example/payments//cancel", []],
    ["https://api.pay.example/payments/cancel/#a", ["a.v1/payments/cancel"]],
    ["see https://api.pay.example/payments/cancel", []],
    ["\ue000own/7", []],
    ["/own/7", []],
    ["", []],
  ])("The tables decide whether %s is an address of the service", (address, expected) => {
    expect(called(address)).toEqual(expected);
  });

  it("A REST call is recognised behind an unknown base when the code names the service", () => {
    const address = "\ue000/payments/cancel";
    expect(called(address, "`${PAYCO_URL}/payments/cancel`")).toHaveLength(1);
    expect(called(address, address, 'const url = "https://api.pay.example";')).toHaveLength(1);
    expect(called(address, address, 'const url = "https://api.pay.example/v2";')).toEqual([]);
    expect(called("v/payments/cancel", "`${PAYCO_URL}/payments/cancel`")).toEqual([]);
    expect(called("\ue000/payments/cancel?a=b#c\n/d", "payco")).toHaveLength(1);
  });

  it("A REST call is not recognised with another method", () => {
    const text = "https://api.pay.example/payments/cancel";
    expect(kindsCalled(kinds, "GET", { text, written: text, file: "" })).toEqual([]);
  });

  it.each([
    [`https://a.example/own/\ue000/${"\ue001".repeat(36)}?b`, "/own/…/…"],
    ["http://a.example/own#b", "/own"],
    ["http://a.example/own?b\nc", "/own"],
    ["//a.example/own", "/own"],
    ["/own//a", "/own//a"],
    ["/own/https://a/b", "/own/https://a/b"],
    ["https://a.example", ""],
  ])("The path of a REST call is shown without what is not known: %s", (address, name) => {
    expect(nameOfPath(address)).toBe(name);
  });

  it("A call without its host is recognised by what else its file has", () => {
    const isCalled = (file: string, written = "") =>
      kindsCalled(kinds, "POST", {
        ...{ text: "\ue000/payments/cancel", written, file, isRelative: true },
      }).length === 1;
    expect(isCalled("# PayCo")).toBe(true);
    expect(isCalled("POST /own/7")).toBe(true);
    expect(isCalled('"https://api.pay.example"')).toBe(false);
    expect(isCalled("", "PAYCO")).toBe(true);
  });

  it("Any of the service's own paths tells of the service, and without a name only those", () => {
    const nameless = { ...service, names: [], ownPaths: ["/other/", "/own/"] };
    const address = (text: string) => ({ text, written: "payco", file: "/own/", isRelative: true });
    const of = [
      { ...kind("/own/{id}"), service: nameless },
      { ...kind("/a"), service: nameless },
    ];
    expect(kindsCalled(of, "POST", address("\ue000/own/7"))).toEqual([of[0]]);
    expect(kindsCalled(of, "POST", { ...address("\ue000/own/7"), file: "" })).toEqual([of[0]]);
    expect(kindsCalled(of, "POST", address("\ue000/a"))).toEqual([of[1]]);
    expect(kindsCalled(of, "POST", { ...address("\ue000/a"), file: "" })).toEqual([]);
  });

  it("A kind without a service is called by no request", () => {
    const { service: _service, ...alone } = kind("/own/{id}");
    expect(kindsCalled([alone], "POST", { text: "\ue000/own/7", written: "", file: "" })).toEqual(
      [],
    );
  });
});

describe("A service is named by a text", () => {
  it.each([
    ["https://api.pay.example/a", true],
    ["x//api.pay.example", true],
    ["api.pay.example", false],
    ["see /own/7", true],
    ["/payments/cancel", false],
    ["", false],
  ])("A service is named by its host behind slashes, or by a path of its own: %s", (text, is) => {
    expect(namesService(kinds, text)).toBe(is);
  });

  it("A service with several paths of its own is named by any", () => {
    const several = { ...service, ownPaths: ["/one/", "/two/"] };
    expect(namesService([{ ...kind("/a"), service: several }], "/two/")).toBe(true);
    expect(namesService([...kinds, { ...kind("/a"), service: several }], "/two/")).toBe(true);
    const hosts = { ...service, hosts: ["one.example", "two.example"] };
    expect(namesService([{ ...kind("/a"), service: hosts }], "//two.example")).toBe(true);
    const { service: _service, ...alone } = kind("/own/{id}");
    expect(namesService([alone], "/own/")).toBe(false);
  });
});

describe("The words by which code is found", () => {
  it("The words of services are their hosts, their names and their own paths up to what varies", () => {
    const { service: _service, ...alone } = kind("/own/alone");
    expect(serviceWords([...kinds, kind("/own/x/"), alone])).toEqual([
      "api\\.pay\\.example",
      "payco",
      "/own/",
      "/own/x/",
    ]);
    const several = { ...kind("/two/a"), service: { ...service, ownPaths: ["/one/", "/two/"] } };
    expect(serviceWords([several])).toContain("/two/a");
  });

  const hook = { ids: [], says: "", values: "", senders: [], askedBy: "" };
  const api = { host: "api.pay.example", hook: { ...hook, isTold: false, words: ["imp_uid"] } };
  const told = { host: "v2.pay.example", hook: { ...hook, isTold: true, words: ["Paid.Now"] } };
  const apis = [api, told] as unknown as Api[];

  it("The words around payments are hosts, words of webhooks, secrets and what the SDKs name", () => {
    const sdks = [
      { webhook: { name: "verify" } },
      { identity: { name: "certification" }, globals: ["IMP", "Port"] },
      { identity: { name: "none" } },
      { globals: ["Other"] },
    ] as unknown as Sdk[];
    const secrets = { ...noTables.secrets, keys: ["imp_secret"] };
    expect(wordsAround({ ...noTables, apis, sdks, secrets })).toEqual([
      ...["api.pay.example", "v2.pay.example", "imp_uid", "Paid.Now", "imp_secret", "verify"],
      ...["IMP.certification", "Port.certification"],
    ]);
  });

  it("A word of a webhook has any spelling, or is a text by itself where it tells of one", () => {
    expect(hookPatterns(apis)).toEqual(["imp_?uid", `["']Paid\\.Now`]);
  });

  it("What tells of calls are paths up to what varies, without the slash at their beginning", () => {
    const telling = tellingWords({ kinds, sdks: [] });
    expect(telling.source).toBe(String.raw`payments\/cancel|own\/`);
    expect(tellingWords({ kinds, sdks: [] })).toBe(telling);
  });

  it("Letters that mean something in a pattern are taken literally", () => {
    const text = "a.b*c+d?e^f$g{h}i(j)k|l[m]n\\o";
    expect(new RegExp(`^${literally(text)}$`).test(text)).toBe(true);
    expect(literally("a.b")).toBe("a\\.b");
  });
});
