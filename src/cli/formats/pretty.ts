import stringWidth from "fast-string-width";
import { createColors } from "picocolors";
import { gateways } from "../../gateways.js";
import type { Skipped } from "../../lint/checkCalls.js";
import { escapeControls } from "../../validator/mask.js";
import type { Locale, Severity } from "../../validator/types.js";
import type { FileReport, LocatedDiagnostic, Output, Totals } from "../report.js";

type Colors = ReturnType<typeof createColors>;

const colors = { error: "red", warning: "yellow", info: "cyan" } as const satisfies Record<
  Severity,
  keyof Colors
>;

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

const known = gateways.join("|");

interface Words {
  readonly severity: Record<Severity, string>;
  readonly fix: string;
  readonly source: string;
  total(totals: Totals): string;
  calls(totals: Totals, skipped: number): string;
  counted(calls: number): string;
  readonly skipped: Record<Skipped, string>;
  fixed(count: number): string;
}

const words: Record<Locale, Words> = {
  en: {
    severity: { error: "error", warning: "warning", info: "info" },
    fix: "fix",
    source: "source",
    total: ({ looked, files, payloads, errors, warnings, infos }) =>
      `${counted(payloads, "payload")} in ${files === looked ? counted(files, "file") : `${files} of ${counted(looked, "file")}`}: ${counted(errors, "error")}, ${counted(warnings, "warning")}, ${counted(infos, "info")}`,
    calls: ({ calls }, skipped) =>
      `${counted(calls, "payment call")} found${skipped > 0 ? `, ${skipped} not checked:` : ", all checked"}`,
    counted: String,
    skipped: {
      "another gateway": `of another gateway; --pg ${known} checks them all the same`,
      "gateway not said": `say no gateway: give pg, a comment \u201cpaylint: ${known}\u201d or a paylint.config.json, or --pg ${known}`,
      "gateway not known": `with a gateway or channel key not known here: a comment, a paylint.config.json or --pg ${known} says which it is`,
      "payload not known": "whose payload is made elsewhere",
    },
    fixed: (count) => `${counted(count, "finding")} fixed`,
  },
  ko: {
    severity: { error: "오류", warning: "경고", info: "정보" },
    fix: "수정",
    source: "출처",
    total: ({ looked, files, payloads, errors, warnings, infos }) =>
      `파일 ${files === looked ? "" : `${looked}개 중 `}${files}개, 요청 ${payloads}개: 오류 ${errors}개, 경고 ${warnings}개, 정보 ${infos}개`,
    calls: ({ calls }, skipped) =>
      `결제 호출 ${calls}개${skipped > 0 ? ` 중 ${skipped}개는 검사하지 않았습니다:` : "를 모두 검사했습니다"}`,
    counted: (calls) => `${calls}개:`,
    skipped: {
      "another gateway": `다른 PG사의 호출입니다(--pg ${known} 옵션으로 검사할 수 있습니다)`,
      "gateway not said": `PG사를 알 수 없습니다(pg, 주석 \u201cpaylint: ${known}\u201d, paylint.config.json, --pg ${known} 옵션으로 지정합니다)`,
      "gateway not known": `PG사나 채널 키가 코드에 나타나지 않습니다(주석, paylint.config.json, --pg ${known} 옵션으로 지정합니다)`,
      "payload not known": "결제 정보를 다른 곳에서 만듭니다",
    },
    fixed: (count) => `${count}건을 수정했습니다`,
  },
};

/** For people: each finding with the line it stands on, then one line that sums up. */
export const pretty: Output = {
  start: (locale, isColored = false) => ({
    report(report) {
      if (report.diagnostics.length === 0) return "";
      const lines = report.text.split(/\r\n|\n/);
      return report.diagnostics
        .map(
          (diagnostic) =>
            `${block(diagnostic, report, lines, locale, createColors(isColored))}\n\n`,
        )
        .join("");
    },
    end: (totals) => `${summary(totals, locale)}\n`,
  }),
};

/** What was looked at and what came of it. */
function summary(totals: Totals, locale: Locale): string {
  const text = words[locale];
  const reasons = Object.entries(totals.skipped) as [Skipped, number][];
  const skipped = reasons.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...(totals.fixed > 0 ? [text.fixed(totals.fixed)] : []),
    text.total(totals),
    ...(totals.calls > 0 ? [text.calls(totals, skipped)] : []),
    ...reasons.map(([why, count]) => `  ${text.counted(count)} ${text.skipped[why]}`),
  ].join("\n");
}

function block(
  diagnostic: LocatedDiagnostic,
  { file, firstLine }: FileReport,
  lines: string[],
  locale: Locale,
  pc: Colors,
): string {
  const text = words[locale];
  const { severity, rule, message, source, fix, line, column } = diagnostic;
  return [
    `${escapeControls(file)}:${line}:${column} ${pc[colors[severity]](text.severity[severity])} ${pc.bold(rule)}`,
    `  ${message}`,
    ...frame(diagnostic, lines[line - firstLine], pc),
    ...(fix ? [`  ${pc.dim(`${text.fix}:`)} ${fix.title}`] : []),
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
