import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/java";
import { blank, type Change, switchAsCall, switchAsName } from "./switchExpression.js";

/** Comments and texts of Java. */
const skipped =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;

/** Code of the same length in which comments and texts are blank. */
export const withoutTexts = (text: string): string => text.replace(skipped, blank);

/** Words that the grammar takes for keywords everywhere, though they are some in the description of a module only. */
const namesAsKeywords = /\b(?:exports|opens?|provides|requires|to|transitive|uses|with)\b/g;

const switchExpression = /(?:[=(,?:]|->|\breturn|\byield)\s*(switch)\s*\([^{}]{0,2000}\)\s*\{/g;

const arrowOfCase = /\b(?:case\s[^;{}]{0,2000}?|default\s*)->/g;

/** A parsed text. */
interface ParsedJava {
  readonly root: SyntaxNode;
  /** Where statements begin that the tree calls `throw` and that give the value of a `switch`. */
  readonly yields: ReadonlySet<number>;
}

/**
 * Parses Java. What the grammar does not know is put in words that it knows, of the same length: a `switch` that is an expression
 * becomes a call, the arrows of a `switch` become colons, and names that it takes for keywords other names.
 */
export function parse(text: string, isSample = false): ParsedJava {
  const code = withoutTexts(text);
  const changes: Change[] = [];
  const yields = new Set<number>();
  for (const match of code.matchAll(switchExpression)) {
    const start = match.index + match[0].indexOf("switch");
    const open = match.index + match[0].length - 1;
    const call = switchAsCall(code, start, open) ?? switchAsName(code, start, open);
    changes.push(...call.changes);
    for (const at of call.yields) yields.add(at);
  }
  for (const { index, 0: whole } of code.matchAll(arrowOfCase)) {
    changes.push([index + whole.length - 2, index + whole.length, ": "]);
  }
  for (const { index, 0: whole } of code.matchAll(namesAsKeywords)) {
    changes.push([index, index + whole.length, `${whole.slice(0, -1)}_`]);
  }
  const grammar = isSample && areMembers(code) ? members : parser;
  return { root: grammar.parse(changed(text, changes)).topNode, yields };
}

const members = parser.configure({ top: "ClassContent" });

/** Whether code is the methods of a class without the class. */
const areMembers = (code: string): boolean =>
  !/^[ \t]{0,40}import\b|\b(?:class|interface|record|enum)\s{1,9}\w{1,99}\s{0,9}[<({ei]/m.test(
    code,
  ) && /^[ \t]*[\w<>[\], ?]{1,120}\s\w+\s*\([^;{}=]{0,500}\)[^;{}=()]{0,200}\{/m.test(code);

/** A text with ranges replaced. A change within a replaced range has no effect. */
function changed(text: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const [start, end, instead] of [...changes].sort(([one], [other]) => one - other)) {
    if (start < from) continue;
    parts.push(text.slice(from, start), instead);
    from = end;
  }
  return parts.join("") + text.slice(from);
}
