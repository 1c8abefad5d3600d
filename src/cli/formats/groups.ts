import type { FileReport, LocatedDiagnostic, LocatedReport } from "../report.js";

/** The findings of one payload; or those that are about the text of a file, which have no report. */
export interface Group {
  readonly report: LocatedReport | undefined;
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** The findings of a file by what they are about, in the order of the text. */
export function groupsIn({ diagnostics, reports }: FileReport): Group[] {
  const groups = new Map<number | undefined, LocatedDiagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { report } = diagnostic;
    const key = report !== undefined && reports[report] ? report : undefined;
    const group = groups.get(key);
    if (group) group.push(diagnostic);
    else groups.set(key, [diagnostic]);
  }
  return [...groups].map(([key, found]) => ({
    report: key === undefined ? undefined : reports[key],
    diagnostics: found,
  }));
}
