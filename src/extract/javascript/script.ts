import { analyze } from "eslint-scope";
import type { Span } from "../../text/positions.js";
import { tellingWords } from "../calls.js";
import { type Extraction, nothing, type Reader, type ReadOptions, shifted } from "../reader.js";
import type { ScopeManager } from "./bindings.js";
import { readProgram } from "./findCalls.js";
import { type Parsed, tooDeep } from "./parser.js";

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
  const parsed = parser(code, ending);
  const unparsable = ({ reason, at = 0 }: Extract<Parsed, { reason: string }>): Extraction => ({
    ...nothing,
    unparsable: [{ span: [at, at + 1], reason }],
  });
  if ("reason" in parsed) return unparsable(parsed);
  try {
    const scopes = analyze(parsed.root as never, {
      ecmaVersion: 2022,
      sourceType: "module",
      // For what is TypeScript's; its own table of keys is copied at every pattern, which takes most of the time.
      fallback: "iteration",
      ignoreEval: true,
    }) as unknown as ScopeManager;
    const program = { text: written, root: parsed.root, scopes, controls };
    return { ...nothing, ...readProgram(program, kinds) };
  } catch (error) {
    if (error instanceof RangeError) return unparsable(tooDeep);
    throw error;
  }
}
