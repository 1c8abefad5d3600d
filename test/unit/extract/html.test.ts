import { describe, expect, it } from "vitest";
import { readPage } from "../../../dist/extract/html.js";
import { applyFixes } from "../../../dist/lint/index.js";
import { found, linted, payload } from "./shared.js";
import { readBy } from "./shownPayload.js";

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
  ])("A handler of Svelte is read %s, once", async (_name, text) => {
    expect(await rules("a.svelte", text)).toEqual(quota);
    expect(readBy(readPage, text, { ending: ".svelte" }).calls).toHaveLength(1);
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
      "the second of two handlers",
      "a.html",
      `<script>${order} ${pay}</script><b onclick="show" onfocus="order">x</b>`,
    ],
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
      "other names in the template of a component",
      "a.vue",
      `<template>{{ total }}</template><script>${order} ${pay}</script><style>p {}</style>`,
    ],
    [
      "no template beside two scripts of a component",
      "a.svelte",
      `<script context="module">let a;</script><script>${order} ${pay}</script>`,
    ],
    ["the title of an element", "a.html", `<script>${order} ${pay}</script><b title="order">x</b>`],
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

describe("A script of a page is read by what its element says", () => {
  const typed = `const a = <any>b; ${call};`;
  it.each<[name: string, filename: string, text: string, isRead: boolean]>([
    ["no type", "a.html", `<script>${call}</script>`, true],
    ["the type of a module", "a.html", `<script type="module">${call}</script>`, true],
    ["the type of JSX", "a.html", `<script type="text/babel">${call}</script>`, true],
    ["the type of data", "a.html", `<script type="application/json">${call}</script>`, false],
    ["the type of a template", "a.html", `<script type="text/x-template">${call}</script>`, false],
    ["a language with types", "a.vue", `<script setup lang="ts">${typed}</script>`, true],
    [
      "a language with types, written out",
      "a.html",
      `<script type="text/typescript">${typed}</script>`,
      true,
    ],
    [
      "a language with types beside a type",
      "a.vue",
      `<script type="module" lang="ts">${typed}</script>`,
      true,
    ],
    ["no end, which no browser runs", "a.html", `<script>${call}`, false],
  ])("A script of a page with %s is read: %s", async (_name, filename, text, isRead) => {
    const { calls, unchecked } = await linted(filename, text);
    expect(calls).toBe(isRead ? 1 : 0);
    expect(isRead ? unchecked.map(({ code }) => code) : []).not.toContain("unparsable");
  });

  it.each<[attributes: string, isTyped: boolean]>([
    [' lang="ts"', true],
    [' lang="tsx"', true],
    [' lang="typescript"', true],
    [' type="text/typescript"', true],
    [' type="module" lang="ts"', true],
    ["", false],
    [' type="module"', false],
    [' lang="js"', false],
  ])(
    "In a script with%s what is in angle brackets behind a function is a type: %s",
    async (attributes, isTyped) => {
      const code = call.replace("(", "<Order>(");
      const { calls } = await linted("a.vue", `<script${attributes}>${code}</script>`);
      expect(calls).toBe(isTyped ? 1 : 0);
    },
  );

  it("A script of a page is read with the address that it is loaded from, and where that is", () => {
    const text = `<script></script><script async src="https://shop.example/a.js"></script><b src="b.js">`;
    const [address, ...more] = readBy(readPage, text, { ending: ".html" }).addresses;
    expect(more).toEqual([]);
    expect(address?.text).toBe("https://shop.example/a.js");
    expect(text.slice(...(address?.span ?? []))).toBe('src="https://shop.example/a.js"');
  });

  it("A module runs when the page has been read, and a script at once", async () => {
    const used = (attributes: string) =>
      linted(
        "a.html",
        `<script${attributes}>PortOne.requestPayment({})</script><script src="https://cdn.portone.io/v2/browser-sdk.js"></script>`,
        { rules: {} },
      ).then(({ diagnostics }) =>
        diagnostics.filter(({ rule }) => rule.startsWith("sdk/")).map(({ rule }) => rule),
      );
    expect(await used(' type="module"')).toEqual(
      (await used("")).filter((rule) => rule !== "sdk/before-use"),
    );
  });
});

