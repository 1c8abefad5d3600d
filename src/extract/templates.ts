import type { Span } from "../text/positions.js";
import { templateLetter } from "./javascript/folding/templateText.js";

interface Pattern {
  readonly endings: RegExp;
  /** How a stretch begins; all of it where there is no `close`. */
  readonly open: RegExp;
  readonly close?: string;
  /** What else belongs to it. */
  readonly tail?: RegExp;
  /** True where a stretch that is not closed goes on to the end. */
  readonly toEnd?: boolean;
  /** Whether a stretch puts a value there (and does not decide about what is around it). */
  readonly isValue: (stretch: string) => boolean;
}

const always = () => true;
const never = () => false;

/** What page languages put into a page, each with its stretches. */
const patterns: readonly Pattern[] = [
  {
    endings: /^\.(?:php|phtml)$/,
    open: /<\?(?:=|php\b)?/g,
    close: "?>",
    toEnd: true,
    isValue: (stretch) => stretch.startsWith("<?=") || /\b(?:echo|print|printf)\b/.test(stretch),
  },
  {
    endings: /^\.(?:jsp|jspx|ejs|erb|asp|aspx|html?|md|mdx)$/,
    open: /<%/g,
    close: "%>",
    isValue: (stretch) => /^<%(?:=|-(?!-))/.test(stretch),
  },
  { endings: /^\.jspx?$/, open: /[$#]\{[^{}]*\}/g, isValue: always },
  {
    endings: /^\.jspx?$/,
    open: /<\/?\w{1,20}:[\w-]+/g,
    close: ">",
    // `<c:out>` and `<fmt:formatNumber>` put a value there.
    isValue: (stretch) =>
      /^<(?:\w+:out|fmt:format\w+|\w+:property|\w+:message|spring:\w+)\b/.test(stretch),
  },
  // Thymeleaf; what follows such a comment gives way to its value.
  {
    endings: /./,
    open: /\/\*\[\[/g,
    close: "]]*/",
    tail: /\s*(?:'[^'\n]*'|"[^"\n]*"|[\w.$-]+|\[[^\]\n]*\]|\{[^}\n]*\})?/y,
    isValue: always,
  },
  { endings: /./, open: /\[[[(][$#*@~]\{[^{}]*\}[\])]\]/g, isValue: always },
  // Blade
  { endings: /^\.php$/, open: /@json\((?:[^()]|\([^()]*\))*\)/g, isValue: always },
  {
    endings: /^\.php$/,
    open: /(?<![\w.])@(?:auth|can|else|elseif|empty|end\w+|error|for|foreach|guest|if|isset|php|unless)\b(?:[ \t]*\((?:[^()]|\([^()]*\))*\))?/g,
    isValue: never,
  },
  { endings: /./, open: /\{!!/g, close: "!!}", isValue: always },
  { endings: /./, open: /\{%/g, close: "%}", isValue: never },
  {
    endings: /./,
    open: /\{\{/g,
    close: "}}",
    tail: /\}?/y,
    isValue: (stretch) => !/^\{\{~?(?:[#/^!>]|else\b)/.test(stretch),
  },
];

/** The stretches of a pattern. A text full of openings that nothing closes costs no more than any other. */
function* stretchesOf({ open, close, tail, toEnd }: Pattern, text: string): Generator<Span> {
  open.lastIndex = 0;
  for (let match = open.exec(text); match; match = open.exec(text)) {
    let end = match.index + match[0].length;
    if (close !== undefined) {
      const closed = text.indexOf(close, end);
      if (closed < 0 && !toEnd) return;
      end = closed < 0 ? text.length : closed + close.length;
    }
    if (tail) {
      tail.lastIndex = end;
      end += tail.exec(text)?.[0].length ?? 0;
    }
    yield [match.index, end];
    open.lastIndex = end;
  }
}

/** A page in which its own language's code is letters where a value comes, and spaces elsewhere; of the same length. */
export function withoutTemplates(text: string, ending: string): { text: string; controls: Span[] } {
  const controls: Span[] = [];
  let masked = text;
  for (const pattern of patterns) {
    if (!pattern.endings.test(ending)) continue;
    const parts: string[] = [];
    let from = 0;
    for (const [start, end] of stretchesOf(pattern, masked)) {
      const stretch = masked.slice(start, end);
      const isValue = pattern.isValue(stretch);
      if (!isValue) controls.push([start, end]);
      parts.push(
        masked.slice(from, start),
        isValue ? templateLetter.repeat(stretch.length) : stretch.replace(/[^\n]/g, " "),
      );
      from = end;
    }
    if (from > 0) masked = parts.join("") + masked.slice(from);
  }
  return { text: masked, controls };
}

/** The same for `${...}`, which many page languages have, and JavaScript itself. */
export const withoutDollars = (text: string): string =>
  text.replace(/\$\{[^{}]*\}/g, (stretch) => templateLetter.repeat(stretch.length));
