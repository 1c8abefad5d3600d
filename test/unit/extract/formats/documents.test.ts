import { describe, expect, it } from "vitest";
import { readShell } from "../../../../dist/extract/curl.js";
import { readPage } from "../../../../dist/extract/html.js";
import { readHttp } from "../../../../dist/extract/http.js";
import { readJson } from "../../../../dist/extract/json.js";
import { readMarkdown } from "../../../../dist/extract/markdown.js";
import type { Reader } from "../../../../dist/extract/reader.js";
import { readYaml } from "../../../../dist/extract/yaml.js";
import { payloadsBy, readBy, shown } from "../shownPayload.js";

const readers: Readonly<Record<string, Reader>> = {
  ".md": readMarkdown,
  ".http": readHttp,
  ".sh": readShell,
  ".json": readJson,
  ".yaml": readYaml,
};

/** What is read of a text as a file of an ending: its payloads, and where something cannot be read. */
function found(ending: string, text: string): string[] {
  const read = readers[ending] ?? readPage;
  const { payloads, unparsable, errors } = readBy(read, text, { ending });
  return [
    ...payloadsBy(read, text, { ending }),
    ...payloads.map(({ payload }) => shown(payload)),
    ...unparsable.map(({ span }) => `unparsable ${span}`),
    ...errors.map(({ span }) => `error ${span}`),
  ];
}

const cancel = "https://api.iamport.kr/payments/cancel";

