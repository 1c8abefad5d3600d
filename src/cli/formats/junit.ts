import type { LocatedDiagnostic, Output } from "../report.js";

/** JUnit XML: a file is a suite; a finding is a failed test, one that is no error a passed test with its words. */
export const junit: Output = {
  start() {
    const suites = new Map<string, LocatedDiagnostic[]>();
    return {
      report({ file, diagnostics }) {
        const suite = suites.get(file) ?? [];
        suites.set(file, suite);
        for (const diagnostic of diagnostics) suite.push(diagnostic);
        return "";
      },
      // How many there are stands before them.
      end({ errors }) {
        let cases = 0;
        for (const { length } of suites.values()) cases += Math.max(length, 1);
        return [
          '<?xml version="1.0" encoding="UTF-8"?>',
          `<testsuites name="paylint" tests="${cases}" failures="${errors}">`,
          ...[...suites].map(([file, diagnostics]) => suite(file, diagnostics)),
          "</testsuites>",
          "",
        ].join("\n");
      },
    };
  },
};

function suite(file: string, diagnostics: readonly LocatedDiagnostic[]): string {
  const failures = diagnostics.filter(({ severity }) => severity === "error").length;
  const tests = Math.max(diagnostics.length, 1);
  const name = escaped(file);
  return [
    `  <testsuite name="${name}" tests="${tests}" failures="${failures}">`,
    ...(diagnostics.length === 0
      ? [`    <testcase name="no findings" classname="${name}"/>`]
      : diagnostics.map(testCase)),
    "  </testsuite>",
  ].join("\n");
}

function testCase(diagnostic: LocatedDiagnostic): string {
  const { file, line, column, rule, severity, message, source } = diagnostic;
  const place = `${file}:${line}:${column}`;
  const head = `    <testcase name="${escaped(`${rule} ${place}`)}" classname="${escaped(file)}"`;
  const words = escaped(`${place}\n${message}\n${source}`);
  return severity === "error"
    ? `${head}><failure type="${escaped(rule)}" message="${escaped(message)}">${words}</failure></testcase>`
    : `${head}><system-out>${words}</system-out></testcase>`;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
};

/** For an attribute or a text; characters that XML 1.0 does not have become a replacement character. */
const escaped = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"\n\t]/g, (letter) => entities[letter] as string);
