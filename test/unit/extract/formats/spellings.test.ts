import { describe, expect, it } from "vitest";
import { lines, lintText } from "../../../support/lintText.js";

/** In order, but for the quota; so a call that is found and read through shows exactly one finding. */
const payload = `{ pg: "ksnet.2999199999", pay_method: "card", merchant_uid: "T-1", name: "cup", amount: 80000, tax_free: 0, buyer_name: "Lee", currency: "KRW", m_redirect_url: "https://store.example/done", display: { card_quota: [1] } }`;
const one = ["installment/range /display/card_quota/0"];
/** Rules about the code around a payment speak of such samples, too; they have tests of their own. */
const around = /^(?:order\/constant|sdk\/awaited) /;
const found = async (ending: string, text: string) =>
  lines(await lintText(ending, text))
    .map((line) => line.replace(/^\S+ /, ""))
    .filter((line) => !around.test(line));

describe("request_pay in all its spellings", () => {
  it.each([
    ["plain", `IMP.request_pay(${payload});`],
    ["of the window", `window.IMP.request_pay(${payload}, (rsp) => {});`],
    ["taken out of the window", `const { IMP } = window; IMP.request_pay(${payload});`],
    ["by another name", `const { IMP: pay } = window; pay.request_pay(${payload});`],
    ["an alias", `const imp = window.IMP; imp.request_pay(${payload});`],
    ["optional", `IMP?.request_pay(${payload});`],
    ["an optional call", `window.IMP?.request_pay?.(${payload});`],
    ["in brackets", `window["IMP"]["request_pay"](${payload});`],
    ["parenthesised", `(IMP.request_pay)(${payload});`],
    ["the function taken out", `const { request_pay } = IMP; request_pay(${payload});`],
    ["the function by another name", `const pay = IMP.request_pay; pay(${payload});`],
    ["bound", `const pay = IMP.request_pay.bind(IMP); pay(${payload});`],
    ["by call", `IMP.request_pay.call(IMP, ${payload});`],
    ["awaited", `async function f() { await IMP.request_pay(${payload}); }`],
    ["of a function's result", `Vue.IMP().request_pay(${payload}, ok, failed);`],
    ["the payload by a name", `const data = ${payload}; IMP.request_pay(data);`],
    ["the payload frozen", `const data = Object.freeze(${payload}); IMP.request_pay(data);`],
    [
      "the payload spread",
      `const base = ${payload}; IMP.request_pay({ ...base, buyer_tel: tel });`,
    ],
  ])("A call of request_pay is found: %s", async (_name, text) => {
    expect(await found(".js", text)).toEqual(one);
  });
  it("A call of request_pay is found in TypeScript with everything that it adds", async () => {
    const text = `declare global { interface Window { IMP?: { request_pay(a: object): void } } }
const data = ${payload} as const satisfies object;
export class Pay<T> { constructor(private readonly x: T) {} run(): void { window.IMP!.request_pay(<object>data as never); } }`;
    expect(await found(".ts", text)).toEqual(one);
    expect(await found(".mts", text)).toEqual(one);
  });
  it("A call of request_pay is found in elements of JSX", async () => {
    const text = `export const Pay = () => <button onClick={() => IMP.request_pay(${payload})}>pay</button>;`;
    for (const ending of [".jsx", ".tsx", ".js"]) expect(await found(ending, text)).toEqual(one);
  });
  it("No call of request_pay is found in comments, texts, or functions of that name that someone declares", async () => {
    const text = `// IMP.request_pay(${payload})\nconst doc = 'IMP.request_pay(' + 1; function request_pay() {} request_pay(${payload});`;
    expect(await found(".js", text)).toEqual([]);
  });
});

