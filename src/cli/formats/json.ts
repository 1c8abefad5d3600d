import type { LocatedDiagnostic, LocatedUnchecked, Output } from "../report.js";
import { jsonText } from "./jsonText.js";

/** The report as one JSON object; see the README for its shape. What is found is before the counts, which come last. */
export const json: Output = {
  start() {
    let isBegun = false;
    const begin = () => (isBegun ? "," : '{\n  "version": 1,\n  "diagnostics": [');
    const unchecked: object[] = [];
    const notes: object[] = [];
    return {
      report({ diagnostics, ...more }) {
        for (const one of more.unchecked) unchecked.push(placed(one));
        for (const one of more.notes) notes.push(placed(one));
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
        const rest = jsonText({ unchecked, notes, ...counts }).slice(2);
        return `${isBegun ? "\n  " : begin()}],\n${rest}\n`;
      },
    };
  },
};

const placed = ({ file, line, column, code, why, advice }: LocatedUnchecked) => ({
  file,
  line,
  column,
  code,
  why,
  advice,
});

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
