/** A table from names to what handles a call of them, written as rows of names that share a handler. */
export const handlers = <Handler>(
  ...rows: readonly (readonly [names: readonly string[], handler: Handler])[]
): ReadonlyMap<string, Handler> =>
  new Map(rows.flatMap(([names, handler]) => names.map((name) => [name, handler] as const)));
