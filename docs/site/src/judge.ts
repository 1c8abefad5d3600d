import { type Program, parse } from "acorn";
import { analyze } from "eslint-scope";
import { callKinds } from "../../../dist/generated/callKinds.js";
import { textFaults } from "../../../dist/generated/textFaults.js";
import type { CheckOptions, Diagnostic } from "../../../dist/runtime/types.js";
import type { Node } from "../../../dist/source/ast.js";
import { readProgram } from "../../../dist/source/javascript.js";
import { judge, splicesOf } from "../../../dist/source/judge.js";
import type { ScopeManager } from "../../../dist/source/scopes.js";
import type { Splice } from "../../../dist/source/splice.js";
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

function program(code: string) {
  let root: Program;
  try {
    root = parse(code, { ecmaVersion: "latest", sourceType: "module", ranges: true });
  } catch (error) {
    return { reason: (error as Error).message };
  }
  const scopes = analyze(root as never, { ecmaVersion: 2022, sourceType: "module" });
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

function judged(
  source: Parameters<typeof judge>[0],
  code: string,
  before: number,
  options: CheckOptions,
  length = code.length,
): Findings {
  const gateways = { all: "ksnet", channels: {}, said: () => undefined };
  const { found, checked } = judge(source, gateways, { partialKinds: kinds, textFaults }, options);
  const inText = (at: number) => Math.min(Math.max(at - before, 0), length);
  const findings = found.map((one): Finding => {
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
  return { found: findings.sort((a, b) => a.span[0] - b.span[0]), payloads: checked };
}
