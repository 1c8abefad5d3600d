import { tsPlugin } from "@sveltejs/acorn-typescript";
import { Parser, type Program } from "acorn";
import { analyze } from "eslint-scope";
import { callKinds } from "../../../dist/generated/callKinds.js";
import { textFaults } from "../../../dist/generated/textFaults.js";
import type { CheckOptions, Diagnostic } from "../../../dist/runtime/types.js";
import type { Node } from "../../../dist/source/ast.js";
import { gatewayCommentsIn, gatewaySaid } from "../../../dist/source/comments.js";
import { readProgram } from "../../../dist/source/javascript.js";
import { judge, splicesOf } from "../../../dist/source/judge.js";
import { Positions } from "../../../dist/source/positions.js";
import type { ScopeManager } from "../../../dist/source/scopes.js";
import type { Splice } from "../../../dist/source/splice.js";
import { suppress } from "../../../dist/source/suppress.js";
import { unusedSuppression } from "../../../dist/source/textDiagnostics.js";
import { kinds } from "./kinds.js";

/** A diagnostic with its stretch of the text, and the edits that mend it. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly span: readonly [start: number, end: number];
  readonly edits: readonly Splice[] | undefined;
}

/** What is found in a text, and how many payloads were looked at. */
export interface Findings {
  readonly found: readonly Finding[];
  readonly payloads: number;
}

/** Judges an object by itself as a request's, and code as the calls in it. */
export function findingsIn(text: string, options: CheckOptions): Findings {
  const isObject = /^\s*\{/.test(text) && !text.includes("request_pay");
  const [head, tail] = isObject ? ["IMP.request_pay(", ")"] : ["", ""];
  const whole = head + text + tail;
  const read = program(whole);
  if ("reason" in read) {
    const unparsable = [{ span: [0, 1] as const, reason: read.reason }];
    return judged({ calls: [], addresses: [], unparsable }, text, 0, options);
  }
  return judged({ ...read, unparsable: [] }, whole, head.length, options, text.length);
}

/** JavaScript, TypeScript and JSX; in TypeScript without JSX, `<Type>value` is a type. */
const parsers = [{ jsx: true }, {}].map((options) => Parser.extend(tsPlugin(options)));

function program(code: string) {
  let reason = "";
  for (const parser of parsers) {
    let root: Program;
    try {
      root = parser.parse(code, {
        ecmaVersion: "latest",
        sourceType: "module",
        locations: true,
        ranges: true,
      });
    } catch (error) {
      reason ||= (error as Error).message;
      continue;
    }
    const scopes = analyze(root as never, {
      ecmaVersion: 2022,
      sourceType: "module",
      fallback: "iteration",
    });
    return readProgram(
      {
        text: code,
        root: root as unknown as Node,
        scopes: scopes as unknown as ScopeManager,
        controls: [],
      },
      callKinds,
    );
  }
  return { reason };
}

/** `code` is the text with what was put before and after it. */
function judged(
  source: Parameters<typeof judge>[0],
  code: string,
  before: number,
  options: CheckOptions,
  length = code.length,
): Findings {
  const said = gatewaySaid(gatewayCommentsIn(code), source.calls, code);
  const gateways = { all: "ksnet", channels: {}, said };
  const tables = { partialKinds: kinds, textFaults };
  const { found, checked, skipped } = judge(source, gateways, tables, options);
  const inText = (at: number) => Math.min(Math.max(at - before, 0), length);
  const positions = new Positions(code);
  const { remaining, unused } = suppress(
    code,
    found,
    ({ diagnostic, span }) => ({ rule: diagnostic.rule, line: positions.range(...span).line }),
    () => false,
    skipped.flatMap(({ spans }) => spans.map((span) => positions.range(...span))),
  );
  const findings = remaining.map((one): Finding => {
    const [start, end] = one.span;
    return {
      diagnostic: one.diagnostic,
      span: [inText(start), inText(end)],
      edits: splicesOf(one, code)?.map((edit) => ({
        ...edit,
        start: edit.start - before,
        end: edit.end - before,
      })),
    };
  });
  const idle = (checked > 0 ? unused : []).map(({ rules, range }): Finding => {
    const above = code.split("\n").slice(0, range.line - 1);
    const at = above.join("\n").length + Math.min(above.length, 1) + range.column - 1;
    const span = [inText(at), inText(at + range.endColumn - range.column)] as const;
    const diagnostic = unusedSuppression(textFaults, options, rules);
    return { diagnostic, span, edits: undefined };
  });
  const all = [...findings, ...idle].sort((one, other) => one.span[0] - other.span[0]);
  return { found: all, payloads: checked };
}
