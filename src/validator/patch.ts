/** Runs of a list: where each begins, and how many items it has, in turn. */
export type Runs = readonly number[];

/**
 * How a value differs from another: `[value]` takes its place, `[]` takes its key out, a list is made of runs of the other
 * list with these items behind it, and of an object the keys that are named differ.
 */
export type Patch =
  | readonly []
  | readonly [value: unknown]
  | readonly [runs: Runs, items: readonly unknown[]]
  | { readonly [key: string]: Patch };

/** The items that runs of a list take. */
export function itemsIn<Item>(list: readonly Item[], runs: Runs): Item[] {
  const items: Item[] = [];
  for (let index = 0; index < runs.length; index += 2) {
    const from = runs[index] as number;
    for (let at = from; at < from + (runs[index + 1] as number); at++) items.push(list[at] as Item);
  }
  return items;
}

/** A value as a patch changes it; the value itself stays as it is. */
export function patched(value: unknown, patch: Patch): unknown {
  if (isList(patch)) {
    const [first, items] = patch;
    return items ? itemsIn([...(value as unknown[]), ...items], first as Runs) : first;
  }
  const changed = { ...(value as Record<string, unknown>) };
  for (const [key, of] of Object.entries(patch)) {
    if (isList(of) && of.length === 0) delete changed[key];
    else changed[key] = patched(changed[key], of);
  }
  return changed;
}

const isList = (patch: Patch): patch is Extract<Patch, readonly unknown[]> => Array.isArray(patch);

/** A value that is made when it is first asked for. */
export function madeOnce<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The same of what a patch makes of another value. */
export const patchedOnce = <Made>(base: () => Made, patch: () => Patch): (() => Made) =>
  madeOnce(() => patched(base(), patch()) as Made);
