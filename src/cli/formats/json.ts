import type { LocatedDiagnostic, Output } from "../report.js";
import { jsonText } from "./jsonText.js";

/** The report as one JSON object; see the README for its shape. What is found stands before the counts, which come last. */
export const json: Output = {
  start() {
    let isBegun = false;
    const begin = () => (isBegun ? "," : '{\n  "version": 1,\n  "diagnostics": [');
    const unchecked: object[] = [];
    return {
      report({ file, diagnostics, unchecked: left }) {
        for (const { line, column, code, why, advice } of left) {
          unchecked.push({ file, line, column, code, why, advice });
        }
        return diagnostics
          .map((diagnostic) => {
            const before = begin();
            isBegun = true;
            return `${before}\n${jsonText(ordered(diagnostic), "    ")}`;
          })
          .join("");
      },
      end({ files, payloads, calls, neutral, errors, warnings, infos }) {
        const counts = { files, payloads, calls, neutral, errors, warnings, infos };
        const rest = jsonText({ unchecked, ...counts }).slice(2);
        return `${isBegun ? "\n  " : begin()}],\n${rest}\n`;
      },
    };
  },
};

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
