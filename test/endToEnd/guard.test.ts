import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, launchBrowser, serve } from "../support/browser.js";

const entry = fileURLToPath(new URL("../../dist/guard/index.js", import.meta.url));

/** A shop's page, whose SDK writes down what it is given. */
const shop = `
import { guard } from "paylint/guard";

const opened = [];
const IMP = guard(
  { request_pay: (payload) => void opened.push(payload.merchant_uid) },
  { enabled: true, gateway: "ksnet", locale: "ko" },
);
document.querySelector("button").addEventListener("click", () => {
  const amount = document.querySelector("input").value;
  IMP.request_pay({
    channelKey: "channel-key-1", pay_method: "card", merchant_uid: "order-1", name: "머그컵", amount,
    tax_free: 0, buyer_name: "김하늘", currency: "KRW", m_redirect_url: "https://shop.example/done",
  });
});
window.opened = opened;
`;

describe.skipIf(!hasBrowser)("A page with the guard, bundled by Vite", () => {
  let server: Server;
  let browser: Browser;
  let origin: string;
  const asked: string[] = [];

  beforeAll(async () => {
    const root = mkdtempSync(join(tmpdir(), "paylint-guard-"));
    mkdirSync(join(root, "src"));
    writeFileSync(join(root, "src/shop.js"), shop);
    writeFileSync(
      join(root, "index.html"),
      `<!doctype html><input value="12000"><button>결제</button><script type="module" src="/src/shop.js"></script>`,
    );
    await build({
      root,
      logLevel: "error",
      configFile: false,
      resolve: { alias: { "paylint/guard": entry } },
    });
    const policy = "default-src 'none'; script-src 'self'";
    ({ server, origin } = serve(join(root, "dist"), policy, asked));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it("A page with the guard tells in the console what is wrong with a real value, and opens the window", async () => {
    const page = await browser.newPage();
    const told: string[] = [];
    page.on("console", (message) => told.push(`${message.type()} ${message.text()}`));
    page.on("pageerror", (error) => told.push(String(error)));
    await page.goto(origin);
    await page.click("button");
    await page.waitForFunction("opened.length === 1");
    expect(told.filter((one) => !one.includes("favicon"))).toEqual([
      expect.stringMatching(
        /^error paylint: request_pay \(ksnet\.v1\.request-pay\): 1건\n {2}오류 shape\/type /,
      ),
    ]);
    await page.close();
  });

  it("A page with the guard loads the rules of the gateways that it is about, and of no other", () => {
    const scripts = asked.filter((path) => path.endsWith(".js"));
    expect(scripts.length).toBeLessThan(25);
    expect(scripts.join()).not.toMatch(/cancel|issue-billing-key|v2/);
  });
});
