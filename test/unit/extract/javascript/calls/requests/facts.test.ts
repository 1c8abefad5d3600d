import { describe, expect, it } from "vitest";
import { factsIn } from "../../reading.js";

const payments = "https://api.iamport.kr/payments/imp_1";
const cancel1 = "https://api.iamport.kr/payments/cancel";
const cancel2 = "https://api.portone.io/payments/a/cancel";

/** What is told of a text by the names of facts. */
const told = (code: string, ...names: string[]) =>
  factsIn(code).filter((one) => names.includes(one.split(" ")[0] as string));

describe("The header is told by which a request is signed", () => {
  const names = ["rest-authorization"];
  const get = (options: string, before = "") =>
    told(`${before} fetch("${payments}", ${options});`, ...names);
  it.each([
    ["{ headers: { Authorization: token } }", "v1 code:token at token"],
    ["{ headers: { authorization: token } }", "v1 code:token at token"],
    ["{ headers: { AUTHORIZATION: token } }", "v1 code:token at token"],
    ["{ headers: { Authorization: 'abc' } }", "v1 text:abc at 'abc'"],
    [
      "{ headers: { Authorization: `Bearer ${token}` } }",
      "v1 text:Bearer ${token} at `Bearer ${token}`",
    ],
    [
      "{ headers: { Authorization: 'Bearer ' + token } }",
      "v1 text:Bearer ${token} at 'Bearer ' + token",
    ],
    [
      "{ headers: { Authorization: `Bearer ` + a.token } }",
      "v1 text:Bearer ${a.token} at `Bearer ` + a.token",
    ],
    [
      "{ headers: { Authorization: 'Bearer '+token } }",
      "v1 text:Bearer ${token} at 'Bearer '+token",
    ],
    ["{ headers: { Authorization: '' + token } }", "v1 text:${token} at '' + token"],
    ["{ headers: { Authorization: load() } }", "v1 code:load() at load()"],
    ["{ headers: {} }", "v1 absent at fetch"],
    ["{ headers: { 'Content-Type': 'application/json' } }", "v1 absent at fetch"],
    ["{ cache: 'no-store' }", "v1 absent at fetch"],
    ["{}", "v1 absent at fetch"],
    ["{ headers: { ...more, Authorization: token } }", "v1 code:token at token"],
  ])("The header is told by which a request is signed: %s", (options, fact) => {
    expect(get(options)).toEqual([`rest-authorization ${fact}`]);
  });
  it.each([
    "{ headers }",
    "{ headers: { ...more } }",
    "{ headers: new Headers() }",
    "{ ...more, method: 'GET' }",
    "{ headers: { 'X-ImpTokenHeader': token } }",
  ])("and nothing is told of %s", (options) => {
    expect(get(options)).toEqual([]);
  });
  it("A token in the address is enough", () => {
    expect(told(`fetch("${payments}?_token=a");`, ...names)).toEqual([]);
    expect(told(`fetch("${payments}");`, ...names)).toHaveLength(1);
  });
  it("A request that needs no token is not asked for one", () => {
    expect(
      told(`fetch("https://api.iamport.kr/users/getToken", { method: "POST" });`, ...names),
    ).toEqual([]);
    expect(told(`fetch("https://api.portone.io/banks");`, ...names)).toEqual([]);
  });
  it.each(["node-fetch", "cross-fetch", "isomorphic-fetch", "isomorphic-unfetch", "undici"])(
    "What %s exports is told as fetch is",
    (module) => {
      const imported = `import * as client from "${module}"; client.fetch("${payments}", {});`;
      const byDefault = `import fetch from "${module}"; fetch("${payments}", {});`;
      expect(told(imported, ...names).concat(told(byDefault, ...names))).toHaveLength(2);
    },
  );
  it.each(["axios.get", "got", "ky", "load"])("A client such as %s may add headers", (client) => {
    expect(told(`${client}("${payments}", {});`, ...names)).toEqual([]);
    const signed = told(
      `${client}("${payments}", { method: "GET", headers: { Authorization: token } });`,
      ...names,
    );
    expect(signed).toEqual(["rest-authorization v1 code:token at token"]);
  });
});

