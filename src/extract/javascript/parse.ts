import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type ParserOptions, parseSync } from "oxc-parser";
import type { Node } from "./ast.js";

type Language = NonNullable<ParserOptions["lang"]>;

/** Languages to try, by the ending of a file's name: what is called JavaScript is often more. */
const languages: Readonly<Record<string, readonly Language[]>> = {
  ".ts": ["ts"],
  ".mts": ["ts"],
  ".cts": ["ts"],
  ".tsx": ["tsx"],
};
const javascript: readonly Language[] = ["jsx", "tsx", "ts"];

/** What became of a text: its tree, or why there is none. */
export type Parsed = { readonly root: Node } | { readonly reason: string };

/** Parses a script, in a process of its own where it is nested so deeply that the parser may not survive it. */
export function parse(code: string, ending: string): Parsed {
  return isShallow(code) ? parseHere(code, ending) : parseInSubprocess(code, ending);
}

export function parseHere(code: string, ending: string): Parsed {
  let reason = "";
  for (const lang of languages[ending] ?? javascript) {
    for (const sourceType of ["module", "script"] as const) {
      const options = { lang, sourceType, range: true, showSemanticErrors: false };
      const { program, errors } = parseSync("code", code, options);
      if (errors.length === 0) return { root: program as unknown as Node };
      reason ||= errors[0]?.message ?? "";
    }
  }
  return { reason };
}

export const tooDeep = { reason: "nested too deeply" };

const worker = fileURLToPath(new URL("../bin/parseInSubprocess.cjs", import.meta.url));

function parseInSubprocess(code: string, ending: string): Parsed {
  const { status, stdout } = spawnSync(process.execPath, [worker, ending], {
    input: code,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    timeout: 60_000,
  });
  if (status !== 0) return tooDeep;
  try {
    return JSON.parse(stdout) as Parsed;
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