describe("What is read of a text in .md", () => {
  it.each<[name: string, text: string, ...found: string[]]>([
    [
      "blocks of JavaScript and nothing else",
      'IMP.request_pay({ x: 1 });\n```js\nIMP.request_pay({ x: 2 });\n```\nIMP.request_pay({ x: 3 });\n```JavaScript title="a"\nIMP.request_pay({ x: 4 });\n```\n```python\nIMP.request_pay({ x: 5 });\n```\n',
      "{ x: 2 }",
      "{ x: 4 }",
    ],
    [
      "a language in braces or behind a dot",
      "```{.js .numbered}\nIMP.request_pay({ x: 1 });\n```\n``` .ts\nIMP.request_pay({ x: 2 });\n```\n",
      "{ x: 1 }",
      "{ x: 2 }",
    ],
    [
      "a block ends at as many marks or more",
      "````js\nIMP.request_pay({ x: 1 });\n```\nIMP.request_pay({ x: 2 });\n`````\nIMP.request_pay({ x: 3 });\n",
      "unparsable 36,37",
    ],
    [
      "a block ends at marks of its own sort",
      "~~~js\nIMP.request_pay({ x: 1 });\n```\nIMP.request_pay({ x: 2 });\n~~~\nIMP.request_pay({ x: 3 });\n",
      "unparsable 35,36",
    ],
    ["a block that nothing ends", "```js\nIMP.request_pay({ x: 1 });\n", "{ x: 1 }"],
    [
      "marks with something behind them begin a block and end none",
      "```js\nIMP.request_pay({ x: 1 });\n```js\n```\n```a`b\nIMP.request_pay({ x: 2 });\n```\n",
      "unparsable 35,36",
    ],
    [
      "a block in a list",
      "- a\n  1. ```js\n     IMP.request_pay({ x: 1 });\n     ```\nIMP.request_pay({ x: 2 });\n",
      "{ x: 1 }",
    ],
    ["a block in quotations", "> > ```js\n> > IMP.request_pay({ x: 1 });\n> > ```\n", "{ x: 1 }"],
    [
      "a quotation ends the block that is in it",
      "> ```js\n> IMP.request_pay({ x: 1 });\n\nIMP.request_pay({ x: 2 });\n",
      "{ x: 1 }",
    ],
    [
      "a mark of a quotation in a block that is in none",
      "```js\nif (a\n> b) IMP.request_pay({ x: 1 });\n```\n",
      "{ x: 1 }",
    ],
    [
      "lines of Windows",
      "```js\r\nIMP.request_pay({ x: 1 });\r\n```\r\nIMP.request_pay({ x: 2 });\r\n",
      "{ x: 1 }",
    ],
    [
      "a block without a language that is a command",
      "```\ncurl CANCEL -d '{\"x\":1}'\n```\n```text\n$ curl CANCEL -d '{\"x\":2}'\n```\n".replaceAll(
        "CANCEL",
        cancel,
      ),
      "{ x: 1 }",
      "{ x: 2 }",
    ],
    [
      "a block without a language that is a request",
      '```\nPOST CANCEL\nContent-Type: application/json\n\n{"x":1}\n```\n'.replaceAll(
        "CANCEL",
        cancel,
      ),
      "{ x: 1 }",
    ],
    [
      "a block without a language that is prose",
      "```\nUse curl to CANCEL\n```\n".replaceAll("CANCEL", cancel),
    ],
    [
      "data that say what they are, and others",
      '```json\n{"$schema":"a","x":1}\n```\n```json\n{"x":2}\n```\n```\n{"$schema":"b","x":3}\n```\n',
      `{ $schema: "a", x: 1 }`,
      `{ $schema: "b", x: 3 }`,
    ],
    [
      "tags in a block of JavaScript",
      '```js\n<script src="a.js"></script>\n<!-- a -->\nIMP.request_pay({ x: 1 });\n<script>IMP.request_pay({ x: 2 });</script>\n```\n',
      "{ x: 2 }",
      "{ x: 1 }",
    ],
    [
      "a page of JSP in a block",
      "```jsp\n<script>IMP.request_pay({ x: 1 });</script>\n```\n",
      "{ x: 1 }",
    ],
    [
      "JSX in a block of JavaScript",
      "```jsx\n<button onClick={() => IMP.request_pay({ x: 1 })}>a</button>\n```\n",
      "{ x: 1 }",
    ],
    [
      "code that cannot be read is told of where it calls",
      '```js\nIMP.request_pay({ x: 1;\n```\n```js\n// IMP.request_pay( is called so\nif (\n```\n```js\nfetch("CANCEL", {\n```\n'.replaceAll(
        "CANCEL",
        cancel,
      ),
      "unparsable 28,29",
      "unparsable 138,139",
    ],
    [
      "a part of a function",
      '```js\nconst a = await b(); IMP.request_pay({ x: 1 }); return a;\n```\n```js\nimport a from "a"; IMP.request_pay({ x: 2 }); return;\n```\n',
      "{ x: 1 }",
      "{ x: 2 }",
    ],
    [
      "what a sample leaves out",
      "```js\nIMP.request_pay({ x: 1, ... });\nIMP.request_pay({ x: 2, // ...\n});\nIMP.request_pay({ x: 3 // the amount...\n});\nIMP.request_pay({ x: 4,\n  // the rest...\n});\nIMP.request_pay({ ...given, x: 5 });\nIMP.request_pay({ l: [1, ...] });\n```\n",
      "{ x: 1, … }",
      "{ x: 2, … }",
      "{ x: 3 }",
      "{ x: 4, … }",
      "{ x: 5, … }",
      "{ l: [1, …] }",
    ],
    [
      "placeholders",
      '```js\nIMP.request_pay({ a: "{number}", b: "o-<id>", c: "YYYYMMDD", d: "your-key", e: "주문 번호", f: "머그컵", g: "xxx" });\n```\n',
      `{ a: ?:string "…", b: ?:string "o-…", c: ?:string "…", d: ?:string "…", e: ?:string "…", f: "머그컵", g: ?:string "…" }`,
    ],
    [
      "a comment with dots between a key and its value leaves nothing out",
      '```sh\ncurl CANCEL -d \'{"a": /* the id... */ 1, "b": // ...\n 2}\'\n```\n'.replace(
        "CANCEL",
        cancel,
      ),
      "{ a: 1, b: 2 }",
    ],
    [
      "JSON with what a sample has",
      '```sh\ncurl CANCEL -d \'{"a": 1, ...}\'\ncurl CANCEL -d \'{"a": {order number}, "b": YOUR_KEY, "c": true, "d": -1.5, "e": ...}\'\ncurl CANCEL -d \'{"l": [1, ...], "m": [...], "n": [a, 2]}\'\ncurl CANCEL -d \'{"a": 1 // the id\n, "b": 2, // ...\n"c": 3}\'\ncurl CANCEL -d \'{... "a": "$A", "b": "x${B}", "c": "{{c}}", "d": "1"}\'\ncurl CANCEL -d \'{"a": 1, /* omitted */ "b": {"c": 1 ...}, "d": "생년월일 6자리"}\'\n```\n'.replaceAll(
        "CANCEL",
        cancel,
      ),
      "{ a: 1, … }",
      "{ a: ?, b: ?, c: true, d: -1.5, e: ? }",
      "{ l: [1, …], m: […], n: [?, 2] }",
      "{ a: 1, b: 2, c: 3, … }",
      `{ a: ?:string|number|boolean|object|array|null, b: ?:string "x…", c: ?:string|number|boolean|object|array|null, d: "1", … }`,
      "{ a: 1, b: { c: 1, … }, d: ?:string|number|boolean|object|array|null, … }",
    ],
  ])("A text in .md is read as it is meant: %s", (_name, text, ...expected) => {
    expect(found(".md", text)).toEqual(expected);
  });
});

