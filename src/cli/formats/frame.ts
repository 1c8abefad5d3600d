import stringWidth from "fast-string-width";
import { escapeControls } from "../../validator/mask.js";
import { rankOf } from "../../validator/severity.js";
import type { Severity } from "../../validator/types.js";
import type { Lines } from "../report.js";
import type { Ink } from "./ink.js";

interface Mark extends Lines {
  readonly severity: Severity;
}

/** How many lines are shown, unless all are wanted. */
const mostLines = 2;

/** Columns that a line is cut to where the width of the terminal is not known, and those shown before its first mark then. */
const usualWidth = 100;
const contextBefore = 20;

interface FrameOptions {
  readonly text: readonly string[];
  /** Number of the first line of `text`. */
  readonly firstLine: number;
  /** The line that the call begins on, which is shown in any case. */
  readonly callLine: number | undefined;
  readonly width: number | undefined;
  readonly showsAll: boolean;
}

/** The lines that findings are on, with their numbers, and below each of them the marks of the findings. */
export function frame(marks: readonly Mark[], options: FrameOptions, ink: Ink): string[] {
  const { text, firstLine, callLine, width = usualWidth, showsAll } = options;
  const byLine = new Map<number, Mark[]>(callLine === undefined ? [] : [[callLine, []]]);
  for (const mark of [...marks].sort(bySeverity)) {
    const of = byLine.get(mark.line);
    if (of) of.push(mark);
    else if (showsAll || byLine.size < mostLines) byLine.set(mark.line, [mark]);
  }
  const numbers = [...byLine.keys()].sort((left, right) => left - right);
  const gutter = String(numbers.at(-1)).length;
  return numbers.flatMap((number) => {
    const line = text[number - firstLine];
    if (line === undefined) return [];
    const { shown, underline } = markedLine(
      line,
      byLine.get(number) as Mark[],
      width - gutter - 5,
      ink,
    );
    return [
      `  ${ink.dim(`${String(number).padStart(gutter)} |`)} ${shown}`,
      ...(underline === "" ? [] : [`  ${ink.dim(`${" ".repeat(gutter)} |`)} ${underline}`]),
    ];
  });
}

const bySeverity = (left: Mark, right: Mark) =>
  rankOf(right.severity) - rankOf(left.severity) ||
  left.line - right.line ||
  left.column - right.column;

/** A line, cut to a width round its first mark, and the marks below it. */
function markedLine(line: string, marks: readonly Mark[], width: number, ink: Ink) {
  // What is missing from an object marks its bracket, which says less than a value.
  const value = marks.find(({ column, endColumn }) => endColumn - column > 1) ?? marks[0];
  const first = value ? value.column - 1 : 0;
  const start =
    first > width - contextBefore
      ? Math.max(0, Math.min(first - contextBefore, line.length - width))
      : 0;
  const end = Math.min(line.length, start + width);
  const written = (from: number, to: number) =>
    escapeControls(line.slice(Math.max(from, start), Math.min(to, end)).replaceAll("\t", " "));
  const left = start > 0 ? "…" : "";
  let underline = "";
  let at = 0;
  for (const { column, endColumn, endLine, line: number, severity } of [...marks].sort(
    (one, other) => one.column - other.column,
  )) {
    const from = Math.max(column - 1, at);
    const to = Math.max(endLine === number ? endColumn - 1 : line.length, column);
    if (to <= from || to <= start || from >= Math.max(end, start + 1)) continue;
    const gap = stringWidth(written(at, from)) + (at === 0 ? left.length : 0);
    const length = Math.max(1, stringWidth(written(from, to)));
    underline += " ".repeat(gap) + ink.by(severity, "^".repeat(length));
    at = to;
  }
  const right = end < line.length ? "…" : "";
  return { shown: left + written(start, end) + right, underline };
}
