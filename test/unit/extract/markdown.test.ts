import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../../dist/extract/markdown.js";
import { address, again, found, linted, payload } from "./shared.js";
import { payloadsBy, readBy } from "./shownPayload.js";

const curl = `curl -d '${again()}' ${address}`;
const amountIsText = ["shape/type /amount"];
const quota = ["installment/range /display/card_quota/0"];

const rules = async (text: string) =>
  (await found("a.md", text)).map((line) => line.replace(/^\S+ /, ""));

describe("A fence that names no language", () => {
  it.each([
    ["a command", "```\n", curl],
    ["a command behind a prompt", "```\n", `$ ${curl}`],
    ["a command behind a line that sets a variable", "```\n", `TOKEN=abc\n${curl}`],
    [
      "a command that begins on the next line",
      "```\n",
      `curl \\\n  -d '${again()}' \\\n  ${address}`,
    ],
    ["a command called text", "```text\n", curl],
    ["a command called plaintext", "```plaintext\n", curl],
    ["a command called console", "```console\n", `$ ${curl}`],
    [
      "a command whose lines have prompts",
      "```console\n",
      `$ curl \\\n> -d '${again()}' \\\n> ${address}`,
    ],
    ["a request", "```\n", `POST ${address}\nContent-Type: application/json\n\n${again()}`],
    [
      "a request without its host",
      "```\n",
      `POST /subscribe/payments/again HTTP/1.1\n\n${again()}`,
    ],
  ])("A fence that names no language is read where it holds %s", async (_name, head, code) => {
    expect(await rules(`${head}${code}\n\`\`\`\n`)).toEqual(amountIsText);
  });

  it.each([
    ["prose", `Call ${address} with a body such as\n${again()}`],
    ["prose that begins with the word", `curl is a tool; send -d '${again()}' to ${address}`],
    [
      "Korean prose that begins with the word",
      `curl 명령으로 ${address} 를 호출합니다: -d '${again()}'`,
    ],
    ["prose about a method", `POST /subscribe/payments/again takes\n\n${again()}`],
    ["a function's name in a sentence", `IMP.request_pay({ pg: "ksnet" amount })`],
  ])("A fence that names no language is passed over where it holds %s", async (_name, code) => {
    const { diagnostics, calls, unchecked } = await linted("a.md", `\`\`\`\n${code}\n\`\`\`\n`);
    expect([diagnostics, calls, unchecked]).toEqual([[], 0, []]);
  });

  it("A fence that names no language is read as data where that says what it is, and else not", async () => {
    const data = `{ "amount": "9900", "pay_method": "card" }`;
    const named = data.replace("{", `{ "$schema": "paylint/schemas/ksnet.v1.request-pay.json",`);
    for (const language of ["", "json"]) {
      expect(await rules(`\`\`\`${language}\n${named}\n\`\`\``)).toContain("shape/type /amount");
      const kept = await linted("a.md", `\`\`\`${language}\n${data}\n\`\`\``, {
        kind: "ksnet.v1.request-pay",
      });
      expect([kept.reports, kept.unchecked]).toEqual([[], []]);
    }
  });
});

describe("A fence is found", () => {
  const js = `IMP.request_pay(${payload});`;

  it.each([
    ["in a list", `- one\n\n  \`\`\`js\n  ${js}\n  \`\`\`\n`],
    ["behind the mark of a list", `- \`\`\`js\n  ${js}\n  \`\`\`\n`],
    ["behind a number", `1. \`\`\`js\n   ${js}\n   \`\`\`\n`],
    ["of tildes", `~~~js\n${js}\n~~~\n`],
    [
      "of tildes with backticks in it",
      `~~~js\nconst a = \`x\`;\n\`\`\`\n~~~\n\n~~~js\n${js}\n~~~\n`,
    ],
    ["in a quotation", `> \`\`\`js\n> ${js}\n> \`\`\`\n`],
    [
      "in a quotation, over several lines",
      `> \`\`\`js\n> ${js.replaceAll(", ", ",\n>  ")}\n> \`\`\`\n`,
    ],
    ["in a quotation that ends it", `> \`\`\`js\n> ${js}\n\nprose that is no code\n`],
    [
      "in components",
      `<Tabs>\n  <Tab title="a">\n    \`\`\`js title="a.js" {1,3}\n    ${js}\n    \`\`\`\n  </Tab>\n</Tabs>\n`,
    ],
    ["in a file of Windows", `a\r\n\r\n\`\`\`js\r\n${js}\r\n\`\`\`\r\n`],
    ["behind code in a line", `\`\`\`not a fence\`\`\`\n\n\`\`\`js\n${js}\n\`\`\`\n`],
    ["with attributes", `\`\`\`{.javascript}\n${js}\n\`\`\`\n`],
    ["that nothing closes", `\`\`\`js\n${js}\n`],
  ])("A fence is found: %s", async (_name, text) => {
    expect(await rules(text)).toEqual(quota);
    expect(
      await rules(
        text
          .replaceAll("js\n", "python\n")
          .replace("js\r", "python\r")
          .replace("js title", "python title")
          .replace(".javascript", ".python"),
      ),
    ).toEqual([]);
  });

  it("A fence is found with its places in the document", async () => {
    const text = `a\n\n> - \`\`\`js\n>   IMP.request_pay(${payload});\n>   \`\`\`\n`;
    const [first] = (await linted("a.md", text)).diagnostics;
    expect(text.slice(first?.range.start, first?.range.end)).toBe("1");
    expect(first?.range.line).toBe(4);
  });
});

