import type { Call, CallKind } from "./calls.js";
import type { Located, Span } from "./located.js";

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

/** What a part of a text holds, with its places in the whole, in which the part begins at an offset. */
export function shifted({ calls, addresses, unparsable }: Source, by: number): Source {
  if (by === 0) return { calls, addresses, unparsable };
  const move = ([start, end]: Span): Span => [start + by, end + by];
  const moved = new Map<Located, Located>();
  const moveLocated = (located: Located): Located => {
    const known = moved.get(located);
    if (known) return known;
    const { span, origin, property, key, children, twice } = located;
    const result: Located = {
      ...located,
      span: move(span),
      origin: origin && move(origin),
      property: property && move(property),
      key: key && move(key),
      children: new Map([...children].map(([name, child]) => [name, moveLocated(child)])),
      twice: twice.map((one) => ({
        ...one,
        span: move(one.span),
        earlier: one.earlier && move(one.earlier),
      })),
    };
    moved.set(located, result);
    return result;
  };
  const moveAll = <Placed extends { readonly span: Span }>(all: readonly Placed[]) =>
    all.map((one) => ({ ...one, span: move(one.span) }));
  return {
    calls: calls.map((call) => ({
      ...call,
      span: move(call.span),
      payload: call.payload && moveLocated(call.payload),
      reads: moveAll(call.reads),
    })),
    addresses: moveAll(addresses),
    unparsable: moveAll(unparsable),
  };
}
