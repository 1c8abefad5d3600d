import { describe, expect, it } from "vitest";
import { apis } from "../../../../../dist/generated/apis.js";
import { callKinds } from "../../../../../dist/generated/callKinds.js";
import { sdks } from "../../../../../dist/generated/sdks.js";
import { noTables } from "../../../../../src/extract/calls.js";
import { readCode } from "../../../../../src/extract/javascript/script.js";
import { parse } from "../../../../../src/extract/javascript/syntax/parse.js";
import { known, knownPayload, read } from "../reading.js";

const sample = { isSample: true };
const options = { ...noTables, kinds: callKinds, sdks, ending: ".ts", parser: parse };

describe("A sample is read as a part of a function, too", () => {
  it.each([
    "return IMP.request_pay({ a: 1 });",
    "await x; return IMP.request_pay({ a: 1 });",
    `import IMP from "iamport";\nreturn IMP.request_pay({ a: 1 });`,
    `  import { a } from "b"\nreturn IMP.request_pay({ a: 1 });`,
    `import "./style.css";\nreturn IMP.request_pay({ a: 1 });`,
    `import type { A } from 'b' ;\nreturn IMP.request_pay({ a: 1 });`,
    "export const a = 1;\nreturn IMP.request_pay({ a: 1 });",
    "export default a;\nreturn IMP.request_pay({ a: 1 });",
    "\texport\tconst a = 1;\nreturn IMP.request_pay({ a: 1 });",
    "return IMP.request_pay({ a: 1, ... });",
  ])("A sample is read as a part of a function: %j", (text) => {
    expect(knownPayload(text, sample)).toMatch(/^\{ a: 1(?:, …)? \}$/);
    expect(read(text).calls).toEqual([]);
    const { span } = read(text, sample).calls[0] ?? { span: [0, 0] };
    expect(text.slice(...span)).toMatch(/^IMP\.request_pay\(\{/);
  });
  it("What a sample leaves out is known in a part of a function, too", () => {
    expect(knownPayload("return IMP.request_pay({ a: 1, /* ... */ });", sample)).toBe(
      "{ a: 1, … }",
    );
    expect(knownPayload("return IMP.request_pay({ a: 1, /* one */ });", sample)).toBe("{ a: 1 }");
  });
  it("A body of a function is read with its own places", () => {
    const text = "return IMP.request_pay({ a: 1 });";
    const [call] = read(text, { isBody: true }).calls;
    expect(call && text.slice(...call.span)).toBe("IMP.request_pay({ a: 1 })");
  });
  it("What a template language decides is told by the places of the body", () => {
    const text = "return IMP.request_pay({ a: 1, b: 2 });";
    const controls = (from: string) => [[text.indexOf(from), text.indexOf(from) + 1] as const];
    const { calls } = readCode(text, controls(","), { ...options, isBody: true });
    expect(known(calls[0]?.payload?.value)).toBe("{ a: ?, b: ?, … }");
    const { calls: others } = readCode(text, controls("r"), { ...options, isBody: true });
    expect(known(others[0]?.payload?.value)).toBe("{ a: 1, b: 2 }");
  });
});

describe("Code is read that may hand a payload on to another file of the project", () => {
  const module = "export const send = (a) => IMP.request_pay({ a });";
  const sent = (code: string, name = "merchant_uid") =>
    read(`${code} const ${name} = 1;`, {
      moduleOf: () => ({ file: "m.js", text: module }),
    }).calls.length;
  it.each([
    `import { send } from "./m.js"; send(1);`,
    `import { send } from '../m.js'; send(1);`,
    `import{send}from"./m.js"; send(1);`,
    `import { send } from "@/m.js"; send(1);`,
    `import { send } from "~/m.js"; send(1);`,
    `import { send } from "#/m.js"; send(1);`,
    `import { send } from "src/m.js"; send(1);`,
    `const { send } = require("./m.js"); send(1);`,
    `const { send } = require ( "./m.js" ); send(1);`,
    `const { send } = await import("./m.js"); send(1);`,
  ])("Code is read that may hand a payload on: %s", (code) => {
    expect(sent(code)).toBe(1);
    expect(sent(code, "paymentId")).toBe(1);
    expect(sent(code, "other")).toBe(0);
  });
  it.each([
    `import { send } from "m.js"; send(1);`,
    `import { send } from ".m.js"; send(1);`,
    `import { send } from "source/m.js"; send(1);`,
    `const { send } = demand("./m.js"); send(1);`,
  ])("and other code is not: %s", (code) => {
    expect(sent(code)).toBe(0);
  });
  it("A file of TypeScript is read as that", () => {
    const typed = (file: string) =>
      read(`import { send } from "./m"; send(1); const merchant_uid = 1;`, {
        moduleOf: () => ({
          file,
          text: "export const send = <T,>(a: T) => IMP.request_pay({ a: <any>a });",
        }),
      }).calls.length;
    expect(typed("m.ts")).toBe(1);
    expect(typed("m.tsx")).toBe(0);
  });
});

describe("Code is not read that holds no telling word", () => {
  it("Code is not read that holds no telling word", () => {
    expect(read("pay({ a: 1 b: 2 });").unparsable).toEqual([]);
    expect(read("const a = 1;").calls).toEqual([]);
    const address = `const address = "https://api.iamport.kr/none";`;
    expect(read(address, { apis }).addresses).toEqual([
      { text: "https://api.iamport.kr/none", span: [16, 45] },
    ]);
  });
  it.each([
    [`const a = "https://a.example/x"; request_pay();`, ["https://a.example/x"]],
    [`const a = "http://a.example/x"; request_pay();`, ["http://a.example/x"]],
    [`const a = "//a.example/x"; request_pay();`, ["//a.example/x"]],
    [`const a = "ftp://a.example/x"; request_pay();`, []],
    [`const a = "see https://a.example/x"; request_pay();`, []],
    ["const a = `https://a.example/x`; request_pay();", []],
  ])("The addresses of a script are told: %s", (code, addresses) => {
    expect(read(code).addresses.map(({ text }) => text)).toEqual(addresses);
  });
});

describe("Code that no parser understands is told with the reason", () => {
  it.each([
    ["IMP.request_pay({ a: 1 b: 2 })", true],
    ["IMP.request_pay(order order)", true],
    ["IMP.request_pay (order order)", true],
    ["IMP.request_pay.call(IMP, a b)", true],
    ["PortOne.requestPayment(order order)", true],
    ["IMP.loadUI('a' order)", true],
    ["it's done\nIMP.request_pay(order order)", true],
    ["// it's done\nIMP.request_pay(order order) // isn't it", true],
    ["my_request_pay(order order)", false],
    ["$request_pay(order order)", false],
    ["request_payment(order order)", false],
    ["request_pay order order", false],
    [`"a \\" request_pay(" b c`, false],
    ["'a \\' request_pay(' b c", false],
    ["`a \\` request_pay(\n` b c", false],
    [`"a" request_pay(order order) "b"`, true],
    ["'a' request_pay(order order) 'b'", true],
    ["`a` request_pay(order order) `b`", true],
    ["/* a */ request_pay(order order) /* b */", true],
    ["/* a\n request_pay(b */ b c", false],
    [`// "https://api.iamport.kr/payments/cancel"\na b`, false],
    [`post('https://api.iamport.kr/payments/cancel' {})`, true],
    ["post(`https://api.iamport.kr/payments/cancel` {})", true],
    [`post("https://api.iamport.kr/payments/cancel" {})`, true],
    [`post("https://shop.example/payments/cancel" {})`, false],
    [`post("a" {}) "https://api.iamport.kr/payments/cancel"`, true],
    [`post("https://api.iamport.kr/payments/cancel" {}); use("a")`, true],
  ])("Code that no parser understands is told: %s", (code, isTold) => {
    expect(read(code).unparsable).toHaveLength(isTold ? 1 : 0);
  });
  it("Code that no parser understands is told of no SDK where there is none", () => {
    expect(read("IMP.request_pay(a b)", { sdks: [] }).unparsable).toEqual([]);
    expect(read("(a b) // /payments/cancel", { sdks: [] }).unparsable).toEqual([]);
  });
  it("The reason is what the parser says, or that there is too much nesting", () => {
    const [syntax] = read("IMP.request_pay({ a: 1 b: 2 })").unparsable;
    expect(syntax?.reason).toMatchObject({ ko: "구문 오류" });
    const [deep] = read("IMP.request_pay(a)", {
      parser: () => ({ reason: "nested too deeply" }),
    }).unparsable;
    expect(deep?.reason).not.toMatchObject({ ko: "구문 오류" });
    const [silent] = read("IMP.request_pay(a)", { parser: () => ({ reason: "" }) }).unparsable;
    expect(silent).toMatchObject({ span: [0, 1], reason: { en: "a syntax error" } });
  });
});
