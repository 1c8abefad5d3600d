import stringWidth from "fast-string-width";
import { createColors } from "picocolors";
import { gateways } from "../../generated/gateways.js";
import { escapeControls } from "../../validator/mask.js";
import type { Locale, Severity } from "../../validator/types.js";
import type { FileReport, LocatedDiagnostic, LocatedUnchecked, Output, Totals } from "../report.js";

type Colors = ReturnType<typeof createColors>;

const colors = { error: "red", warning: "yellow", info: "cyan" } as const satisfies Record<
  Severity,
  keyof Colors
>;

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

interface Words {
  readonly severity: Record<Severity, string>;
  readonly fix: string;
  readonly source: string;
  total(totals: Totals): string;
  /** @param judged as what the calls were checked, in words; empty where none was */
  calls(totals: Totals, judged: string): string;
  /** @param names gateways; empty for PortOne's own */
  judged(count: number, names: string): string;
  note(one: LocatedUnchecked): string;
  unchecked(one: LocatedUnchecked): string;
  more(count: number): string;
  places(count: number): string;
  fixed(count: number): string;
}

const words: Record<Locale, Words> = {
  en: {
    severity: { error: "error", warning: "warning", info: "info" },
    fix: "fix",
    source: "source",
    total: ({ visited, files, payloads, errors, warnings, infos }) =>
      `${counted(payloads, "payload")} in ${files === visited ? counted(files, "file") : `${files} of ${counted(visited, "file")}`}: ${counted(errors, "error")}, ${counted(warnings, "warning")}, ${counted(infos, "info")}`,
    calls: ({ calls, unchecked }, judged) =>
      `${counted(calls, "payment call")}${judged === "" ? " found" : `: ${judged}`}${unchecked > 0 ? `, ${unchecked} not checked:` : judged === "" ? ", all checked" : ""}`,
    judged: (count, names) => `${count} as ${names === "" ? "PortOne's own" : names}`,
    note: ({ why, advice }) => `note: ${why} ${advice}`,
    unchecked: ({ why, advice }) => `not checked: ${why} ${advice}`,
    more: (count) => `and ${count} more; --format json lists all`,
    places: (count) => `This holds at ${count} places; the first is shown.`,
    fixed: (count) => `${counted(count, "finding")} fixed`,
  },
  ko: {
    severity: { error: "오류", warning: "경고", info: "정보" },
    fix: "수정",
    source: "출처",
    total: ({ visited, files, payloads, errors, warnings, infos }) =>
      `파일 ${files === visited ? "" : `${visited}개 중 `}${files}개, 요청 ${payloads}개: 오류 ${errors}개, 경고 ${warnings}개, 정보 ${infos}개`,
    calls: ({ calls, unchecked }, judged) =>
      `결제 호출 ${calls}개${judged === "" ? "" : `: ${judged}`}${unchecked > 0 ? `${judged === "" ? " 중" : ","} ${unchecked}개는 검사하지 않았습니다:` : judged === "" ? "를 모두 검사했습니다" : ""}`,
    judged: (count, names) => `${names === "" ? "포트원 공통 규칙" : names} ${count}개`,
    note: ({ why, advice }) => `참고: ${why} ${advice}`,
    unchecked: ({ why, advice }) => `검사하지 않음: ${why} ${advice}`,
    more: (count) => `외 ${count}개(--format json으로 모두 볼 수 있습니다)`,
    places: (count) => `모두 ${count}곳에 해당하며, 첫 번째 위치만 표시했습니다.`,
    fixed: (count) => `${count}건을 수정했습니다`,
  },
};

/** For people: each finding with the line it stands on, then one line that sums up. */
export const pretty: Output = {
  start: (locale, isColored = false) => {
    const listed: LocatedUnchecked[] = [];
    const notes: LocatedUnchecked[] = [];
    let noteCount = 0;
    return {
      report(report) {
        listed.push(...report.unchecked.slice(0, mostListed - listed.length));
        notes.push(...report.notes.slice(0, mostListed - notes.length));
        noteCount += report.notes.length;
        if (report.diagnostics.length === 0) return "";
        const lines = report.text.split(/\r\n|\n/);
        return report.diagnostics
          .map(
            (diagnostic) =>
              `${block(diagnostic, report, lines, locale, createColors(isColored))}\n\n`,
          )
          .join("");
      },
      end: (totals) =>
        [summary(totals, listed, locale), ...notesIn(notes, noteCount, locale), ""].join("\n"),
    };
  },
};