describe("REST calls", () => {
  const body = `{ merchant_uid: "T-1", amount: 0 }`;
  const json = `JSON.stringify(${body})`;
  const wrong = ["shape/type /amount"];
  const at = `"https://api.iamport.kr/payments/prepare"`;
  it.each([
    ["fetch", `fetch(${at}, { method: "POST", body: ${json} })`],
    ["fetch with a form", `fetch(${at}, { method: "post", body: new URLSearchParams(${body}) })`],
    ["axios.post", `axios.post(${at}, ${body}, { headers })`],
    ["axios", `axios({ url: ${at}, method: "post", data: ${body} })`],
    ["axios.request", `axios.request({ url: ${at}, method: "POST", data: ${json} })`],
    ["an instance of axios", `this.httpService.post(${at}, ${body}).toPromise()`],
    [
      "a base address",
      `const api = axios.create({ baseURL: "https://api.iamport.kr" }); api.post("/payments/prepare", ${body})`,
    ],
    [
      "a base in a constant",
      `const base = 'https://api.iamport.kr'; axios.post(\`\${base}/payments/prepare\`, ${body})`,
    ],
    [
      "a base from elsewhere, in a file that names the service",
      `// https://api.iamport.kr
axios.post(\`\${process.env.BASE}/payments/prepare\`, ${body})`,
    ],
    [
      "a base from elsewhere, whose name tells",
      `axios.post(\`\${process.env.PORTONE_API}/payments/prepare\`, ${body})`,
    ],
    [
      "a client with a base from elsewhere, whose name tells",
      `const api = axios.create({ baseURL: env.iamportUrl }); api.post("/payments/prepare", ${body})`,
    ],
    [
      "a base in a property",
      `class Pay { base = "https://api.iamport.kr/"; pay() { axios.post(this.base + "/payments/prepare", ${body}); } }`,
    ],
    ["got", `got.post(${at}, { json: ${body} })`],
    ["got with a form", `got.post(${at}, { form: ${body} })`],
    ["ky", `ky.post("payments/prepare", { prefixUrl: "https://api.iamport.kr", json: ${body} })`],
    ["ky by a whole address", `ky.post(${at}, { json: ${body} })`],
    ["request", `request.post({ url: ${at}, json: ${body} }, callback)`],
    [
      "request with json: true",
      `request({ uri: ${at}, method: "POST", json: true, body: ${body} })`,
    ],
    [
      "jQuery",
      `$.ajax({ url: ${at}, type: "POST", data: ${json}, contentType: "application/json" })`,
    ],
    ["jQuery with a form", `jQuery.ajax({ url: ${at}, method: "POST", data: ${body} })`],
    [
      "options by a name",
      `const options = { url: ${at}, method: "POST", data: ${body} }; axios(options)`,
    ],
  ])("A REST call is found: %s", async (_name, text) => {
    expect(await found(".js", `// paylint: ksnet\n${text};`)).toEqual(wrong);
  });
  it("A REST call of another address, method or service is not found", async () => {
    const text = `// paylint: ksnet\naxios.post("/payments/prepare", ${body}); axios.get("https://api.iamport.kr/payments/prepare/1", ${body}); axios.post(\`\${SHOP}/payments/prepare\`, ${body}); shop.post("/payments/cancel", {}); axios.post("https://api.iamport.kr.example/payments/prepare", ${body}); axios.post("https://api.iamport.kr/users/getToken", ${body}); new Map().get("https://api.iamport.kr/x");`;
    expect(await lintText(".js", text)).toMatchObject({ calls: 0, diagnostics: [] });
  });
  it("A REST call is found by a path that no other service has, behind whatever base", async () => {
    for (const address of [
      'base + "/subscribe/payments/unschedule"',
      "`${base}/subscribe/payments/unschedule`",
    ]) {
      const text = `// paylint: ksnet\naxios.post(${address}, { customer_uid: "" });`;
      expect(await found(".js", text), address).toEqual(["shape/required /customer_uid"]);
    }
  });
  it("A REST call with a form is found, in which numbers are texts", async () => {
    const text = (amount: string) =>
      `/* paylint: ksnet */ fetch(${at}, { method: "POST", body: new URLSearchParams({ merchant_uid: "T-1", amount: "${amount}" }) })`;
    expect(await found(".js", text("1000"))).toEqual([]);
    expect(await found(".js", text("1,000"))).toEqual(["shape/type /amount"]);
  });
  it.each([
    ["jQuery.post", `$.post(${at}, { merchant_uid: "T-1", amount: "1000" })`],
    [
      "jQuery.ajax",
      `$.ajax({ url: ${at}, type: "POST", data: { merchant_uid: "T-1", amount: "1000" } })`,
    ],
    [
      "axios by its headers",
      `axios.post(${at}, { merchant_uid: "T-1", amount: "1000" }, { headers: { "Content-Type": "application/x-www-form-urlencoded" } })`,
    ],
    ["qs", `axios.post(${at}, qs.stringify({ merchant_uid: "T-1", amount: "1000" }))`],
  ])("A REST call with a form by %s is found", async (_name, text) => {
    expect(await lintText(".js", `// paylint: ksnet\n${text}`)).toMatchObject({
      reports: [{ kind: "ksnet.v1.prepare" }],
      diagnostics: [],
    });
    expect(await found(".js", `// paylint: ksnet\n${text.replace('"1000"', '"x"')}`)).toEqual(
      wrong,
    );
  });
  it("A REST call with JSON by jQuery is found, in which numbers are numbers", async () => {
    const text = `// paylint: ksnet\n$.ajax({ url: ${at}, type: "POST", data: JSON.stringify({ merchant_uid: "T-1", amount: "1000" }) })`;
    expect(await found(".js", text)).toEqual(wrong);
  });
});

