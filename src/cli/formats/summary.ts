import { escapeControls } from "../../validator/mask.js";
import type { Locale } from "../../validator/types.js";
import type { FileReport, LocatedUnchecked, Style, Totals } from "../report.js";
import { judgedAs } from "./gatewayNames.js";
import { Ink } from "./ink.js";

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

interface Words {
  fixed(count: number): string;
  total(totals: Totals): string;
  judged(count: number, as: string): string;
  unchecked(count: number): string;
  calls(count: number, judged: string): string;
  group(count: number, isChecked: boolean, words: string): string;
  more(count: number): string;
  known(count: number): string;
  fixable(totals: Totals["fixable"]): string;
  explain(command: string): string;
}

const words: Record<Locale, Words> = {
  en: {
    fixed: (count) => `${counted(count, "finding")} fixed`,
    total({ visited, files, payloads, errors, warnings, infos }) {
      if (files === 0) return `No payloads in ${counted(visited, "file")}`;
      const found = [
        ...(errors > 0 ? [counted(errors, "error")] : []),
        ...(warnings > 0 ? [counted(warnings, "warning")] : []),
        ...(infos > 0 ? [`${infos} info`] : []),
      ].join(", ");
      return `${found || "No problems"} in ${counted(payloads, "payload")} (${counted(files, "file")})`;
    },
    judged: (count, as) => `${count} as ${as}`,
    unchecked: (count) => `${count} not checked`,
    calls: (count, judged) => `${counted(count, "payment call")}: ${judged}`,
    group: (count, isChecked, said) =>
      `${isChecked ? "note" : "not checked"}: ${said}${count > 1 ? ` (${count})` : ""}`,
    more: (count) => `and ${count} more (--verbose lists all)`,
    known: (count) => `${counted(count, "known finding")} not shown`,
    fixable({ safe, unsafe }) {
      if (safe === 0) return `${unsafe} fixable with --unsafe-fixes`;
      const more = unsafe > 0 ? `, ${unsafe} more with --unsafe-fixes` : "";
      return `${safe} fixable with --fix${more}`;
    },
    explain: (command) => `${command} explains`,
  },
  ko: {
    fixed: (count) => `${count}건을 수정했습니다`,
    total({ visited, files, payloads, errors, warnings, infos }) {
      if (files === 0) return `파일 ${visited}개에 결제 요청이 없습니다`;
      const found = [
        ...(errors > 0 ? [`오류 ${errors}개`] : []),
        ...(warnings > 0 ? [`경고 ${warnings}개`] : []),
        ...(infos > 0 ? [`정보 ${infos}개`] : []),
      ].join(", ");
      return `${found || "문제가 없습니다"} (파일 ${files}개, 결제 데이터 ${payloads}개)`;
    },
    judged: (count, as) => `${as} ${count}개`,
    unchecked: (count) => `검사하지 않음 ${count}개`,
    calls: (count, judged) => `결제 호출 ${count}개: ${judged}`,
    group: (count, isChecked, said) =>
      `${isChecked ? "참고" : "검사하지 않음"}: ${said}${count > 1 ? ` (${count}개)` : ""}`,
    more: (count) => `외 ${count}개(--verbose로 모두 볼 수 있습니다)`,
    known: (count) => `이미 알려진 ${count}건은 표시하지 않았습니다`,
    fixable({ safe, unsafe }) {
      if (safe === 0) return `${unsafe}건은 --unsafe-fixes 옵션으로 수정할 수 있습니다`;
      const more = unsafe > 0 ? `, ${unsafe}건은 --unsafe-fixes` : "";
      return `${safe}건은 --fix${more} 옵션으로 수정할 수 있습니다`;
    },
    explain: (command) => `규칙 설명: ${command}`,
  },
};

/** How many places of one sort are listed, unless all are wanted. */
const mostLocations = 5;

/** A finding that several calls have in the same words. */
interface Told {
  readonly isChecked: boolean;
  count: number;
  readonly locations: string[];
}

/** What came of a run, and what to do next. */
export class Summary {
  readonly #style: Style;
  readonly #ink: Ink;
  readonly #told = new Map<string, Told>();
  /** The rule of the first error or, where there is none, of the first finding. */
  #rule: { readonly id: string; readonly isError: boolean } | undefined;

  constructor(style: Style) {
    this.#style = style;
    this.#ink = new Ink(style);
  }

  add({ unchecked, notes, diagnostics }: FileReport): void {
    for (const one of unchecked) this.#tell(one, false);
    for (const one of notes) this.#tell(one, true);
    for (const { rule, severity } of diagnostics) {
      const isError = severity === "error";
      if (!this.#rule || (isError && !this.#rule.isError)) this.#rule = { id: rule, isError };
    }
  }

  #tell({ file, line, column, why, advice }: LocatedUnchecked, isChecked: boolean): void {
    const said = `${why} ${advice}`;
    const told = this.#told.get(said) ?? { isChecked, count: 0, locations: [] };
    this.#told.set(said, told);
    told.count++;
    if (this.#style.isVerbose || told.locations.length < mostLocations) {
      told.locations.push(`${escapeControls(file)}:${line}:${column}`);
    }
  }

  of(totals: Totals): string {
    const text = words[this.#style.locale];
    const { fixed, calls, unchecked, known, fixable } = totals;
    return [
      ...(fixed > 0 ? [text.fixed(fixed)] : []),
      this.#ink.bold(text.total(totals)),
      ...(calls > 0 || unchecked > 0 ? [this.#calls(totals)] : []),
      ...[...this.#told].flatMap(([said, told]) => this.#listed(said, told)),
      ...(known > 0 ? [text.known(known)] : []),
      ...(fixable.safe + fixable.unsafe > 0 ? [text.fixable(fixable)] : []),
      ...(this.#rule ? [text.explain(`npx paylint rules ${this.#rule.id}`)] : []),
      "",
    ].join("\n");
  }

  /** How many calls there are, and as what they were checked: those of gateways before those checked as PortOne's own. */
  #calls({ calls, judged, unchecked }: Totals): string {
    const { locale } = this.#style;
    const text = words[locale];
    const parts = [...judged]
      .sort(([left], [right]) => Number(left === "") - Number(right === ""))
      .map(([codes, count]) =>
        text.judged(count, judgedAs(codes === "" ? [] : codes.split(","), locale)),
      );
    if (unchecked > 0) parts.push(text.unchecked(unchecked));
    return text.calls(calls, parts.join(", "));
  }

  #listed(said: string, { isChecked, count, locations }: Told): string[] {
    const text = words[this.#style.locale];
    const rest = count - locations.length;
    const shown = this.#style.isVerbose ? locations : [locations.join(", ")];
    return [
      `  ${text.group(count, isChecked, said)}`,
      ...shown.map((one) => this.#ink.dim(`    ${one}${rest > 0 ? ` ${text.more(rest)}` : ""}`)),
    ];
  }
}
