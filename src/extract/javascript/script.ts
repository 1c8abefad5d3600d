import { analyze } from "eslint-scope";
import { tellingWords } from "../calls.js";
import type { Span } from "../located.js";
import { nothing, type Reader, type ReadOptions, type Source, shifted } from "../reader.js";
import type { ScopeManager } from "./bindings.js";
import { readProgram } from "./findCalls.js";
import { parse, tooDeep } from "./parse.js";

/** Reads a file of JavaScript or TypeScript. */
export const readScript: Reader = (text, options) => readCode(text, [], options);

/**
 * Reads a script; `controls` are stretches of it that a page's own language decides about, and `written` is the script before that
 * language's code was taken out.
 */
export function readCode(
  code: string,
  controls: readonly Span[],
  { kinds, ending, isBody = false }: ReadOptions,
  written = code,
): Source {
  if (!tellingWords(kinds).test(code)) return nothing;
  if (isBody) {
    const [head, tail] = ["(()=>{", "})"];
    const move = ([start, end]: Span): Span => [start + head.length, end + head.length];
    const options = { kinds, ending };
    const whole = readCode(head + code + tail, controls.map(move), options, head + written + tail);
    return shifted(whole, -head.length);
  }
  const parsed = parse(code, ending);
  const unparsable = ({ reason }: { reason: string }): Source => ({
    ...nothing,
    unparsable: [{ span: [0, code.length], reason }],
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
    return { ...readProgram(program, kinds), unparsable: [] };
  } catch (error) {
    if (error instanceof RangeError) return unparsable(tooDeep);
    throw error;
  }
}