describe("What is read of a text in .html", () => {
  it.each<[name: string, text: string, ...found: string[]]>([
    [
      "scripts by their type",
      '<script>IMP.request_pay({ x: 1 });</script><script type="module">IMP.request_pay({ x: 2 });</script><script type="text/javascript">IMP.request_pay({ x: 3 });</script><script type="application/json">IMP.request_pay({ x: 4 });</script><script type="text/template">IMP.request_pay({ x: 5 });</script>',
      "{ x: 1 }",
      "{ x: 2 }",
      "{ x: 3 }",
    ],
    [
      "a script of TypeScript",
      '<script lang="ts">const a: number = 1; IMP.request_pay({ x: <any>a });</script><script type="text/typescript">let b: string; IMP.request_pay({ x: 2 });</script>',
      "{ x: 1 }",
      "{ x: 2 }",
    ],
    ["a script that nothing ends, which no browser runs", "<script>IMP.request_pay({ x: 1 });"],
    [
      "handlers",
      '<button onclick="IMP.request_pay({ x: 1 });">a</button><a href="javascript:IMP.request_pay({ x: 2 });">b</a><button @click="IMP.request_pay({ x: 3 });" title="IMP.request_pay({ x: 4 });">c</button>',
      "{ x: 1 }",
      "{ x: 2 }",
      "{ x: 3 }",
    ],
    [
      "a handler with entities, which no fix edits",
      '<button onclick="IMP.request_pay({ x: &quot;a&#39;&#x41;&amp;&quot; })">a</button>',
      `{ x: "a'A&"! }!`,
    ],
    [
      "a name that only its script reads",
      "<script>const o = { x: 1 }; IMP.request_pay(o);</script><script>other(p);</script>",
      "{ x: 1 }",
    ],
    [
      "a name that another script reads",
      "<script>const o = { x: 1 }; IMP.request_pay(o);</script><script>show(o);</script>",
      "{ x: 1! }!",
    ],
    [
      "a name that a handler reads",
      '<script>const o = { x: 1 }; IMP.request_pay(o);</script><button onclick="show(o)"></button>',
      "{ x: 1! }!",
    ],
    [
      "values and controls of a template",
      '<script>IMP.request_pay({ x: {{ x }}, y: "{{ y }}", z: 1 }); IMP.request_pay({ {{#if a}} x: 1, {{else}} x: 2, {{/if}} y: 3 }); IMP.request_pay({ x: 1 {% if a %}, y: 2 {% endif %} });</script>',
      `{ x: ?, y: ?:string "…", z: 1 }`,
      "{ x: ? (2), y: ? (3), … }",
      "{ x: ? (1), y: ? (2), … }",
    ],
    [
      "a control beside an object",
      "<script>{% if a %} IMP.request_pay({ x: 1 }); {% endif %} IMP.request_pay({ l: [1, {% for b in c %} 2, {% endfor %}] });</script>",
      "{ x: 1 }",
      "{ l: ? ([]), … }",
    ],
    [
      "dollars of a template",
      "<script>IMP.request_pay({ x: ${x}, y: '${y}', z: `a${1}` });</script>",
      `{ x: ?, y: ?:string "…", z: ?:string "a…" }`,
    ],
    [
      "Thymeleaf",
      "<script>IMP.request_pay({ x: /*[[${x}]]*/ 1, y: [[${y}]], z: 3 });</script>",
      "{ x: ?, y: ?, z: 3 }",
    ],
  ])("A text in .html is read as it is meant: %s", (_name, text, ...expected) => {
    expect(found(".html", text)).toEqual(expected);
  });
});

describe("What is read of a text in .jsp", () => {
  it.each<[name: string, text: string, ...found: string[]]>([
    [
      "values, controls and comments",
      '<script>IMP.request_pay({ x: <%= x %>, y: "<%= y %>", z: 1 }); IMP.request_pay({ x: 1 <% if (a) { %>, y: 2 <% } %> }); <%-- a --%> IMP.request_pay({ x: ${x}, y: #{y}, z: <c:out value="1"/> });</script>',
      `{ x: ?, y: ?:string "…", z: 1 }`,
      "{ x: ? (1), y: ? (2), … }",
      "{ x: ?, y: ?, z: ? }",
    ],
  ])("A text in .jsp is read as it is meant: %s", (_name, text, ...expected) => {
    expect(found(".jsp", text)).toEqual(expected);
  });
});

