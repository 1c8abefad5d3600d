import { describe, expect, it } from "vitest";
import { lintText } from "../../../dist/lint/index.js";

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

  it.each([
    ["where it covers no finding", ["next", "", "call"], [3], [1]],
    ["where another rule is found", ["next tax", "call"], [2], [1]],
    ["though another one on the same line is used", ["next tax", "next", "call"], [], [1]],
    ["and neither of two that cover the same finding", ["disable", "next", "call"], [], []],
  ])("A directive covers in vain %s: %j", async (_name, lines, stay, unused) => {
    expect(await heard(...lines)).toEqual({ stay, unused });
  });
});
