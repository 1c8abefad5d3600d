import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { policy } from "../../docs/site/vite.config.js";
import { hasBrowser, launchBrowser, serve } from "../support/browser.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };

describe.skipIf(!hasBrowser)("the site", () => {
  let server: Server;
  let browser: Browser;
  let origin: string;
  const asked: string[] = [];

  beforeAll(async () => {
    const outDir = mkdtempSync(join(tmpdir(), "paylint-site-"));
    await build({ configFile: "docs/site/vite.config.ts", logLevel: "error", build: { outDir } });
    ({ server, origin } = serve(outDir, policy, asked));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** A page, and what its console complains of. */
  async function open(path: string, options: Parameters<Browser["newPage"]>[0] = {}) {
    const page = await browser.newPage(options);
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${origin}/${path}`);
    return { page, complaints };
  }

  const findings = (page: Page) => page.locator(".findings li").allInnerTexts();

  it.each(
    ["index.html", "issuers.html#367", "rules.html#issuer/store-details"].flatMap((path) =>
      (["phone", "desktop"] as const).flatMap((size) =>
        (["light", "dark"] as const).map((colorScheme) => ({ path, size, colorScheme })),
      ),
    ),
  )("$path is for everybody: $size, $colorScheme", async ({ path, size, colorScheme }) => {
    const { page, complaints } = await open(path, { viewport: sizes[size], colorScheme });
    await page.waitForSelector("h1");
    await page.waitForTimeout(300);
    mkdirSync("coverage/screenshots", { recursive: true });
    const name = `${path.replace(/\W+/g, "-")}-${size}-${colorScheme}.png`;
    await page.screenshot({ path: join("coverage/screenshots", name) });
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(violations).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("says what is wrong as one types, marks it and fixes it", async () => {
    const { page, complaints } = await open("index.html");
    expect(await page.locator("html").getAttribute("lang")).toBe("ko");
    await page.locator(".findings li").first().waitFor();
    expect((await findings(page)).join("\n")).toContain("상점 사업자 번호");
    expect(await page.locator("mark").allInnerTexts()).toContain('"12000"');
    await page.getByRole("button", { name: "amount 값을 숫자로 바꾸기" }).click();
    expect(await page.locator("textarea").inputValue()).toContain("amount: 12000,");
    await page.waitForFunction(
      () => !document.querySelector(".findings")?.textContent?.includes("shape/type"),
    );
    expect((await findings(page)).join("\n")).not.toContain("shape/type");
    await page.locator("textarea").fill('{ "pg": "ksnet", "amount": -1 }');
    await page.waitForFunction(() =>
      document.querySelector(".findings")?.textContent?.includes("-1"),
    );
    await page.getByRole("button", { name: "위치 보기" }).last().click();
    const selected = await page.evaluate(() => {
      const { value, selectionStart, selectionEnd } = document.querySelector(
        "textarea",
      ) as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    });
    expect(selected).toContain("-1");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("reads TypeScript and JSX, and hears comments", async () => {
    const { page, complaints } = await open("index.html?lang=en");
    const order = `channelKey: "channel-key-1", pay_method: "card", merchant_uid: makeOrderNumber(), tax_free: 0, buyer_name: "k", currency: "KRW", m_redirect_url: "https://shop.example/"`;
    const texts = [
      `const pay = (total: number): void => IMP.request_pay({ ${order}, amount: "1" } as RequestPay);`,
      `const Pay = () => <button onClick={() => IMP.request_pay({ ${order}, amount: "1" })}>pay</button>;`,
      `const total = <any>{};\nIMP.request_pay({ ${order}, amount: "1" });`,
    ];
    for (const text of texts) {
      await page.locator("textarea").fill("");
      await page.getByText("No payment request").waitFor();
      await page.locator("textarea").fill(text);
      await page.locator(".findings li").first().waitFor();
      expect(await page.locator("mark").allInnerTexts()).toEqual(['"1"']);
    }
    await page
      .locator("textarea")
      .fill(`// paylint-disable-next-line shape/type\nIMP.request_pay({ ${order}, amount: "1" });`);
    await page.getByText("Nothing is wrong.").waitFor();
    await page
      .locator("textarea")
      .fill(
        `let a;\n// paylint-disable-next-line shape/type\nIMP.request_pay({ ${order}, amount: 1 });`,
      );
    await page.locator(".findings li").first().waitFor();
    expect((await findings(page)).join()).toContain("source/unused-suppression");
    expect(await page.locator("mark").allInnerTexts()).toEqual(["paylint-disable-next-line"]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("reads pages, documents and commands", async () => {
    const { page, complaints } = await open("index.html?lang=en");
    const call = 'IMP.request_pay({ pg: "ksnet", amount: "1" });';
    const texts = [
      `<!doctype html><script>${call}</script>`,
      `<?php echo 1 ?><button onclick='${call}'>pay</button>`,
      `# Pay\n\n\`\`\`js\n${call}\n\`\`\`\n`,
    ];
    for (const text of texts) {
      await page.locator("textarea").fill("");
      await page.getByText("No payment request").waitFor();
      await page.locator("textarea").fill(text);
      await page.locator(".findings li").first().waitFor();
      expect(await page.locator("mark").allInnerTexts()).toContain('"1"');
    }
    await page
      .locator("textarea")
      .fill(
        "curl -X POST https://api.iamport.kr/payments/cancel -H 'Content-Type: application/json' -d '{\"amount\":\"1\"}'",
      );
    await page.waitForFunction(() =>
      document.querySelector(".findings")?.textContent?.includes("imp_uid"),
    );
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("offers the linter's own cases as samples", async () => {
    const { page, complaints } = await open("index.html?lang=en");
    const label = await page.locator("#samples optgroup[label='shape/type']").textContent();
    expect(label).toContain("amount as text");
    await page.locator("#samples").selectOption({ label: "amount as text" });
    await page.waitForFunction(
      (text) => document.querySelector("textarea")?.value === text,
      readFileSync("test/cases/shape/type/amount-as-text.js", "utf8"),
    );
    await page.getByText("shape/type").first().waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("narrows to an environment, by the keyboard alone", async () => {
    const { page } = await open("index.html?lang=en");
    const code =
      'IMP.request_pay({ channelKey: "channel-key-1", pay_method: "card", merchant_uid: "1", tax_free: 0, amount: 1, buyer_name: "k", currency: "KRW" })';
    await page.locator("textarea").fill(code);
    await page.waitForFunction(() =>
      document.querySelector(".findings")?.textContent?.includes("m_redirect_url"),
    );
    await page.locator("#environment").focus();
    await page.keyboard.press("ArrowDown");
    await page.getByText("Nothing is wrong.").waitFor();
    expect(await findings(page)).toEqual([]);
    await page.close();
  });

  it("puts a payload in the fragment of a link and nowhere else, and no card data", async () => {
    const { page } = await open("index.html");
    await page.locator("textarea").fill('{ "pg": "ksnet.secret-shop" }');
    // What reads an object is loaded by then.
    await page.waitForFunction(() =>
      document.querySelector(".findings")?.textContent?.includes("merchant_uid"),
    );
    const before = asked.length;
    await page.getByRole("button", { name: "링크 복사" }).click();
    const link = page.getByRole("link", { name: "이 결제 요청의 링크" });
    const address = new URL((await link.getAttribute("href")) as string);
    expect(address.search).toBe("");
    expect(asked.slice(before)).toEqual([]);
    expect(asked.join("\n")).not.toContain("secret-shop");
    const other = await open(`index.html${address.hash}`);
    expect(await other.page.locator("textarea").inputValue()).toBe('{ "pg": "ksnet.secret-shop" }');
    for (const secret of [
      '{ "name": "4111 1111 1111 1111" }',
      '{ "card_number": "1" }',
      '{ "birth": "900101" }',
    ]) {
      await page.locator("textarea").fill(secret);
      await page.getByRole("button", { name: "링크 복사" }).click();
      await page.getByText("링크를 만들지 않습니다").waitFor();
      expect(await link.count()).toBe(0);
    }
    await Promise.all([page.close(), other.page.close()]);
  });

  it("shows what a card company asks for, with a request that is in order", async () => {
    const { page } = await open("issuers.html");
    await page.getByRole("button", { name: "현대카드" }).focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("#chosen").textContent()).toContain("고객사 URL: 필수");
    expect(await page.locator("#chosen").textContent()).toContain('"businessRegistrationNumber"');
    await page.getByRole("link", { name: "검사해 보기에서 열기" }).click();
    await page.getByText("문제를 찾지 못했습니다.").waitFor();
    await page.close();
  });

  it("explains every rule, with a wrong request that breaks it", async () => {
    const { page } = await open("rules.html?lang=en#issuer/krw-only");
    const rule = page.locator("details[open]");
    await rule.getByRole("heading", { name: "Wrong" }).waitFor();
    await rule.getByRole("link", { name: "Open in the playground" }).first().click();
    await page.locator(".findings li").first().waitFor();
    const found = await findings(page);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("issuer/krw-only");
    await page.goto(`${origin}/rules.html?lang=en#callback/removed-field`);
    await page.reload();
    const other = page.locator("details[open]");
    await other.getByRole("link", { name: "Open in the playground" }).first().click();
    await page.getByText("callback/removed-field").waitFor();
    expect(await page.locator("#kind").inputValue()).toBe("portone.v1.callback");
    await page.locator("#kind").selectOption("ksnet.v1.prepare");
    await page.getByText("shape/unknown-property").first().waitFor();
    await page.close();
  });
});
