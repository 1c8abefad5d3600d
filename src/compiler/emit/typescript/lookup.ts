import { environments, type Lookup, type LookupEntry } from "./variants.js";

export const environmentUnion = environments.map((one) => JSON.stringify(one)).join(" | ");

/** An interface of types by environment, and under an environment by code. */
export function declareLookup(
  name: string,
  lookup: Lookup,
  typesOf: (
    entries: readonly LookupEntry[],
  ) => readonly { readonly key: string; readonly type: string }[],
): string[] {
  const byEnvironment = [...lookup].flatMap(([environment, entries]) => [
    `  ${environment}: {`,
    ...typesOf(entries).map(({ key, type }) => `    ${keyOf(key)}: ${type};`),
    "  };",
  ]);
  return [`export interface ${name} {`, ...byEnvironment, "}"];
}

const keyOf = (key: string) => (/^[a-z]+$/.test(key) ? key : JSON.stringify(key));
