import { escapeControls } from "../../validator/mask.js";
import type { LocatedUnchecked, Output } from "../report.js";

/** A line a finding, `file:line:column: severity rule message`, as editors and scripts read it. */
export const compact: Output = {
  start: () => ({
    report: ({ diagnostics, unchecked, notes }) =>
      [
        ...diagnostics.map((one) => ({ ...one, said: `${one.rule} ${one.message}` })),
        ...unchecked.map((one) => ({ ...one, severity: "unchecked", said: told(one) })),
        ...notes.map((one) => ({ ...one, severity: "note", said: told(one) })),
      ]
        .map(
          ({ file, line, column, severity, said }) =>
            `${escapeControls(file)}:${line}:${column}: ${severity} ${said}\n`,
        )
        .join(""),
    end: () => "",
  }),
};

const told = ({ code, why, advice }: LocatedUnchecked) => `${code} ${why} ${advice}`;
