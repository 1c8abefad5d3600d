import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";
import { escapeControls } from "../../validator/mask.js";
import type { Locale, Severity } from "../../validator/types.js";
import type { FileReport, LocatedDiagnostic, Output, Style } from "../report.js";
import { frame } from "./frame.js";
import { titleOf } from "./gatewayNames.js";
import { type Group, groupsIn } from "./groups.js";
import { Ink } from "./ink.js";
import { Summary } from "./summary.js";

interface Words {
  readonly severity: Record<Severity, string>;
  readonly fix: string;
  readonly source: string;
  readonly checked: string;
  places(count: number): string;
}

const words: Record<Locale, Words> = {
  en: {
    severity: { error: "error", warning: "warning", info: "info" },
    fix: "fix",
    source: "source",
    checked: "checked",
    places: (count) => `This holds at ${count} places; the first is shown.`,
  },
  ko: {
    severity: { error: "오류", warning: "경고", info: "정보" },
    fix: "수정",
    source: "출처",
    checked: "검사함",
    places: (count) => `모두 ${count}곳에 해당하며, 첫 번째 위치만 표시했습니다.`,
  },
};

/** For people: the findings of each call below the lines that they are about, then what came of the run and what to do next. */
export const pretty: Output = {
  start(style) {
    const summary = new Summary(style);
    const block = new Block(style);
    return {
      report(report) {
        summary.add(report);
        const groups = groupsIn(report).map((group) => block.of(group, report));
        return [...(style.isVerbose ? block.checked(report) : []), ...groups].join("");
      },
      end: (totals) => summary.of(totals),
    };
  },
};

/** Writes the findings of a call. */
class Block {
  readonly #style: Style;
  readonly #ink: Ink;
  readonly #words: Words;

  constructor(style: Style) {
    this.#style = style;
    this.#ink = new Ink(style);
    this.#words = words[style.locale];
  }

  of({ report, diagnostics }: Group, { file, text, firstLine }: FileReport): string {
    const { locale, width, isVerbose } = this.#style;
    const { line, column } = report ?? (diagnostics[0] as LocatedDiagnostic);
    const options = {
      text: text.split(/\r\n|\n/),
      firstLine,
      callLine: report?.call === undefined ? undefined : report.line,
      width,
      showsAll: isVerbose,
    };
    return [
      this.#head(file, line, column, report ? titleOf(report, locale) : ""),
      ...frame(diagnostics, options, this.#ink),
      ...diagnostics.flatMap((diagnostic) => this.#finding(diagnostic, diagnostics)),
      ...(isVerbose ? [] : this.#sources(diagnostics)),
      "\n",
    ].join("\n");
  }

  /** The calls of a file in which nothing was found. */
  checked({ file, reports, diagnostics }: FileReport): string[] {
    const { locale } = this.#style;
    return reports.flatMap((report, index) => {
      if (report.call === undefined || diagnostics.some((one) => one.report === index)) return [];
      const { line, column } = report;
      const head = this.#head(file, line, column, titleOf(report, locale));
      return [`${head} ${this.#ink.dim(this.#words.checked)}\n\n`];
    });
  }

  #head(file: string, line: number, column: number, title: string): string {
    return [this.#ink.bold(`${escapeControls(file)}:${line}:${column}`), title].join(" ").trimEnd();
  }

  #finding(diagnostic: LocatedDiagnostic, all: readonly LocatedDiagnostic[]): string[] {
    const { severity, rule, message, docs, places, textFix } = diagnostic;
    const text = this.#words;
    const widest = Math.max(...all.map((one) => locationOf(one).length));
    const longest = Math.max(...all.map((one) => text.severity[one.severity].length));
    const label = this.#ink.by(severity, text.severity[severity].padEnd(longest));
    const name = this.#ink.link(this.#ink.bold(rule), docs);
    const option = textFix && (textFix.safe ? "--fix" : "--unsafe-fixes");
    const said = [
      message,
      ...(places === undefined ? [] : [text.places(places)]),
      ...(option === undefined ? [] : [this.#ink.dim(`[${option}]`)]),
    ].join(" ");
    const start = `  ${locationOf(diagnostic).padEnd(widest)} ${label}`;
    const lines = this.#wrapped(start, `${name}  ${said}`);
    if (!this.#style.isVerbose) return lines;
    return [
      ...lines,
      ...(textFix ? [this.#ink.dim(`    ${text.fix}: ${textFix.title}`)] : []),
      ...this.#sources([diagnostic]),
    ];
  }

  /** A text behind what it begins with; on a terminal in lines that it can show, indented. */
  #wrapped(start: string, text: string): string[] {
    const { width } = this.#style;
    const whole = `${start} ${text}`;
    if (width === undefined || stringWidth(whole) <= width) return [whole];
    const column = stringWidth(start) + 1;
    // Two blanks in a row would become one.
    const [first = "", ...rest] = wrapAnsi(text, width - column).split("\n");
    return [`${start} ${first}`, ...rest.map((line) => " ".repeat(column) + line)];
  }

  /** The documents that findings rest on, each once with its sections. */
  #sources(diagnostics: readonly LocatedDiagnostic[]): string[] {
    const documents = new Map<string, { sections: Set<string>; url: string | undefined }>();
    for (const { source, sources } of diagnostics) {
      const [, document = source, section = ""] = /^(.*?\)?), (.*)$/.exec(source) ?? [];
      const url = sources.find(({ title }) => title === source)?.url;
      const known = documents.get(document) ?? { sections: new Set(), url };
      documents.set(document, known);
      if (section !== "") known.sections.add(section);
    }
    const listed = [...documents].map(([document, { sections, url }]) =>
      [this.#ink.link(document, url), ...sections].join(", "),
    );
    const start = `${this.#style.isVerbose ? "    " : "  "}${this.#words.source}:`;
    return this.#wrapped(start, listed.join("; ")).map(this.#ink.dim);
  }
}

const locationOf = ({ line, column }: LocatedDiagnostic): string => `${line}:${column}`;
