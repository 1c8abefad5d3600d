import type { CheckOptions } from "../validator/types.js";
import type { ExampleCatalog, Violation } from "./catalog.js";

/** A catalog as a module holds it: what many violations share is written once. */
export interface PackedCatalog extends Omit<ExampleCatalog, "violations"> {
  readonly rules: readonly string[];
  readonly violations: readonly PackedViolation[];
}

/** A violation: the index of its rule, and what it says, in which `@` stands for its path. What is empty at the end is left out. */
export type PackedViolation = readonly [
  rule: number,
  path: string,
  name: string,
  sets?: Violation["sets"],
  removes?: Violation["removes"],
  options?: CheckOptions,
];

const ownPath = "@";

/** Packs a catalog; by the numbers of a base, where its kind extends another. */
export function packCatalog(
  { violations, ...catalog }: ExampleCatalog,
  base?: PackedCatalog,
): PackedCatalog {
  const rules = [...new Set([...(base?.rules ?? []), ...violations.map(({ rule }) => rule)])];
  return { ...catalog, rules, violations: violations.map((one) => packViolation(one, rules)) };
}

function packViolation(
  { rule, path, name, sets, removes, options }: Violation,
  rules: readonly string[],
): PackedViolation {
  if (name.includes(ownPath)) throw new Error(`cannot be packed: ${name}`);
  const short = (pointer: string) => (pointer === path ? ownPath : pointer);
  const head = [rules.indexOf(rule), path, name.replace(path, ownPath)] as const;
  const ownSets = sets.map(([pointer, value]) => [short(pointer), value] as const);
  if (Object.keys(options).length > 0) return [...head, ownSets, removes.map(short), options];
  return removes.length > 0 ? [...head, ownSets, removes.map(short)] : [...head, ownSets];
}

/** The catalog that was packed. */
export function unpackCatalog({ rules, violations, ...catalog }: PackedCatalog): ExampleCatalog {
  return {
    ...catalog,
    violations: violations.map(([rule, path, name, sets = [], removes = [], options = {}]) => {
      const long = (pointer: string) => (pointer === ownPath ? path : pointer);
      return {
        ...{ rule: rules[rule] as string, path, options },
        name: name.replace(ownPath, () => path),
        sets: sets.map(([pointer, value]) => [long(pointer), value] as const),
        removes: removes.map(long),
      };
    }),
  };
}
