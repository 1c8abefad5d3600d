import { readProgram, type ScopedProgram } from "../extract/javascript/findCalls.js";
import { nothing } from "../extract/reader.js";
import { lintExtraction } from "./linter.js";
import { callTables, type LintTables, type LoadedKinds } from "./tables.js";
import type { LintOptions, LintResult } from "./types.js";

/** A parsed program: `root` is an ESTree whose nodes have a `range`, `scopes` is the scope manager of eslint-scope or of ESLint. */
export type LintProgram = Pick<ScopedProgram, "root" | "scopes">;

/** Lints a program as ESLint has it. */
export function lintProgram(
  { root, scopes }: LintProgram,
  text: string,
  options: LintOptions,
  tables: LintTables,
  kinds: LoadedKinds,
): LintResult {
  const program = readProgram({ text, root, scopes, controls: [] }, callTables(tables));
  return lintExtraction(text, { ...nothing, ...program }, options, tables, kinds);
}
