import type { Rule, SourceCode } from "eslint";
import { tellingWords, wordsAround } from "../extract/calls.js";
import type { ScopeManager } from "../extract/javascript/scope/variables.js";
import type { Node } from "../extract/javascript/syntax/ast.js";
import { everyPartialKind } from "../generated/everyPartialKind.js";
import { lintProgram } from "../lint/lintProgram.js";
import { callTables, tables } from "../lint/tables.js";
import type { LintDiagnostic, Range } from "../lint/types.js";
import { readSettings } from "./settings.js";

/** A finding as ESLint takes it. */
interface EslintFinding {
  readonly rule: string;
  readonly report: Rule.ReportDescriptor;
}

/** Every rule asks for the findings of a file; they are worked out once. */
const found = new WeakMap<SourceCode, readonly EslintFinding[]>();

export function findingsIn(context: Rule.RuleContext): readonly EslintFinding[] {
  const { sourceCode } = context;
  let known = found.get(sourceCode);
  if (!known) {
    known = work(context);
    found.set(sourceCode, known);
  }
  return known;
}

/** ESLint's rules are synchronous, so every kind is loaded in advance. */
const kinds = new Map(Object.entries(everyPartialKind));

function mayBeOfInterest(text: string): boolean {
  const own = callTables(tables);
  return tellingWords(own).test(text) || wordsAround(own).some((word) => text.includes(word));
}

function work({ sourceCode, settings, filename }: Rule.RuleContext): EslintFinding[] {
  const { text, ast, scopeManager } = sourceCode;
  if (!scopeManager || !mayBeOfInterest(text)) return [];
  const program = {
    root: ast as unknown as Node,
    scopes: scopeManager as unknown as ScopeManager,
  };
  const { pg, ...own } = readSettings(settings.paylint);
  const options = { ...own, filename, now: new Date(), ...(pg !== undefined && { assume: pg }) };
  return lintProgram(program, text, options, tables, kinds).diagnostics.map(findingOf);
}

function findingOf({ rule, message, range, textFix }: LintDiagnostic): EslintFinding {
  const apply = (fixer: Rule.RuleFixer) =>
    (textFix?.edits ?? []).map(({ range: { start, end }, text }) =>
      fixer.replaceTextRange([start, end], text),
    );
  return {
    rule,
    report: {
      loc: locOf(range),
      message,
      ...(textFix?.safe && { fix: apply }),
      ...(textFix && !textFix.safe && { suggest: [{ desc: textFix.title, fix: apply }] }),
    },
  };
}

/** A place as ESLint has it: columns from 0. */
const locOf = ({ line, column, endLine, endColumn }: Range) => ({
  start: { line, column: column - 1 },
  end: { line: endLine, column: endColumn - 1 },
});
