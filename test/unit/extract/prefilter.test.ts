import { describe, expect, it } from "vitest";
import { mayHoldCalls } from "../../../dist/extract/prefilter.js";

type Format = Parameters<typeof mayHoldCalls>[1];

const page = { language: "javascript" } as Format;
const server = { isServer: true, language: "java" } as Format;
const document = { language: "markdown" } as Format;

const mayHold = (text: string, format: Format) => mayHoldCalls(Buffer.from(text), format);

describe("A file is read as text where it may hold calls", () => {
  it.each<[name: string, text: string, inPage: boolean, inServer: boolean, inDocument: boolean]>([
    ["nothing of payments", "const a = { amount: 1 };", false, false, false],
    ["a function of an SDK", "x.request_pay(a)", true, false, true],
    ["a key of most payloads", "({ merchant_uid: 1 })", true, true, true],
    ["a path of the API", "/subscribe/payments/again", true, true, true],
    ["a host of the API", "https://api.portone.io", true, true, true],
    ["a host of the API in capital letters", "https://API.PORTONE.IO", false, true, true],
    ["a name of the service", "my portOne client", false, true, true],
    ["a Korean name of the service", "포트원 결제", false, true, true],
    ["a directive", "// paylint-disable", true, false, true],
    ["the name of a schema", '{ "$schema": "x" }', true, false, true],
    ["what only looks like the name of a schema", '{ "schema": "x" }', false, false, false],
  ])("A file is read as text where it holds %s", (_name, text, inPage, inServer, inDocument) => {
    expect([page, server, document].map((one) => mayHold(text, one))).toEqual([
      inPage,
      inServer,
      inDocument,
    ]);
  });

  it("A file of UTF-16 is read, whatever is in it", () => {
    const bytes = Buffer.from("\ufeffconst a = 1;", "utf16le");
    for (const format of [page, server, document]) expect(mayHoldCalls(bytes, format)).toBe(true);
  });
});
