import { analyze } from "eslint-scope";
import type { Span } from "../../text/positions.js";
import { tellingWords } from "../calls.js";
import type { Located } from "../located.js";
import { type Extraction, nothing, type Reader, type ReadOptions, shifted } from "../reader.js";
import type { ScopeManager } from "./bindings.js";
import { type Program, readProgram, valueOfProgram } from "./findCalls.js";
import { type Parsed, type Parser, tooDeep } from "./parser.js";

/** Reads a file of JavaScript or TypeScript. */
export const readScript: Reader = (text, options) => readCode(text, [], options);

/**
 * Reads a script; `controls` are stretches of it that a page's own language decides about, and `written` is the script before that
 * language's code was taken out.
 */
export function readCode(
  code: string,
  controls: readonly Span[],
  { isBody = false, ...options }: ReadOptions,
  written = code,
): Extraction {
  const { kinds, ending, parser } = options;
  if (!tellingWords(kinds).test(code)) return nothing;
  if (isBody) {
    const [head, tail] = ["(()=>{", "})"];
    const move = ([start, end]: Span): Span => [start + head.length, end + head.length];
    const whole = readCode(head + code + tail, controls.map(move), options, head + written + tail);
    return shifted(whole, -head.length);
  }
  const program = programOf(code, ending, parser, controls, written);
  if ("reason" in program) {
    const { reason, at = 0 } = program;
    return { ...nothing, unparsable: [{ span: [at, at + 1], reason }] };
  }
  try {
    return { ...nothing, ...readProgram(program, kinds) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...nothing, unparsable: [{ span: [0, 1], ...tooDeep }] };
  }
}

type Failure = Extract<Parsed, { reason: string }>;

/** A script with the scopes of its names, or why it cannot be read. */
function programOf(
  code: string,
  ending: string,
  parser: Parser,
  controls: readonly Span[] = [],
  written = code,
): Program | Failure {
  const parsed = parser(code, ending);
  if ("reason" in parsed) return parsed;
  try {
    const scopes = analyze(parsed.root as never, {
      ecmaVersion: 2022,
      sourceType: "module",
      // For what is TypeScript's; its own table of keys is copied at every pattern, which takes most of the time.
      fallback: "iteration",
      ignoreEval: true,
    }) as unknown as ScopeManager;
    return { text: written, root: parsed.root, scopes, controls };
  } catch (error) {
    if (error instanceof RangeError) return tooDeep;
    throw error;
  }
}

/** The value of a script that is one expression, with its places. */
export function evaluateExpression(code: string, parser: Parser): Located | Failure {
  const program = programOf(code, ".js", parser);
  if ("reason" in program) return program;
  try {
    return valueOfProgram(program) ?? { reason: "" };
  } catch (error) {
    if (error instanceof RangeError) return tooDeep;
    throw error;
  }
}
