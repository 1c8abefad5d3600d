import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { applyFixes, type LintOptions, type LintResult, lintText } from "paylint/lint";
import { describe, expect, it } from "vitest";

/**
 * A case is a file in test/cases, in a folder named after the rule or the matter that it shows. Beside it are
 * `<file>.expected`, what is found, and where fixes change it `<file>.fixed`. Options of `lintText` can be in
 * `<name>.options.json`. `UPDATE_CASES=1 npx vitest run test/cases.test.ts` writes what is expected anew; read the change.
 */

const folder = fileURLToPath(new URL("cases", import.meta.url));
const update = process.env.UPDATE_CASES !== undefined;

const beside = /\.(?:expected|fixed|options\.json)$/;

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !beside.test(entry.name))
  .map(({ parentPath, name }) => join(parentPath, name))
  .sort();

/** What is found, a line each: what is said, where, and which fix there is. */
const written = ({ diagnostics, unchecked, notes, errors }: LintResult): string =>
  [
    ...diagnostics.map(({ range, severity, rule, path, textFix }) => {
      const fix = textFix ? ` (${textFix.safe ? "safe" : "unsafe"} fix)` : "";
      return `${range.line}:${range.column} ${severity} ${rule} ${path}${fix}`.trimEnd();
    }),
    ...unchecked.map(({ range, code }) => `${range.line}:${range.column} not checked: ${code}`),
    ...notes.map(({ range, code }) => `${range.line}:${range.column} note: ${code}`),
    ...errors.map(({ range, message }) => `${range?.line}:${range?.column} error: ${message}`),
    "",
  ].join("\n");

const optionsOf = (file: string): Partial<LintOptions> => {
  const options = file.replace(/(?:\.[a-z-]+)+$/, ".options.json");
  return existsSync(options) ? JSON.parse(readFileSync(options, "utf8")) : {};
};

/** Compares a text with a file, or writes the file where that is asked for. */
function expectFile(file: string, text: string): void {
  if (update) writeFileSync(file, text);
  else expect(text).toBe(existsSync(file) ? readFileSync(file, "utf8") : undefined);
}

describe("The linter finds in a case what is expected of it", () => {
  it.each(files.map((file) => [file.slice(folder.length + 1), file] as const))(
    "The linter finds in %s what is expected of it",
    async (name, file) => {
      const text = readFileSync(file, "utf8");
      const result = await lintText(text, { filename: name, ...optionsOf(file) });
      expectFile(`${file}.expected`, written(result));
      const { text: fixed } = applyFixes(text, result.diagnostics, { unsafe: true });
      if (fixed !== text) expectFile(`${file}.fixed`, fixed);
      else expect(existsSync(`${file}.fixed`)).toBe(false);
    },
  );
});
