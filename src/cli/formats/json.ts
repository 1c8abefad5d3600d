import type { LocatedDiagnostic, Output } from "../report.js";

/** The report as one JSON object; see the README for its shape. What is found stands before the counts, which come last. */
export const json: Output = {
  start() {
    let isBegun = false;
    const begin = () => (isBegun ? "," : '{\n  "version": 1,\n  "diagnostics": [');
    return {
      report({ diagnostics }) {
        return diagnostics
          .map((diagnostic) => {
            const before = begin();
            isBegun = true;
            return `${before}\n${indented(JSON.stringify(ordered(diagnostic), null, 2))}`;
          })
          .join("");
      },
      end({ files, payloads, calls, neutral, unchecked, errors, warnings, infos }) {
        const places = unchecked.map(({ file, line, column, code, why }) => ({
          file,
          line,
          column,
          code,
          why,
        }));
        const counts = { files, payloads, calls, neutral, errors, warnings, infos };
        const rest = JSON.stringify({ unchecked: places, ...counts }, null, 2).slice(2);
        return `${isBegun ? "\n  " : begin()}],\n${rest}\n`;
      },
    };
  },
};

/** Only a newline begins a line here: `^` would also take the separators of Unicode, which stand within texts. */
const indented = (text: string) => `    ${text.replaceAll("\n", "\n    ")}`;

function ordered(diagnostic: LocatedDiagnostic) {
  const {
    file,
    line,
    column,
    endLine,
    endColumn,
    kind,
    fix,
    textFix,
    report: _,
    ...rest
  } = diagnostic;
  // A fix that the text does not take is none.
  return { file, line, column, endLine, endColumn, kind, ...rest, ...(fix && textFix && { fix }) };
}
