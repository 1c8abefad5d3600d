import { describe, expect, it } from "vitest";
import { paylint } from "../../../support/command.js";

const lines = (text: string) => text.trimEnd().split("\n");

describe("paylint compare", () => {
  it("paylint compare names the rules and keys that come with a move, and the other way those that go", async () => {
    const there = (await paylint(["compare", "alipay", "ksnet"])).stdout;
    const block = there.split("\n\n").find((one) => one.startsWith("v1.request-pay\n")) ?? "";
    expect(block).toMatch(/^ {4}\+ issuer\/site-url .*: bypass\.ksnet\.url$/m);
    const back = (await paylint(["compare", "ksnet", "alipay"])).stdout;
    const other = back.split("\n\n").find((one) => one.startsWith("v1.request-pay\n")) ?? "";
    expect(other).toMatch(/^ {4}- issuer\/site-url .*: bypass\.ksnet\.url$/m);
    expect(lines(other).filter((line) => line.startsWith("    -")).length).toBe(
      lines(block).filter((line) => line.startsWith("    +")).length,
    );
  });

  it("paylint compare names the values that only one of the two accepts, such as payment methods", async () => {
    const there = (await paylint(["compare", "html5_inicis", "nice_v2"])).stdout;
    const block = there.split("\n\n").find((one) => one.startsWith("v1.request-pay\n")) ?? "";
    expect(block).toMatch(/does not accept:\n {4}- pay_method: .*\bhappymoney\b/);
    expect(block).toMatch(/only the new gateway accepts:\n {4}\+ pay_method: .*\bskpay\b/);
    const lost = lines(block).find((line) => line.startsWith("    - pay_method: ")) ?? "";
    // Both accept cards.
    expect(lost).not.toMatch(/\bcard\b/);
  });

  it("paylint compare finds no difference of a gateway from itself", async () => {
    const { stdout } = await paylint(["compare", "ksnet", "ksnet"]);
    expect(stdout).toBe("no difference in the rules that paylint has\n");
  });

  it("paylint compare goes through the shop's own calls, and tells only what the move changes", async () => {
    const call = `IMP.request_pay({ pay_method: "card", merchant_uid: 1, amount: 1, name: "a", m_redirect_url: "https://a.example", card: { direct: { code: "367" } } });`;
    const { stdout, status } = await paylint(["compare", "alipay", "ksnet", "a.js"], {
      "a.js": call,
    });
    expect(stdout).toContain("a.js:1:1 request_pay (KSNET)");
    expect(stdout).toContain("issuer/store-details");
    // That is wrong at either gateway.
    expect(stdout).not.toMatch(/shape\/type {2}merchant_uid/);
    expect(status).toBe(1);
    const same = await paylint(["compare", "ksnet", "ksnet", "a.js"], { "a.js": call });
    expect(same.stdout).toContain("No problems in 1 payload");
    expect(same.status).toBe(0);
  });

  it("paylint compare needs two gateways", async () => {
    expect((await paylint(["compare", "ksnet"])).stderr).toMatch(/^paylint: name two gateways/);
    expect((await paylint(["compare", "ksnet", "x"])).stderr).toMatch(/unknown gateway "x"/);
  });
});
