import { element } from "./page.js";

/** What a stretch of code is, by the group that matched it. */
const tokens =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<key>"[^"\n]*"(?=\s*:)|[\w$]+(?=\s*:))|(?<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|(?<number>\b\d[\d_.]*\b)|(?<keyword>\b(?:true|false|null|const|let|await|async|import|from|as|function|return)\b)/g;

/** A stretch of a text that is pointed out. */
export interface Marked {
  readonly start: number;
  readonly end: number;
  readonly severity: string;
}

/** Code in colours, with places marked. Places do not overlap, and come in order. */
export function coloured(text: string, marked: readonly Marked[] = []): Node[] {
  const parts: Node[] = [];
  let at = 0;
  for (const { start, end, severity } of marked) {
    if (start < at) continue;
    parts.push(...plain(text.slice(at, start)));
    parts.push(element("mark", { class: severity }, ...plain(text.slice(start, end))));
    at = end;
  }
  return [...parts, ...plain(text.slice(at))];
}

function plain(text: string): Node[] {
  const parts: Node[] = [];
  let at = 0;
  for (const match of text.matchAll(tokens)) {
    const [kind] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? [
      "",
    ];
    parts.push(document.createTextNode(text.slice(at, match.index)));
    parts.push(element("span", { class: `code-${kind}` }, match[0]));
    at = match.index + match[0].length;
  }
  parts.push(document.createTextNode(text.slice(at)));
  return parts;
}

/** Code to be read, which the keyboard can scroll. */
export const codeBlock = (text: string, label: string): HTMLElement =>
  element(
    "pre",
    { tabindex: "0", role: "region", "aria-label": label },
    element("code", {}, ...coloured(text)),
  );

/** Colours the code below an element that has none yet. */
export function colour(root: ParentNode): void {
  for (const code of root.querySelectorAll("pre > code")) {
    code.replaceChildren(...coloured(code.textContent ?? ""));
  }
}
