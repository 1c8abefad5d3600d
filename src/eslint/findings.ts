import type { Rule, SourceCode } from "eslint";
import { tellingWords } from "../extract/calls.js";
import type { Node } from "../extract/javascript/ast.js";
import type { ScopeManager } from "../extract/javascript/bindings.js";
import { readProgram } from "../extract/javascript/findCalls.js";
import { callKinds } from "../generated/callKinds.js";
import { everyPartialKind } from "../generated/everyPartialKind.js";
import { textFaults } from "../generated/textFaults.js";
import { judge, splicesOf } from "../lint/checkCalls.js";
import { gatewayCommentsIn, gatewaySaid } from "../lint/directives.js";
import { suppress } from "../lint/suppress.js";
import { unusedSuppression } from "../lint/textDiagnostics.js";
import { Positions, type Range } from "../text/positions.js";
import { readSettings, type Settings } from "./settings.js";

/** A finding as ESLint takes it. */
export interface EslintFinding {
  readonly rule: string;
  readonly report: Rule.ReportDescriptor;
}

/** Every rule asks for the findings of a file; they are worked out once. */
const found = new WeakMap<SourceCode, readonly EslintFinding[]>();

export function findingsIn({ sourceCode, settings }: Rule.RuleContext): readonly EslintFinding[] {
  let known = found.get(sourceCode);
  if (!known) {
    known = work(sourceCode, readSettings(settings.paylint));
    found.set(sourceCode, known);
  }
  return known;
}

function work(sourceCode: SourceCode, settings: Settings): EslintFinding[] {
  const { text, ast, scopeManager } = sourceCode;
  if (!scopeManager || !tellingWords(callKinds).test(text)) return [];
  const root = ast as unknown as Node;
  const program = readProgram(
    {
      text,
      root,
      scopes: scopeManager as unknown as ScopeManager,
      controls: [],
    },
    callKinds,
  );
  const { calls } = program;
  const { pg, gateway, channels = {}, ...options } = settings;
  const saidByComment = gatewaySaid(gatewayCommentsIn(text), calls, text);
  const judged = judge(
    { ...program, unparsable: [] },
    { all: pg, channels, said: (span) => saidByComment(span) ?? gateway },
    { partialKinds: everyPartialKind, textFaults },
    options,
  );
  const positions = new Positions(text);
  const { remaining, unused } = suppress(
    text,
    judged.found,
    ({ diagnostic, span }) => ({ rule: diagnostic.rule, line: positions.at(span[0]).line }),
    () => false,
    judged.skipped.flatMap(({ spans }) => spans.map((span) => positions.range(...span))),
  );
  const reports = remaining.map((one): EslintFinding => {
    const { rule, message, fix } = one.diagnostic;
    const splices = splicesOf(one, text);
    const apply = (fixer: Rule.RuleFixer) =>
      (splices ?? []).map(({ start, end, text: put }) => fixer.replaceTextRange([start, end], put));
    return {
      rule,
      report: {
        loc: locOf(positions.range(...one.span)),
        message,
        ...(splices && fix?.safe && { fix: apply }),
        ...(splices && fix && !fix.safe && { suggest: [{ desc: fix.title, fix: apply }] }),
      },
    };
  });
  const complaints = calls.length > 0 ? unused : [];
  return [
    ...reports,
    ...complaints.map(({ rules, range }): EslintFinding => {
      const { rule, message } = unusedSuppression(textFaults, options, rules);
      return { rule, report: { loc: locOf(range), message } };
    }),
  ];
}

/** A place as ESLint has it: columns from 0. */
const locOf = ({ line, column, endLine, endColumn }: Range) => ({
  start: { line, column: column - 1 },
  end: { line: endLine, column: endColumn - 1 },
});
