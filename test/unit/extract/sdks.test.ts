import { describe, expect, it } from "vitest";
import {
  globalFunctions,
  lastNameOf,
  type Sdk,
  tellingKeys,
  wordsOf,
} from "../../../src/extract/sdks.js";

const sdks: Sdk[] = [
  {
    version: "v1",
    globals: ["IMP", "Imp2"],
    keys: ["pay_method", "merchant_uid"],
    values: [{ value: "user-code", name: "init" }],
    functions: [{ name: "request_pay" }, { name: "Portone.new().pay" }],
    packages: ["not-taken"],
  },
  { version: "v1", globals: ["Plain"] },
  {
    version: "v2",
    packages: ["@pay/sdk"],
    keys: ["paymentId"],
    functions: [{ name: "requestPayment" }],
  },
  { version: "v3" },
];

it.each([
  ["request_pay", "request_pay"],
  ["PortOne.requestPayment", "requestPayment"],
  ["a.b.loadUI()", "loadUI"],
  ["", ""],
])("The last name of %s is %s", (name, last) => {
  expect(lastNameOf({ name })).toBe(last);
});

describe("Code that uses an SDK has words of it", () => {
  it("The functions that scripts put into a page are those of SDKs with a global", () => {
    expect(globalFunctions(sdks)).toEqual(["request_pay", "pay"]);
  });

  it("The words of SDKs are their global functions, their values at each global, and the packages of the others", () => {
    expect(wordsOf(sdks)).toEqual([
      ...["request_pay", "pay", "IMP.init", "IMP?.init", "Imp2.init", "Imp2?.init", "@pay/sdk"],
    ]);
  });

  it("Most payloads have one of the keys of the SDKs", () => {
    expect(tellingKeys(sdks).source).toBe("pay_method|merchant_uid|paymentId");
    expect(tellingKeys(sdks)).toBe(tellingKeys(sdks));
    expect(tellingKeys([{ version: "v3" }]).test("")).toBe(false);
  });
});
