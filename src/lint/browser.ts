import { linterFor } from "./environment.js";

/** The linter as a library, for a browser: the same functions as in Node, with a parser that is JavaScript itself. */

const browser = linterFor(
  async () => (await import("../extract/javascript/syntax/parseInBrowser.js")).parseInBrowser,
);

export const createLinter = browser.createLinter;
export const lintText = browser.lintText;

export { applyFixes } from "./edits/applyFixes.js";
export type { Linter, LinterOptions } from "./environment.js";
export type { LintProgram } from "./lintProgram.js";
export type * from "./types.js";