describe("An attribute of a page is code by its name or by its value", () => {
  it.each<[name: string, filename: string, text: string, isRead: boolean]>([
    ["a handler", "a.html", `<b onclick='${call}'>x</b>`, true],
    [
      "a handler in a file with what is before it",
      "a.html",
      `<p>x</p>\n<b onclick='a(); ${call}'>x</b>`,
      true,
    ],
    ["a handler of Vue", "a.vue", `<template><b @click='${call}'>x</b></template>`, true],
    [
      "a handler of Vue, written out",
      "a.vue",
      `<template><b v-on:click='${call}'>x</b></template>`,
      true,
    ],
    ["a handler that returns", "a.html", `<b onclick='${call}; return false'>x</b>`, true],
    ["an address that begins as code", "a.html", `<a href='javascript:${call}'>x</a>`, true],
    ["an address that is code", "a.html", `<a href=' JavaScript:${call}'>x</a>`, true],
    ["an address that only has the word", "a.html", `<a href='x javascript:${call}'>x</a>`, false],
    ["an address whose first word ends so", "a.html", `<a href='xjavascript:${call}'>x</a>`, false],
    ["a name that only has the letters", "a.html", `<b icon='${call}'>x</b>`, false],
    ["a name that only has the mark", "a.html", `<b x@y='${call}'>x</b>`, false],
    ["another attribute", "a.html", `<b title='${call}'>x</b>`, false],
    ["a handler in braces", "a.html", `<b onclick='{ ${call} }'>x</b>`, true],
    [
      "a handler in quotes in a component of Svelte",
      "a.svelte",
      `<b onclick='${call}'>x</b>`,
      true,
    ],
    [
      "a handler with an entity that is not known here",
      "a.html",
      `<b onclick="f('&copy;'); ${call.replaceAll('"', "&quot;")}">x</b>`,
      false,
    ],
    ["a handler in a template", "a.html", `<template><b onclick='${call}'>x</b></template>`, true],
  ])("An attribute of a page is code: %s", async (_name, filename, text, isRead) => {
    expect((await linted(filename, text)).calls).toBe(isRead ? 1 : 0);
  });

  it.each([
    ["a brace in double quotes", `() => { f("}\\"}"); ${call} }`],
    ["a brace in single quotes", `() => { f('}\\'}'); ${call} }`],
    ["a brace in backticks", `() => { f(\`}\\\`\n}\`); ${call} }`],
    ["braces in braces", `() => { if (a) { b(); } ${call} }`],
  ])("A handler of Svelte ends at its own brace, behind %s", async (_name, code) => {
    expect(await rules("a.svelte", `<b on:click={${code}}>x</b>\n<p>}</p>`)).toEqual(quota);
  });

  it("A handler of Svelte that does not end, or is no program, is passed over, and the next is read", async () => {
    const next = `<b on:click={() => ${call}}>x</b>`;
    expect(await rules("a.svelte", `<b on:click={() => 1 +}>x</b>\n${next}`)).toEqual(quota);
    const { calls, unchecked } = await linted("a.svelte", `<b on:click={() => { ${call}>x</b>`);
    expect([calls, unchecked]).toEqual([0, []]);
    expect((await linted("a.svelte", `<b on:click={() => ${call}`)).calls).toBe(0);
  });

  it("A handler of Svelte may have types", async () => {
    expect(await rules("a.svelte", `<b on:click={(e: Event) => ${call}}>x</b>`)).toEqual(quota);
    const typed = call.replace("(", "<Order>(");
    expect(await rules("a.svelte", `<b on:click={() => ${typed}}>x</b>`)).toEqual(quota);
  });
});

describe("A page's own language is passed over in its scripts", () => {
  it.each([
    ["before the call", `<script>const a = "<?= $x ?>"; ${call}</script>`],
    [
      "in several scripts",
      `<script>var a = <?= $x ?>;</script>\n<script>var b = <?= $y ?>; ${call}</script>`,
    ],
    ["in a handler", `<b onclick='f(<?= $x ?>); ${call}'>x</b>`],
    ["around scripts", `<?php if ($a): ?><script>${call}</script><?php endif ?>`],
  ])("A page's own language is passed over %s", async (_name, text) => {
    const { diagnostics } = await linted("a.php", text);
    expect(diagnostics.map(({ rule, path }) => `${rule} ${path}`)).toEqual(quota);
    const { start = 0, end = 0 } = diagnostics[0]?.range ?? {};
    expect(text.slice(start, end)).toBe("1");
  });

  it.each([
    ["dollars and braces for a value", `var a = \${order}; ${call}`],
    ["two braces that are the script's own", `function f() {{ g(); }} ${call}`],
  ])("A script is read with what can be of a page's own language: %s", async (_name, code) => {
    expect(await rules("a.html", `<script>${code}</script>`)).toEqual(quota);
  });

  it("The fault of a script is told where it is without the page's own language", () => {
    const text = `<p>\n<script>const a = {{ a }}; const b = \${b}; IMP.request_pay({ a: 1 b: 2 })</script>`;
    const { unparsable } = readBy(readPage, text, { ending: ".html" });
    expect(unparsable.map(({ span }) => text.slice(...span))).toEqual(["{"]);
  });

  it.each([
    ["in a script", (code: string) => `<p>\n<script>${code}</script>`],
    ["in a handler", (code: string) => `<p>\n<b onclick='${code}'>x</b>`],
  ])(
    "A key that a page's own language may leave out is not missed, and one beside it is: %s",
    async (_name, page) => {
      const needed = /, (?:name|buyer_name): "[^"]*"/g;
      const maybe = `$1<?php if ($named): ?>, name: "cup"<?php endif ?>$2`;
      const open = call.replace(needed, "").replace(/(amount: 80000)(,)/, maybe);
      const missing = async (text: string) =>
        (await rules("a.php", text)).filter((line) => line.startsWith("shape/required"));
      expect(await missing(page(open))).toEqual([]);
      const closed = call.replace(needed, "");
      expect(await missing(page(`<?php if ($x): ?><?php endif ?>; ${closed}`))).toEqual(
        await missing(page(closed)),
      );
      expect(await missing(page(closed))).not.toEqual([]);
    },
  );
});
