import { describe, expect, it } from "vitest";
import { type LintOptions, lintText } from "../../../../dist/lint/index.js";

const call = 'IMP.request_pay({ pg: "ksnet", amount: "1" });';

/** Lines of a text by what is on them. */
const lineOf: Readonly<Record<string, string>> = {
  call,
  "": "",
  file: "// paylint-disable-file shape/type",
  next: "// paylint-disable-next-line shape/type",
  "next tax": "// paylint-disable-next-line tax/vbank",
  disable: "// paylint-disable shape/type",
  enable: "// paylint-enable",
  "call line": `${call} // paylint-disable-line shape/type`,
  "call disable": `${call} // paylint-disable shape/type`,
  "call enable": `${call} // paylint-enable`,
  "line reason": `${call} // paylint-disable-line shape/type -- tax/vbank, shape/required`,
};

/** Which lines have a finding that stays, and which a directive without use. */
async function heard(...lines: string[]) {
  const text = lines.map((line) => lineOf[line]).join("\n");
  const { diagnostics } = await lintText(text, { filename: "a.js" });
  const linesOf = (rule: string) =>
    diagnostics.filter((one) => one.rule === rule).map(({ range }) => range.line);
  return { stay: linesOf("shape/type"), unused: linesOf("source/unused-suppression") };
}

describe("A directive covers", () => {
  it.each([
    ["the next line alone", ["call", "next", "call", "call"], [1, 4]],
    ["its own line alone", ["call", "call line", "call"], [1, 3]],
    ["its own line, whatever its reason names", ["call", "line reason", "call"], [1, 3]],
    ["the line below several directives", ["next", "next", "call", "call"], [4]],
    [
      "the next line, though the one before has a directive, too",
      ["next", "call", "next", "call", "call"],
      [5],
    ],
    ["all below up to the end", ["call", "disable", "call", "", "call"], [1]],
    [
      "all up to the line that enables, with that line",
      ["disable", "call", "call enable", "call"],
      [4],
    ],
    [
      "its own line where it begins behind a call",
      ["call", "call disable", "enable", "call"],
      [1, 4],
    ],
    [
      "each block up to its own end",
      ["disable", "call", "enable", "call", "disable", "call", "enable", "call"],
      [4, 8],
    ],
    ["the whole file from its last line, too", ["call", "", "call", "file"], []],
    ["nothing where it only enables", ["call", "enable", "call"], [1, 3]],
  ])("A directive covers %s: %j", async (_name, lines, stay) => {
    expect(await heard(...lines)).toEqual({ stay, unused: [] });
  });

  it("A directive covers the line on which a finding begins that has several", async () => {
    const text = (directive: string) =>
      `IMP.request_pay({ pg: "ksnet",\n${directive}\n  amount: paid\n    ? "1"\n    : "2" });`;
    for (const [directive, count] of [
      ["", 1],
      [lineOf.next ?? "", 0],
    ] as const) {
      const { diagnostics } = await lintText(text(directive), { filename: "a.js" });
      expect(diagnostics.filter(({ rule }) => rule === "shape/type")).toHaveLength(count);
    }
  });

  it.each([
    ["where it covers no finding", ["next", "", "call"], [3], [1]],
    ["where another rule is found", ["next tax", "call"], [2], [1]],
    ["though another one on the same line is used", ["next tax", "next", "call"], [], [1]],
    ["and neither of two that cover the same finding", ["disable", "next", "call"], [], []],
  ])("A directive covers in vain %s: %j", async (_name, lines, stay, unused) => {
    expect(await heard(...lines)).toEqual({ stay, unused });
  });
});

