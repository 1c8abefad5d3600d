import { createLinter, lintText } from "paylint/lint";
import { describe, expect, it } from "vitest";

const call = 'IMP.request_pay({ pg: "ksnet.2999199999", amount: "1" });';

describe("A linter that was made for some kinds and languages", () => {
  it("A linter checks the kinds that it was made for", async () => {
    const linter = await createLinter({
      kinds: ["ksnet.v1.request-pay"],
      languages: ["javascript"],
    });
    const { diagnostics, reports, unchecked } = linter.lintText(call, { filename: "pay.js" });
    expect(reports).toMatchObject([{ kind: "ksnet.v1.request-pay", gateway: "ksnet" }]);
    expect(unchecked).toEqual([]);
    expect(diagnostics.map(({ rule }) => rule)).toContain("shape/type");
  });

  it("A linter says that a payload of another kind was not checked, and does not report it as checked", async () => {
    const linter = await createLinter({ kinds: ["ksnet.v1.cancel"] });
    for (const [filename, text] of [
      ["pay.js", call],
      ["order.request-pay.json", '{ "amount": "1" }'],
    ] as const) {
      const result = linter.lintText(text, { filename });
      expect(result.unchecked.map(({ code }) => code)).toEqual(["not-loaded"]);
      expect([result.reports, result.diagnostics]).toEqual([[], []]);
    }
  });

  it("loads nothing for a kind that there is none of", async () => {
    const linter = await createLinter({ kinds: ["ksnet.v9.cancel", "toString"] });
    const { unchecked } = linter.lintText(call, { filename: "pay.js" });
    expect(unchecked.map(({ code }) => code)).toEqual(["not-loaded"]);
    const result = await lintText("{}", { filename: "a.json", kind: "toString" });
    expect(result.unchecked.map(({ code }) => code)).toEqual(["not-loaded"]);
  });

  it("A linter says that a text of another language was not checked", async () => {
    const linter = await createLinter({ languages: ["json"] });
    const { unchecked, redacted } = linter.lintText(call, { filename: "pay.js" });
    expect(unchecked.map(({ code }) => code)).toEqual(["not-loaded"]);
    expect(redacted).toBe(call);
  });
});

it("A linter that was made for a kind of call checks what the call's callback reads", async () => {
  const linter = await createLinter({ kinds: ["nice_v2.v1.request-pay"] });
  const text = 'IMP.request_pay({ pg: "nice_v2" }, (rsp) => { if (rsp.success) done(); });';
  const { diagnostics } = linter.lintText(text, { filename: "a.js" });
  expect(diagnostics.map(({ rule }) => rule)).toContain("callback/removed-field");
});

describe("A text of which nothing is read", () => {
  const secret = "birth: 900101, card: 4242 4242 4242 4242";
  const hidden = "birth: ******, card: **** **** **** ****";

  it("A text of unknown ending is told without its secrets, in the language asked for", async () => {
    const { redacted, errors } = await lintText(secret, { filename: "a.xyz", locale: "ko" });
    expect(redacted).toBe(hidden);
    expect(errors).toMatchObject([{ message: expect.stringMatching(/[가-힣]/) }]);
  });

  it("A text whose language is not loaded is told without its secrets", async () => {
    const linter = await createLinter({ languages: ["javascript"] });
    expect(linter.lintText(secret, { filename: "a.yaml" }).redacted).toBe(hidden);
  });

  it("A text is told without what its parser quotes of a secret, and without control characters", async () => {
    const linter = await createLinter({
      parser: () => ({ reason: "no 4242 4242 4242 4242 here\u001b[1m\nmore" }),
    });
    const { diagnostics } = linter.lintText("IMP.request_pay({ pg", { filename: "a.js" });
    const [message] = diagnostics.map((one) => one.message);
    expect(message).toContain("no **** **** **** **** here");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
    expect(message).not.toMatch(/\u001b|more/);
  });
});

