import { escapeControls } from "../../validator/mask.js";
import type { FileReport, LocatedDiagnostic, LocatedUnchecked, Output } from "../report.js";

interface Suite {
  readonly diagnostics: LocatedDiagnostic[];
  readonly unchecked: LocatedUnchecked[];
}

/**
 * JUnit XML: a file is a suite. A finding is a failed test, one that is no error a passed test with its words, and a call that was
 * not checked a skipped test.
 */
export const junit: Output = {
  start() {
    const suites = new Map<string, Suite>();
    return {
      report({ file, diagnostics, unchecked }: FileReport) {
        const suite = suites.get(file) ?? { diagnostics: [], unchecked: [] };
        suites.set(file, suite);
        for (const one of diagnostics) suite.diagnostics.push(one);
        for (const one of unchecked) suite.unchecked.push(one);
        return "";
      },
      // How many there are is before them.
      end({ errors }) {
        let cases = 0;
        for (const suite of suites.values()) cases += casesIn(suite);
        return [
          '<?xml version="1.0" encoding="UTF-8"?>',
          `<testsuites name="paylint" tests="${cases}" failures="${errors}">`,
          ...[...suites].map(([file, suite]) => suiteOf(file, suite)),
          "</testsuites>",
          "",
        ].join("\n");
      },
    };
  },
};

/** A suite without a test would not be shown, so one says that there is nothing. */
const casesIn = ({ diagnostics, unchecked }: Suite) =>
  Math.max(diagnostics.length + unchecked.length, 1);

function suiteOf(file: string, suite: Suite): string {
  const { diagnostics, unchecked } = suite;
  const failures = diagnostics.filter(({ severity }) => severity === "error").length;
  const name = escaped(file);
  const unique = namesOnce();
  const counts = `tests="${casesIn(suite)}" failures="${failures}" skipped="${unchecked.length}"`;
  return [
    `  <testsuite name="${name}" ${counts}>`,
    ...diagnostics.map((one) => findingCase(one, unique)),
    ...unchecked.map((one) => skippedCase(file, one, unique)),
    ...(diagnostics.length + unchecked.length === 0
      ? [`    <testcase name="no findings" classname="${name}"/>`]
      : []),
    "  </testsuite>",
  ].join("\n");
}

/** Readers of reports take two tests of one name for one, so each name is given once. */
function namesOnce(): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  };
}

function findingCase(
  { file, line, column, rule, path, severity, message, source }: LocatedDiagnostic,
  unique: (name: string) => string,
): string {
  const location = `${file}:${line}:${column}`;
  const name = unique(escaped([rule, ...(path === "" ? [] : [path]), location].join(" ")));
  const head = `    <testcase name="${name}" classname="${escaped(file)}"`;
  const words = escaped(`${location}\n${message}\n${source}`);
  return severity === "error"
    ? `${head}><failure type="${escaped(rule)}" message="${escaped(message)}">${words}</failure></testcase>`
    : `${head}><system-out>${words}</system-out></testcase>`;
}

function skippedCase(
  file: string,
  { line, column, code, why, advice }: LocatedUnchecked,
  unique: (name: string) => string,
): string {
  const name = unique(escaped(`unchecked ${code} ${file}:${line}:${column}`));
  const head = `    <testcase name="${name}" classname="${escaped(file)}"`;
  return `${head}><skipped message="${escaped(`${why} ${advice}`)}"/></testcase>`;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
};

/** For an attribute or a text. What XML 1.0 does not have, and what could speak to a terminal, is written as an escape. */
const escaped = (text: string) =>
  text
    .split(/([\n\t])/)
    .map((part) => (part === "\n" || part === "\t" ? part : escapeControls(part)))
    .join("")
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"\n\t]/g, (letter) => entities[letter] as string);