describe("What is read of a text in .ejs", () => {
  it.each<[name: string, text: string, ...found: string[]]>([
    [
      "values and controls",
      "<script>IMP.request_pay({ x: <%- x %>, y: <%= y %> }); <%# a %> IMP.request_pay({ x: 1 <% if (a) { %>, y: 2 <% } %> });</script>",
      "{ x: ?, y: ? }",
      "{ x: ? (1), y: ? (2), … }",
    ],
  ])("A text in .ejs is read as it is meant: %s", (_name, text, ...expected) => {
    expect(found(".ejs", text)).toEqual(expected);
  });
});

describe("What is read of a text in .php", () => {
  it.each<[name: string, text: string, ...found: string[]]>([
    [
      "values, controls and Blade",
      '<script>IMP.request_pay({ x: <?= $x ?>, y: "<?php echo $y; ?>", z: 1 }); IMP.request_pay({ x: 1 <?php if ($a): ?>, y: 2 <?php endif ?> }); IMP.request_pay({ x: {!! $x !!}, y: @json($y), @if ($a) z: 1, @endif w: 2 });</script>',
      `{ x: ?, y: ?:string "…", z: 1 }`,
      "{ x: ? (1), y: ? (2), … }",
      "{ x: ?, y: ?, z: ? (1), w: ? (2), … }",
    ],
    [
      "code to the end of the file",
      '<script>IMP.request_pay({ x: 1 });</script><?php echo "<script>IMP.request_pay({ x: 2 });</script>";',
      "{ x: 1 }",
    ],
  ])("A text in .php is read as it is meant: %s", (_name, text, ...expected) => {
    expect(found(".php", text)).toEqual(expected);
  });
});

describe("What is read of a text in .vue", () => {
  it.each<[name: string, text: string, ...found: string[]]>([
    [
      "a name that the template reads",
      "<template><p>{{ o }}</p></template><script>const o = { x: 1 }; IMP.request_pay(o);</script>",
      "{ x: 1! }!",
    ],
    [
      "a name that the template does not read",
      "<template><p>{{ p }}</p></template><script>const o = { x: 1 }; IMP.request_pay(o);</script>",
      "{ x: 1 }",
    ],
  ])("A text in .vue is read as it is meant: %s", (_name, text, ...expected) => {
    expect(found(".vue", text)).toEqual(expected);
  });
});

describe("What is read of a text in .svelte", () => {
  it.each<[name: string, text: string, ...found: string[]]>([
    [
      "handlers in braces",
      '<script>let a = 1;</script><button on:click={() => { if (a) { IMP.request_pay({ x: "}" }); } }}>a</button><button onclick="{() => IMP.request_pay({ x: 2 })}">b</button>',
      `{ x: "}" }`,
      "{ x: 2 }",
    ],
  ])("A text in .svelte is read as it is meant: %s", (_name, text, ...expected) => {
    expect(found(".svelte", text)).toEqual(expected);
  });
});

