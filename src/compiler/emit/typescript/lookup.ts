import type { CodeUnions } from "./codeUnions.js";
import { environments, type Lookup, type LookupEntry } from "./variants.js";

export const environmentUnion = environments.map((one) => JSON.stringify(one)).join(" | ");

/** An interface of types by environment, and under an environment by code. */
export function declareLookup(name: string, lookup: Lookup, unions: CodeUnions): string[] {
  const written = new Map<string, string>();
  const byEnvironment = [...lookup].map(([environment, entries]) => {
    const types = groupsOf(entries).map((group) => typeOf(group, unions));
    const text = types.join(" & ");
    const same = written.get(text);
    if (same === undefined) written.set(text, environment);
    return `  ${environment}: ${same === undefined ? text : `${name}["${same}"]`};`;
  });
  return [`export interface ${name} {`, ...byEnvironment, "}"];
}

/** Codes with the same variants, and the variants. */
type Group = readonly [LookupEntry, ...LookupEntry[]];

function groupsOf(entries: readonly LookupEntry[]): Group[] {
  const groups = new Map<string, [LookupEntry, ...LookupEntry[]]>();
  for (const entry of entries) {
    const key = entry.variants.map(({ name }) => name).join();
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()];
}

/** An object type with a property for each code of a group. */
function typeOf([first, ...others]: Group, unions: CodeUnions): string {
  const [{ name, codes } = { name: "", codes: [] }] = first.variants;
  if (codes.length === 0) return `{ ${first.key}: ${name} }`;
  const keys = [first, ...others].map(({ key }) => key);
  const types = first.variants.map((variant) => `${variant.name}<Code>`);
  return `{ [Code in ${unions.of(keys, `${name}Code`)}]: ${types.join(" | ")} }`;
}