describe("What is said of a text comes in its order", () => {
  const fence = (code: string) => `\`\`\`js\n${code}\n\`\`\`\n`;
  const order = (of: readonly { readonly range: { readonly line: number } }[]) =>
    of.map(({ range }) => range.line);

  it("Whatever is not checked comes in the order of the text, with the reason", async () => {
    const text = [
      fence("IMP.request_pay(a);"),
      fence("IMP.request_pay({ pg:"),
      fence("IMP.request_pay(b);"),
      '```json\n{ "merchant_uid": "a", "amount": 1 }\n```\n',
      fence("IMP.request_pay(c);"),
    ].join("");
    const { unchecked } = await lintText(text, { filename: "a.md" });
    expect(order(unchecked).length).toBeGreaterThan(3);
    expect(order(unchecked)).toEqual(order(unchecked).toSorted((one, other) => one - other));
  });

  it("Notes and findings come in the order of the text", async () => {
    const text = `${call}\n`.repeat(3);
    const { notes, diagnostics } = await lintText(text, { filename: "a.js", assume: "jtnet" });
    expect(order(notes)).toEqual([1, 2, 3]);
    const lines = order(diagnostics);
    expect(lines).toEqual(lines.toSorted((one, other) => one - other));
  });
});

describe("A finding belongs to the report of its payload", () => {
  it("A finding belongs to the report of its payload, also the first one", async () => {
    const { diagnostics } = await lintText(call, { filename: "a.js" });
    expect(diagnostics.map(({ report }) => report)).toEqual(diagnostics.map(() => 0));
  });

  it("by its number", async () => {
    const text = `IMP.request_pay({ pg: "kcp" });\n${call}\n${call}`;
    const { diagnostics, reports } = await lintText(text, { filename: "a.js" });
    const lines = diagnostics
      .filter(({ rule }) => rule === "shape/type")
      .map(({ report, range }) => [reports[report ?? -1]?.range.line, range.line]);
    expect(lines).toEqual([
      [2, 2],
      [3, 3],
    ]);
  });
});

describe("What several calls share is told once", () => {
  it("A fault that the callback of several calls reads is told once", async () => {
    const text = `const done = (rsp) => { if (rsp.success) end(); };
IMP.request_pay({ pg: "nice_v2" }, done);
IMP.request_pay({ pg: "nice_v2", amount: 1 }, done);`;
    const { diagnostics } = await lintText(text, { filename: "a.js" });
    expect(diagnostics.filter(({ rule }) => rule === "callback/removed-field")).toHaveLength(1);
  });

  it("An old script of another file is told once, at the first call", async () => {
    const address = "https://cdn.iamport.kr/js/iamport.payment-1.2.0.js";
    const project = { scripts: [{ address, file: "a.html" }] };
    const { diagnostics } = await lintText(`${call}\n${call}`, { filename: "a.js", project });
    const scripts = diagnostics.filter(({ rule }) => rule === "sdk/legacy-script");
    expect(
      scripts.map(({ range, message }) => [range.line, /a\.html\S*/.exec(message)?.[0]]),
    ).toEqual([[1, "a.html."]]);
  });
});

describe("A payload with a $schema", () => {
  it("A payload with a $schema may have more than is seen where it is spread", async () => {
    const linter = await createLinter();
    const text = '{ $schema: "ksnet.v1.prepare.json", ...more }';
    expect(linter.lintText(text, { filename: "a.json5" }).diagnostics).toEqual([]);
  });
});

describe("A text whose name has no ending", () => {
  it.each([
    ['{ "amount": "1" }', { kind: "ksnet.v1.request-pay" }],
    [call, {}],
  ])("is read as what it looks like: %s", async (text, options) => {
    const { diagnostics, errors } = await lintText(text, { filename: "order", ...options });
    expect(errors).toEqual([]);
    expect(diagnostics.map(({ rule }) => rule)).toContain("shape/type");
  });
});

describe("A linter without what a text needs", () => {
  it("says so in the language asked for, where that is a language", async () => {
    const linter = await createLinter({ languages: ["json"] });
    const of = (locale: "en" | "ko") =>
      linter.lintText(call, { filename: "a.js", locale }).unchecked[0]?.why;
    expect(of("ko")).toMatch(/[가-힣]/);
    expect(of("en")).not.toMatch(/[가-힣]/);
  });

  it("says so where it is one of several gateways", async () => {
    const linter = await createLinter({ kinds: ["ksnet.v1.request-pay"] });
    const options = { filename: "a.js", gateways: ["ksnet", "kcp"] };
    const result = linter.lintText("IMP.request_pay({ channelKey: key, amount: 1 });", options);
    expect(result.unchecked.map(({ code }) => code)).toEqual(["not-loaded"]);
    expect(result.reports).toEqual([]);
  });
});

it("A text that cannot be read has an error with its place", async () => {
  const text = '{\n  "amount": \n';
  const { errors } = await lintText(text, { filename: "a.json", kind: "ksnet.v1.request-pay" });
  expect(errors).not.toEqual([]);
  for (const { range } of errors) expect(range?.line).toBeGreaterThan(0);
});
