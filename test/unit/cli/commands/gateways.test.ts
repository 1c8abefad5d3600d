import { describe, expect, it } from "vitest";
import { gateways } from "../../../../dist/generated/gateways.js";
import { paylint } from "../../../support/command.js";

describe("paylint gateways", () => {
  it("paylint gateways lists every code of both versions with its name, in both languages", async () => {
    const { stdout } = await paylint(["gateways"]);
    for (const { code, version, name } of gateways) {
      expect(stdout).toMatch(new RegExp(`  ${version}  ${code} +\\S`));
      expect(stdout).toContain(name.en);
    }
    expect((await paylint(["gateways", "--locale", "ko"])).stdout).toMatch(
      /ksnet .*\(종류 \d+개\)/,
    );
  });

  it("paylint gateways says what one gateway asks for beyond PortOne, by company or code", async () => {
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
