import { guard, PaylintError } from "paylint/guard";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { plain } from "../../support/payloads.js";

const told: string[] = [];
const spies = ["error", "warn", "info"] as const;
beforeEach(() => {
  told.length = 0;
  for (const name of spies) {
    vi.spyOn(console, name).mockImplementation((text: string) => void told.push(`${name} ${text}`));
  }
});
afterEach(() => vi.restoreAllMocks());

/** A stand-in for `IMP`, whose methods need their `this`, as the SDK's do. */
class StandIn {
  readonly opened: unknown[] = [];
  code = "";
  init(code: string) {
    this.code = code;
  }
  request_pay(payload: unknown, done?: (result: object) => void): unknown {
    this.opened.push(payload);
    done?.({ imp_uid: "imp_1" });
    return undefined;
  }
  loadUI(type: string, payload: unknown) {
    this.opened.push([type, payload]);
  }
}

const options = { enabled: true, gateway: "ksnet", locale: "en" } as const;
/** Until the rules are loaded. */
const settled = () => vi.waitFor(() => Promise.resolve());
const wrong = { ...plain, amount: "1" };

describe("guard of the V1 SDK", () => {
  it("The guard tells what is wrong with a call before the window opens, and opens it", async () => {
    const sdk = new StandIn();
    const IMP = guard(sdk, options);
    await IMP.request_pay(wrong);
    expect(told).toEqual([
      expect.stringMatching(
        /^error paylint: request_pay \(ksnet\.v1\.request-pay\): 1 finding\n {2}error shape\/type {2}amount is "1"/,
      ),
    ]);
    expect(sdk.opened).toEqual([wrong]);
    sdk.request_pay = () => expect(told).toHaveLength(2);
    IMP.request_pay(wrong);
    expect.assertions(3);
  });

  it("The guard says nothing of a call in order, and hands over callback and result", async () => {
    const sdk = new StandIn();
    const results: object[] = [];
    await guard(sdk, options).request_pay(plain, (result) => results.push(result));
    expect([told, sdk.opened, results]).toEqual([[], [plain], [{ imp_uid: "imp_1" }]]);
  });

  it("The guard is the SDK itself where it is not enabled", () => {
    const sdk = new StandIn();
    expect(guard(sdk, { ...options, enabled: false })).toBe(sdk);
  });

  it("The guard leaves the other functions and values as they are", () => {
    const sdk = new StandIn();
    const IMP = guard(sdk, options);
    IMP.init("imp00000000");
    expect(sdk.code).toBe("imp00000000");
    expect(IMP.code).toBe("imp00000000");
    expect(IMP.init).toBe(IMP.init);
    expect(Object.keys(IMP)).toEqual(Object.keys(sdk));
    expect("request_pay" in IMP).toBe(true);
    expect(IMP).toBeInstanceOf(StandIn);
  });

  it("The guard holds a call with an error back only where it is told to", async () => {
    const sdk = new StandIn();
    const IMP = guard(sdk, { ...options, block: true });
    await expect(IMP.request_pay(wrong)).rejects.toBeInstanceOf(PaylintError);
    await expect(IMP.request_pay(wrong)).rejects.toMatchObject({ kind: "ksnet.v1.request-pay" });
    expect(sdk.opened).toEqual([]);
    await IMP.request_pay({ ...plain, tax_free: undefined });
    expect(sdk.opened).toHaveLength(1);
  });

  it("The guard judges by what the call says, then its channel, then the gateway given, else by PortOne's own", async () => {
    const kindOf = async (payload: object, some: object) => {
      told.length = 0;
      await guard(new StandIn(), { ...options, ...some }).request_pay(payload);
      return told.map((text) => /\((\S+)\)/.exec(text)?.[1]);
    };
    const { channelKey: _, bypass: __, ...without } = wrong as Record<string, unknown>;
    expect(await kindOf({ ...without, pg: "ksnet.1" }, { gateway: "nice" })).toEqual([
      "ksnet.v1.request-pay",
    ]);
    const channels = { "channel-key-1": "ksnet" };
    expect(
      await kindOf({ ...without, channelKey: "channel-key-1" }, { gateway: undefined, channels }),
    ).toEqual(["ksnet.v1.request-pay"]);
    expect(
      await kindOf({ ...without, channelKey: "channel-key-2" }, { gateway: undefined, channels }),
    ).toEqual(["portone.v1.request-pay"]);
  });

  it("The guard shows no card number, and nothing of the payload beside what its messages quote", async () => {
    const memo = "5555-5555-5555-4444";
    await guard(new StandIn(), options).request_pay({ ...wrong, name: memo, [memo]: 1 });
    expect(told.join()).toContain("pci/test-card-number");
    expect(told.join()).not.toContain("5555-5555");
  });

  it("The guard speaks Korean where it is asked to", async () => {
    await guard(new StandIn(), { ...options, locale: "ko" }).request_pay(wrong);
    expect(told[0]).toMatch(/: 1건\n {2}오류 shape\/type {2}amount\(결제금액\)/);
  });

  it("The guard passes on what is no payload at all", async () => {
    const sdk = new StandIn();
    const IMP = guard(sdk, { enabled: true, locale: "en" });
    for (const odd of [undefined, null, 1, "x", () => 1, { toJSON: 1 }]) await IMP.request_pay(odd);
    expect(sdk.opened).toHaveLength(6);
  });
});

describe("guard of the V2 SDK", () => {
  /** A module is frozen, and its functions need no `this`. */
  const sdk = Object.freeze({
    __proto__: null,
    requestPayment: async (request: unknown) => ({ request, txId: "1" }),
    version: 2,
  });
  const request = {
    storeId: "store-1",
    channelKey: "channel-key-1",
    paymentId: "p",
    orderName: "a",
    totalAmount: "1000",
    currency: "KRW",
    payMethod: "CARD",
  };

  it("The guard of V2 tells what is wrong, and gives what the SDK gives", async () => {
    const PortOne = guard(sdk, { enabled: true, locale: "en" });
    const { txId } = await PortOne.requestPayment(request);
    expect(txId).toBe("1");
    expect(told[0]).toMatch(/^error paylint: requestPayment \(portone\.v2\.request-payment\): /);
    expect(told[0]).toContain("totalAmount");
    expect(PortOne.version).toBe(2);
  });

  it("The guard of V2 rejects a call that is held back", async () => {
    const PortOne = guard(sdk, { enabled: true, block: true });
    await expect(PortOne.requestPayment(request)).rejects.toBeInstanceOf(PaylintError);
  });
});

it("The guard checks the payload as it was handed over, though it changes while the rules are loaded", async () => {
  const sdk = new StandIn();
  const payload: Record<string, unknown> = { ...wrong };
  const done = guard(sdk, options).request_pay(payload);
  payload.amount = 1;
  await done;
  await settled();
  expect(told).toHaveLength(1);
});
