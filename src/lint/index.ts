import { linterFor } from "./environment.js";

/**
 * The linter as a library: text in, diagnostics with places and fixes out. This is the entry for Node; a browser has one of its
 * own with another parser.
 */

const node = linterFor(async () => (await import("../extract/javascript/parse.js")).parse);

/**
 * Makes a linter that lints without waiting.
 * @example
 * const linter = await createLinter({ languages: ["javascript"] });
 * linter.lintText(code, { filename: "pay.js" }).diagnostics;
 */
export const createLinter = node.createLinter;

/**
 * Lints a text, and loads what the text needs.
 * @example
 * const { diagnostics } = await lintText(code, { filename: "pay.js", locale: "ko" });
 */
export const lintText = node.lintText;

export { applyFixes } from "./applyFixes.js";
export type { Linter, LinterOptions } from "./environment.js";
export type { LintProgram } from "./lintProgram.js";
export type * from "./types.js";
