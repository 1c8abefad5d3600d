import { describe, expect, it } from "vitest";
import { applyFixes } from "../../../dist/lint/index.js";
import { found, linted, payload } from "./shared.js";

const rules = async (filename: string, text: string) =>
  (await found(filename, text)).map((line) => line.replace(/^\S+ /, ""));

const quota = ["installment/range /display/card_quota/0"];
const call = `IMP.request_pay(${payload})`;

describe("A handler written with entities", () => {
  it.each([
    ["by name", call.replaceAll('"', "&quot;")],
    ["by number", call.replaceAll('"', "&#34;")],
    ["by number to the base of sixteen", call.replaceAll('"', "&#x22;")],
    ["in part", `a &amp;&amp; ${call.replaceAll('"', "&quot;")}`],
  ])(
    "A handler written with entities is read, with its places in the page: %s",
    async (_name, code) => {
      const text = `<p>\n<button onclick="${code}">pay</button>`;
      const { diagnostics } = await linted("a.html", text);
      expect(diagnostics.map(({ rule, path }) => `${rule} ${path}`)).toEqual(quota);
      const [first] = diagnostics;
      expect(text.slice(first?.range.start, first?.range.end)).toBe("1");
    },
  );

  it("A handler written with entities is not fixed, since quotes would have to be entities", async () => {
    const code = `IMP.request_pay(${payload.replace("tax_free: 0,", "")})`.replaceAll(
      '"',
      "&quot;",
    );
    const text = `<button onclick="${code}">pay</button>`;
    const { diagnostics } = await linted("a.html", text);
    expect(diagnostics.map(({ rule }) => rule)).toContain("tax/tax-free");
    const { text: fixed } = applyFixes(text, diagnostics, { unsafe: true });
    expect(fixed).toBe(text);
  });
});

describe("A handler of Svelte", () => {
  it.each([
    ["in the older form", `<button on:click={() => ${call}}>pay</button>`],
    ["in the newer form", `<button onclick={() => ${call}}>pay</button>`],
    ["with a modifier", `<button on:click|preventDefault={() => ${call}}>pay</button>`],
    ["in quotes", `<button on:click="{() => ${call}}">pay</button>`],
    ["over several lines", `<button\n  on:click={() => {\n    ${call};\n  }}\n>pay</button>`],
  ])("A handler of Svelte is read %s", async (_name, text) => {
    expect(await rules("a.svelte", text)).toEqual(quota);
  });

  it("A handler of Svelte is none in another page", async () => {
    expect((await linted("a.html", `<b x={() => ${call}}>pay</b>`)).calls).toBe(0);
  });
});

describe("An old SDK that a page's own language loads", () => {
  const old = "https://cdn.iamport.kr/js/iamport.payment-1.1.8.js";
  const both = ["sdk/legacy-script ", ...quota];
  const script = `<script>${call}</script>`;

  it.each([
    ["PHP", "a.php", `<?php wp_register_script('iamport', '${old}'); ?>\n${script}`],
    ["a tag", "a.html", `<script src="${old}"></script>\n${script}`],
    [
      "a tag beside Django's",
      "a.html",
      `{% include "head.html" %}<script src="${old}"></script>${script}`,
    ],
    [
      "a script",
      "a.html",
      `<script>const s = document.createElement("script"); s.src = "${old}"; ${call}</script>`,
    ],
    ["JSP", "a.jsp", `<% String sdk = "${old}"; %>\n${script}`],
  ])("An old SDK that a page's own language loads is found: %s", async (_name, filename, text) => {
    expect(await rules(filename, text)).toEqual(both);
  });

  it.each([
    ["a comment of the page", "a.html", `<!-- <script src="${old}"></script> -->${script}`],
    [
      "a comment of PHP",
      "a.php",
      `<?php\n// wp_register_script('iamport', '${old}');\n?>\n${script}`,
    ],
  ])("An old SDK is passed over in %s", async (_name, filename, text) => {
    expect(await rules(filename, text)).toEqual(quota);
  });
});

describe("A value that other code of the page reads", () => {
  const order = `const order = ${payload.replace("amount: 80000", 'amount: "80000"')};`;
  const pay = "IMP.request_pay(order);";
  const offered = async (filename: string, text: string) =>
    (await linted(filename, text)).diagnostics
      .filter(({ rule }) => rule === "shape/type")
      .map(({ textFix }) => textFix !== undefined);

  it.each([
    ["another script", "a.html", `<script>${order} ${pay}</script><script>show(order)</script>`],
    [
      "a script before it",
      "a.html",
      `<script>f = () => order</script><script>${order} ${pay}</script>`,
    ],
    ["a handler", "a.html", `<script>${order} ${pay}</script><b onclick="show(order)">x</b>`],
    [
      "the template of a component",
      "a.vue",
      `<template>{{ order.amount }}</template><script setup>${order} ${pay}</script>`,
    ],
  ])(
    "A value that other code of the page reads is not fixed: %s",
    async (_name, filename, text) => {
      expect(await offered(filename, text)).toEqual([false]);
    },
  );

  it.each([
    ["prose", "a.html", `<p>Your order</p><script>${order} ${pay}</script>`],
    [
      "a name of its own",
      "a.html",
      `<script>${order} ${pay}</script><script>show(orders)</script>`,
    ],
    [
      "within a function",
      "a.html",
      `<script>function f() { ${order} ${pay} }</script><script>show(order)</script>`,
    ],
  ])(
    "A value is fixed where the page only looks as if other code read it: %s",
    async (_name, filename, text) => {
      expect(await offered(filename, text)).toEqual([true]);
    },
  );
});
