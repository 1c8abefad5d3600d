import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, launchBrowser, serve } from "../support/browser.js";

/** Texts of several languages, so that every reader and the parser of scripts are loaded. */
const texts: Readonly<Record<string, string>> = {
  "a.ts": 'const amount: string = "9900"; IMP.request_pay({ pg: "ksnet", amount });',
  "a.html": '<script>IMP.request_pay({ pg: "ksnet", amount: "9900" });</script>',
  "a.request-pay.json": '{ "pg": "ksnet", "amount": "9900" }',
  "a.request-pay.yaml": 'pg: ksnet\namount: "9900"\n',
};

const page = `
import { lintText } from "/dist/bundle/browser/lint.js";

const rules = async ([filename, text]) => {
  const { diagnostics } = await lintText(text, { filename, kind: "ksnet.v1.request-pay" });
  return [filename, diagnostics.some(({ rule, path }) => rule === "shape/type" && path === "/amount")];
};
const texts = ${JSON.stringify(texts)};
window.found = Promise.all(Object.entries(texts).map(rules)).then(Object.fromEntries);
`;

describe.skipIf(!hasBrowser)("A page with the linter, bundled by nobody", () => {
  let server: Server;
  let browser: Browser;
  let origin: string;
  const asked: string[] = [];

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "paylint-lint-"));
    symlinkSync(resolve("dist"), join(folder, "dist"), "junction");
    writeFileSync(join(folder, "page.js"), page);
    writeFileSync(
      join(folder, "index.html"),
      '<!doctype html><script type="module" src="/page.js"></script>',
    );
    ({ server, origin } = serve(folder, "default-src 'none'; script-src 'self'", asked));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it("A page with the linter lints every language by scripts of its own origin, and loads nothing of Node", async () => {
    const opened = await browser.newPage();
    const complaints: string[] = [];
    opened.on("pageerror", (error) => complaints.push(error.message));
    await opened.goto(origin);
    await opened.waitForFunction("window.found");
    expect(await opened.evaluate("window.found")).toEqual(
      Object.fromEntries(Object.keys(texts).map((name) => [name, true])),
    );
    expect(complaints).toEqual([]);
    expect(asked.filter((path) => /cli|lsp|command\.js/.test(path))).toEqual([]);
  });
});
