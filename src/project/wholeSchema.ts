import { parsePointer } from "../validator/pointer.js";

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** A reference from a gateway's schema to a part of the one that it extends. */
const outside = /^urn:paylint:([^#]+)#(.*)$/;

/**
 * The published schema of a kind, complete: what it refers to in another kind's is written in its place.
 * @param read Gives the published schema of a kind.
 */
export async function wholeSchema(
  kind: string,
  read: (kind: string) => Promise<Schema>,
): Promise<Schema> {
  const schema = await read(kind);
  const others = new Map<string, Schema>();
  for (const other of otherKinds(schema)) others.set(other, await read(other));
  const whole = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(whole);
    if (typeof part !== "object" || part === null) return part;
    const [other, pointer] = referenceOf(part);
    if (other !== undefined) return partAt(others.get(other), decodeURI(pointer));
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, whole(value)]));
  };
  return whole(schema) as Schema;
}

function referenceOf({
  $ref,
}: {
  readonly $ref?: unknown;
}): [kind: string | undefined, pointer: string] {
  const [, kind, pointer = ""] = outside.exec(typeof $ref === "string" ? $ref : "") ?? [];
  return [kind, pointer];
}

function otherKinds(part: unknown): Set<string> {
  if (typeof part !== "object" || part === null) return new Set();
  const [kind] = referenceOf(part);
  const below = Object.values(part).flatMap((value) => [...otherKinds(value)]);
  return new Set(kind === undefined ? below : [kind, ...below]);
}

const partAt = (schema: unknown, pointer: string): unknown =>
  parsePointer(pointer).reduce((at, key) => (at as Schema)[key], schema);
