import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/java";

/** Comments and texts of Java. */
const skipped =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;

/** Code of the same length in which comments and texts are blank. */
const withoutTexts = (text: string): string =>
  text.replace(skipped, (stretch) => stretch.replace(/[^\n]/g, " "));

const switchExpression = /(?:=|\(|,|\?|:|->|\breturn|\byield)\s*(switch)\s*\([^{}]*\)\s*\{/g;

/**
 * Parses Java. What the grammar does not know is put in words that it knows, of the same length: a `switch` that is an expression
 * becomes a name, and the arrows of a `switch` colons.
 */
export function parse(text: string): SyntaxNode {
  if (!/\bswitch\b|->|\.class\s*\./.test(text)) return parser.parse(text).topNode;
  const code = withoutTexts(text);
  const letters = text.split("");
  const put = (at: number, instead: string) => {
    for (const [index, letter] of instead.split("").entries()) letters[at + index] = letter;
  };
  for (const match of code.matchAll(switchExpression)) {
    const start = match.index + match[0].indexOf("switch");
    const end = closingBrace(code, match.index + match[0].length);
    for (let at = start; at < end; at++) if (text[at] !== "\n") letters[at] = " ";
    put(start, "switched");
  }
  for (const { index, 0: whole } of code.matchAll(/\b(?:case\s[^;{}]*?|default\s*)->/g)) {
    put(index + whole.length - 2, ": ");
  }
  for (const { index } of code.matchAll(/\.class(?=\s*\.)/g)) put(index, ".Class");
  return parser.parse(letters.join("")).topNode;
}

/** The offset behind the brace that closes the one before an offset. */
function closingBrace(code: string, from: number): number {
  let depth = 1;
  for (let at = from; at < code.length; at++) {
    if (code[at] === "{") depth++;
    else if (code[at] === "}" && --depth === 0) return at + 1;
  }
  return code.length;
}
