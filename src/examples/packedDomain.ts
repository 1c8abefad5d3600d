import type { ValueDomain } from "./catalog.js";

const usualValues: Readonly<Record<string, readonly unknown[]>> = {
  boolean: [true, false],
  number: [1],
  integer: [1],
  string: ["text"],
  object: [{}],
  array: [[]],
};

/** A domain without what is usual for its type; the type alone, where all of it is. */
export type PackedDomain =
  | string
  | (Partial<Omit<ValueDomain, "properties" | "items">> & {
      readonly properties?: Readonly<Record<string, PackedDomain>>;
      readonly items?: PackedDomain;
    });

/** Values of a type where nothing else is said of them; what may be of any type is made an object. */
export const usualOf = (type = "object"): readonly unknown[] => usualValues[type] ?? [];

/** The domain that was packed. */
export function unpackDomain(packed: PackedDomain): ValueDomain {
  if (typeof packed === "string") return unpackDomain({ type: packed });
  const {
    type,
    values = usualOf(type),
    closed = false,
    properties = {},
    items,
    ...limits
  } = packed;
  return {
    ...(type !== undefined && { type }),
    values,
    closed,
    ...limits,
    properties: Object.fromEntries(
      Object.entries(properties).map(([key, domain]) => [key, unpackDomain(domain)]),
    ),
    ...(items !== undefined && { items: unpackDomain(items) }),
  };
}
