import { analyze } from "eslint-scope";
import type { Span } from "../../text/positions.js";
import type { Text } from "../../validator/types.js";
import { tellingWords, wordsAround } from "../calls.js";
import type { Located } from "../located.js";
import { tooDeep as nestedTooDeeply } from "../nesting.js";
import {
  type Extraction,
  nothing,
  type Reader,
  type ReadOptions,
  type SourceModule,
  shifted,
} from "../reader.js";
import { tellingKeys } from "../sdks.js";
import { type Project, readProgram, type ScopedProgram, valueOfProgram } from "./findCalls.js";
import { withoutBareEllipses, withoutDescriptions } from "./folding/placeholders.js";
import { holdsCall } from "./holdsCall.js";
import type { ScopeManager } from "./scope/variables.js";
import { type Parser, tooDeep } from "./syntax/parser.js";

/** Reads a file of JavaScript or TypeScript. */
export const readScript: Reader = (text, options) =>
  readCode(text, [], { ...options, isTemplate: false });

/** A script as it is parsed. */
interface Script {
  readonly code: string;
  /** Stretches of it that a page's own language decides about. */
  readonly controls: readonly Span[];
  /** The script before that language's code was taken out; of the same length. */
  readonly written: string;
}

/** Why a script was not parsed, and at which offset the fault is. */
interface Fault {
  readonly reason: string;
  readonly at: number;
}

/**
 * Reads a script; `controls` are stretches of it that a page's own language decides about, and `written` is the script before that
 * language's code was taken out.
 */
export function readCode(
  code: string,
  controls: readonly Span[],
  options: ReadOptions,
  written = code,
): Extraction {
  const isOfInterest = tellingWords(options).test(code) || mayCallModule(code, options);
  const around = wordsAround(options);
  if (!isOfInterest && !around.some((word) => code.includes(word))) return nothing;
  let fault: Fault | undefined;
  for (const read of readingsOf({ code, controls, written }, options)) {
    if (!("reason" in read)) return read;
    fault ??= read;
  }
  if (!fault || !holdsCall(code, options)) return nothing;
  const { at, reason } = fault;
  return { ...nothing, unparsable: [{ span: [at, at + 1], reason: told(reason) }] };
}

/** An import of another file of the project: by a relative path, or by an alias such as `@/`. */
const relativeImport = /(?:\bfrom\s*|\b(?:require|import)\s*\(\s*)["'](?:\.{1,2}|[@~#]|src)\//;

/** Whether code may hand a payload to a function of another module of the project. */
const mayCallModule = (code: string, { moduleOf, sdks }: ReadOptions): boolean =>
  moduleOf !== undefined && relativeImport.test(code) && tellingKeys(sdks).test(code);

/** Ways to read a script, the likeliest first. */
function* readingsOf(script: Script, options: ReadOptions): Generator<Extraction | Fault> {
  yield options.isBody ? readBody(script, options) : readWhole(script, options);
  if (!options.isSample) return;
  // A sample may be a part of a function, leave keys out, and describe a value in words.
  const inner = { ...script, code: withoutModuleSyntax(script.code) };
  yield readBody(inner, options);
  const code = withoutDescriptions(withoutBareEllipses(script.code));
  if (code === script.code) return;
  yield readWhole({ ...script, code }, options);
  yield readBody({ ...script, code: withoutModuleSyntax(code) }, options);
}

/** `import` and `export`, which cannot be in a function. */
const moduleSyntax =
  /^[ \t]*(?:import\s[^;"'()]*["'][^"'\n]*["'][ \t]*;?|export\s+(?:default\s)?)/gm;

const withoutModuleSyntax = (code: string): string =>
  code.replace(moduleSyntax, (stretch) => stretch.replace(/[^\n]/g, " "));

/** Reads a script as the body of a function, in which `await` and `return` may be. */
function readBody({ code, controls, written }: Script, options: ReadOptions): Extraction | Fault {
  const [head, tail] = ["(async()=>{", "\n})"];
  const move = ([start, end]: Span): Span => [start + head.length, end + head.length];
  const whole = {
    code: head + code + tail,
    controls: controls.map(move),
    written: head + written + tail,
  };
  const read = readWhole(whole, options);
  if (!("reason" in read)) return shifted(read, -head.length);
  const at = Math.min(Math.max(read.at - head.length, 0), code.length);
  return { ...read, at };
}

function readWhole({ code, controls, written }: Script, options: ReadOptions): Extraction | Fault {
  const { ending, parser, moduleOf, isSample = false, isTemplate = true } = options;
  const { isReadElsewhere } = options;
  const project: Project = {
    moduleOf,
    parseAt: (module, base) => parseModule(module, base, parser),
  };
  const more = { isSample, isTemplate, ...(isReadElsewhere && { isReadElsewhere }) };
  return withProgram(code, ending, parser, ({ root, scopes }) => ({
    ...nothing,
    ...readProgram({ text: written, root, scopes, controls, ...more }, options, project),
  }));
}

/** A module as a program whose offsets begin at `base`. */
function parseModule({ file, text }: SourceModule, base: number, parser: Parser) {
  const [ending = ".js"] = /\.\w+$/.exec(file) ?? [];
  const whole = " ".repeat(base) + text;
  const read = withProgram(whole, ending, parser, ({ root, scopes }) => ({
    program: { text: whole, root, scopes, controls: [] },
  }));
  return "program" in read ? read.program : undefined;
}

/** The value of a script that is one expression, with its places. */
export const evaluateExpression = (code: string, parser: Parser): Located | Fault =>
  withProgram(
    code,
    ".js",
    parser,
    ({ root, scopes }) =>
      valueOfProgram({ text: code, root, scopes, controls: [] }) ?? { reason: "", at: 0 },
  );

/** Parses a script and resolves its names, and reads what they make. */
function withProgram<Read>(
  code: string,
  ending: string,
  parser: Parser,
  read: (program: Pick<ScopedProgram, "root" | "scopes">) => Read | Fault,
): Read | Fault {
  const parsed = parser(code, ending);
  if ("reason" in parsed) return { reason: parsed.reason, at: parsed.at ?? 0 };
  const { root } = parsed;
  try {
    const scopes = analyze(root as never, {
      ecmaVersion: 2022,
      sourceType: "module",
      // For what is TypeScript's; its own table of keys is copied at every pattern, which takes most of the time.
      fallback: "iteration",
      ignoreEval: true,
    }) as unknown as ScopeManager;
    return read({ root, scopes });
  } catch (error) {
    if (error instanceof RangeError) return { ...tooDeep, at: 0 };
    throw error;
  }
}

/** What a parser says, which it says in English. */
const told = (reason: string): Text => {
  if (reason === tooDeep.reason) return nestedTooDeeply;
  return { en: reason || "a syntax error", ko: "구문 오류" };
};