/** How many unchecked calls are listed one by one. */
const mostListed = 10;

/** What was visited and what came of it. */
function summary(totals: Totals, listed: readonly LocatedUnchecked[], locale: Locale): string {
  const text = words[locale];
  const { unchecked, calls, fixed } = totals;
  const rest = unchecked - listed.length;
  return [
    ...(fixed > 0 ? [text.fixed(fixed)] : []),
    text.total(totals),
    ...(calls > 0 || unchecked > 0 ? [text.calls(totals, judgedAs(totals, locale))] : []),
    ...listed.map(
      (one) => `  ${escapeControls(one.file)}:${one.line}:${one.column} ${text.unchecked(one)}`,
    ),
    ...(rest > 0 ? [`  ${text.more(rest)}`] : []),
  ].join("\n");
}

/** As what calls were checked: those of gateways by their names, then those checked as PortOne's own. */
function judgedAs({ judged }: Totals, locale: Locale): string {
  const named = [...judged].map(([codes, count]) => {
    const names = codes === "" ? [] : codes.split(",").map((code) => gatewayName(code, locale));
    return { count, names: names.join(" + ") };
  });
  return named
    .sort((left, right) => Number(left.names === "") - Number(right.names === ""))
    .map(({ count, names }) => words[locale].judged(count, names))
    .join(", ");
}

const gatewayName = (code: string, locale: Locale): string =>
  gateways.find((row) => row.code === code)?.name[locale] ?? code;

function notesIn(notes: readonly LocatedUnchecked[], count: number, locale: Locale): string[] {
  const text = words[locale];
  const shown = notes.map(
    (one) => `${escapeControls(one.file)}:${one.line}:${one.column} ${text.note(one)}`,
  );
  return count > notes.length ? [...shown, text.more(count - notes.length)] : shown;
}

function block(
  diagnostic: LocatedDiagnostic,
  { file, firstLine }: FileReport,
  lines: string[],
  locale: Locale,
  pc: Colors,
): string {
  const text = words[locale];
  const { severity, rule, message, source, textFix, line, column, places } = diagnostic;
  return [
    `${escapeControls(file)}:${line}:${column} ${pc[colors[severity]](text.severity[severity])} ${pc.bold(rule)}`,
    `  ${message}`,
    ...(places !== undefined ? [`  ${text.places(places)}`] : []),
    ...frame(diagnostic, lines[line - firstLine], pc),
    ...(textFix ? [`  ${pc.dim(`${text.fix}:`)} ${textFix.title}`] : []),
    `  ${pc.dim(`${text.source}: ${source}`)}`,
  ].join("\n");
}

const widest = 100;

/** The line a finding stands on, cut to a readable width, with the value underlined. */
function frame(
  { line, column, endLine, endColumn, severity }: LocatedDiagnostic,
  text: string | undefined,
  pc: Colors,
) {
  if (text === undefined) return [];
  const end = Math.max(endLine === line ? endColumn : text.length + 1, column + 1);
  const from = Math.max(0, Math.min(column - 1 - 20, text.length - widest));
  const start = column - 1 > widest - 20 ? from : 0;
  const shown = escapeControls(text.slice(start, start + widest).replaceAll("\t", " "));
  const before = escapeControls(text.slice(start, column - 1).replaceAll("\t", " "));
  const marked = escapeControls(text.slice(column - 1, Math.min(end - 1, start + widest)));
  const gutter = String(line);
  const blank = " ".repeat(gutter.length);
  const underline = "^".repeat(Math.max(1, stringWidth(marked)));
  const cut = { left: start > 0 ? "…" : "", right: start + widest < text.length ? "…" : "" };
  return [
    `  ${pc.dim(`${blank} |`)}`,
    `  ${pc.dim(`${gutter} |`)} ${cut.left}${shown}${cut.right}`,
    `  ${pc.dim(`${blank} |`)} ${" ".repeat(cut.left.length + stringWidth(before))}${pc[colors[severity]](underline)}`,
  ];
}
