import type { Node } from "./ast.js";

/** What became of a script: its tree, or why there is none and, where the parser says so, the offset of the fault. */
export type Parsed = { readonly root: Node } | { readonly reason: string; readonly at?: number };

/**
 * Parses a script or a module of JavaScript or TypeScript into an ESTree whose nodes have a `range`. `ending` is that of the
 * file's name, with the dot. Does not throw.
 */
export type Parser = (code: string, ending: string) => Parsed;

export const tooDeep = { reason: "nested too deeply" };