describe("A directive is read", () => {
  const other = 'IMP.request_pay({ pg: "ksnet", amount: "1", escrow: "no" });';
  /** What stays of two findings of a call below a comment, by path. */
  const left = async (comment: string, filename = "a.js") => {
    const { diagnostics } = await lintText(`${comment}\n${other}`, { filename });
    return diagnostics.filter(({ rule }) => rule === "shape/type").map(({ path }) => path);
  };
  it.each([
    ["// paylint-disable-next-line", []],
    ["//paylint-disable-next-line shape/type", []],
    ["/* paylint-disable-next-line shape/type */", []],
    ["/* paylint-disable-next-line */", []],
    ["f(); // paylint-disable-next-line shape/type", []],
    ["// paylint-disable-next-line shape/type -- why", []],
    ["// paylint-disable-next-line -- why", []],
    ["// paylint-disable-next-line tax/vbank, shape/type", []],
    ["// paylint-disable-next-line tax/vbank,shape/type", []],
    ["// paylint-disable-next-line tax/vbank shape/type", []],
    ["// paylint-disable-next-line\tshape/type\t", []],
    ["// paylint-disable-next-line shape/type\r", []],
    ["// paylint-disable-next-line tax/vbank", ["/amount", "/escrow"]],
    ["// see paylint-disable-next-line", ["/amount", "/escrow"]],
    ["paylint_disable_next_line // paylint", ["/amount", "/escrow"]],
    ["// paylint-disable-next-line shape/type!", ["/amount", "/escrow"]],
    ["// paylint-disable-nextline", ["/amount", "/escrow"]],
  ])("A directive is read: %j", async (comment, expected) => {
    expect(await left(comment)).toEqual(expected);
  });

  it.each([
    [
      "a.html",
      (code: string, directive: string) => `<!-- ${directive} -->\n<script>${code}</script>`,
    ],
    [
      "a.jsp",
      (code: string, directive: string) => `<%-- ${directive} --%>\n<script>${code}</script>`,
    ],
    [
      "a.jsx",
      (code: string, directive: string) =>
        `const a = <p>\n{/* ${directive} */}\n{${code.slice(0, -1)}}</p>;`,
    ],
    [
      "a.sh",
      (_code: string, directive: string) =>
        `# paylint: ksnet\n# ${directive}\ncurl -d '{"merchant_uid":"a","amount":"1"}' https://api.iamport.kr/payments/prepare`,
    ],
  ])("A directive is read in the comments of %s", async (filename, written) => {
    const of = async (directive: string) =>
      (await lintText(written(other, directive), { filename })).diagnostics.filter(
        ({ rule }) => rule === "shape/type",
      ).length;
    expect(await of("-")).toBeGreaterThan(0);
    expect(await of("paylint-disable-next-line shape/type")).toBe(0);
  });
});

describe("What is wrong with directives", () => {
  const told = async (text: string, options: Partial<LintOptions> = {}) =>
    (await lintText(text, { filename: "a.js", ...options })).diagnostics
      .filter(({ rule }) => /suppression|directive/.test(rule))
      .map(({ rule, range, message }) => ({
        rule,
        marked: text.slice(range.start, range.end),
        before: text.slice(0, range.start).split("\n").at(-1),
        message,
      }));

  it.each([
    ["// paylint-disable-line", "source/unused-suppression", "// ", "*"],
    ["// paylint-disable-line tax/vbank", "source/unused-suppression", "// ", "tax/vbank"],
    ["// paylint-disable-line a/b, c/d", "source/unused-suppression", "// ", "a/b, c/d"],
    [
      'f("paylint-disable-line"); // paylint-disable-line',
      "source/unused-suppression",
      'f("paylint-disable-line"); // ',
      "*",
    ],
    ["// paylint-disable-lines", "source/unknown-directive", "// ", "paylint-disable-lines"],
    ["/* paylint-off */", "source/unknown-directive", "/* ", "paylint-off"],
  ])("What is wrong with directives is told at its name: %s", async (line, rule, before, word) => {
    const [one, ...others] = await told(`${call}\n${line}`);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ rule, before });
    expect(line.slice(line.lastIndexOf("paylint-"))).toMatch(
      new RegExp(`^${one?.marked}(?![a-z-])`),
    );
    expect(one?.message).toContain(word);
  });

  it("What is wrong with directives names the directives that there are", async () => {
    const [one] = await told(`${call}\n// paylint-off`);
    for (const name of ["next-line", "line", "file"]) {
      expect(one?.message).toContain(`paylint-disable-${name}`);
    }
    expect(one?.message).toMatch(/paylint-disable,.*paylint-enable/);
  });

  it.each([
    ["of a mention of one", `${call}\n// see paylint-disable-line`, {}],
    ["in a text in which nothing is paid", "f(); // paylint-disable-line", {}],
    [
      "of a rule that is off",
      `${call}\n// paylint-disable-line tax/vbank`,
      { rules: { "tax/vbank": "off" } },
    ],
    ["at a call that is not checked", "// paylint-disable-next-line\nIMP.request_pay(order);", {}],
    [
      "on the last line of a payload that is not checked by its gateway",
      "IMP.request_pay({\n  a: 1,\n  // paylint-disable-next-line tax/vbank\n  ...order });",
      {},
    ],
  ] as const)("What is wrong with directives is not told %s", async (_name, text, options) => {
    expect(await told(text, options)).toEqual([]);
  });

  it("What is wrong with directives is not told above a key whose value is on the next line, where a call passes it on", async () => {
    const text =
      'const order = {\n  // paylint-disable-next-line tax/vbank\n  name:\n    "x",\n  channelKey: key,\n};\n\nIMP.request_pay(order);';
    expect(await told(text)).toEqual([]);
  });

  it("What is wrong with directives is not told where the payload is that a call which is not checked passes on", async () => {
    const text =
      "const order = {\n  // paylint-disable-next-line tax/vbank\n  ...more,\n};\n\nIMP.request_pay(order);";
    expect(await told(text)).toEqual([]);
  });

  it("What is wrong with directives is told beside a call that is not checked", async () => {
    const text = "IMP.request_pay(order);\n\n// paylint-disable-line\n// paylint-off";
    expect((await told(text)).map(({ rule }) => rule)).toEqual([
      "source/unused-suppression",
      "source/unknown-directive",
    ]);
  });
});
