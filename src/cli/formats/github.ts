import { escapeControls } from "../../validator/mask.js";
import type { Severity } from "../../validator/types.js";
import type { Lines, LocatedDiagnostic, LocatedUnchecked, Output } from "../report.js";

type Command = "error" | "warning" | "notice";

const commands: Record<Severity, Command> = { error: "error", warning: "warning", info: "notice" };

const escapes: Record<string, string> = {
  "%": "%25",
  "\r": "%0D",
  "\n": "%0A",
  ":": "%3A",
  ",": "%2C",
};

const data = (text: string) =>
  escapeControls(text.replace(/[%\r\n]/g, (letter) => escapes[letter] as string));
const property = (text: string | number) =>
  escapeControls(String(text).replace(/[%\r\n:,]/g, (letter) => escapes[letter] as string));

/**
 * Workflow commands, which GitHub shows at the lines of a pull request. It shows only some of a step's annotations, so errors are
 * printed as they are found, and what is milder waits for the end.
 */
export const github: Output = {
  start() {
    const warnings: string[] = [];
    const infos: string[] = [];
    const unchecked: string[] = [];
    return {
      report(report) {
        const errors: string[] = [];
        const lines = { error: errors, warning: warnings, info: infos };
        for (const one of report.diagnostics) lines[one.severity].push(ofDiagnostic(one));
        for (const one of report.unchecked) unchecked.push(ofUnchecked(one, "paylint unchecked"));
        for (const one of report.notes) unchecked.push(ofUnchecked(one, "paylint note"));
        return errors.join("");
      },
      end: () => [warnings, infos, unchecked].flat().join(""),
    };
  },
};

const ofDiagnostic = ({ file, rule, severity, message, source, ...range }: LocatedDiagnostic) =>
  line(commands[severity], file, range, `paylint ${rule}`, `${message} (${source})`);

const ofUnchecked = ({ file, why, advice, ...lines }: LocatedUnchecked, title: string) =>
  line("notice", file, lines, title, `${why} ${advice}`);

function line(
  command: Command,
  file: string,
  { line, column, endLine, endColumn }: Lines,
  title: string,
  message: string,
): string {
  const properties = {
    file,
    line,
    endLine,
    // Columns are for a stretch of one line only.
    ...(line === endLine && { col: column, endColumn }),
    title,
  };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  return `::${command} ${listed.join(",")}::${data(message)}\n`;
}
