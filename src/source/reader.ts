import type { Call, CallKind } from "./calls.js";
import type { Span } from "./located.js";

/** What a source file holds that matters for payments. */
export interface Source {
  readonly calls: readonly Call[];
  /** Addresses that are written out, such as those of scripts. */
  readonly addresses: readonly { readonly text: string; readonly span: Span }[];
  /** Code that no parser understands. */
  readonly unparsable: readonly { readonly span: Span; readonly reason: string }[];
}

/** What a reader needs to know beside the text. */
export interface ReadOptions {
  readonly kinds: readonly CallKind[];
  /** Ending of the file's name, with the dot. */
  readonly ending: string;
  /** True for the body of a function, such as a handler in a page, in which `return` may stand. */
  readonly isBody?: boolean;
}

/** Reads one family of languages. Loaded when a file of it is met. */
export type Reader = (text: string, options: ReadOptions) => Source;

export const nothing: Source = { calls: [], addresses: [], unparsable: [] };

export const together = (sources: readonly Source[]): Source => ({
  calls: sources.flatMap(({ calls }) => calls),
  addresses: sources.flatMap(({ addresses }) => addresses),
  unparsable: sources.flatMap(({ unparsable }) => unparsable),
});

/** The text with spaces for everything outside a stretch, so that places in it stay true. */
export function only(text: string, [start, end]: Span): string {
  return " ".repeat(start) + text.slice(start, end);
}
