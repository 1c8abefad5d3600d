import { issuers } from "paylint/ksnet/v1";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LanguageServer } from "./languageServer.js";

const server = new LanguageServer();
beforeAll(() => server.start());
afterAll(() => server.stop());

const imports = 'import { defineRequestPay, type RequestPay } from "paylint/ksnet/v1";\n';
const codes = issuers.map(({ code }) => code).sort();
const completed = async (text: string) =>
  (await server.completions(imports + text)).map((label) => label.replace(/["?]/g, "")).sort();

describe("an editor completes the codes of the card companies", () => {
  it.each([
    ["in a payload given to defineRequestPay", 'defineRequestPay({ card: { direct: { code: "|'],
    ["behind the first digits", 'defineRequestPay({ card: { direct: { code: "36|" } } });'],
    [
      "beside other properties",
      'defineRequestPay({ pg: "ksnet", amount: 1, card: { direct: { code: "|" } } });',
    ],
    [
      "in a payload of type RequestPay",
      'const p: RequestPay = { card: { direct: { code: "|" } } };',
    ],
  ])("An editor completes the codes of the card companies %s", async (_where, text) => {
    expect(await completed(text)).toEqual(codes);
  });
});

it("An editor completes the keys of a payload", async () => {
  expect(await completed("defineRequestPay({ | })")).toEqual(
    expect.arrayContaining(["amount", "buyer_name", "card", "m_redirect_url", "tax_free"]),
  );
});

it.each(["tax_free: 0", "amount: 1", 'pay_method: "card"', 'currency: "KRW"', "escrow: true"])(
  "An editor shows of %s its type, and no type that only marks it",
  async (property) => {
    const shown = await server.hover(`${imports}defineRequestPay({ |${property} });`);
    expect(shown).toMatch(new RegExp(`\\(property\\) \\w+\\.${property.split(":")[0]}\\??: `));
    expect(shown).not.toContain("Property<");
  },
);

it("An editor shows of a card company's code nothing but the code", async () => {
  const shown = await server.hover(
    `${imports}const p = defineRequestPay({ card: { direct: { |code: "367" } } });`,
  );
  expect(shown).toContain("code");
  expect(shown).not.toContain("Property<");
});
