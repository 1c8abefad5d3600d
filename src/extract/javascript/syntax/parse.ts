import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type ParserOptions, parseSync } from "oxc-parser";
import type { Node } from "./ast.js";
import { type ParsedScript, type Parser, tooDeep } from "./parser.js";

type Language = NonNullable<ParserOptions["lang"]>;

/** Languages to try, by the ending of a file's name: what is called JavaScript is often more. */
const languages: Readonly<Record<string, readonly Language[]>> = {
  ".ts": ["ts"],
  ".mts": ["ts"],
  ".cts": ["ts"],
  ".tsx": ["tsx"],
};
const javascript: readonly Language[] = ["jsx", "tsx", "ts"];

/** Node's parser. Code that is nested so deeply that the parser may not survive it is parsed in a process of its own. */
export const parse: Parser = (code, ending) =>
  isShallow(code) ? parseHere(code, ending) : parseInSubprocess(code, ending);

export function parseHere(code: string, ending: string): ParsedScript {
  let failure: { reason: string; at?: number } | undefined;
  for (const lang of languages[ending] ?? javascript) {
    for (const sourceType of ["module", "script"] as const) {
      const options = { lang, sourceType, range: true, showSemanticErrors: false };
      const { program, errors } = parseSync("code", code, options);
      if (errors.length === 0) return { root: program as unknown as Node };
      const [error] = errors;
      const at = error?.labels[0]?.start;
      failure ??= { reason: error?.message ?? "", ...(at !== undefined && { at }) };
    }
  }
  return failure ?? { reason: "" };
}

/** Where the package is depends on how this module was bundled, so Node is asked for it. */
const worker = join(
  dirname(createRequire(import.meta.url).resolve("paylint/package.json")),
  "dist/bundle/parseInSubprocess.js",
);

function parseInSubprocess(code: string, ending: string): ParsedScript {
  const { status, stdout } = spawnSync(process.execPath, [worker, ending], {
    input: code,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    timeout: 60_000,
  });
  if (status !== 0) return tooDeep;
  try {
    return JSON.parse(stdout) as ParsedScript;
  } catch {
    return tooDeep;
  }
}

/** Far above what people write, and far below what overflows the parser's stack. */
const deepestNesting = 200;
const longestChain = 1000;

const tokens =
  /[([{]|[)\]}]|[;,]|\belse\b|[?!~<=+*-]|\b(?:await|delete|do|for|if|in|new|typeof|void|while|yield)\b/g;

/** Whether nothing in a text can be nested deeply: neither brackets, nor operators and statements without any. Texts and comments count as code. */
function isShallow(code: string): boolean {
  const chains: number[] = [0];
  let elses = 0;
  for (const [token] of code.matchAll(tokens)) {
    if (/[([{]/.test(token)) chains.push(0);
    else if (/[)\]}]/.test(token)) {
      if (chains.length > 1) chains.pop();
    } else if (token === ";" || token === ",") chains[chains.length - 1] = 0;
    else {
      if (token === "else") elses++;
      const chain = (chains.at(-1) as number) + 1;
      chains[chains.length - 1] = chain;
      if (chain > longestChain || elses > longestChain) return false;
    }
    if (chains.length > deepestNesting) return false;
  }
  return true;
}
