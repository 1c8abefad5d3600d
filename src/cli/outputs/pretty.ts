import pc from "picocolors";
import stringWidth from "string-width";
import { escapeControls } from "../../runtime/mask.js";
import type { Locale, Severity } from "../../runtime/types.js";
import type { FileReport, LocatedDiagnostic, Output, Totals } from "../report.js";

const paint: Record<Severity, (text: string) => string> = {
  error: pc.red,
  warning: pc.yellow,
  info: pc.cyan,
};

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

const words = {
  en: {
    severity: { error: "error", warning: "warning", info: "info" },
    fix: "fix",
    source: "source",
    total: ({ files, payloads, errors, warnings, infos }: Totals) =>
      `${counted(payloads, "payload")} in ${counted(files, "file")}: ${counted(errors, "error")}, ${counted(warnings, "warning")}, ${counted(infos, "info")}`,
  },
  ko: {
    severity: { error: "오류", warning: "경고", info: "정보" },
    fix: "수정",
    source: "출처",
    total: ({ files, payloads, errors, warnings, infos }: Totals) =>
      `파일 ${files}개, 요청 ${payloads}개: 오류 ${errors}개, 경고 ${warnings}개, 정보 ${infos}개`,
  },
};

/** For people: each finding with the line it stands on, then one line that sums up. */
export const pretty: Output = {
  write(reports, totals, locale) {
    const found = reports.flatMap((report) => {
      if (report.diagnostics.length === 0) return [];
      const lines = report.text.split(/\r\n|\n/);
      return report.diagnostics.map((diagnostic) => block(diagnostic, report, lines, locale));
    });
    return `${[...found, words[locale].total(totals)].join("\n\n")}\n`;
  },
};

function block(
  diagnostic: LocatedDiagnostic,
  { file }: FileReport,
  lines: string[],
  locale: Locale,
): string {
  const text = words[locale];
  const { severity, rule, message, source, fix, line, column } = diagnostic;
  return [
    `${escapeControls(file)}:${line}:${column} ${paint[severity](text.severity[severity])} ${pc.bold(rule)}`,
    `  ${message}`,
    ...frame(diagnostic, lines),
    ...(fix ? [`  ${pc.dim(`${text.fix}:`)} ${fix.title}`] : []),
    `  ${pc.dim(`${text.source}: ${source}`)}`,
  ].join("\n");
}

const widest = 100;

/** The line a finding stands on, cut to a readable width, with the value underlined. */
function frame({ line, column, endLine, endColumn, severity }: LocatedDiagnostic, lines: string[]) {
  const text = lines[line - 1];
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
    `  ${pc.dim(`${blank} |`)} ${" ".repeat(cut.left.length + stringWidth(before))}${paint[severity](underline)}`,
  ];
}