describe("A body is told that a client does not send as it is meant", () => {
  const names = ["rest-body"];
  const json = "'Content-Type': 'application/json'";
  it.each([
    [`fetch("${cancel1}", { method: "POST", data: { a: 1 } });`, "option at data"],
    [`fetch("${cancel1}", { method: "POST", json: { a: 1 } });`, "option at json"],
    [`fetch("${cancel1}", { method: "POST", body: { a: 1 } });`, "object at { a: 1 }"],
    [`const b = { a: 1 }; fetch("${cancel1}", { method: "POST", body: b });`, "object at b"],
    [
      `fetch("${cancel1}", { method: "POST", body: JSON.stringify({ a: 1 }) });`,
      "untyped at JSON.stringify({ a: 1 })",
    ],
    [
      `fetch("${cancel1}", { method: "POST", headers: { Authorization: t }, body: JSON.stringify(b) });`,
      "untyped at JSON.stringify(b)",
    ],
    [
      `const b = JSON.stringify({ a: 1 }); fetch("${cancel1}", { method: "POST", body: b });`,
      "untyped at b",
    ],
    [`fetch("${payments}", { body: JSON.stringify(b) });`, "get at JSON.stringify(b)"],
    [`fetch("${payments}", { method: "GET", body: b });`, "get at b"],
    [`axios.post("${cancel2}", { headers: { a: 1 } });`, "options at { headers: { a: 1 } }"],
    [
      `axios.put("https://api.iamport.kr/payments/prepare", { headers: { a: 1 } });`,
      "options at { headers: { a: 1 } }",
    ],
    [
      `axios.patch("https://api.portone.io/payments/a/escrow/logistics", { headers: { a: 1 } });`,
      "options at { headers: { a: 1 } }",
    ],
    [`axios.get("${payments}", { a: 1 }, { headers: {} });`, "ignored at { headers: {} }"],
    [
      `axios.delete("https://api.portone.io/payment-schedules", { a: 1 }, { headers: {} });`,
      "ignored at { headers: {} }",
    ],
    [`axios({ url: "${cancel1}", method: "post", body: { a: 1 } });`, "data at body"],
    [`axios.request({ url: "${cancel1}", method: "post", body: { a: 1 } });`, "data at body"],
  ])("A body is told: %s", (code, fact) => {
    expect(told(code, ...names)).toEqual([`rest-body ${fact}`]);
  });
  it.each([
    `fetch("${cancel1}", { method: "POST", data: { a: 1 }, body: JSON.stringify(b), headers: { ${json} } });`,
    `fetch("${cancel1}", { method: "POST", data: { a: 1 }, ...more });`,
    `fetch("${cancel1}", { method: "POST", body: JSON.stringify(b), headers: { ${json} } });`,
    `fetch("${cancel1}", { method: "POST", body: JSON.stringify(b), headers: { "content-TYPE": "a" } });`,
    `fetch("${cancel1}", { method: "POST", body: JSON.stringify(b), headers });`,
    `fetch("${cancel1}", { method: "POST", body: b });`,
    `fetch("${cancel1}", { method: "POST", body: new URLSearchParams({ a: 1 }) });`,
    `fetch("${cancel1}", { method: "POST" });`,
    `axios.post("${cancel2}", { a: 1 });`,
    `axios.post("${cancel2}", { a: 1 }, { headers: {} });`,
    `axios.post("${cancel2}", { headers: {} }, { headers: {} });`,
    `axios.post("${cancel2}");`,
    `axios.get("${payments}", { headers: {} });`,
    `axios({ url: "${cancel1}", method: "post", data: { a: 1 }, body: 1 });`,
    `axios({ url: "${cancel1}", method: "post", body: 1, ...more });`,
    `axios({ url: "${cancel1}", method: "post", data: { a: 1 } });`,
    `got.post("${cancel1}", { body: { a: 1 } });`,
  ])("and nothing is told of %s", (code) => {
    expect(told(code, ...names)).toEqual([]);
  });
});

describe("A request with a secret is told that a browser makes", () => {
  const names = ["rest-browser"];
  const page = `document.querySelector("#pay");`;
  const signed = `axios.get("${payments}", { headers: { Authorization: token } });`;
  it.each([
    [signed, "v1 at axios.get"],
    [
      `axios.post("https://api.iamport.kr/users/getToken", { imp_key, imp_secret });`,
      "v1 at axios.post",
    ],
    [`fetch("https://api.portone.io/login/api-secret", { method: "POST" });`, "v2 at fetch"],
  ])("A request with a secret is told: %s", (code, fact) => {
    expect(told(`${page} ${code}`, ...names)).toEqual([`rest-browser ${fact}`]);
  });
  it.each([
    `axios.get("${payments}", { headers: {} });`,
    `axios.get("${payments}");`,
    `fetch("https://api.portone.io/banks");`,
    `axios.get("${payments}", { headers });`,
  ])("and nothing is told of %s", (code) => {
    expect(told(`${page} ${code}`, ...names)).toEqual([]);
  });
  it("and nothing is told of code that no browser runs", () => {
    expect(told(signed, ...names)).toEqual([]);
    expect(told(`${page} module.exports = a; ${signed}`, ...names)).toEqual([]);
  });
});

describe("A request to a host that is not PortOne's is told where it is like it", () => {
  it.each([
    ["https://api.iamport.co/payments/cancel", true],
    ["https://service.iamport.kr/payments/cancel", true],
    ["https://api.iamport.kr/payments/cancel", false],
    ["https://static-api.iamport.kr/payments/cancel", false],
    ["https://shop.example/payments/cancel", false],
  ])("A request to a host is told where it is like PortOne's: %s", (address, isTold) => {
    const code = `axios.post("${address}", { imp_uid }); use("imp_secret", "iamport");`;
    expect(told(code, "rest-path")).toEqual(isTold ? [`rest-path host at "${address}"`] : []);
  });
});
