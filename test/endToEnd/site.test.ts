import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answers } from "../../dist/generated/answers.js";
import { rules } from "../../dist/generated/rules.js";
import { escapeHtml } from "../../docs/site/src/markup.js";
import { policy } from "../../docs/site/vite.config.js";
import { hasBrowser, launchBrowser, serve } from "../support/browser.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };

describe.skipIf(!hasBrowser)("the site", () => {
  let server: Server;
  let browser: Browser;
  let origin: string;
  let folder: string;
  const asked: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "paylint-site-"));
    await build({
      configFile: "docs/site/vite.config.ts",
      logLevel: "error",
      build: { outDir: folder },
    });
    ({ server, origin } = serve(folder, policy, asked));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** A page, and what its console complains of. */
  async function open(path: string, options: Parameters<Browser["newPage"]>[0] = {}) {
    const page = await browser.newPage({ locale: "ko-KR", ...options });
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${origin}/${path}`);
    return { page, complaints };
  }

  const findings = (page: Page) => page.locator(".findings li").allInnerTexts();

  /** Replaces what the editor holds, as a reader does who pastes. */
  async function write(page: Page, text: string): Promise<void> {
    const content = page.locator(".cm-content");
    await content.focus();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.press("Delete");
    await content.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      element.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
  }
  /** Waits until what is found is of this text: its address says so then. */
  const checked = (page: Page, text: string) =>
    page.waitForFunction((wanted) => {
      const bytes = atob(location.hash.slice(1).replaceAll("-", "+").replaceAll("_", "/"));
      const read = new TextDecoder().decode(Uint8Array.from(bytes, (one) => one.charCodeAt(0)));
      return read.startsWith("{") && JSON.parse(read).code === wanted;
    }, text);
  const written = async (page: Page) =>
    (await page.locator(".cm-line").allTextContents()).join("\n");
  const marked = (page: Page) => page.locator(".cm-lintRange").allTextContents();

  it.each(
    [
      "index.html",
      "playground.html",
      "builder.html",
      "migrate.html",
      "issuers.html#issuer=HYUNDAI_CARD",
      "gateways.html#gateway=ksnet",
      "rules.html#issuer/store-details",
      "rules/issuer/store-details.html",
      "rules/webhook/unverified.html",
    ].flatMap((path) =>
      // Each size and each scheme of colours once: what a page shows differs by its size, and how by its colours.
      [
        { path, size: "phone", colorScheme: "dark" } as const,
        { path, size: "desktop", colorScheme: "light" } as const,
      ],
    ),
  )(
    "The site's page $path is for everybody: $size, $colorScheme",
    async ({ path, size, colorScheme }) => {
      const { page, complaints } = await open(path, { viewport: sizes[size], colorScheme });
      await page.waitForSelector("h1");
      await page.waitForLoadState("networkidle");
      await page.waitForFunction(
        () => !document.querySelector("main")?.textContent?.match(/불러오는 중/),
      );
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
    },
  );

  it("The site says on its first page what paylint is, with an example that it corrects", async () => {
    const { page, complaints } = await open("index.html");
    await page.locator(".findings li").first().waitFor();
    expect((await findings(page)).join("\n")).toContain("issuer/store-details");
    await page.getByRole("button", { name: "2건 자동 수정" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".findings li").length === 1);
    expect(await page.locator(".demo pre").textContent()).toContain("amount: 12000,");
    await page.getByRole("link", { name: "편집기에서 열기" }).click();
    await page.getByText("issuer/store-details").waitFor();
    expect(await findings(page)).toHaveLength(1);
    expect(complaints).toEqual([]);
    await page.close();
    const english = await open("index.html", { locale: "en-US" });
    await english.page.getByRole("heading", { name: "Catch declined payments" }).waitFor();
    await english.page.getByRole("link", { name: "한국어" }).click();
    await english.page.getByRole("heading", { name: "결제가 거절되기 전에" }).waitFor();
    await english.page.close();
  });

  it("The playground says what is wrong as one types, marks it and fixes it", async () => {
    const { page, complaints } = await open("playground.html");
    expect(await page.locator("html").getAttribute("lang")).toBe("ko");
    await page.locator(".findings li").first().waitFor();
    expect((await findings(page)).join("\n")).toContain("상점 사업자 번호");
    expect(await marked(page)).toContain('"12000"');
    await page.getByRole("button", { name: "amount 값을 숫자로 바꾸기" }).click();
    expect(await written(page)).toContain("amount: 12000,");
    await page.waitForFunction(
      () => !document.querySelector(".findings")?.textContent?.includes("shape/type"),
    );
    expect((await findings(page)).join("\n")).not.toContain("shape/type");
    await write(page, '{ "pg": "ksnet", "amount": -1 }');
    await page.waitForFunction(() =>
      document.querySelector(".findings")?.textContent?.includes("-1"),
    );
    await page.getByRole("button", { name: "위치 보기" }).last().click();
    const selected = await page.evaluate(() => {
      const root = document.querySelector(".editor")?.shadowRoot as unknown as {
        getSelection(): Selection;
      };
      return root.getSelection().toString();
    });
    expect(selected).toContain("-1");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("The playground fixes from the mark itself, all at once, and takes it back", async () => {
    const { page, complaints } = await open("playground.html?lang=en");
    const before = `IMP.request_pay({ pg: "ksnet", amount: "1" });`;
    await write(page, before);
    await page.locator(".cm-lintRange-error", { hasText: '"1"' }).first().hover();
    await page.locator(".cm-tooltip").getByText("shape/type").waitFor();
    await page.locator(".cm-diagnosticAction").click();
    await page.waitForFunction(
      () => !document.querySelector(".findings")?.textContent?.includes("shape/type"),
    );
    expect(await written(page)).toContain("amount: 1 }");
    await page.locator(".cm-content").focus();
    await page.keyboard.press("ControlOrMeta+Z");
    await page.getByText("shape/type").waitFor();
    expect(await written(page)).toBe(before);
    await page.getByRole("button", { name: /^Fix \d+ automatically$/ }).click();
    await page.waitForFunction(
      () => !document.querySelector(".findings")?.textContent?.includes("shape/type"),
    );
    expect(await written(page)).toContain("amount: 1");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("The playground completes keys and values from the schema of the call", async () => {
    const { page, complaints } = await open("playground.html?lang=en");
    await write(page, 'IMP.request_pay({ pg: "ksnet", ');
    await page.locator(".cm-content").focus();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("buyer_t");
    const offered = page.locator(".cm-tooltip-autocomplete li");
    /** A list that has only just opened takes no key, so that nobody picks by accident. */
    const pick = async (text: string) => {
      await offered.getByText(text).first().waitFor();
      await page.waitForTimeout(200);
      await page.keyboard.press("Enter");
      await offered.first().waitFor({ state: "detached" });
    };
    await pick("buyer_tel");
    expect(await written(page)).toContain("buyer_tel: ");
    await page.keyboard.type('"1", pay_method: "vb');
    await pick('"vbank"');
    expect(await written(page)).toContain('pay_method: "vbank"');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each([
    ["ko", "구매자 전화번호"],
    ["en", "Buyer's telephone number."],
  ])("The playground says in %s what a key is that it offers", async (lang, said) => {
    const { page, complaints } = await open(`playground.html?lang=${lang}`);
    await write(page, 'IMP.request_pay({ pg: "ksnet", ');
    await page.locator(".cm-content").focus();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("buyer_tel");
    await page.locator(".cm-completionInfo").getByText(said).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("The playground names the goods of samples in the language of the page", async () => {
    for (const [lang, name, other] of [
      ["ko", "캔버스 토트백", "Canvas tote bag"],
      ["en", "Canvas tote bag", "캔버스 토트백"],
    ] as const) {
      for (const path of ["builder.html", "rules.html", "rules/issuer/store-details.html"]) {
        const { page } = await open(`${path}?lang=${lang}#issuer/store-details`);
        await page.locator("pre").getByText(name).first().waitFor();
        expect(await page.locator("main").textContent()).not.toContain(other);
        await page.close();
      }
    }
  });

  it("The playground judges each call as its own gateway's, and only the others as the chosen one's", async () => {
    const { page } = await open("playground.html?lang=en");
    await page.locator("#gateway").selectOption("ksnet");
    const order = `pay_method: "card", merchant_uid: "a", amount: 1, tax_free: 0, buyer_name: "k", currency: "KRW", m_redirect_url: "https://shop.example/", customer_uid: "c"`;
    const inicis = `IMP.request_pay({ pg: "html5_inicis.MID", buyer_tel: "1", ${order} });`;
    await write(page, inicis);
    await checked(page, inicis);
    expect((await findings(page)).join()).not.toContain("KSNET");
    await write(page, `IMP.request_pay({ channelKey: "k", ${order} });`);
    await page.getByText("checkout/no-billing-key").waitFor();
    await page.close();
  });

  it("The playground keeps the text in its address over a change of language and a reload", async () => {
    const { page } = await open("playground.html");
    await page.locator("#version").selectOption("v2");
    await page.locator("#gateway").selectOption("nice_v2");
    await page.locator("#environment").selectOption("mobile");
    await write(page, '{ "storeId": "store-1" }');
    await page.waitForFunction(() =>
      document.querySelector(".findings")?.textContent?.includes("paymentId"),
    );
    await page.reload();
    await page.locator(".findings li").first().waitFor();
    expect(await written(page)).toBe('{ "storeId": "store-1" }');
    await page.getByRole("link", { name: "English" }).click();
    await page.getByText("Errors:").waitFor();
    expect(await written(page)).toBe('{ "storeId": "store-1" }');
    for (const [control, value] of Object.entries({
      ...{ version: "v2", gateway: "nice_v2", environment: "mobile" },
    })) {
      expect(await page.locator(`#${control}`).inputValue()).toBe(value);
    }
    await page.close();
  });

  it("The playground loads no more than its budget", async () => {
    const sizeOf = (files: readonly string[]) =>
      files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
    /** What a page needs before it shows something. */
    const firstOf = (name: string) =>
      [...readFileSync(join(folder, name), "utf8").matchAll(/"\.(\/assets\/[^"]+\.js)"/g)].map(
        ([, file = ""]) => file,
      );
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".html"))) {
      expect(firstOf(name).length).toBeGreaterThan(0);
      expect(sizeOf(firstOf(name))).toBeLessThan(30_000);
    }
    const { page } = await open("playground.html");
    await write(page, '{ "pg": "ksnet" }');
    await checked(page, '{ "pg": "ksnet" }');
    const before = asked.length;
    await page.reload();
    await page.locator(".findings li").first().waitFor();
    await page.waitForLoadState("networkidle");
    const scripts = [...new Set(asked.slice(before).filter((file) => file.endsWith(".js")))];
    // The parser, the samples and the rules of a kind come when the page is there.
    const own = scripts.filter((file) => !/parseInBrowser|\.data-|cases-/.test(file));
    expect(own.length).toBeLessThan(scripts.length);
    expect(sizeOf(own)).toBeGreaterThan(100_000);
    expect(sizeOf(own)).toBeLessThan(251_500);
    await page.close();
  });

  it("The playground reads TypeScript and JSX, and hears comments", async () => {
    const { page, complaints } = await open("playground.html?lang=en");
    const order = `channelKey: "channel-key-1", pay_method: "card", merchant_uid: makeOrderNumber(), tax_free: 0, buyer_name: "k", currency: "KRW", m_redirect_url: "https://shop.example/"`;
    const texts = [
      `const pay = (total: number): void => IMP.request_pay({ ${order}, amount: "1" } as RequestPay);`,
      `const Pay = () => <button onClick={() => IMP.request_pay({ ${order}, amount: "1" })}>pay</button>;`,
      `const total = <any>{};\nIMP.request_pay({ ${order}, amount: "1" });`,
    ];
    for (const text of texts) {
      await write(page, "");
      await page.getByText("No payment request found").waitFor();
      await write(page, text);
      await page.locator(".findings li").first().waitFor();
      expect(await marked(page)).toEqual(['"1"']);
    }
    await write(
      page,
      `// paylint-disable-next-line shape/type\nIMP.request_pay({ ${order}, amount: "1" });`,
    );
    await page.getByText("No problems found.").waitFor();
    await page.locator("#gateway").selectOption("ksnet");
    await write(
      page,
      `let a;\n// paylint-disable-next-line shape/type\nIMP.request_pay({ ${order}, amount: 1 });`,
    );
    await page.locator(".findings li").first().waitFor();
    expect((await findings(page)).join()).toContain("source/unused-suppression");
    expect(await marked(page)).toEqual(["paylint-disable-next-line"]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("The playground reads pages, documents and commands", async () => {
    const { page, complaints } = await open("playground.html?lang=en");
    const call = 'IMP.request_pay({ pg: "ksnet", amount: "1" });';
    const texts = [
      `<!doctype html><script>${call}</script>`,
      `<?php echo 1 ?><button onclick='${call}'>pay</button>`,
      `# Pay\n\n\`\`\`js\n${call}\n\`\`\`\n`,
    ];
    for (const text of texts) {
      await write(page, "");
      await page.getByText("No payment request found").waitFor();
      await write(page, text);
      await page.locator(".findings li").first().waitFor();
      expect(await marked(page)).toContain('"1"');
    }
    await write(
      page,
      "curl -X POST https://api.iamport.kr/payments/cancel -H 'Content-Type: application/json' -d '{\"amount\":\"1\"}'",
    );
    await page.waitForFunction(() =>
      document.querySelector(".findings")?.textContent?.includes("imp_uid"),
    );
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("The playground offers the linter's own cases as samples", async () => {
    const { page, complaints } = await open("playground.html?lang=en");
    const label = await page.locator("#samples optgroup[label='shape/type']").textContent();
    expect(label).toContain("amount as text");
    await page.locator("#samples").selectOption({ label: "amount as text" });
    await page.locator(".cm-line").getByText("request_pay").waitFor();
    expect(await written(page)).toBe(
      readFileSync("test/cases/shape/type/amount-as-text.js", "utf8"),
    );
    await page.getByText("shape/type").first().waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("The playground narrows to an environment, by the keyboard alone", async () => {
    const { page } = await open("playground.html?lang=en");
    const code =
      'IMP.request_pay({ channelKey: "channel-key-1", pay_method: "card", merchant_uid: "1", tax_free: 0, amount: 1, buyer_name: "k", currency: "KRW" })';
    await write(page, code);
    await page.waitForFunction(() =>
      document.querySelector(".findings")?.textContent?.includes("m_redirect_url"),
    );
    await page.locator("#environment").focus();
    await page.keyboard.press("ArrowDown");
    await page.getByText("No problems found.").waitFor();
    expect(await findings(page)).toEqual([]);
    await page.close();
  });

  it("The playground puts a payload in the fragment of a link and nowhere else, and no card data", async () => {
    const { page } = await open("playground.html");
    await write(page, '{ "pg": "ksnet.secret-shop" }');
    // What reads an object is loaded by then.
    await page.waitForFunction(() =>
      document.querySelector(".findings")?.textContent?.includes("merchant_uid"),
    );
    const before = asked.length;
    await page.getByRole("button", { name: "링크 복사" }).click();
    const link = page.getByRole("link", { name: "이 결제 요청의 링크" });
    const address = new URL((await link.getAttribute("href")) as string);
    expect(address.search).toBe("");
    expect(asked.slice(before).filter((file) => file !== "/favicon.svg")).toEqual([]);
    expect(asked.join("\n")).not.toContain("secret-shop");
    const other = await open(`playground.html${address.hash}`);
    await other.page.locator(".findings li").first().waitFor();
    expect(await written(other.page)).toBe('{ "pg": "ksnet.secret-shop" }');
    for (const secret of [
      '{ "name": "4111 1111 1111 1111" }',
      '{ "card_number": "1" }',
      '{ "birth": "900101" }',
    ]) {
      await write(page, secret);
      await page.getByRole("button", { name: "링크 복사" }).click();
      await page.getByText("링크를 만들지 않습니다").waitFor();
      expect(await link.count()).toBe(0);
    }
    await Promise.all([page.close(), other.page.close()]);
  });

  it("The builder makes a request of choices, which a link keeps", async () => {
    const { page, complaints } = await open("builder.html");
    await page.locator("#gateway").selectOption("ksnet");
    await page.locator("#issuer").selectOption({ label: "신한카드" });
    // The same card company has another code in the other version.
    await page.locator("#version").selectOption("v1");
    const code = page.locator(".built pre");
    await page.getByText('code: "366"').waitFor();
    await page.locator("#issuer").selectOption({ label: "현대카드" });
    await page.getByText('code: "367"').waitFor();
    expect(await code.textContent()).toContain('code: "367"');
    await page.locator("#language").selectOption("typescript");
    await page.getByText("paylint/ksnet/v1").waitFor();
    const written = (await code.textContent())?.replace("캔버스 토트백", "Canvas tote bag");
    await page.getByRole("link", { name: "English" }).click();
    await page.getByText("paylint/ksnet/v1").waitFor();
    await page.waitForFunction(
      (text) => document.querySelector("pre")?.textContent === text,
      written,
    );
    await page.locator("#method").selectOption("vbank");
    await page.waitForFunction(() => document.querySelector("#issuer:disabled") !== null);
    await page.getByRole("link", { name: "Open in the playground" }).click();
    await page.getByText("No problems found.").waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("The page of the migration turns V1 into V2 while one types, and lists what to decide", async () => {
    const { page, complaints } = await open("migrate.html");
    const after = page.locator(".columns pre");
    const decide = page.locator("#decide");
    await after.getByText("await PortOne.requestPayment({").waitFor();
    expect(await decide.textContent()).toContain("콘솔의 상점 아이디");
    await decide.getByRole("button", { name: "5행 5열" }).first().click();
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("heading", { name: "To decide" }).waitFor();
    expect(await decide.textContent()).toContain("V2 needs the store's id");
    const order = 'merchant_uid: id, name: "a", amount: total';
    await write(page, `IMP.request_pay({ ${order} });`);
    await decide.getByText("currency is not known").waitFor();
    await page.locator("#gateway").selectOption("eximbay");
    await after.getByText("Math.round((total) * 100)").waitFor();
    await write(page, '{ "merchant_uid": "a", "cancel_request_amount": 1, "amount": 2 }');
    await page.locator("#kind").selectOption("portone.v1.cancel");
    await page.getByText('paymentId = "a"').waitFor();
    await decide.getByText("/cancel_request_amount").waitFor();
    await write(page, "const a = 1;");
    await page.getByText("No payment of V1 found.").waitFor();
    expect(await after.count()).toBe(0);
    await write(page, "IMP.request_pay(payload, done);");
    await page.locator("#untouched").getByText("left as it was").waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("The page of the migration turns every sample of V1 into V2, in both languages", async () => {
    for (const lang of ["ko", "en"]) {
      const { page, complaints } = await open(`migrate.html?lang=${lang}`);
      const samples = page.locator("#samples option");
      await samples.first().waitFor({ state: "attached" });
      const titles = (await samples.allTextContents()).slice(1);
      expect(titles.length).toBeGreaterThan(4);
      for (const label of titles) {
        await write(page, "");
        await page.locator(".columns pre").first().waitFor({ state: "detached" });
        await page.locator("#samples").selectOption({ label });
        await page.locator("#decide").waitFor();
        expect(await page.locator("#untouched").count()).toBe(0);
        expect((await page.locator(".columns pre").allInnerTexts()).join()).not.toMatch(
          /IMP\.request_pay|iamport|merchant_uid:/,
        );
        await page.locator("#samples").selectOption("");
      }
      expect(complaints).toEqual([]);
      await page.close();
    }
  });

  it("The page of the migration keeps the text of V1 in the address, without card data, and hands V2 to the playground", async () => {
    const { page } = await open("migrate.html?lang=en");
    const payload = '{ "pg": "kakaopay", "merchant_uid": "a", "name": "b", "amount": 1000 }';
    await write(page, payload);
    await checked(page, payload);
    await page.reload();
    await page.getByText('"paymentId": "a"').waitFor();
    expect(await written(page)).toBe(payload);
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByRole("link", { name: "Link to this payment request" }).waitFor();
    await write(page, '{ "card_number": "1", "merchant_uid": "a" }');
    await page.locator("#kind").selectOption("portone.v1.onetime");
    await page.locator(".columns pre").getByText("credential").waitFor();
    await page.waitForFunction(() => location.hash === "");
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("No link is made").waitFor();
    expect(asked.join("\n")).not.toContain("card_number");
    await page.locator("#kind").selectOption("portone.v1.request-pay");
    await write(page, payload);
    await checked(page, payload);
    await page.getByRole("link", { name: "Check it in the playground" }).click();
    await page.locator(".findings li").first().waitFor();
    expect(await page.locator("#gateway").inputValue()).toBe("kakaopay");
    expect(await page.locator("#kind").inputValue()).toBe("request-payment");
    await page.close();
  });

  it("The table of gateways shows what each gateway asks for a card company, below its row", async () => {
    const { page, complaints } = await open("issuers.html");
    await page.getByRole("button", { name: "현대카드" }).focus();
    await page.keyboard.press("Enter");
    const detail = page.locator(".detail section", { hasText: "KSNET" });
    await detail.getByText("고객사 URL: 필수").waitFor();
    await page.reload();
    await detail.getByText("storeDetails.businessRegistrationNumber").waitFor();
    await detail.getByRole("link", { name: "요청 만들기" }).click();
    await page.getByText('code: "367"').waitFor();
    await page.getByRole("link", { name: "검사해 보기에서 열기" }).click();
    await page.getByText("문제를 찾지 못했습니다.").waitFor();
    await page.goto(`${origin}/gateways.html#version=v2&gateway=nice_v2`);
    await page.locator(".detail").getByRole("link", { name: "간편결제 – 카카오페이" }).click();
    await page.getByText('easyPayProvider: "KAKAOPAY"').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("The page of rules finds rules by words, by filters and by an error message", async () => {
    const { page, complaints } = await open("rules.html?lang=en");
    const names = () => page.locator(".rules summary code").allTextContents();
    await page.locator(".rules summary").first().waitFor();
    const all = (await names()).length;
    expect(all).toBeGreaterThan(100);
    const known = Object.entries(answers).flatMap(([rule, texts]) =>
      texts.map(({ text }) => ({ rule, text })),
    );
    const { rule, text } = known.find(({ text: said }) => said.length > 20) ?? {
      rule: "",
      text: "",
    };
    await page.locator("#search").fill(text.slice(0, -3));
    await page.getByText("Known error message").first().waitFor();
    expect((await names())[0]).toBe(rule);
    await page.locator("#search").fill("no-card-quota");
    expect(await names()).toContain("issuer/no-card-quota");
    await page.locator("#search").fill("");
    await page.locator("#group").selectOption("issuer");
    await page.locator("#gateway").selectOption("ksnet");
    const shown = await names();
    expect(shown.length).toBeLessThan(all);
    expect(shown.every((id) => id.startsWith("issuer/"))).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("The page of rules explains every rule, with a wrong request that breaks it", async () => {
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
    expect(await other.getByRole("link", { name: "Page of this rule" }).getAttribute("href")).toBe(
      "./rules/callback/removed-field.html?lang=en",
    );
    await other.getByRole("link", { name: "Open in the playground" }).first().click();
    await page.getByText("callback/removed-field").waitFor();
    expect(await page.locator("#kind").inputValue()).toBe("callback");
    await page.locator("#kind").selectOption("prepare");
    await page.getByText("shape/unknown-property").first().waitFor();
    await page.close();
  });

  it("Every rule has a page, which needs no script", async () => {
    const titles = new Set<string>();
    for (const rule of rules) {
      const page = readFileSync(join(folder, `rules/${rule.id}.html`), "utf8");
      const [, title = ""] = /<title>(.*)<\/title>/.exec(page) ?? [];
      expect(title).toContain(escapeHtml(rule.name.ko));
      titles.add(`${title} ${/name="description" content="(.*?)"/.exec(page)?.[1]}`);
      for (const text of [rule.name, rule.why].flatMap(({ ko, en }) => [ko, en])) {
        expect(page).toContain(escapeHtml(text));
      }
      for (const { url } of rule.sources) {
        if (url !== undefined) expect(page).toContain(`href="${escapeHtml(url)}"`);
      }
      expect(page).not.toMatch(/="\.\/|\{(?:title|description|articles)\}/);
    }
    expect(titles.size).toBe(rules.length);
    const { page } = await open("rules/issuer/store-details.html", { javaScriptEnabled: false });
    const article = page.locator("article[lang=ko]");
    expect(await article.textContent()).toContain("상호와 사업자등록번호가 필요하므로");
    expect(await article.getByRole("heading").allTextContents()).toEqual([
      "일부 카드사는 상호와 사업자등록번호가 필요합니다",
      ...["메시지", "잘못된 예", "올바른 예", "고치는 방법", "적용되는 PG사", "출처"],
    ]);
    await article.getByRole("link", { name: "KSNET" }).first().waitFor();
    await page.goto(`${origin}/rules.html`);
    await page.locator("noscript a[href='./rules/issuer/store-details.html']").waitFor();
    await page.close();
  });

  it("A rule's page is in one language, which its links keep", async () => {
    const { page, complaints } = await open("rules/issuer/store-details.html");
    await page.getByRole("heading", { name: "올바른 예" }).waitFor();
    expect(await page.locator("h1").count()).toBe(1);
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("heading", { name: "How to fix it" }).waitFor();
    expect(await page.title()).toBe(
      "Some issuers need the shop's name and business number – paylint",
    );
    expect(await page.locator("pre .code-key").count()).toBeGreaterThan(4);
    await page.getByRole("link", { name: "Open in the playground" }).first().click();
    const finding = page.locator(".findings li");
    await finding.first().waitFor();
    expect(await finding.count()).toBe(1);
    await finding.getByRole("link", { name: "issuer/store-details" }).click();
    await page.getByRole("heading", { name: "Some issuers need" }).waitFor();
    await page.getByRole("link", { name: "Rules" }).click();
    await page.getByRole("heading", { name: "Rules" }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });
});
