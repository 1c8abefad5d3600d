import { tsPlugin } from "@sveltejs/acorn-typescript";
import { Parser } from "acorn";
import type { Node } from "../../../dist/extract/javascript/ast.js";
import type { Parsed } from "../../../dist/extract/javascript/parse.js";

// Stands in for `src/extract/javascript/parse.ts`, whose parser is a binary that no browser runs.

/** JavaScript, TypeScript and JSX; in TypeScript without JSX, `<Type>value` is a type. */
const parsers = [{ jsx: true }, {}].map((options) => Parser.extend(tsPlugin(options)));

export const tooDeep = { reason: "nested too deeply" };

export function parse(code: string): Parsed {
  let reason = "";
  for (const parser of parsers) {
    for (const sourceType of ["module", "script"] as const) {
      const options = { ecmaVersion: "latest", sourceType, locations: true, ranges: true } as const;
      try {
        return { root: parser.parse(code, options) as unknown as Node };
      } catch (error) {
        if (error instanceof RangeError) return tooDeep;
        reason ||= (error as Error).message;
      }
    }
  }
  return { reason };
}
