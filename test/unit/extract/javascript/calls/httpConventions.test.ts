import { describe, expect, it } from "vitest";
import { known, read } from "../reading.js";

const cancel = "https://api.iamport.kr/payments/cancel";

/** The requests of a text, each with its payload, and with the place of the text that decides it. */
const requests = (text: string) =>
  read(text).calls.map(
    ({ name, payload, span }) =>
      `${name} ${payload ? known(payload.value) : "nothing"} at ${text.slice(...span).replace(/\(.*$/s, "()")}`,
  );

describe("A request is found by the function that makes it", () => {
  it.each([
    [`axios({ url: "${cancel}", method: "post", data: { a: 1 } })`, "axios()"],
    [`axios.post("${cancel}", { a: 1 })`, "axios.post()"],
    [`fetch("${cancel}", { method: "POST", body: { a: 1 } })`, "fetch()"],
    [`got.post("${cancel}", { json: { a: 1 } })`, "got.post()"],
    [`got("${cancel}", { method: "POST", json: { a: 1 } })`, "got()"],
    [`ky("${cancel}", { method: "POST", json: { a: 1 } })`, "ky()"],
    [`$.ajax({ url: "${cancel}", type: "POST", data: { a: 1 } })`, "$.ajax()"],
    [`request({ uri: "${cancel}", method: "POST", json: { a: 1 } })`, "request()"],
    [`client.post("${cancel}", { a: 1 })`, "client.post()"],
    [`this.http.post("${cancel}", { a: 1 })`, "this.http.post()"],
    [`send("${cancel}", { method: "POST", body: { a: 1 } })`, "send()"],
  ])("A request is found: %s", (code, at) => {
    expect(requests(`${code};`)).toEqual([`POST /payments/cancel { a: 1 } at ${at}`]);
  });
  it.each(["delete", "patch", "put"])("A request is found by the method %s", (method) => {
    expect(requests(`axios.${method}("${cancel}", { a: 1 });`)).toEqual([]);
    const path = "https://api.portone.io/payment-schedules";
    expect(requests(`axios.${method}("${path}", { data: { a: 1 } });`)).toEqual(
      method === "delete" ? ["DELETE /payment-schedules { a: 1 } at axios.delete()"] : [],
    );
  });

  const inFunction = (client: string) =>
    requests(`const pay = (url, a) => ${client}; pay("${cancel}", 1);`);
  it.each([
    "axios({ url, method: 'post', data: { a } })",
    "axios.post(url, { a })",
    "fetch(url, { method: 'POST', body: { a } })",
    "got(url, { method: 'POST', json: { a } })",
    "ky(url, { method: 'POST', json: { a } })",
    "request({ url, method: 'POST', json: { a } })",
    "$.ajax({ url, type: 'POST', data: { a } })",
    "client.post(url, { a })",
  ])("An address that a function is given is looked for where a client is called: %s", (client) => {
    expect(inFunction(client)).toEqual(["POST /payments/cancel { a: 1 } at pay()"]);
  });
  it.each(["put", "patch", "delete"])(
    "An address that a function is given is looked for where a client is called by %s",
    (method) => {
      const code = `const send = (url) => axios.${method}(url, { data: { a: 1 } }); send("https://api.portone.io/payment-schedules");`;
      expect(requests(code)).toEqual(
        method === "delete" ? ["DELETE /payment-schedules { a: 1 } at send()"] : [],
      );
      const escrow = `const send = (url, a) => axios.${method}(url, { a }); send("https://api.portone.io/payments/x/escrow/logistics", 1);`;
      expect(requests(escrow)).toEqual(
        method === "patch" ? ["PATCH /payments/x/escrow/logistics { a: 1 } at send()"] : [],
      );
    },
  );
  it("An address that a function is given is not looked for where another function is called", () => {
    expect(inFunction("send(url, { method: 'POST', body: { a } })")).toEqual([]);
    expect(inFunction("client[name](url, { method: 'POST', body: { a } })")).toEqual([]);
  });
});

describe("An address is whole with the base that its client has", () => {
  const base = "https://api.iamport.kr";
  it.each([
    `axios.post("/payments/cancel", { a: 1 }, { baseURL: "${base}" })`,
    `axios({ url: "/payments/cancel", method: "post", data: { a: 1 }, baseURL: "${base}" })`,
    `got.post("payments/cancel", { json: { a: 1 }, prefixUrl: "${base}" })`,
    `got.post("payments/cancel", { json: { a: 1 }, prefixUrl: "${base}/" })`,
    `$fetch("/payments/cancel", { method: "POST", body: { a: 1 }, baseUrl: "${base}" })`,
    `const api = axios.create({ baseURL: "${base}" }); api.post("/payments/cancel", { a: 1 })`,
    `const api = axios.create({ baseURL: "${base}" }); api.post("payments/cancel", { a: 1 })`,
    `const api = axios.create({ baseURL: "${base}/" }); api.post("/payments/cancel", { a: 1 })`,
    `const api = (axios.create({ baseURL: "${base}" }) as Api); api.post("/payments/cancel", { a: 1 })`,
    `const api = got.extend({ prefixUrl: "${base}" }); api.post("payments/cancel", { json: { a: 1 } })`,
    `const api = ofetch.create({ baseUrl: "${base}" }); api("/payments/cancel", { method: "POST", body: { a: 1 } })`,
    `const base = "${base}"; const api = axios.create({ baseURL: base }); api.post("/payments/cancel", { a: 1 })`,
    `const base = "${base}"; axios.post(base + "/payments/cancel", { a: 1 })`,
    `const host = "${base}"; axios.post(\`\${host}/payments/cancel\`, { a: 1 })`,
  ])("An address is whole with its base: %s", (code) => {
    const found = requests(`${code};`);
    expect(found.map((one) => one.replace(/ at .*$/, ""))).toEqual([
      "POST /payments/cancel { a: 1 }",
    ]);
  });
  it.each([
    `axios.post("/payments/cancel", { a: 1 })`,
    `const api = axios.create({ timeout: 1 }); api.post("/payments/cancel", { a: 1 })`,
    `const api = axios.create(...all); api.post("/payments/cancel", { a: 1 })`,
    `const api = axios.create(); api.post("/payments/cancel", { a: 1 })`,
    `const api = axios.create({ baseURL: "https://shop.example" }); api.post("/payments/cancel", { a: 1 })`,
    `const api = axios.create({ baseURL: "${base}" }); api.post("https://shop.example/payments/cancel", { a: 1 })`,
    `const api = axios.create({ baseURL: "${base}" }); api.post("//shop.example/payments/cancel", { a: 1 })`,
    `axios.post(5, { a: 1 })`,
  ])("and is not PortOne's without: %s", (code) => {
    expect(requests(`${code};`)).toEqual([]);
  });
});
