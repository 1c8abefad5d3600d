import type { LocatedDiagnostic, Output } from "../report.js";

/** The report as one JSON object; see the README for its shape. */
export const json: Output = {
  write(reports, { files, payloads, calls, skipped, errors, warnings, infos }) {
    const diagnostics = reports.flatMap((report) => report.diagnostics.map(ordered));
    const counts = { errors, warnings, infos };
    const report = { version: 1, files, payloads, calls, skipped, diagnostics, ...counts };
    return `${JSON.stringify(report, null, 2)}\n`;
  },
};

function ordered(diagnostic: LocatedDiagnostic) {
  const { file, line, column, endLine, endColumn, kind, splices: _, ...rest } = diagnostic;
  return { file, line, column, endLine, endColumn, kind, ...rest };
}
