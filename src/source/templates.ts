import { templateLetter } from "./evaluate.js";
import type { Span } from "./located.js";

interface Pattern {
  readonly endings: RegExp;
  readonly code: RegExp;
  /** Whether a stretch puts a value there (and does not decide about what is around it). */
  readonly isValue: (stretch: string) => boolean;
}

/** `<c:out>` and `<fmt:formatNumber>` put a value there. */
function isOutputTag(stretch: string): boolean {
  return /^<(?:\w+:out|fmt:format\w+|\w+:property|\w+:message|spring:\w+)\b/.test(stretch);
}

/** What page languages put into a page, each with its stretches. */
const patterns: readonly Pattern[] = [
  {
    endings: /^\.(?:php|phtml)$/,
    code: /<\?(?:=|php\b)?[\s\S]*?(?:\?>|$)/g,
    isValue: (stretch) => stretch.startsWith("<?=") || /\b(?:echo|print|printf)\b/.test(stretch),
  },
  {
    endings: /^\.(?:jsp|jspx|ejs|erb|asp|aspx|html?|md|mdx)$/,
    code: /<%[\s\S]*?%>/g,
    isValue: (stretch) => /^<%(?:=|-(?!-))/.test(stretch),
  },
  { endings: /^\.jspx?$/, code: /[$#]\{[^{}]*\}/g, isValue: () => true },
  { endings: /^\.jspx?$/, code: /<\/?\w+:[\w-]+[^>]*>/g, isValue: isOutputTag },
  // Thymeleaf; what stands behind such a comment gives way to its value.
  {
    endings: /./,
    code: /\/\*\[\[[\s\S]*?\]\]\*\/\s*(?:'[^'\n]*'|"[^"\n]*"|[\w.$-]+|\[[^\]\n]*\]|\{[^}\n]*\})?/g,
    isValue: () => true,
  },
  { endings: /./, code: /\[[[(][$#*@~]\{[^}]*\}[\])]\]/g, isValue: () => true },
  // Blade
  { endings: /^\.php$/, code: /@json\((?:[^()]|\([^()]*\))*\)/g, isValue: () => true },
  {
    endings: /^\.php$/,
    code: /@(?:auth|can|else|elseif|empty|end\w+|error|for|foreach|guest|if|isset|php|unless)\b(?:[ \t]*\((?:[^()]|\([^()]*\))*\))?/g,
    isValue: () => false,
  },
  { endings: /./, code: /\{!![\s\S]*?!!\}/g, isValue: () => true },
  { endings: /./, code: /\{%[\s\S]*?%\}/g, isValue: () => false },
  {
    endings: /./,
    code: /\{\{[\s\S]*?\}\}\}?/g,
    isValue: (stretch) => !/^\{\{[~]?(?:[#/^!>]|else\b)/.test(stretch),
  },
];

/** A page in which its own language's code is letters where a value comes, and spaces elsewhere; of the same length. */
export function withoutTemplates(text: string, ending: string): { text: string; controls: Span[] } {
  const controls: Span[] = [];
  let masked = text;
  for (const { endings, code, isValue } of patterns) {
    if (!endings.test(ending)) continue;
    masked = masked.replace(code, (stretch: string, ...rest) => {
      const at = rest.find((one) => typeof one === "number") as number;
      if (isValue(stretch)) return templateLetter.repeat(stretch.length);
      controls.push([at, at + stretch.length]);
      return stretch.replace(/[^\n]/g, " ");
    });
  }
  return { text: masked, controls };
}

/** The same for `${...}`, which many page languages have, and JavaScript itself. */
export const withoutDollars = (text: string): string =>
  text.replace(/\$\{[^{}]*\}/g, (stretch) => templateLetter.repeat(stretch.length));
