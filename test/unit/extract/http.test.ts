import { describe, expect, it } from "vitest";
import { readHttp } from "../../../dist/extract/http.js";
import { parse } from "../../../dist/extract/javascript/syntax/parse.js";
import { apis } from "../../../dist/generated/apis.js";
import { callKinds } from "../../../dist/generated/callKinds.js";
import { noTables } from "../../../src/extract/calls.js";
import { address, again, found, linted } from "./shared.js";

const rules = async (text: string, filename = "a.http") =>
  (await found(filename, text)).map((line) => line.replace(/^\S+ /, ""));

const amountIsText = ["shape/type /amount"];
const path = "/subscribe/payments/again";

describe("A request without its host is PortOne's", () => {
  it.each([
    ["where its path is of no other service", `POST ${path}\n\n${again()}`],
    ["where a header says so", `POST ${path} HTTP/1.1\nHost: api.iamport.kr\n\n${again()}`],
    ["in the line ends of Windows", `POST ${path}\r\nX: y\r\n\r\n${again()}\r\n`],
  ])("A request without its host is PortOne's %s", async (_name, text) => {
    expect(await rules(text)).toEqual(amountIsText);
  });

  const receipt = 'POST /receipts/{imp_uid}\n\n{ "identifier": 1 }\n';

  it.each([
    ["the address of its API", `# https://api.iamport.kr\n`],
    ["its name", `# PortOne\n`],
    ["its Korean name", `# 포트원 현금영수증\n`],
    ["another of its paths", `POST ${path}\n\n${again("1000")}\n\n###\n`],
  ])(
    "A request whose path can be another's is PortOne's only if the file shows %s",
    async (_name, head) => {
      expect(await rules(head + receipt)).toContain("shape/type /identifier");
      expect((await linted("a.http", receipt)).calls).toBe(0);
    },
  );

  it("A request without its host in a document is judged by what is in the rest of it", async () => {
    const fence = `\`\`\`http\n${receipt}\`\`\`\n`;
    expect((await linted("a.md", fence)).calls).toBe(0);
    expect((await linted("a.md", `# 아임포트\n\n${fence}`)).calls).toBe(1);
  });

  it.each(["Host: shop.example", "host:shop.example", "HOST: \tshop.example"])(
    "A request without its host is not PortOne's where a header names another host: %s",
    async (header) => {
      const text = `POST ${path}\nAccept: */*\n${header}\n\n${again()}`;
      expect((await linted("a.http", text)).calls).toBe(0);
    },
  );

  it.each([
    ["another header", `X-Forwarded-Host: shop.example\n\n${again()}`],
    ["the body", "\nname=a\nhost: shop.example\n"],
  ])("What names another host in %s leaves a request PortOne's", async (_name, rest) => {
    expect((await linted("a.http", `POST ${path}\n${rest}`)).calls).toBe(1);
  });
});

it("Several requests are told apart by their first lines, too", async () => {
  const text = `POST ${address}\n\n${again()}\n\nGET https://api.iamport.kr/payments/imp_1\n\nPOST ${address}\n\n${again("1000")}\n`;
  expect((await linted("a.http", text)).calls).toBe(2);
  expect(await rules(text)).toEqual(amountIsText);
});

it("A request without a body is a call whose payload is elsewhere", async () => {
  const { unchecked } = await linted("a.http", `POST ${address}\nContent-Type: application/json\n`);
  expect(unchecked.map(({ code }) => code)).toEqual(["payload-elsewhere"]);
});

const read = (text: string) =>
  readHttp(text, { ...noTables, kinds: callKinds, apis, ending: ".http", parser: parse });

describe("A request begins at its line", () => {
  const request = `POST ${address}\n\n${again("1000")}`;
  it.each([
    ["behind a name that begins with a method", "### GET it again\n"],
    ["behind a name that touches its mark", "###POST it again\n"],
    ["behind a remark", "# @no-log\n"],
    ["behind another request", "GET https://api.iamport.kr/payments/imp_1\n\n###\n"],
    ["behind blanks", "\n \t "],
  ])("A request begins at its line %s", (_name, before) => {
    const [call, ...more] = read(before + request).calls;
    expect(more).toEqual([]);
    expect(call?.name).toBe("POST /subscribe/payments/again");
    expect(call?.span).toEqual([before.length, before.length + "POST".length]);
  });

  it("Several blanks can be between the method and the address", () => {
    expect(read(request.replace(" ", " \t ")).calls).toHaveLength(1);
  });
});

