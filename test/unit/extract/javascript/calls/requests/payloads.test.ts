import { describe, expect, it } from "vitest";
import { readScript } from "../../../../../../dist/extract/javascript/script.js";
import { apis } from "../../../../../../dist/generated/apis.js";
import { readBy, shown } from "../../../shownPayload.js";

const cancel = "https://api.iamport.kr/payments/cancel";
const token = "https://api.iamport.kr/users/getToken";

/**
 * What the requests of a text are: the calls with their payloads, and paths of which something is to be said. Nothing but a POST
 * gets a token, so that any other method is told with the path for that.
 */
function requestsIn(code: string): string[] {
  const { calls, facts } = readBy(readScript, code, { apis, ending: ".ts" });
  return [
    ...calls.map(
      ({ name, payload, isForm }) =>
        `${name} ${payload ? shown(payload) : "nothing"}${isForm ? " as a form" : ""}`,
    ),
    ...facts.flatMap(({ terms }) => terms?.request ?? []),
  ];
}

const cancelled = ["POST /payments/cancel { x: 1 }"];
const form = ["POST /payments/cancel { x: 1 } as a form"];

describe("The method of a request is known in JavaScript", () => {
  it.each([
    ...["put", "patch", "delete"].map((name) => [
      name,
      `axios.${name}("${token}", { x: 1 });`,
      name.toUpperCase(),
    ]),
    ...["axios", "fetch", "get", "got", "ky"].map((name) => [
      `${name} alone`,
      `${name}("${token}");`,
      "GET",
    ]),
    ["get of a client", `axios.get("${token}");`, "GET"],
    ["get with options", `axios.get("${token}", options);`, "GET"],
    ["its options", `fetch("${token}", { method: "PATCH" });`, "PATCH"],
    ["its options' type", `$.ajax({ url: "${token}", type: "PUT" });`, "PUT"],
    ["its options' method", `axios({ uri: "${token}", method: "PUT" });`, "PUT"],
    ["options that say none", `fetch("${token}", { headers: {} });`, "GET"],
  ])("The method of a request is known in JavaScript by %s", (_name, code, method) => {
    expect(requestsIn(code as string)).toEqual([`${method} /users/getToken`]);
  });
  it.each([
    ["a function of another name", `load("${token}");`],
    ["options that are not known", `fetch("${token}", options);`],
    ["options of which more is not known", `fetch("${token}", { headers: {}, ...options });`],
    ["a method that is not known", `fetch("${token}", { method });`],
    ["options without an address", `axios({ method: "PUT" });`],
    ["no argument", "axios.put();"],
  ])("but not by %s", (_name, code) => {
    expect(requestsIn(code)).toEqual([]);
  });
});

describe("The body of a request is known in JavaScript", () => {
  it.each([
    ["post", `axios.post("${cancel}", { x: 1 });`],
    ["post with options behind it", `axios.post("${cancel}", { x: 1 }, { headers: {} });`],
    ["a body of a text", `fetch("${cancel}", { method: "POST", body: JSON.stringify({ x: 1 }) });`],
    ...["json", "body", "data"].map((key) => [
      `the key ${key}`,
      `got("${cancel}", { method: "POST", ${key}: { x: 1 } });`,
    ]),
    ["options behind post", `got.post("${cancel}", { json: { x: 1 } });`],
    [
      "options with a flag for JSON",
      `request.post({ uri: "${cancel}", json: true, body: { x: 1 } });`,
    ],
    ["options alone", `axios({ url: "${cancel}", method: "post", data: { x: 1 } });`],
    [
      "options alone whose address is a uri",
      `request({ uri: "${cancel}", method: "post", json: { x: 1 } });`,
    ],
    ["JSON before data", `got.post("${cancel}", { json: { x: 1 }, data: { y: 1 } });`],
  ])("The body of a request is known in JavaScript by %s", (_name, code) => {
    expect(requestsIn(code as string)).toEqual(cancelled);
  });
  it.each([
    ["the key form", `got.post("${cancel}", { form: { x: 1 } });`],
    ["URLSearchParams", `axios.post("${cancel}", new URLSearchParams({ x: 1 }));`],
    ["qs", `axios.post("${cancel}", qs.stringify({ x: 1 }));`],
    ["Qs", `axios.post("${cancel}", Qs.stringify({ x: 1 }));`],
    ["querystring", `axios.post("${cancel}", querystring.stringify({ x: 1 }));`],
    ["param of jQuery", `axios.post("${cancel}", $.param({ x: 1 }));`],
    ["an imported stringify", `axios.post("${cancel}", stringify({ x: 1 }));`],
    ["jQuery's post", `$.post("${cancel}", { x: 1 });`],
    ["jQuery's post by its other name", `jQuery.post("${cancel}", { x: 1 });`],
    ["jQuery's ajax", `$.ajax({ url: "${cancel}", type: "POST", data: { x: 1 } });`],
    [
      "a header",
      `axios.post("${cancel}", { x: 1 }, { headers: { "content-type": "application/x-www-form-URLENCODED" } });`,
    ],
    [
      "a header among options",
      `got.post("${cancel}", { body: { x: 1 }, headers: { a: "application/x-www-form-urlencoded" } });`,
    ],
  ])("The body of a request is known in JavaScript as a form by %s", (_name, code) => {
    expect(requestsIn(code)).toEqual(form);
  });
  it("which is JSON whatever a header says, where the key or the writer says so", () => {
    const headers = `headers: { a: "x-www-form-urlencoded" }`;
    expect(requestsIn(`got.post("${cancel}", { json: { x: 1 }, ${headers} });`)).toEqual(cancelled);
    expect(
      requestsIn(`got.post("${cancel}", { body: JSON.stringify({ x: 1 }), ${headers} });`),
    ).toEqual(cancelled);
  });
  it("but not where another function makes it", () => {
    expect(requestsIn(`axios.post("${cancel}", encode({ x: 1 }));`)).toEqual([
      "POST /payments/cancel ?",
    ]);
    for (const maker of ["qs.parse", "myqs.stringify", "qs.stringifyAll", "json.stringify"]) {
      expect(requestsIn(`axios.post("${cancel}", ${maker}({ x: 1 }));`)).toEqual([
        "POST /payments/cancel ?",
      ]);
    }
  });

  it.each([
    ...["json", "form", "body", "data"].map((key) => [`${key}: { x: 1 }`, "{ x: 1 }"]),
    ["headers: {}", "nothing"],
    [`url: "a"`, "nothing"],
    [`uri: "a"`, "nothing"],
    [`data: { x: 1 }, method: "POST"`, "{ x: 1 }"],
    [`data: { x: 1 }, headers: {}`, "{ x: 1 }"],
    [`data: { x: 1 }, url: "a"`, "{ x: 1 }"],
    [`data: { x: 1 }, uri: "a"`, "{ x: 1 }"],
    [`data: { x: 1 }, json: true`, "{ x: 1 }"],
    [`data: { x: 1 }, responseType: "a"`, "{ x: 1 }"],
    [`data: { x: 1 }, amount: 1`, "{ data: { x: 1 }, amount: 1 }"],
    [`method: "card"`, `{ method: "card" }`],
    ["paymentId: 1", "{ paymentId: 1 }"],
    ["x: 1", "{ x: 1 }"],
  ])("and { %s } behind an address is taken for options, or for a body", (options, payload) => {
    expect(requestsIn(`axios.post("${cancel}", { ${options} });`)[0]).toMatch(
      new RegExp(`^POST /payments/cancel ${payload.replace(/[{}?.]/g, "\\$&")}(?: as a form)?$`),
    );
  });
});
