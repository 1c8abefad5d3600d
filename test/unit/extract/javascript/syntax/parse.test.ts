import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "../../../../../src/extract/javascript/syntax/parse.js";
import { parseInBrowser } from "../../../../../src/extract/javascript/syntax/parseInBrowser.js";
import { read } from "../reading.js";

describe("Code that no parser understands is told at the fault", () => {
  const parsers = { Node: parse, browser: parseInBrowser };
  it.each(Object.entries(parsers))(
    "Code that no parser understands is told at the fault with the parser of %s",
    (_name, parser) => {
      const before = fc.string({ unit: fc.constantFrom("a", "한", "é", "😀") });
      fc.assert(
        fc.property(before, (text) => {
          const code = `const name = "${text}";\nIMP.request_pay({ a: 1 b: 2 });`;
          const [fault] = read(code, { parser, ending: ".js" }).unparsable;
          expect(fault?.span[0]).toBe(code.indexOf("b: 2"));
        }),
        { numRuns: 20 },
      );
    },
  );

  it("Code that no parser understands is told also in the body of a function, as far as its own text goes", () => {
    const code = "IMP.request_pay({ a: 1 b: 2 })";
    expect(read(code, { isBody: true }).unparsable[0]?.span[0]).toBe(code.indexOf("b: 2"));
    const open = read("IMP.request_pay({ a: 1", { isBody: true }).unparsable;
    expect(open[0]?.span[0]).toBeLessThanOrEqual("IMP.request_pay({ a: 1".length);
  });
});

describe("It is told only of code that holds a payment call", () => {
  it.each([
    ["IMP.request_pay({ a: 1 b: 2 })", true],
    ["IMP?.request_pay?.(order order)", true],
    ["request_pay.call(IMP, order order)", true],
    ['fetch("https://api.iamport.kr/payments/cancel" {})', true],
    ["post(`${base}/subscribe/payments/again` {})", true],
    ["// IMP.request_pay(order)\na b", false],
    ["/* IMP.request_pay(order) */ a b", false],
    ["IMP.request_pay() opens the window", false],
    ["See request_pay in the guide", false],
    ['const name = "IMP.request_pay(order)" b', false],
    ["// https://api.iamport.kr/payments/cancel\na b", false],
    ['/* fetch("https://api.iamport.kr/payments/cancel") */ a b', false],
    ['IMP.request_pay("a" "b")', true],
    ['fetch("/payments/cancel" {})', false],
  ])(
    "Code that no parser understands is told only where it holds a payment call: %s",
    (code, isTold) => {
      expect(read(code).unparsable).toHaveLength(isTold ? 1 : 0);
    },
  );
});

describe("A file is parsed as what its ending says, and JavaScript as whatever it is", () => {
  const isParsed = (code: string, ending: string) => "root" in parse(code, ending);
  const typed = "const a: string = <string>b;";
  const element = "const a = <b />;";
  it.each([
    [".ts", true, false],
    [".mts", true, false],
    [".cts", true, false],
    [".tsx", false, true],
    [".js", true, true],
    [".jsx", true, true],
    [".mjs", true, true],
    [".vue", true, true],
  ])("A file is parsed as what its ending says: %s", (ending, takesTypes, takesElements) => {
    expect([isParsed(typed, ending), isParsed(element, ending)]).toEqual([
      takesTypes,
      takesElements,
    ]);
    expect(isParsed("const a: string = b;", ending)).toBe(true);
  });
  it("A script is parsed where a module is not", () => {
    expect(isParsed("with (a) b();", ".js")).toBe(true);
    expect(isParsed("import a from 'b';", ".js")).toBe(true);
  });
  it("The first fault is told, with its place", () => {
    expect(parse("const = 1;", ".ts")).toMatchObject({ at: 6 });
    expect(parse("a b", ".js")).toMatchObject({ reason: expect.stringMatching(/./) });
  });
});