describe("curl", () => {
  const wrong = ["shape/type /amount"];
  const start = "# paylint: ksnet\n";
  it.each([
    [
      "-d",
      `curl -X POST -d '{"merchant_uid":"T-1","amount":0}' https://api.iamport.kr/payments/prepare`,
    ],
    [
      "attached",
      `curl -XPOST -d'{"merchant_uid":"T-1","amount":0}' https://api.iamport.kr/payments/prepare`,
    ],
    [
      "over lines",
      `curl https://api.iamport.kr/payments/prepare \\\n  -H "Content-Type: application/json" \\\n  --data-raw '{\n "merchant_uid": "T-1",\n "amount": 0 }' | jq .`,
    ],
    [
      "--data=",
      `curl --data='{"merchant_uid":"T-1","amount":0}' --url https://api.iamport.kr/payments/prepare`,
    ],
    [
      "--json",
      `curl --json '{"merchant_uid":"T-1","amount":0}' https://api.iamport.kr/payments/prepare`,
    ],
    [
      "double quotes with a variable",
      `curl -d "{\\"merchant_uid\\":\\"$ORDER\\",\\"amount\\":0}" "$IAMPORT/payments/prepare"`,
    ],
    ["a form", `curl -d merchant_uid=T-1 -d amount=0 https://api.iamport.kr/payments/prepare`],
    [
      "a form in one",
      `curl -d 'merchant_uid=T-1&amount=0' https://api.iamport.kr/payments/prepare`,
    ],
  ])("A curl command is found: %s", async (_name, text) => {
    expect(await found(".sh", start + text)).toEqual(wrong);
  });
  it("A finding in a curl command marks the value in its quotes", async () => {
    const text = `# paylint: ksnet\ncurl -d "{\\"merchant_uid\\":\\"T-1\\",\\"amount\\":0}" https://api.iamport.kr/payments/prepare`;
    const { diagnostics: all } = await lintText(".sh", text);
    expect(
      all.map(({ range }) =>
        text.split("\n")[range.line - 1]?.slice(range.column - 1, range.endColumn - 1),
      ),
    ).toEqual(["0"]);
  });
  it("A file of requests is read, with variables", async () => {
    const text = `# paylint: ksnet\nPOST https://api.iamport.kr/payments/prepare\nContent-Type: application/json\nAuthorization: {{token}}\n\n{ "merchant_uid": "{{order}}", "amount": 0 }\n\n###\nGET https://api.iamport.kr/payments/1\n`;
    expect(lines(await lintText(".http", text))).toEqual(["6:42 shape/type /amount"]);
  });
});

describe("pages and documents", () => {
  it.each([
    [".html", `<!doctype html><body><script>IMP.request_pay(${payload})</script>`],
    [".htm", `<script type="module">IMP.request_pay(${payload})</script>`],
    [".html", `<button onclick='IMP.request_pay(${payload.replaceAll("'", "")})'>pay</button>`],
    [
      ".vue",
      `<template><b>{{ x }}</b></template><script setup lang="ts">const a: number = 1; IMP.request_pay(${payload})</script>`,
    ],
    [".vue", `<template><a @click='IMP.request_pay(${payload})'>{{ pay }}</a></template>`],
    [".html", `<a onclick='IMP.request_pay(${payload}); return false;'>pay</a>`],
    [".html", `<a href='javascript:void(IMP.request_pay(${payload}))'>pay</a>`],
    [".html", `<script>\n<!--\nIMP.request_pay(${payload});\n//-->\n</script>`],
    [
      ".html",
      `<SCRIPT LANGUAGE="JavaScript">with (document) { IMP.request_pay(${payload}); }</SCRIPT>`,
    ],
    [".svelte", `<script>let x; $: y = x; IMP.request_pay(${payload})</script><p>{x}</p>`],
    [".ejs", `<% if (user) { %><script>IMP.request_pay(${payload})</script><% } %>`],
    [".md", `# Pay\n\n\`\`\`js\nIMP.request_pay(${payload})\n\`\`\`\n`],
    [
      ".mdx",
      `import X from "x"\n\n<Tab>\n  ~~~ts title="a.ts"\n  IMP.request_pay(${payload} as const)\n  ~~~\n</Tab>\n`,
    ],
    [".md", `> \`\`\`html\n> <script>IMP.request_pay(${payload})</script>\n> \`\`\`\n`],
    [".php", `<?php if (1 > 0): ?><script>IMP.request_pay(${payload})</script><?php endif;`],
  ])("A call is found in a file with the ending %s: %s", async (ending, text) => {
    expect(await found(ending, text)).toEqual(one);
  });
  it("A document's commands and requests are read", async () => {
    const text = `\`\`\`sh\ncurl -d '{"merchant_uid":"T-1","amount":0,"pg":"ksnet"}' https://api.iamport.kr/subscribe/payments/onetime\n\`\`\``;
    expect(await found(".md", text)).toContain("shape/required /card_number");
  });
  it("A finding is at the right place in a page with Windows line ends", async () => {
    const text = `<p>\r\n<script>\r\nIMP.request_pay({\r\n  pg: "ksnet",\r\n  amount: "1"\r\n})</script>`;
    expect(lines(await lintText(".html", text))).toContain("5:11 shape/type /amount");
  });
  it("Scripts that are no JavaScript are passed over", async () => {
    const text = `<script type="text/template">IMP.request_pay( {{#if}} )</script><script type="application/json">{"request_pay": 1}</script>`;
    expect(await found(".html", text)).toEqual([]);
  });
});