describe("A broken fence", () => {
  const broken = `IMP.request_pay({\n  pg: "ksnet"\n  amount: 1 });`;
  const unparsable = async (text: string) =>
    (await found("a.md", text)).filter((line) => line.includes("unparsable"));

  it("A broken fence is reported at the line of its fault, each by itself, with its reason", async () => {
    const text = `# a\n\n\`\`\`js\n${broken}\n\`\`\`\n\n- b\n\n  \`\`\`ts\n  ${broken}\n  \`\`\`\n`;
    expect(await unparsable(text)).toEqual(["6:3 source/unparsable ", "14:3 source/unparsable "]);
    const { unchecked } = await linted("a.md", text);
    expect(unchecked.map(({ code, range }) => `${code} ${range.line}`)).toEqual([
      "unparsable 6",
      "unparsable 14",
    ]);
  });

  it("A broken fence leaves the others read", async () => {
    expect(
      await rules(`\`\`\`js\n${broken}\n\`\`\`\n\`\`\`js\nIMP.request_pay(${payload})\n\`\`\``),
    ).toEqual(["source/unparsable ", ...quota]);
  });

  it.each([
    ["names a path in a list of them", "cancel: /payments/cancel\n{ a: 1 b: 2 }"],
    ["names a call in a comment only", "// IMP.request_pay(param, callback)\n{ a: 1 b: 2 }"],
    ["names a function without calling it", "IMP.request_pay: takes a b c"],
  ])("A broken fence is passed over where it %s", async (_name, code) => {
    expect(await unparsable(`\`\`\`js\n${code}\n\`\`\`\n`)).toEqual([]);
  });

  it("A broken fence is told of where a request in it is broken", async () => {
    const request = `POST ${address}\n\n{\n "amount": 1\n "name": "a"\n}`;
    expect(await unparsable(`\`\`\`http\n${request}\n\`\`\`\n`)).toEqual([
      "6:2 source/unparsable ",
    ]);
  });
});

describe("A fence of JavaScript that begins with a tag", () => {
  const old = `<script src="https://cdn.iamport.kr/js/iamport.payment-1.1.5.js"></script>`;
  const call = `IMP.request_pay(${payload});`;
  const both = ["sdk/legacy-script ", ...quota];

  it.each([
    [
      "loads the SDK for a call in another fence",
      `\`\`\`javascript\n${old}\n\`\`\`\n\n\`\`\`js\n${call}\n\`\`\``,
    ],
    ["loads the SDK for a call below it", `\`\`\`js\n<!-- SDK -->\n${old}\n${call}\n\`\`\``],
    ["loads the SDK for a call in a script", `\`\`\`js\n${old}\n<script>${call}</script>\n\`\`\``],
    ["is called HTML", `\`\`\`html\n${old}\n\`\`\`\n\n\`\`\`js\n${call}\n\`\`\``],
  ])("A fence of JavaScript that begins with a tag is a page: one that %s", async (_name, text) => {
    expect(await rules(text)).toEqual(both);
  });

  it("A fence of JavaScript that begins with a tag can be JSX", async () => {
    const jsx = `<button onClick={() => IMP.request_pay(${payload})}>pay</button>`;
    expect(await rules(`\`\`\`jsx\n${jsx}\n\`\`\``)).toEqual(quota);
  });

  it("A fence is told of by an address in a text, too, but not by one in a comment", async () => {
    const loader = `const s = document.createElement("script");\ns.src = "https://cdn.iamport.kr/js/iamport.payment-1.1.5.js";`;
    const text = (code: string) => `\`\`\`js\n${code}\n\`\`\`\n\n\`\`\`js\n${call}\n\`\`\``;
    expect(await rules(text(loader))).toEqual(both);
    expect(await rules(text(loader.replace("s.src", "// s.src")))).toEqual(quota);
  });
});

