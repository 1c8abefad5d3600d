import { describe, expect, it } from "vitest";
import { nothing } from "../../../dist/extract/reader.js";
import { lintExtracted } from "../../../dist/lint/environment.js";
import { createLinter, type LintOptions, lintText } from "../../../dist/lint/index.js";

const call = 'IMP.request_pay({ pg: "ksnet", amount: "1" });';
const python = `# paylint: ksnet
import requests
requests.post("https://api.iamport.kr/payments/prepare", json={"merchant_uid": "a", "amount": "1"})`;
const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\`\n`;
const types = ({ diagnostics }: Awaited<ReturnType<typeof lintText>>) =>
  diagnostics.filter(({ rule }) => rule === "shape/type").map(({ range }) => range.line);

describe("A text is read", () => {
  it.each<[string, string, string, number[]]>([
    ["as its ending says", call, "a.js", [1]],
    ["as a page", `<script>${call}</script>`, "a.html", [1]],
    ["as another language", python, "a.py", [3]],
    ["as a document of scripts", fence("js", call), "a.md", [2]],
    ["as a document of other languages", fence("python", python), "a.md", [4]],
    ["as a document of both", fence("js", call) + fence("python", python), "a.md", [2, 7]],
  ])("A text is read %s", async (_how, text, filename, lines) => {
    expect(types(await lintText(text, { filename }))).toEqual(lines);
    const linter = await createLinter();
    expect(types(linter.lintText(text, { filename }))).toEqual(lines);
  });

  it("A text is read, but of a document only the languages that a linter was made for", async () => {
    const text = fence("js", call) + fence("python", python);
    const only = await createLinter({ languages: ["markdown"] });
    expect(types(only.lintText(text, { filename: "a.md" }))).toEqual([2]);
    const both = await createLinter({ languages: ["markdown", "python"] });
    expect(types(both.lintText(text, { filename: "a.md" }))).toEqual([2, 7]);
    expect(types(both.lintText(python, { filename: "a.py" }))).toEqual([3]);
  });

  it("A text is read by the parser that a linter was given, and by no other", async () => {
    const asked: string[] = [];
    const linter = await createLinter({
      parser: (text) => {
        asked.push(text);
        return { reason: "none" };
      },
    });
    const { unchecked } = linter.lintText(call, { filename: "a.js" });
    expect(unchecked.map(({ code }) => code)).toEqual(["unparsable"]);
    expect(asked.length).toBeGreaterThan(0);
  });

  it("A text is read with the modules that the project has", async () => {
    const project: NonNullable<LintOptions["project"]> = {
      module: (specifier) =>
        specifier === "./won.js" ? { file: "won.js", text: 'export const won = "1";' } : undefined,
    };
    const text = 'import { won } from "./won.js";\nIMP.request_pay({ pg: "ksnet", amount: won });';
    expect(types(await lintText(text, { filename: "a.js", project }))).toEqual([2]);
    expect(types(await lintText(text, { filename: "a.js", project: {} }))).toEqual([]);
    const linter = await createLinter();
    expect(types(linter.lintText(text, { filename: "a.js", project }))).toEqual([2]);
    expect(types(linter.lintText(text, { filename: "a.js" }))).toEqual([]);
  });
});

describe("A text that is not read", () => {
  it("A text that is not read for its ending has that as its error, in the language asked for", async () => {
    const linter = await createLinter({ kinds: [] });
    for (const lint of [lintText, async (...of: [string, LintOptions]) => linter.lintText(...of)]) {
      const english = await lint("text", { filename: "a.xyz" });
      expect(english.errors).toMatchObject([{ message: expect.stringContaining(".xyz") }]);
      expect(english.errors[0]?.message).not.toMatch(/[가-힣]/);
      const korean = await lint("text", { filename: "a.xyz", locale: "ko" });
      expect(korean.errors[0]?.message).toMatch(/[가-힣]/);
      expect([english.diagnostics, english.unchecked, english.calls]).toEqual([[], [], 0]);
    }
  });

  it("A text that is not read for its language is unchecked from its first letter on", async () => {
    const linter = await createLinter({ languages: ["json"], kinds: [] });
    const { unchecked, errors } = linter.lintText(call, { filename: "a.js" });
    expect(unchecked).toMatchObject([
      { code: "not-loaded", range: { start: 0, end: 0, line: 1, column: 1 } },
    ]);
    expect(errors).toEqual([]);
  });
});

describe("A linter that was made for some kinds", () => {
  const codes = async (kinds: string[], text: string) => {
    const linter = await createLinter({ kinds });
    const { unchecked, reports } = linter.lintText(text, { filename: "a.js" });
    return [...unchecked.map(({ code }) => code), ...reports.map(({ kind }) => kind)];
  };
  it("A linter that was made for some kinds checks these alone, whatever others were loaded before", async () => {
    await createLinter();
    expect(await codes(["ksnet.v1.request-pay"], call)).toEqual(["ksnet.v1.request-pay"]);
    expect(await codes(["kcp.v1.request-pay"], call)).toEqual(["not-loaded"]);
    expect(await codes([], call)).toEqual(["not-loaded"]);
    expect(await codes(["kcp.v1.request-pay", "ksnet.v1.request-pay"], call)).toEqual([
      "ksnet.v1.request-pay",
    ]);
  });
});

it("What was extracted already is linted with the kinds that it needs", async () => {
  const payload = {
    ...{ value: { amount: "1" }, span: [0, 4] as const, duplicateKeys: [] },
    children: new Map(),
  };
  const extraction = { ...nothing, payloads: [{ payload, syntax: "json" as const }] };
  const options = { filename: "a.json", kind: "ksnet.v1.prepare" };
  const { reports, unchecked } = await lintExtracted("text", extraction, options);
  expect([reports.map(({ kind }) => kind), unchecked]).toEqual([["ksnet.v1.prepare"], []]);
});
