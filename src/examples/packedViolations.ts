import type { CheckOptions } from "../validator/types.js";
import type { Violation } from "./catalog.js";

/** The violations of all kinds, each written once: how it breaks its rule, and where. */
export interface PackedViolations {
  readonly rules: readonly string[];
  readonly paths: readonly string[];
  readonly ways: readonly PackedWay[];
  /** Numbers of a way and of a path, in turn. */
  readonly pairs: readonly number[];
}

/**
 * The number of a rule, and what a violation says, in which `@` stands for its path, and ` #0` in its name for the first thing
 * that is set. What is empty at the end is left out.
 */
export type PackedWay = readonly [
  rule: number,
  name: string,
  sets?: Violation["sets"],
  removes?: Violation["removes"],
  options?: CheckOptions,
];

export const ownPath = "@";

/** What a name says of something that is set. */
export const inName = ([pointer, value]: Violation["sets"][number]): string =>
  ` ${pointer}=${JSON.stringify(value)}`;

/** The violation of a number. */
export function unpackViolation(packed: PackedViolations, number: number): Violation {
  const { rules, paths, ways, pairs } = packed;
  const path = paths[pairs[2 * number + 1] as number] as string;
  const way = ways[pairs[2 * number] as number] as PackedWay;
  const [rule, name, packedSets = [], removes = [], options = {}] = way;
  const long = (pointer: string) => (pointer === ownPath ? path : pointer);
  const sets = packedSets.map(([pointer, value]) => [long(pointer), value] as const);
  return {
    ...{ rule: rules[rule] as string, path, options },
    name: name
      .replace(/ #(\d+)/g, (_, index) => inName(sets[index] as (typeof sets)[number]))
      .replace(ownPath, () => path),
    sets,
    removes: removes.map(long),
  };
}