describe("The headers of a request are its lines until an empty one", () => {
  const fact = {
    what: "rest-authorization",
    value: "v1 text:Bearer ${token}",
    isSample: false,
  };
  it.each([
    ["in the line ends of Unix", "POST", "Accept: x\nAuthorization: Bearer {{token}}\n"],
    ["in the line ends of Windows", "POST", "Authorization: Bearer {{token}}\r\nAccept: x\r\n"],
    ["behind blanks", "  POST", "  Authorization: Bearer {{token}}\n"],
  ])("The headers of a request are read %s", (_name, method, headers) => {
    const start = method.indexOf("POST");
    expect(read(`${method} ${address}\n${headers}\n{}`).facts).toEqual([
      { ...fact, span: [start, start + "POST".length] },
    ]);
  });

  it("What is written like a header in the body is none", () => {
    expect(read(`POST ${address}\n\nAuthorization: Bearer a\n`).facts).toEqual([]);
  });
});

describe("The body of a request is what is behind the empty line", () => {
  it.each([
    ["a text where a header says that it is JSON", "Content-Type: text/json\n", '"a"', false],
    ["a form with blanks behind it", "", "name=json&tax_free=0  \n\n", true],
  ])("The body of a request is %s", (_name, headers, body, isForm) => {
    const [call] = read(`POST ${address}\n${headers}\n${body}`).calls;
    expect(call?.isForm).toBe(isForm);
    expect(call?.syntax).toBe(isForm ? "form" : "json");
    expect(call?.payload?.value).toEqual(isForm ? { name: "json", tax_free: "0" } : "a");
  });

  it("A request that ends with its headers sends what is elsewhere", () => {
    const { calls } = read(`POST ${address}\n\n`);
    expect(calls.map(({ payload, isForm }) => [payload, isForm])).toEqual([[undefined, false]]);
  });

  it("A body that is not JSON is told at its fault, beside what is told of the headers", () => {
    const text = `POST ${address}\nAuthorization: a\n\n{"name" "a"}`;
    const { calls, unparsable, facts } = read(text);
    const at = text.indexOf('"a"');
    expect(calls).toEqual([]);
    expect(unparsable.map(({ span }) => span)).toEqual([[at, at + 1]]);
    expect(facts).toEqual([
      { what: "rest-authorization", value: "v1 text:a", span: [0, 4], isSample: false },
      { what: "rest-body", value: "broken", span: [at, at + 1], isSample: false },
    ]);
  });

  it("A sample of a document may have a body that is not whole", async () => {
    const rest = { "rest/body": "error", "source/unparsable": "off" } as const;
    const request = `POST ${address}\n\n{"name": "a", ...}`;
    const ofFile = await linted("a.http", request, { rules: rest });
    const sample = `\`\`\`http\n${request}\n\`\`\`\n`;
    const ofSample = await linted("a.md", sample, { rules: rest });
    const unchecked = ({ unchecked }: typeof ofFile) => unchecked.map(({ code }) => code);
    expect([ofFile.calls, unchecked(ofFile)]).toEqual([1, ["unparsable"]]);
    expect(ofFile.diagnostics.map(({ rule }) => rule)).toEqual(["rest/body"]);
    expect([ofSample.calls, unchecked(ofSample)]).toEqual([1, []]);
  });
});

describe("A variable in two braces can be anything", () => {
  it("A variable can be the host of an address", async () => {
    expect(await rules(`POST {{host}}${path}\n\n${again()}`)).toEqual(amountIsText);
  });

  it("What is behind a variable in a body is at its place", async () => {
    const body = again().replace('"c-1"', "{{uid}}").replace("o-1", "{{ order.id }}");
    const text = `POST ${address}\n\n${body}\n\n###\nPOST ${address}\n\n${body}`;
    const column = body.indexOf('"9900"') + 1;
    expect(await found("a.http", text)).toEqual([
      `3:${column} shape/type /amount`,
      `8:${column} shape/type /amount`,
    ]);
  });
});
