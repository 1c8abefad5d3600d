import { describe, expect, it } from "vitest";
import { paylint } from "../../../support/command.js";

describe("paylint explain", () => {
  it("paylint explain finds the rule, with why and where the message was seen, in both languages", async () => {
    const { stdout } = await paylint(["explain", "M_redirect_url 파라메터", "세팅이 필요합니다"]);
    expect(stdout).toMatch(/^checkout\/redirect-url {2}\S/);
    expect(stdout).toContain("(seen: portone-io/portone_flutter#74)");
    expect(stdout).toContain("npx paylint rules checkout/redirect-url");
    expect((await paylint(["explain", "ALREADY_PAID", "--locale", "ko"])).stdout).toMatch(
      /[가-힣]/,
    );
  });

  it("paylint explain says so where no rule is known, and asks for a text where there is none", async () => {
    expect((await paylint(["explain", "no such thing"])).stdout).toMatch(/^No rule is known/);
    expect((await paylint(["explain"])).stderr).toMatch(/^paylint: name the error message/);
  });
});
