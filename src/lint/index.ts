/**
 * The linter as a library. It takes a text and returns diagnostics with their places and fixes. It runs in Node and in
 * browsers. The command, the ESLint plugin and the playground use it.
 * @module
 */

import { type Linter, type LinterOptions, linterFor } from "./environment.js";
import type { LintOptions, LintResult } from "./types.js";

const node = linterFor(async () => (await import("../extract/javascript/syntax/parse.js")).parse);

/**
 * Loads kinds, languages and a parser, and makes a linter that returns its results at once.
 * @param options What is loaded. Default: everything.
 * @returns A promise of the linter.
 * @example
 * ```ts
 * import { createLinter } from "paylint/lint";
 *
 * const linter = await createLinter({ kinds: ["ksnet.v1.request-pay"], languages: ["javascript"] });
 * const code = `IMP.request_pay({ ...order, pg: "ksnet.2999199999", amount: "18000" });`;
 * const { diagnostics } = linter.lintText(code, { filename: "pay.js" });
 * console.log(diagnostics.map(({ rule, path }) => `${rule} ${path}`));
 * ```
 *
 * ```text
 * [ 'shape/deprecated /pg', 'shape/type /amount' ]
 * ```
 */
export const createLinter: (options?: LinterOptions) => Promise<Linter> = node.createLinter;

/**
 * Lints a text. It loads the kinds, the language and the parser that the text needs when they are needed first.
 * @param text The text: code, a page, a document, a request, or data.
 * @param options The name of the file, and what is known of its calls.
 * @returns A promise of the diagnostics, what was checked, and what was not. It is not rejected, whatever the text.
 * @example
 * ```ts
 * import { lintText } from "paylint/lint";
 *
 * const code = `IMP.request_pay({ ...order, pg: "ksnet.2999199999", amount: "18000" });`;
 * const { diagnostics } = await lintText(code, { filename: "pay.js" });
 * for (const { range, rule, severity } of diagnostics) {
 *   console.log(`${range.line}:${range.column} ${severity} ${rule}`);
 * }
 * ```
 *
 * ```text
 * 1:33 info shape/deprecated
 * 1:61 error shape/type
 * ```
 */
export const lintText: (text: string, options: LintOptions) => Promise<LintResult> = node.lintText;

export type { Language } from "../extract/formats.js";
export type { Parser } from "../extract/javascript/syntax/parser.js";
export { type AppliedFixes, applyFixes } from "./edits/applyFixes.js";
export type { Linter, LinterOptions } from "./environment.js";
export type { LintProgram } from "./lintProgram.js";
export type * from "./types.js";
