import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { projectFactsFor } from "../../../dist/project/projectFacts.js";
import { linted, payload } from "../extract/shared.js";

const old = "https://cdn.iamport.kr/js/iamport.payment-1.2.0.js";
const current = "https://cdn.iamport.kr/v1/iamport.js";
const tag = (src: string) => `<script src="${src}"></script>\n`;
const call = `IMP.request_pay(${payload});`;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** What is found of an old SDK in a file of a project, as `line message`. */
async function sdkOf(files: Record<string, string>, file: string, text = call): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), "paylint-"));
  folders.push(root);
  for (const [name, content] of Object.entries({ ...files, [file]: text })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  const project = projectFactsFor(file, root, new Map());
  const { diagnostics } = await linted(file, text, { ...(project && { project }) });
  return diagnostics
    .filter(({ rule }) => rule === "sdk/legacy-script")
    .map(({ range, message }) => `${range.line} ${message.replace(/^[\s\S]* instead\. ?/, "")}`);
}

describe("An old SDK is reported at the call", () => {
  it.each([
    [
      "of the file that a page loads",
      { "index.html": `<!doctype html>\n${tag(old)}${tag("pay.js?v=2")}` },
      "index.html:2",
    ],
    [
      "of the same package",
      { "package.json": "{}", "public/index.html": tag(old) },
      "public/index.html:1",
    ],
    [
      "of a plugin, which PHP loads",
      {
        "plugin.php": `<?php\nwp_register_script('sdk', '${old}');\nwp_register_script('pay', plugins_url('/pay.js'));`,
      },
      "plugin.php:2",
    ],
    [
      "of a page of Django",
      {
        "manage.py": "",
        "shop/templates/pay.html": `{% extends "base.html" %}\n{% block js %}${tag(old)}{% endblock %}`,
      },
      "shop/templates/pay.html:2",
    ],
    [
      "for which another script makes the tag",
      { "package.json": "{}", "sdk.js": `\nscript.src = "${old}";` },
      "sdk.js:2",
    ],
    [
      "of one page that loads it, though another has the new SDK",
      { "a.html": tag(old) + tag("pay.js"), "b.html": tag(current) + tag("pay.js") },
      "a.html:1",
    ],
  ])("An old SDK is reported at the call: %s", async (_name, files, place) => {
    expect(await sdkOf(files, "pay.js")).toEqual([`1 It is loaded at ${place}.`]);
  });

  it("An old SDK of a template that the page includes is reported at the call", async () => {
    const files = { "manage.py": "", "t/form.html": `${tag(old)}{% include "t/call.html" %}` };
    expect(await sdkOf(files, "t/call.html", `<b>\n<script>${call}</script>`)).toEqual([
      "2 It is loaded at t/form.html:1.",
    ]);
  });

  it("An old SDK is reported once, and not where the file itself loads an SDK", async () => {
    const files = { "package.json": "{}", "old.html": tag(old) };
    expect(await sdkOf(files, "a.html", `${tag(current)}<script>${call}</script>`)).toEqual([]);
    expect(await sdkOf(files, "a.html", `${tag(old)}<script>${call}</script>`)).toEqual(["1 "]);
    expect(await sdkOf(files, "a.js", `${call}\n${call}`)).toHaveLength(1);
  });
});

describe("An old SDK says nothing of a call", () => {
  it.each([
    [
      "in another package",
      { "package.json": "{}", "shop/package.json": "{}", "shop/index.html": tag(old) },
    ],
    [
      "in a file that git ignores",
      { "package.json": "{}", ".gitignore": "dist/\n", "dist/index.html": tag(old) },
    ],
    ["among what is installed", { "package.json": "{}", "node_modules/a/index.html": tag(old) }],
    ["in a comment", { "package.json": "{}", "index.html": `<!-- ${tag(old)} -->` }],
    ["in a document", { "package.json": "{}", "README.md": `\`\`\`html\n${tag(old)}\`\`\`` }],
    [
      "where the page that loads it has the new one",
      { "a.html": tag(old), "b.html": tag(current) + tag("pay.js") },
    ],
    [
      "where pages differ and none is known to load it",
      { "package.json": "{}", "a.html": tag(old), "b.html": tag(current) },
    ],
  ])("An old SDK says nothing of a call %s", async (_name, files) => {
    expect(await sdkOf(files, "pay.js")).toEqual([]);
  });

  it("An old SDK says nothing of a call of another gateway's rules", async () => {
    const root = mkdtempSync(join(tmpdir(), "paylint-"));
    folders.push(root);
    const project = projectFactsFor("pay.js", join(root, "none"), new Map());
    // Nothing is looked for, so a folder that does not exist does no harm.
    expect((await linted("pay.js", "1", { ...(project && { project }) })).diagnostics).toEqual([]);
  });
});
