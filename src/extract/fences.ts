import type { Span } from "../text/positions.js";

/** A block of code in a document. */
export interface Fence {
  /** First word behind the opening mark, in lower case; empty where there is none. */
  readonly language: string;
  readonly span: Span;
  /** The code. Marks of a quotation at the beginning of its lines are blanks, so that no place moves. */
  readonly code: string;
}

/** Quotations and items of lists that a fence can be in. */
const before = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*/;
const opening = /^(?:(`{3,})([^`\n]*)|(~{3,})((?:[^~\n][^\n]*)?))$/;
const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/;

/** A fence is at the beginning of a line, however long that is. */
const longestFence = 500;

/** The blocks of code in a document. One with components in it is no proper Markdown, so only fences are looked for. */
export function* fencesIn(text: string): Generator<Fence> {
  let open: Open | undefined;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline + 1;
    const line = text.slice(start, Math.min(newline < 0 ? end : newline, start + longestFence));
    const bare = line.replace(/\r$/, "");
    const [, mark = ""] = open ? (closing.exec(bare) ?? []) : [];
    // The quotation that a fence is in ends the fence with it.
    const isLeft = open !== undefined && quotesOf(bare) < open.quotes;
    if (open && (mark.startsWith(open.mark) || isLeft)) {
      yield fenceOf(open, start, text);
      open = undefined;
    } else if (!open) open = openedBy(bare, end);
    start = end;
  }
  if (open) yield fenceOf(open, text.length, text);
}

interface Open {
  readonly mark: string;
  readonly language: string;
  readonly start: number;
  /** How many quotations the fence is in. */
  readonly quotes: number;
}

function openedBy(line: string, start: number): Open | undefined {
  const [nesting = ""] = before.exec(line) ?? [];
  const [, ticks, ticked, tildes, tilded] = opening.exec(line.slice(nesting.length)) ?? [];
  const mark = ticks ?? tildes;
  if (mark === undefined) return undefined;
  const [, language = ""] = /^[ \t]*\{?\.?([\w+#.-]*)/.exec(ticked ?? tilded ?? "") ?? [];
  return { mark, language: language.toLowerCase(), start, quotes: nesting.split(">").length - 1 };
}

const quotesOf = (line: string) => (/^[ \t>]*/.exec(line)?.[0] ?? "").split(">").length - 1;

function fenceOf({ language, start, quotes }: Open, end: number, text: string): Fence {
  const written = text.slice(start, end);
  const marks = new RegExp(`^(?:[ \\t]*>){${quotes}}`, "gm");
  const code =
    quotes === 0 ? written : written.replace(marks, (found) => found.replaceAll(">", " "));
  return { language, span: [start, end], code };
}
