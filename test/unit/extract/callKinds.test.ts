import { describe, expect, it } from "vitest";
import { kindsOfGateways } from "../../../dist/extract/callKinds.js";
import { callKinds } from "../../../dist/generated/callKinds.js";
import { kinds } from "../../../dist/generated/kinds.js";

const neutral = [
  { kind: "portone.v1.cancel", gateway: "portone", calls: [], names: {} },
  {
    kind: "portone.v1.request-pay",
    gateway: "portone",
    function: "request_pay",
    callback: "portone.v1.callback",
    calls: [],
    names: { gateway: "/pg" },
  },
];

describe("The kinds of a gateway", () => {
  it("The kinds of a gateway are handed over as PortOne's are, under the gateway's name", () => {
    const [only, ...others] = kindsOfGateways(neutral, { "shop_v2.v1": "request-pay" }, []);
    expect(others).toEqual([]);
    expect(only).toEqual({ ...neutral[1], kind: "shop_v2.v1.request-pay", gateway: "shop_v2" });
  });

  it("The kinds of a gateway have the gateway's own kind of callback where there is one", () => {
    const made = kindsOfGateways(neutral, { "a.v1": "cancel request-pay", "b.v1": "request-pay" }, [
      "b.v1.callback",
    ]);
    expect(made.map(({ kind, callback }) => [kind, callback])).toEqual([
      ["a.v1.cancel", undefined],
      ["a.v1.request-pay", "portone.v1.callback"],
      ["b.v1.request-pay", "b.v1.callback"],
    ]);
  });

  it("The kinds of a gateway are all there, each once", () => {
    const ids = callKinds.map(({ kind }) => kind);
    expect(new Set(ids).size).toBe(ids.length);
    const others = Object.keys(kinds).filter((kind) => !ids.includes(kind));
    const names = [...new Set(others.map((kind) => kind.split(".")[2]))].sort();
    // What arrives from PortOne is handed over by nobody.
    expect(names).toEqual(["callback", "payment", "response", "webhook"]);
  });
});
