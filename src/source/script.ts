import { analyze } from "eslint-scope";
import { type ParserOptions, parseSync } from "oxc-parser";
import type { Node } from "./ast.js";
import { tellingWords } from "./calls.js";
import { readProgram } from "./javascript.js";
import type { Span } from "./located.js";
import type { Reader, ReadOptions, Source } from "./reader.js";
import type { ScopeManager } from "./scopes.js";

type Language = NonNullable<ParserOptions["lang"]>;

/** Languages to try, by the ending of a file's name: what is called JavaScript is often more. */
const languages: Readonly<Record<string, readonly Language[]>> = {
  ".ts": ["ts"],
  ".mts": ["ts"],
  ".cts": ["ts"],
  ".tsx": ["tsx"],
};
const javascript: readonly Language[] = ["jsx", "tsx", "ts"];

/** Reads a file of JavaScript or TypeScript. */
export const readScript: Reader = (text, options) => readCode(text, [0, text.length], [], options);

/**
 * Reads one stretch of a text as a script; `controls` are stretches that a page's own language decides about, and `written`
 * is the text before that language's code was taken out.
 */
export function readCode(
  text: string,
  span: Span,
  controls: readonly Span[],
  { kinds, ending, isBody = false }: ReadOptions,
  written = text,
): Source {
  const code = text.slice(span[0], span[1]);
  if (!tellingWords(kinds).test(code)) return { calls: [], addresses: [], unparsable: [] };
  const [head, tail] = isBody ? ["(()=>{", "})"] : ["", ""];
  const padded = " ".repeat(span[0] - head.length) + head + code + tail;
  const parsed = parse(padded, languages[ending] ?? javascript);
  if ("reason" in parsed) {
    return { calls: [], addresses: [], unparsable: [{ span, reason: parsed.reason }] };
  }
  const scopes = analyze(parsed.root as never, {
    ecmaVersion: 2022,
    sourceType: "module",
    // For what is TypeScript's; its own table of keys is copied at every pattern, which takes most of the time.
    fallback: "iteration",
    ignoreEval: true,
  }) as unknown as ScopeManager;
  const program = { text: written, root: parsed.root, scopes, controls };
  return { ...readProgram(program, kinds), unparsable: [] };
}

function parse(code: string, tried: readonly Language[]): { root: Node } | { reason: string } {
  let reason = "";
  for (const lang of tried) {
    for (const sourceType of ["module", "script"] as const) {
      const options = { lang, sourceType, range: true, showSemanticErrors: false };
      const { program, errors } = parseSync("code", code, options);
      if (errors.length === 0) return { root: program as unknown as Node };
      reason ||= errors[0]?.message ?? "";
    }
  }
  return { reason };
}
