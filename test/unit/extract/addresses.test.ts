import { describe, expect, it } from "vitest";
import { quotedAddresses } from "../../../src/extract/addresses.js";

const address = "https://cdn.example/sdk.js";
const found = (text: string) =>
  quotedAddresses(text).map(({ text: one, span }) => [one, text.slice(...span)]);

describe("An address in quotes is loaded by some code", () => {
  it.each([
    ["in double quotes", `load("${address}")`, `"${address}"`],
    ["in single quotes", `load('${address}')`, `'${address}'`],
    ["in backticks", `load(\`${address}\`)`, `\`${address}\``],
    ["behind a comment of HTML", `<!-- a "//x/y" --> "${address}"`, `"${address}"`],
    ["behind an empty comment of HTML", `<!----> "${address}"`, `"${address}"`],
    ["between comments of HTML", `<!-- a --> "${address}" <!-- b -->`, `"${address}"`],
    ["behind a line that is a comment", `// a\n"${address}"`, `"${address}"`],
    ["behind two slashes in another address", `a = "https://a b"; "${address}"`, `"${address}"`],
    ["behind a mark that touches a word", `a#b "${address}"`, `"${address}"`],
    ["far behind a mark on its line", `# ${" ".repeat(500)}"${address}"`, `"${address}"`],
  ])("An address in quotes is loaded by some code: %s", (_name, text, whole) => {
    expect(found(text)).toEqual([[address, whole]]);
  });

  it("Several addresses are each loaded, also without their scheme", () => {
    expect(found(`'//a.example/b' "${address}"`).map(([one]) => one)).toEqual([
      "//a.example/b",
      address,
    ]);
  });

  it.each([
    ["in a comment of HTML", `<!-- \n "${address}"\n -->`],
    ["in a comment of HTML with a mark in it", `<!-- a > b - "${address}" -->`],
    ["in a line that is a comment", `// "${address}"`],
    ["behind a mark in the middle of a line", `a # b "${address}"`],
    ["in a block comment", `/*\n * "${address}"\n */`],
    ["behind a mark on a later line", `a\nb // "${address}"`],
    ["in quotes that differ", `"${address}'`],
    ["with blanks in it", `"https://a b"`],
    ["without quotes", address],
    ["relative to the page", `"/sdk.js"`],
  ])("No address is loaded %s", (_name, text) => {
    expect(found(text)).toEqual([]);
  });
});