describe("What is read of a text in .http", () => {
  it.each<[name: string, text: string, ...found: string[]]>([
    [
      "requests one after another",
      `POST ${cancel}\nContent-Type: application/json\n\n{"x":1}\n\n### a\nPOST ${cancel} HTTP/1.1\n\n{"x":2}\nGET ${cancel}\n\nPOST ${cancel}\n\n{"x":3}\n`,
      "{ x: 1 }",
      "{ x: 2 }",
      "{ x: 3 }",
    ],
    [
      "requests of Windows",
      `POST ${cancel}\r\nA: b\r\n\r\n{"x":1}\r\n###\r\nPOST ${cancel}\r\n\r\n{"x":2}\r\n`,
      "{ x: 1 }",
      "{ x: 2 }",
    ],
    [
      "a host in the headers",
      'POST /payments/cancel\nHost: api.iamport.kr\n\n{"x":1}\n###\nPOST /payments/cancel\nHost: shop.example\n\n{"x":2}\n###\nPOST /payments/cancel\n\n{"x":3}\n',
      "{ x: 1 }",
      "{ x: 3 }",
    ],
    [
      "a relative address in a file that names the service",
      '# iamport\nPOST /payments/cancel\n\n{"x":1}\n',
      "{ x: 1 }",
    ],
    [
      "variables",
      '@base = https://api.iamport.kr\nPOST {{base}}/payments/cancel\n\n{"x":{{x}},"y":"a{{y}}","z":1}\n',
      `{ x: ?, y: ?:string "a…", z: 1 }`,
    ],
    [
      "a form",
      `POST ${cancel}\nContent-Type: application/x-www-form-urlencoded\n\na=1&b=x+y%20z&c=&d&l[]=1&l[]=2\n`,
      `{ a: "1", b: "x y z", c: "", d: "", l[]: "2" } as a form`,
    ],
    ["no body", `POST ${cancel}\nA: b\n`, "nothing"],
    ["blank lines before a request", `\n\nPOST ${cancel}\n\n{"x":1}\n`, "{ x: 1 }"],
    ["a body that is no JSON", `POST ${cancel}\n\n{"x":1\n`, "unparsable 50,51"],
    [
      "addresses of the host",
      `POST https://api.iamport.kr:443/payments/cancel\n\n{"x":1}\n###\nPOST https://api.iamport.kr//payments/cancel/\n\n{"x":2}\n###\nPOST https://api.iamport.kr.example/payments/cancel\n\n{"x":3}\n###\nPOST ${cancel}?a=/b\n\n{"x":4}\n###\nPOST https://api.iamport.kr/subscribe/customers/\n\n{"x":5}\n###\nPOST https://api.iamport.kr/subscribe/customers/c-1\n\n{"x":6}\n`,
      "{ x: 1 }",
      "{ x: 2 }",
      "{ x: 4 }",
      "{ x: 6 }",
    ],
  ])("A text in .http is read as it is meant: %s", (_name, text, ...expected) => {
    expect(found(".http", text)).toEqual(expected);
  });
});

describe("What is read of a text in .sh", () => {
  it.each<[name: string, text: string, ...found: string[]]>([
    [
      "forms and their parts",
      `curl ${cancel} -d a=1 -d 'b=x+y%20z&c=%' --data-urlencode d=x+y -F e=@file -F 'f="a;b";type=x' -F g=h --form-string i=@j`,
      `{ a: "1", b: "x y z", c: "%", d: "x+y", f: "a;b", g: "h", i: "@j", … } as a form`,
    ],
    [
      "parts that are elsewhere",
      `curl ${cancel} -d @file; curl ${cancel} -d a=1 -d @file; curl ${cancel} --data-urlencode a@file -d b=1; curl ${cancel} --data-raw @file; curl ${cancel} --json @file`,
      "nothing",
      `{ a: "1", … } as a form`,
      `{ b: "1", … } as a form`,
      `{ @file: "" } as a form`,
      "nothing",
    ],
    [
      "JSON",
      `curl ${cancel} --json '{"x":1}'; curl ${cancel} -H 'content-type: application/json' -d "{\\"x\\":$A,\\"y\\":\\"a\\\\\\\\\\",\\"z\\":\\"$B\\"}"; curl ${cancel} --json '[1]'`,
      "{ x: 1 }",
      String.raw`{ x: ?, y: "a\\", z: ?:string "…" }`,
      "[1]",
    ],
    [
      "which address and method",
      `curl ${cancel} https://shop.example -d '{"x":1}'; curl --url ${cancel} -d '{"x":2}'; curl -X PUT ${cancel} -d '{"x":3}'; curl -XPOST ${cancel}; curl ${cancel}; curl -d '{"x":4}' -G ${cancel}; curl -d '{"x":5}' ${cancel} --next -d '{"x":6}' https://shop.example; curl -I ${cancel}`,
      "{ x: 1 }",
      "{ x: 2 }",
      "nothing",
      "{ x: 5 }",
    ],
    [
      "what is sent behind --next or in the address is no body of the request",
      `curl ${cancel} --next -d '{"x":1}'; curl -X POST -d '{"x":2}' -G ${cancel}; curl -d '{"x":3}' ${cancel} --next -d '{"x":4}'`,
      "nothing",
      "{ x: 3 }",
    ],
    [
      "JSON that is no object, by the option or the header that says so",
      `curl ${cancel} --json '"a"'; curl ${cancel} --json 12`,
      '"a"',
      "12",
    ],
    [
      "a text that is not JSON though it should be",
      `curl ${cancel} --json 'a=1'; curl ${cancel} -H 'content-type: application/json' -d abc`,
      "unparsable 52,53",
      "unparsable 141,142",
    ],
    [
      "an empty part of a form",
      `curl ${cancel} -d a=1 -F ''; curl ${cancel} -d a=1 --data-urlencode ''`,
      `{ a: "1" } as a form`,
      `{ a: "1" } as a form`,
    ],
    [
      "options with values and without",
      `curl -s -o out -u a:b -H 'A: b' --retry 3 --no-progress-meter --compressed -k ${cancel} -sS -d'{"x":1}'; curl -sSfd '{"x":3}' ${cancel}`,
      "{ x: 1 }",
      "{ x: 3 }",
    ],
    [
      "what is no command",
      `./curl ${cancel} -d '{"x":1}'; my-curl ${cancel} -d '{"x":2}'; curly ${cancel} -d '{"x":3}'; curl.exe ${cancel} -d '{"x":5}'; a=curl; $(curl ${cancel} -d '{"x":6}')`,
      "{ x: 5 }",
      "{ x: 6 }",
    ],
    [
      "standard input",
      `curl ${cancel} -d @- <<E\n{"x":1}\nE\ncurl ${cancel} --data-raw @- <<E\n{"x":2}\nE\ncurl ${cancel} -d @-\n`,
      "{ x: 1 }",
      `{ @-: "" } as a form`,
      "nothing",
    ],
  ])("A text in .sh is read as it is meant: %s", (_name, text, ...expected) => {
    expect(found(".sh", text)).toEqual(expected);
  });
});

