/** What a table itself has under a name. Names come from user code, so that one may be `toString`, which every object inherits. */
export const own = <Value>(
  table: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined => (table && Object.hasOwn(table, name) ? table[name] : undefined);
