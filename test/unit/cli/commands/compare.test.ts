import { describe, expect, it } from "vitest";
import { gateways } from "../../../../dist/generated/gateways.js";
import { paylint } from "../../../support/command.js";

const lines = (text: string) => text.trimEnd().split("\n");

describe("paylint gateways", () => {
  it("lists every code of both versions with its name, in both languages", async () => {
    const { stdout } = await paylint(["gateways"]);
    for (const { code, version, name } of gateways) {
      expect(stdout).toMatch(new RegExp(`  ${version}  ${code} +\\S`));
      expect(stdout).toContain(name.en);
    }
    expect((await paylint(["gateways", "--locale", "ko"])).stdout).toMatch(
      /ksnet .*\(종류 \d+개\)/,
    );
  });

  it("says what one asks for beyond PortOne, by company or code", async () => {
    const { stdout } = await paylint(["gateways", "ksnet"]);
    expect(stdout).toContain("KSNET (ksnet, v1)\nbypass keys: ksnet\n");
    expect(stdout).toContain("KSNET (ksnet, v2)\n");
    expect(stdout).toMatch(/^ {4}issuer\/site-url .*: bypass\.ksnet\.url$/m);
    expect(stdout).toMatch(/^ {4}pay_method: card, vbank/m);
    expect((await paylint(["gateways", "kcp"])).stdout).toContain("bypass.skin_indx: 1 to 11\n");
    expect(stdout).not.toContain("source/duplicate-key");
    expect((await paylint(["gateways", "html5_inicis"])).stdout).toContain("(html5_inicis, v1)");
    expect(await paylint(["gateways", "ksent"])).toMatchObject({
      status: 2,
      stderr: 'paylint: unknown gateway "ksent"; did you mean ksnet?\n',
    });
  });
});

describe("paylint compare", () => {
  it("names the rules and keys that come with a move, and the other way those that go", async () => {
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

  it("names the values that only one of the two accepts, such as payment methods", async () => {
    const there = (await paylint(["compare", "html5_inicis", "nice_v2"])).stdout;
    const block = there.split("\n\n").find((one) => one.startsWith("v1.request-pay\n")) ?? "";
    expect(block).toMatch(/does not accept:\n {4}- pay_method: .*\bhappymoney\b/);
    expect(block).toMatch(/only the new gateway accepts:\n {4}\+ pay_method: .*\bskpay\b/);
    const lost = lines(block).find((line) => line.startsWith("    - pay_method: ")) ?? "";
    // Both accept cards.
    expect(lost).not.toMatch(/\bcard\b/);
  });

  it("finds no difference of a gateway from itself", async () => {
    const { stdout } = await paylint(["compare", "ksnet", "ksnet"]);
    expect(stdout).toBe("no difference in the rules that paylint has\n");
  });

  it("goes through the shop's own calls, and tells only what the move changes", async () => {
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

  it("needs two gateways", async () => {
    expect((await paylint(["compare", "ksnet"])).stderr).toMatch(/^paylint: name two gateways/);
    expect((await paylint(["compare", "ksnet", "x"])).stderr).toMatch(/unknown gateway "x"/);
  });
});

describe("paylint explain", () => {
  it("finds the rule, with why and where the message was seen, in both languages", async () => {
    const { stdout } = await paylint(["explain", "M_redirect_url 파라메터", "세팅이 필요합니다"]);
    expect(stdout).toMatch(/^checkout\/redirect-url {2}\S/);
    expect(stdout).toContain("(seen: portone-io/portone_flutter#74)");
    expect(stdout).toContain("npx paylint rules checkout/redirect-url");
    expect((await paylint(["explain", "ALREADY_PAID", "--locale", "ko"])).stdout).toMatch(
      /[가-힣]/,
    );
  });

  it("says so where nothing is known, and asks for a text where there is none", async () => {
    expect((await paylint(["explain", "no such thing"])).stdout).toMatch(/^No rule is known/);
    expect((await paylint(["explain"])).stderr).toMatch(/^paylint: name the error message/);
  });
});
