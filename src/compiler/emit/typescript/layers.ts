import type { JSONSchema } from "json-schema-to-typescript";
import { schemaText, textsByKey, withKeys } from "./schemaText.js";

/** An object type that others may take keys from. */
export interface ObjectType {
  readonly name: string;
  /** What its schema says of each key. */
  readonly keys: ReadonlyMap<string, string>;
}

/** What a value is for some payloads. */
export interface TypeForm {
  readonly name: string;
  /** The end of the name, which says for which payloads: `WithIssuer`. */
  readonly suffix: string;
  readonly schema: JSONSchema;
}

/** A type to declare: keys of its own, and the type that it adds them to. */
export interface TypeExtension extends TypeForm {
  readonly over: string | undefined;
}

/** The layers of an object's forms, and the one that all of them have in common. */
interface Layers {
  readonly layers: readonly TypeExtension[];
  readonly common: ObjectType | undefined;
}

/** It is not worth while to take fewer keys from another type. */
const fewKeys = 2;

/**
 * The forms of an object in layers: one called `common` for what all have in common, if that is more than a few keys, and one for
 * each difference. Keys that equal those of `inherited` are taken from it, as `base` in the text.
 */
export function layersOf(
  forms: readonly TypeForm[],
  common: string,
  inherited: ObjectType | undefined,
  leastCommon: number = fewKeys,
): Layers {
  const [first] = forms;
  if (!first) return { layers: [], common: undefined };
  if (forms.length === 1) {
    const object = { name: first.name, keys: textsByKey(first.schema) };
    return { layers: [over(first, inherited)], common: object };
  }
  const shared = sharedKeys(forms.map(({ schema }) => schema));
  if (shared.size < leastCommon || !forms.every(isPlain))
    return { layers: forms.map((form) => over(form, inherited)), common: undefined };
  const base = {
    ...{ name: common, suffix: "Common" },
    schema: withKeys(first.schema, (key) => shared.has(key)),
  };
  const own = forms.map(
    (form): TypeExtension => ({
      ...form,
      schema: withKeys(form.schema, (key) => !shared.has(key)),
      over: common,
    }),
  );
  const keys = textsByKey(base.schema);
  return { layers: [over(base, inherited), ...own], common: { name: common, keys } };
}

/** Whether an object has keys of known names and nothing else, so that a type can take some of them. */
const isPlain = ({ schema }: TypeForm): boolean =>
  schema.additionalProperties === false && schema.anyOf === undefined;

/** A form over the type that the keys are taken from which both say the same of. */
function over(form: TypeForm, base: ObjectType | undefined): TypeExtension {
  const keys = textsByKey(form.schema);
  const taken = [...keys].flatMap(([key, text]) => (base?.keys.get(key) === text ? [key] : []));
  if (!base || taken.length < fewKeys || !isPlain(form)) return { ...form, over: undefined };
  const schema = withKeys(form.schema, (key) => !taken.includes(key));
  const others = [...base.keys.keys()].filter((key) => !taken.includes(key));
  return { ...form, schema, over: partOf(`base.${base.name}`, taken, others) };
}

/** A type with some of the keys of another, in the fewest words. */
function partOf(type: string, taken: readonly string[], others: readonly string[]): string {
  if (others.length === 0) return type;
  const [kept, left] = [taken, others].map((keys) =>
    keys.map((key) => JSON.stringify(key)).join(" | "),
  ) as [string, string];
  return left.length <= kept.length ? `Omit<${type}, ${left}>` : `Pick<${type}, ${kept}>`;
}

/** The keys that every schema describes alike. */
function sharedKeys(schemas: readonly JSONSchema[]): Set<string> {
  const [first, ...others] = schemas.map(textsByKey);
  const isShared = ([key, text]: [string, string]) =>
    others.every((other) => other.get(key) === text);
  return new Set([...(first ?? [])].filter(isShared).map(([key]) => key));
}

/** Forms that say the same are one, under the first name. */
export function distinct(forms: readonly TypeForm[]): TypeForm[] {
  const byText = new Map<string, TypeForm>();
  for (const form of forms) {
    const text = schemaText(form.schema);
    if (!byText.has(text)) byText.set(text, form);
  }
  return [...byText.values()];
}
