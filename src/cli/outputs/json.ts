import type { LocatedDiagnostic, Output } from "../report.js";

/** The report as one JSON object; see the README for its shape. */
export const json: Output = {
  write(reports, { files, payloads, errors, warnings, infos }) {
    const diagnostics = reports.flatMap((report) => report.diagnostics.map(ordered));
    const report = { version: 1, files, payloads, diagnostics, errors, warnings, infos };
    return `${JSON.stringify(report, null, 2)}\n`;
  },
};

function ordered(diagnostic: LocatedDiagnostic) {
  const { file, line, column, endLine, endColumn, kind, ...rest } = diagnostic;
  return { file, line, column, endLine, endColumn, kind, ...rest };
}