describe("In a sample of a request", () => {
  const command = (text: string) => `\`\`\`sh\ncurl ${address} -d '${text}'\n\`\`\``;

  it.each([
    ["in braces, without quotes", "{amount}"],
    ["in angles, without quotes", "<the amount>"],
    ["in words, without quotes", "결제 금액"],
    ["for a number, in quotes", '"{amount}"'],
    ["for its form, in quotes", '"금액, 숫자 4자리"'],
    ["as a variable of the shell", '"$AMOUNT"'],
    ["as a variable of a client", '"{{amount}}"'],
  ])(
    "A placeholder is unknown in a sample of a request, and elsewhere a mistake: %s",
    async (_name, amount) => {
      expect(await rules(command(again(amount)))).toEqual([]);
      const { diagnostics } = await linted("a.sh", `curl ${address} -d '${again(amount)}'`, {
        rules: { "rest/authorization": "off" },
      });
      expect(diagnostics.map(({ rule }) => rule)).toEqual([
        amount.startsWith('"') ? "shape/type" : "rest/body",
      ]);
    },
  );

  it("A part of a text in a sample is unknown, and the rest of it is not", async () => {
    const text = again("1000").replace(
      '"o-1"',
      '"order-{order number}-and-very-much-more-than-forty-letters"',
    );
    expect(await rules(command(text))).toEqual(["shape/length /merchant_uid"]);
  });

  it.each([
    ["an ellipsis", '{ "amount": "9900", ... }'],
    ["an ellipsis first", '{ ..., "amount": "9900" }'],
    ["an ellipsis without commas", '{ "merchant_uid": "a"\n ...\n "amount": "9900" }'],
    ["a comment", '{ "amount": "9900" // ...\n}'],
    ["a comment in Korean", '{ /* 중략 */ "amount": "9900" }'],
  ])(
    "What a sample leaves out by %s is not missing, and what is there is checked",
    async (_name, text) => {
      expect(await rules(command(text))).toEqual(amountIsText);
      expect(await rules(`\`\`\`http\nPOST ${address}\n\n${text}\n\`\`\``)).toEqual(amountIsText);
    },
  );

  it("What a sample of a page leaves out is not missing either", async () => {
    const page = (more: string) =>
      `\`\`\`html\n<p></p><script>IMP.request_pay({ amount: "1"${more} })</script>\n\`\`\``;
    expect(await rules(page(", /* ... */"))).toEqual(amountIsText);
    expect(await rules(page(""))).toContain("shape/required /merchant_uid");
  });

  it("What an object in an open sample lacks is not missing either", async () => {
    const text = '{ "schedules": [{ "amount": "9900" }], ... }';
    const schedule = "https://api.iamport.kr/subscribe/payments/schedule";
    expect(await rules(`\`\`\`http\nPOST ${schedule}\n\n${text}\n\`\`\``)).toEqual([
      "shape/type /schedules/0/amount",
    ]);
  });

  it("A comment that says that a key may be left out leaves the object closed", async () => {
    const text = '{ "amount": 9900, // 생략 가능\n "name": "a" }';
    expect(await rules(command(text))).toContain("shape/required /merchant_uid");
  });

  it("A placeholder of the shell is one in a form, too", async () => {
    const form = `\`\`\`sh\ncurl ${address} -d amount=<amount> -d customer_uid={uid} -d vat=ten\n\`\`\``;
    const told = await rules(form);
    expect(told).toContain("shape/type /vat");
    expect(told).not.toContain("shape/type /amount");
  });
});

