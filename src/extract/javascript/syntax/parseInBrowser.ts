import { tsPlugin } from "@sveltejs/acorn-typescript";
import { Parser as Acorn } from "acorn";
import type { Node } from "./ast.js";
import { type ParsedScript, type Parser, tooDeep } from "./parser.js";

/** JavaScript, TypeScript and JSX; in TypeScript without JSX, `<Type>value` is a type. */
const parsers = [{ jsx: true }, {}].map((options) => Acorn.extend(tsPlugin(options)));

/** A parser that runs in a browser: Node's parser is a binary. */
export const parseInBrowser: Parser = (code) => {
  let failure: Extract<ParsedScript, { reason: string }> | undefined;
  for (const parser of parsers) {
    for (const sourceType of ["module", "script"] as const) {
      const options = { ecmaVersion: "latest", sourceType, locations: true, ranges: true } as const;
      try {
        return { root: parser.parse(code, options) as unknown as Node };
      } catch (error) {
        if (error instanceof RangeError) return tooDeep;
        const { message, pos } = error as SyntaxError & { pos?: number };
        failure ??= { reason: message, ...(pos !== undefined && { at: pos }) };
      }
    }
  }
  return failure ?? { reason: "" };
};
