import type { JSONSchema } from "json-schema-to-typescript";
import {
  distinct,
  layersOf,
  type ObjectType,
  type TypeExtension,
  type TypeForm,
} from "./layers.js";
import { printType } from "./printType.js";
import { schemaText } from "./schemaText.js";

/** What a file declares, for the files of kinds that extend it. */
export interface Declared {
  /** Types, by the text of what they are. */
  readonly names: ReadonlyMap<string, string>;
  /** By the path of a key, the type with what all objects there have in common. */
  readonly objects: ReadonlyMap<string, ObjectType>;
}

/**
 * The types of what is nested in payloads: each object, and each long list of values, is declared once and named after the
 * key where it is. What the kind that is extended declares is taken from there.
 *
 * They are aliases, and not exported. So where code exports a part of a payload, the compiler can write that part out in the
 * code's own declarations. It could not import it from a file that is no entry of the package.
 */
export class NestedTypes {
  readonly texts: string[] = [];
  readonly #names = new Map<string, string>();
  readonly #objects = new Map<string, ObjectType>();
  readonly #prefix: string;
  readonly #base: Declared | undefined;
  readonly #taken: Set<string>;

  /** Names begin with `prefix`, and none is among `taken`. */
  constructor(prefix: string, taken: readonly string[], base: Declared | undefined) {
    this.#prefix = prefix;
    this.#taken = new Set(taken);
    this.#base = base;
  }

  /** An interface by which other files name what is declared, and what they need to know of it. */
  held(): { readonly text: string; readonly declared: Declared } {
    const holder = this.#free(`${this.#prefix}Nested`);
    const names = new Set([
      ...this.#names.values(),
      ...[...this.#objects.values()].map(({ name }) => name),
    ]);
    const lines = [...names].map((name) => `  ${this.#key(name)}: ${name};`);
    const named = (name: string) => `${holder}["${this.#key(name)}"]`;
    return {
      text: [comment, `export interface ${holder} {`, ...lines, "}", ""].join("\n"),
      declared: {
        names: new Map([...this.#names].map(([text, name]) => [text, named(name)])),
        objects: new Map(
          [...this.#objects].map(([path, { name, keys }]) => [path, { name: named(name), keys }]),
        ),
      },
    };
  }

  #key(name: string): string {
    return name.slice(this.#prefix.length);
  }

  /** Declares what is nested in the layers of an object, and gives the layers with the names of that. */
  async nameBelow(layers: readonly TypeExtension[], path: string): Promise<TypeExtension[]> {
    const keys = new Set(
      layers.flatMap(({ schema }) =>
        parts(schema).flatMap(({ properties = {} }) => Object.keys(properties)),
      ),
    );
    for (const key of keys) {
      const forms = layers.flatMap(({ name, suffix, schema }) =>
        parts(schema).flatMap(({ properties = {} }): TypeForm[] => {
          const value = properties[key] && innermost(properties[key]);
          return value && isNamed(value) ? [{ name, suffix, schema: value }] : [];
        }),
      );
      await this.#declare(forms, `${path}/${key}`);
    }
    return layers.map((layer) => ({ ...layer, schema: this.#withNames(layer.schema) }));
  }

  async #declare(forms: readonly TypeForm[], path: string): Promise<void> {
    const all = distinct(forms);
    const name = this.#prefix + path.split("/").map(pascalCase).join("");
    const unnamed = all.filter(({ schema }) => this.#nameOf(schema) === undefined);
    const isOnly = unnamed.length === 1;
    const own = unnamed.map((form) => ({
      ...form,
      name: this.#free(isOnly ? name : name + form.suffix),
    }));
    for (const form of own) this.#names.set(schemaText(form.schema), form.name);
    const base = this.#base?.objects.get(path);
    const { layers, common } = layersOf(own, this.#free(`${name}Common`), base);
    if (common) this.#objects.set(path, common);
    const at = this.texts.length;
    this.texts.push(...layers.map(() => ""));
    for (const [index, layer] of (await this.nameBelow(layers, path)).entries())
      this.texts[at + index] = (await printType(layer.name, aliasOf(layer))).replace(exported, "");
  }

  #nameOf(schema: JSONSchema): string | undefined {
    const text = schemaText(schema);
    const inherited = this.#base?.names.get(text);
    return inherited === undefined ? this.#names.get(text) : `base.${inherited}`;
  }

  #withNames(schema: JSONSchema): JSONSchema {
    const { properties, anyOf } = schema;
    return {
      ...schema,
      ...(properties && {
        properties: Object.fromEntries(
          Object.entries(properties).map(([key, value]) => [key, this.#named(value)]),
        ),
      }),
      ...(anyOf && { anyOf: anyOf.map((form) => this.#withNames(form)) }),
    };
  }

  /** A schema by its name, with what it says of itself as a key. */
  #named(schema: JSONSchema): JSONSchema {
    const tsType = isNamed(schema) ? this.#nameOf(schema) : undefined;
    if (tsType !== undefined) {
      const { description, deprecated } = schema;
      return { ...(description && { description }), ...(deprecated && { deprecated }), tsType };
    }
    const items = itemsOf(schema);
    return items ? { ...schema, items: this.#named(items) } : schema;
  }

  #free(name: string): string {
    let free = name;
    for (let number = 2; this.#taken.has(free); number++) free = `${name}${number}`;
    this.#taken.add(free);
    return free;
  }
}

const comment = "/** What is nested in payloads, for kinds that extend this one. */";

/** How json-schema-to-typescript begins what it declares. */
const exported = /^export /;

/** An object itself, and the forms of it that have keys of their own. */
const parts = (schema: JSONSchema): JSONSchema[] => [schema, ...(schema.anyOf ?? [])];

const isNamed = (schema: JSONSchema): boolean => isObject(schema) || hasLongList(schema);

/** Whether a value is an object with keys; none is where a type is written in place of them. */
const isObject = ({ type, properties, tsType }: JSONSchema): boolean =>
  type === "object" && tsType === undefined && Object.keys(properties ?? {}).length > 0;

/** Who sees a shorter list of values sees what it is better than by a name. */
const longList = 250;

const hasLongList = (schema: JSONSchema): boolean =>
  schema.enum !== undefined && JSON.stringify(schema.enum).length > longList;

/** What is in a list, or in a list in it. */
function innermost(schema: JSONSchema): JSONSchema {
  const items = itemsOf(schema);
  return items ? innermost(items) : schema;
}

const itemsOf = ({ type, items }: JSONSchema): JSONSchema | undefined =>
  type === "array" && typeof items === "object" && !Array.isArray(items) ? items : undefined;

/** What json-schema-to-typescript declares as an alias, without a comment: that is at the key. */
function aliasOf({ schema, over }: TypeExtension): JSONSchema {
  const { description: _, deprecated: __, ...type } = schema;
  if (over === undefined) return isObject(type) && !type.anyOf ? { allOf: [type] } : type;
  return isObject(type) ? { allOf: [{ tsType: over }, type] } : { tsType: over };
}

/** The words of a key, each with a capital: `naver_pay` is `NaverPay`. */
const pascalCase = (key: string): string =>
  key
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
