import type { Severity } from "../../validator/types.js";
import type { LocatedDiagnostic, Output } from "../report.js";

const commands: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

const escapes: Record<string, string> = {
  "%": "%25",
  "\r": "%0D",
  "\n": "%0A",
  ":": "%3A",
  ",": "%2C",
};

const data = (text: string) => text.replace(/[%\r\n]/g, (letter) => escapes[letter] as string);
const property = (text: string | number) =>
  String(text).replace(/[%\r\n:,]/g, (letter) => escapes[letter] as string);

/** Workflow commands, which GitHub shows at the lines of a pull request. */
export const github: Output = {
  start: () => ({
    report: ({ diagnostics }) =>
      diagnostics.map((diagnostic) => `${command(diagnostic)}\n`).join(""),
    end: () => "",
  }),
};

function command(diagnostic: LocatedDiagnostic): string {
  const { severity, rule, message, source, file, line, column, endLine, endColumn } = diagnostic;
  const properties = {
    file,
    line,
    endLine,
    // Columns are for a stretch of one line only.
    ...(line === endLine && { col: column, endColumn }),
    title: `paylint ${rule}`,
  };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  return `::${commands[severity]} ${listed.join(",")}::${data(`${message} (${source})`)}`;
}