describe("A block of a document is read by the name of its language", () => {
  const call = `IMP.request_pay(${payload});`;
  const found = async (name: string, code: string) =>
    (await linted("a.md", `\`\`\`${name}\n${code}\n\`\`\`\n`)).calls;
  it.each("js javascript mjs cjs jsx node ts typescript mts cts tsx JS {.js} .ts".split(" "))(
    "A block of %s is read as a program",
    async (name) => {
      expect(await found(name, call)).toBe(1);
    },
  );
  it.each("html htm vue svelte jsp php ejs".split(" "))(
    "A block of %s is read as a page",
    async (name) => {
      expect(await found(name, `<script>${call}</script>`)).toBe(1);
    },
  );
  it.each(
    "sh bash zsh shell console curl shell-session shellscript bat cmd batch powershell ps1 pwsh".split(
      " ",
    ),
  )("A block of %s is read as commands", async (name) => {
    expect(await found(name, curl)).toBe(1);
  });
  it.each(["http", "rest"])("A block of %s is read as requests", async (name) => {
    expect(await found(name, `POST ${address}\n\n${again()}`)).toBe(1);
  });
  it.each(["java", "JAVA", ".java"])("A block of %s is read as Java", async (name) => {
    expect(await found(name, `rest.postForObject("${address}", Map.of("a", 1), A.class);`)).toBe(1);
  });
  it.each(["python", "python3", "py", "{.py}"])("A block of %s is read as Python", async (name) => {
    expect(await found(name, `import requests\nrequests.post("${address}", json={"a": 1})`)).toBe(
      1,
    );
  });
  it.each(["ruby", "go", "jss", "javax", "py2", "constructor"])(
    "A block of %s is not read",
    async (name) => {
      expect(await found(name, call)).toBe(0);
      expect(await found(name, curl)).toBe(0);
    },
  );
});

describe("A block that does not parse is told only where it holds a call", () => {
  const isTold = async (language: string, code: string) =>
    (await linted("a.md", `\`\`\`${language}\n${code}\n\`\`\`\n`)).unchecked.length > 0;
  const broken = "const a = ;";
  it.each<[name: string, code: string, is: boolean]>([
    ["a function of an SDK that is called", `${broken} IMP.request_pay({})`, true],
    ["a function of an SDK that is called with a blank", `${broken} IMP.request_pay ({})`, true],
    ["a function of an SDK that may be called", `${broken} IMP.request_pay?.({})`, true],
    [
      "a function of an SDK that is called otherwise",
      `${broken} IMP.request_pay.call (IMP, {})`,
      true,
    ],
    ["a function of an SDK that is only named", `${broken} IMP.request_pay = 1`, false],
    ["a name that ends like a function of an SDK", `${broken} my_request_pay({})`, false],
    ["a call in a comment", `${broken} /* a\n IMP.request_pay({}) */`, false],
    ["a call behind a comment", `/* a */ ${broken} IMP.request_pay({}) /* b */`, true],
    ["a call in a comment of a line", `${broken} // IMP.request_pay({})`, false],
    ["a call behind a comment of a line", `// a\n${broken} IMP.request_pay({})`, true],
    [
      "an address in a text, and a call behind it",
      `${broken} f("https://a.example"); IMP.request_pay({})`,
      true,
    ],
    [
      "an address that is sent to",
      `${broken} fetch("https://api.iamport.kr/subscribe/payments/again")`,
      true,
    ],
    [
      "an address that a client sends to",
      `${broken} client.post ("/subscribe/payments/again")`,
      true,
    ],
    [
      "an address that is only named",
      `${broken} f("https://api.iamport.kr/subscribe/payments/again")`,
      false,
    ],
    ["what is sent to another address", `${broken} fetch("https://shop.example/pay")`, false],
    [
      "an address, and what sends in a comment",
      `/* fetch */ ${broken} f("${address}") // curl`,
      false,
    ],
    ["an address that is given to a class", `${broken} new Request ("${address}")`, false],
    ["an address, and the method in a text", `${broken} send("POST", "${address}")`, true],
    ["an address, and the other method in a text", `${broken} send("PUT", "${address}")`, true],
    ["an address, and the method in a name", `${broken} f("${address}", POSTED, PUTS)`, false],
    ["an address, and a name with a client's in it", `${broken} prefetch("${address}")`, false],
    ["an address that a client puts to", `${broken} client.put("${address}")`, true],
    ["an address behind a member", `${broken} client.postal("${address}", output())`, false],
    ["nothing of payments", broken, false],
  ])("A block that does not parse is told where it holds a call: %s", async (_name, code, is) => {
    expect(await isTold("js", code)).toBe(is);
  });

  it.each("fetch axios ajax request curl got ky".split(" "))(
    "A block that does not parse is told where %s is given an address",
    async (name) => {
      expect(await isTold("js", `${broken} ${name}("${address}")`)).toBe(true);
    },
  );

  it("A block of Java is told whose body is broken, as one of JavaScript is", async () => {
    const body = '{ \\"amount\\": 1 \\"name\\" }';
    expect(await isTold("java", `rest.postForObject("${address}", "${body}", A.class);`)).toBe(
      true,
    );
  });
});

