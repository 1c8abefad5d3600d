import type { Node } from "./ast.js";

/** The result of parsing a script: its tree, or the reason why there is none and, where the parser says so, the offset of the fault. */
export type ParsedScript =
  | { readonly root: Node }
  | { readonly reason: string; readonly at?: number };

/**
 * Parses a script or a module of JavaScript or TypeScript. It must not throw.
 * @param code The source text.
 * @param ending The ending of the file's name, with the full stop, such as `.tsx`.
 * @returns `root`, an ESTree whose nodes have a `range`; or a `reason`, and the offset `at` of the fault in UTF-16 code units.
 */
export type Parser = (code: string, ending: string) => ParsedScript;

export const tooDeep = { reason: "nested too deeply" };