describe("templates in scripts", () => {
  /** A call of which the template knows the amount, and the rest is known but for the quota. */
  const call = (amount: string, more = "") =>
    `IMP.request_pay(${payload.replace("80000", amount).replace("display:", `${more} display:`)})`;
  it.each([
    [".jsp", "<%= total %>", ""],
    [".jsp", "${total}", ""],
    [".jsp", '"${total}"', "", "shape/type /amount"],
    [".jsp", '<c:out value="${total}"/>', ""],
    [".jsp", "1000", '<c:if test="${a > b}"> buyer_tel: "${tel}", </c:if>'],
    [".jsp", "1000", "<% if (a > b) { %> buyer_tel: '<%= tel %>', <% } %>"],
    [".php", "<?= $total ?>", "<?php if ($a): ?> buyer_tel: '<?= $tel ?>', <?php endif; ?>"],
    [".php", "<?php echo $total; ?>", ""],
    [".ejs", "<%- total %>", ""],
    [".html", "{{ total }}", "{% if a %} buyer_tel: '{{ tel }}', {% endif %}"],
    [".html", "${total}", ""],
    [".html", "[[${total}]]", ""],
    [".html", "/*[[${total}]]*/ -1", ""],
    [".html", "/*[[${total}]]*/ '1000'", ""],
    [".html", "[[@{/pay}]]", ""],
    [".php", "@json($order['total'] ?? price(1))", ""],
    [".php", "{{ $total }}", "@if (count($a) > (0)) buyer_tel: '{{ $tel }}', @endif"],
    [".html", "{!! $total !!}", ""],
    [".html", "1000", "buyer_tel: `${a}-${b}`,"],
    [".html", '"{{ total }}"', "", "shape/type /amount"],
    [".js", "'${total}'", "", "shape/type /amount", "source/plain-template "],
    [".js", "'{{ total }}'", "", "shape/type /amount"],
  ])(
    "A script with a template is read in a file with the ending %s: %s %s",
    async (ending, amount, more, ...also: string[]) => {
      const code = call(amount, more);
      const text = ending === ".js" ? code : `<script>\n${code}\n</script>`;
      const expected =
        more.startsWith("<%") ||
        more.startsWith("<?") ||
        more.startsWith("{%") ||
        more.startsWith("@if") ||
        more.startsWith("<c:if")
          ? []
          : one;
      expect((await found(ending, text)).sort()).toEqual([...expected, ...also].sort());
    },
  );
  it("Messages show a template as it is written", async () => {
    const text = `<script>IMP.request_pay({ pg: "ksnet", amount: "<%= total %>" })</script>`;
    const { diagnostics: all } = await lintText(".ejs", text);
    const said = all.map(({ message }) => message).join();
    expect(said).toContain('amount is "<%= total %>", but');
  });
  it("A name is read of which the page makes a part", async () => {
    const text = `<script>IMP.request_pay({ pg: "ksnet", <%= key %>: 1, amount: "1", pay_<%= x %>: 2 })</script>`;
    // Any key may be given by that, also amount again.
    expect(await lintText(".jsp", text)).toMatchObject({ calls: 1, diagnostics: [] });
  });
  it("Code that no parser understands is told block by block, and the rest is read", async () => {
    const text = `<script>IMP.request_pay({ pg: ;</script><script>IMP.request_pay(((</script><script>IMP.request_pay(${payload})</script>`;
    const told = ["source/unparsable ", "source/unparsable "];
    expect((await found(".html", text)).sort()).toEqual([...one, ...told].sort());
    const { diagnostics: all } = await lintText(".html", text);
    expect(all.map(({ severity }) => severity)).toContain("info");
  });
});