describe("What is read of a text in .json", () => {
  it.each<[name: string, text: string, ...found: string[]]>([
    ["a payload", '{"x":1}', "{ x: 1 }"],
    ["a list", '[{"x":1},{"x":2}]', "{ x: 1 }", "{ x: 2 }"],
    ["comments and commas at the end", '// a\n{"x":1, /* b */ "l":[1,],}', "{ x: 1, l: [1] }"],
    ["a byte order mark", '\ufeff{"x":1}', "{ x: 1 }"],
    ["a key that is written twice", '{"x":1,"y":2,"x":3}', "{ y: 2, x: 3 } x twice"],
    ["nothing", "", "error 0,0"],
    ["a quote that is missing", '{"x:1}', "error 1,2"],
    ["more behind the value", '{"x":1} {"x":2}', "error 8,9"],
  ])("A text in .json is read as it is meant: %s", (_name, text, ...expected) => {
    expect(found(".json", text)).toEqual(expected);
  });
});

describe("What is read of a text in .yaml", () => {
  it.each<[name: string, text: string, ...found: string[]]>([
    [
      "documents and lists",
      "x: 1\n---\n- x: 2\n- x: 3\n---\n# nothing\n---\n~\n",
      "{ x: 1 }",
      "{ x: 2 }",
      "{ x: 3 }",
      "null",
    ],
    [
      "merges",
      "a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\nc:\n  y: 4\n  <<: [*a, {x: 5, z: 6}]\n",
      "{ a: { x: 1!, y: 2! }!, b: { y: 3, x: 1! }, c: { y: 4, x: 1!, z: 6! } }",
    ],
    ["a merge key in quotes", '"<<": {x: 1}\n', "{ <<: { x: 1 } }"],
    ["a merge key of a tag of its own", "! <<: {x: 1}\n", "{ <<: { x: 1 } }"],
    ["aliases", "a: &a [1]\nb: *a\nc: &a 2\nd: *a\n", "{ a: [1!]!, b: [1!]!, c: 2!, d: 2! }"],
    [
      "tags",
      'a: !!int "-5"\nb: !!str 1\nc: !!float 1\nd: ! 1\ne: !env X\nf: !!bool yes\ng: !!int 0x1F\nh: !!null ""\ni: !!int 1_000\n',
      `{ a: -5, b: "1", c: 1, d: "1", e: ?, f: true, g: 31, h: null, i: 1000 }`,
    ],
    [
      "keys that are no texts",
      "1: a\nnull: b\ntrue: c\n? [d]\n: e\n",
      `{ 1: "a", : "b", true: "c", ["d"]: "e" }`,
    ],
    ["a key that is written twice", "x: 1\ny: 2\nx: 3\n", "{ y: 2, x: 3 } x twice"],
  ])("A text in .yaml is read as it is meant: %s", (_name, text, ...expected) => {
    expect(found(".yaml", text)).toEqual(expected);
  });
});
