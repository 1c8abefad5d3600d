import type { JSONSchema } from "json-schema-to-typescript";

const texts = new WeakMap<object, string>();

/**
 * What a schema says, without what it says of itself as a key: two that have the same text are the same type. The order of
 * keys does not count.
 */
export function schemaText(schema: JSONSchema): string {
  const known = texts.get(schema);
  if (known !== undefined) return known;
  const { description: _, deprecated: __, ...type } = schema;
  const text = canonical(type);
  texts.set(schema, text);
  return text;
}

/** What a schema says of each key. */
export function textsByKey({ properties = {}, required }: JSONSchema): Map<string, string> {
  const needed = new Set(required as string[] | undefined);
  return new Map(
    Object.entries(properties).map(([key, property]) => {
      const { description, deprecated } = property;
      const about = [description, deprecated, needed.has(key)];
      return [key, JSON.stringify([schemaText(property), ...about])];
    }),
  );
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (key, below: unknown) => {
    if (Array.isArray(below)) return key === "required" ? below.toSorted() : below;
    if (typeof below !== "object" || below === null) return below;
    return Object.fromEntries(
      Object.entries(below).sort(([left], [right]) => (left < right ? -1 : 1)),
    );
  });

/** A schema with some of its keys. */
export function withKeys(schema: JSONSchema, isWanted: (key: string) => boolean): JSONSchema {
  const properties = Object.entries(schema.properties ?? {}).filter(([key]) => isWanted(key));
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    required: ((schema.required ?? []) as string[]).filter(isWanted),
  };
}