describe("The addresses in a block of JavaScript are told, whether or not it is a program", () => {
  const at = "https://cdn.iamport.kr/v1/iamport.js";
  const other = "https://shop.example/a.js";
  const told = (code: string) => {
    const text = `a\n\n\`\`\`js\n${code}\n\`\`\`\n`;
    const { addresses } = readBy(readMarkdown, text, { ending: ".md" });
    return addresses.map((one) => `${one.text} at ${text.slice(...one.span)}`);
  };
  it.each<[name: string, code: string, addresses: string[]]>([
    ["of a program without a payment", `load("${at}"); load("${other}");`, [at, other]],
    ["of code that is no program", `load("${at}"; load("${other}"`, [at, other]],
    ["of a program with a payment", `load("${other}"); IMP.request_pay({});`, [other]],
    ["but not in its comments", `IMP.request_pay({}); /*\nload("${other}")\n*/`, []],
    ["of a script in a page", `<script>load("${other}"); IMP.request_pay({})</script>`, [other]],
    ["of tags below a comment", `<!-- a -->\n<script src='${at}'></script>`, [at]],
  ])("The addresses in a block of JavaScript are told %s", (_name, code, addresses) => {
    const expected = addresses.map((one) =>
      code.includes(`src='${one}'`) ? `${one} at src='${one}'` : `${one} at "${one}"`,
    );
    expect(told(code)).toEqual(expected);
  });

  it("JSX with a payment in it is a program, and no page", () => {
    const jsx = `<b onClick={() => IMP.request_pay({ name: "a" })}>x</b>;\n<b onclick='IMP.request_pay({})' />`;
    const text = `\`\`\`jsx\n${jsx}\n\`\`\`\n`;
    expect(payloadsBy(readMarkdown, text, { ending: ".md" })).toEqual(['{ name: "a" }']);
  });
});

describe("A block of JavaScript may show the tags of a page", () => {
  const js = `IMP.request_pay(${payload});`;
  const sdk = "https://cdn.iamport.kr/js/iamport.payment-1.1.8.js";
  const lines = async (text: string) => found("a.md", text);
  const column = (text: string) => text.lastIndexOf("[1]") + 2;

  it.each<[name: string, code: string]>([
    ["a script alone", `<script>${js}</script>`],
    ["a script behind blanks", ` \n <script>\n${js}\n</script>\n`],
    ["a script, and code below it", `<script src="x"></script>\n${js}`],
    ["two scripts, and code below them", `<script>a()</script> <script\n>b()</script>\n${js}`],
    ["a comment of a page, and code below it", `<!-- IMP.init\n("imp") -->\n${js}`],
    ["JSX with a call in it", `<b onClick={() => { ${js} }}>x</b>`],
    ["code that compares", `if (a <b) ${js}`],
  ])("A block of JavaScript is read: %s", async (_name, code) => {
    const text = `\`\`\`jsx\n${code}\n\`\`\`\n`;
    const before = text.slice(0, text.lastIndexOf("[1]"));
    const row = before.split("\n").length;
    expect(await lines(text)).toEqual([
      `${row}:${column(text) - (before.lastIndexOf("\n") + 1)} installment/range /display/card_quota/0`,
    ]);
  });

  it.each([
    ["in a tag", `<script src="${sdk}"></script>`],
    ["in code without a call", `load("${sdk}");`],
    ["in code with another address", `load("${sdk}"); load("//x.example/a.js")`],
  ])(
    "An old SDK that one block loads is told where another has a call: %s",
    async (_name, code) => {
      const text = `\`\`\`js\n${code}\n\`\`\`\n\n\`\`\`js\n${js}\n\`\`\`\n`;
      const told = await rules(text);
      expect(told).toEqual(["sdk/legacy-script ", ...quota]);
    },
  );
});

it("Of the data in a block only what names its schema is read", async () => {
  const named = `{ "$schema": "paylint/schemas/ksnet.v1.request-pay.json", "amount": "9900" }`;
  const { reports } = await linted("a.md", `\`\`\`json\n${named}\n\`\`\`\n`);
  expect(reports).toHaveLength(1);
  const other = `{ "amount": "9900", "text": "$schema" }`;
  const passed = await linted("a.md", `\`\`\`json\n${other}\n\`\`\`\n`, {
    kind: "ksnet.v1.request-pay",
  });
  expect(passed.reports).toEqual([]);
});
