import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/java";

/** Comments and texts of Java. */
const skipped =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;

/** Code of the same length in which comments and texts are blank. */
export const withoutTexts = (text: string): string =>
  text.replace(skipped, (stretch) => stretch.replace(/[^\n]/g, " "));

/** Words that the grammar takes for keywords everywhere, though they are some in the description of a module only. */
const namesAsKeywords =
  /\b(?:exports|module|opens?|provides|requires|to|transitive|uses|with)\b|\.\s*class\b/g;

const switchExpression = /(?:[=(,?:]|->|\breturn|\byield)\s*(switch)\s*\([^{}]{0,2000}\)\s*\{/g;

const arrowOfCase = /\b(?:case\s[^;{}]{0,2000}?|default\s*)->/g;

/**
 * Parses Java. What the grammar does not know is put in words that it knows, of the same length: a `switch` that is an expression
 * becomes a name, the arrows of a `switch` become colons, and names that it takes for keywords other names.
 */
export function parse(text: string): SyntaxNode {
  const code = withoutTexts(text);
  const changes: [start: number, end: number, instead: string][] = [];
  for (const match of code.matchAll(switchExpression)) {
    const start = match.index + match[0].indexOf("switch");
    const before = changes.at(-1);
    if (before && start < before[1]) continue;
    const end = closingBrace(code, match.index + match[0].length);
    changes.push([start, end, `switched${blank(code.slice(start + 8, end))}`]);
  }
  for (const { index, 0: whole } of code.matchAll(arrowOfCase)) {
    changes.push([index + whole.length - 2, index + whole.length, ": "]);
  }
  for (const { index, 0: whole } of code.matchAll(namesAsKeywords)) {
    changes.push([index, index + whole.length, `${whole.slice(0, -1)}_`]);
  }
  return parser.parse(changed(text, changes)).topNode;
}

const blank = (code: string): string => code.replace(/[^\n]/g, " ");

/** A text with stretches changed; what lies within a changed stretch counts no more. */
function changed(text: string, changes: readonly [number, number, string][]): string {
  const parts: string[] = [];
  let from = 0;
  for (const [start, end, instead] of [...changes].sort(([one], [other]) => one - other)) {
    if (start < from) continue;
    parts.push(text.slice(from, start), instead);
    from = end;
  }
  return parts.join("") + text.slice(from);
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
