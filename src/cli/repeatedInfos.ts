import { isRepeatable, Repeats } from "../lint/findings/repeats.js";
import { emptyReport, type FileReport, type LocatedDiagnostic } from "./report.js";

/** A diagnostic with the redacted line that it is on. */
interface Held extends LocatedDiagnostic {
  readonly sourceLine: string;
}

/** Infos that a run reports once, at its end, with the number of places that they hold at. */
export class RepeatedInfos {
  readonly #held = new Repeats<Held>();

  /** A report without the infos that are held back until the end of the run. */
  takenFrom(report: FileReport): FileReport {
    const held = report.diagnostics.filter(isRepeatable);
    if (held.length === 0) return report;
    const lines = report.text.split(/\r\n|\n/);
    for (const one of held) {
      this.#held.add({ ...one, sourceLine: lines[one.line - report.firstLine] ?? "" });
    }
    return { ...report, diagnostics: report.diagnostics.filter((one) => !isRepeatable(one)) };
  }

  /** The infos that were held back, each as the report of the file that it was met in first. */
  *reports(): Generator<FileReport> {
    for (const { sourceLine, ...diagnostic } of this.#held.each()) {
      const { file, line } = diagnostic;
      yield { ...emptyReport(file, line), text: sourceLine, diagnostics: [diagnostic] };
    }
  }
}
