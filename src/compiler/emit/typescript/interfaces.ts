import { compile, type JSONSchema } from "json-schema-to-typescript";
import { parsePointer } from "../../../validator/pointer.js";
import type { KindPlan } from "../../plan/fault.js";
import type { Variant } from "./variants.js";

/** Declarations, and the names that they export. */
export interface Declarations {
  readonly text: string;
  readonly names: readonly string[];
  /** The interface that all variants have in common. */
  readonly common: Interface;
}

/** What an interface says of each key. */
export interface Interface {
  readonly name: string;
  readonly keys: ReadonlyMap<string, string>;
}

/** A type with its codes filled in, as other declarations name it. */
export const typeOf = ({ name, codes }: Pick<Variant, "name" | "codes">, code: string): string =>
  codes.length === 0 ? name : `${name}<${JSON.stringify(code)}>`;

/**
 * Interfaces for variants of one payload, after one, called `common`, for what all have in common. Keys that `inherited` says
 * the same of are taken from it, as `base` in the text.
 */
export async function declareVariants(
  common: string,
  variants: readonly Variant[],
  plan: KindPlan,
  inherited?: Interface,
): Promise<Declarations> {
  const [only] = variants;
  if (only && variants.length === 1) {
    const { name, schema } = only;
    const text = await printOver(name, schema, inherited);
    return { text, names: [name], common: { name, keys: textsByKey(schema) } };
  }
  const shared = sharedKeys(variants.map(({ schema }) => schema));
  const base = { ...part(only?.schema ?? {}, (key) => shared.has(key)), title: common };
  const texts = [await printOver(common, base, inherited)];
  const names = [common];
  for (const variant of variants) {
    const own = part(variant.schema, (key) => !shared.has(key));
    // The library takes schemas there; its types say otherwise.
    const schema = { ...own, extends: [base] } as unknown as JSONSchema;
    if (variant.codes.length === 0) {
      texts.push(await print(variant.name, schema));
      names.push(variant.name);
      continue;
    }
    const ofAll = `${variant.name}Issuers`;
    const description = `For a direct call to ${issuersOf(variant, plan)}.\n\n${schema.description}`;
    texts.push(await print(ofAll, { ...schema, description }), aliasFor(variant, ofAll, plan));
    names.push(ofAll, variant.name);
  }
  const keys = textsByKey(base);
  return { text: texts.join("\n"), names, common: { name: common, keys } };
}

/** An interface that takes the keys which another says the same of from there. */
async function printOver(name: string, schema: JSONSchema, base?: Interface): Promise<string> {
  const taken = [...textsByKey(schema)].flatMap(([key, text]) =>
    base?.keys.get(key) === text ? [key] : [],
  );
  if (!base || taken.length < fewKeys) return print(name, schema);
  const title = `${name}Inherited`;
  const own = part(schema, (key) => !taken.includes(key));
  const others = [...base.keys.keys()].filter((key) => !taken.includes(key));
  const isMost = others.length < taken.length;
  const [helper, keys] = isMost ? ["Omit", others] : ["Pick", taken];
  const union = keys.map((key) => JSON.stringify(key)).join(" | ") || "never";
  const inheriting = { ...own, extends: [{ title, type: "object" }] } as unknown as JSONSchema;
  const text = await print(name, inheriting);
  return `type ${title} = ${helper}<base.${base.name}, ${union}>;\n${text}`;
}

/** It is not worth while to take fewer keys. */
const fewKeys = 3;

/** The one that json-schema-to-typescript has no word for: a type with the issuer's code as its parameter. */
function aliasFor({ name, codes }: Variant, ofAll: string, { tables }: KindPlan): string {
  const union = codes.map((code) => JSON.stringify(code)).join(" | ");
  const code = nested(tables.row.issuer?.path ?? "", "", "Code");
  return [
    `/** \`${ofAll}\` for one or some of its card companies. */`,
    `export type ${name}<Code extends ${union} = ${union}> = ${ofAll} & ${code};`,
    "",
  ].join("\n");
}

const issuersOf = ({ codes }: Variant, { tables }: KindPlan): string =>
  tables.issuers.rows
    .filter(({ code }) => codes.includes(code))
    .map(({ en }) => en)
    .join(", ");

async function print(name: string, schema: JSONSchema): Promise<string> {
  const text = await compile(structuredClone(schema), name, {
    bannerComment: "",
    additionalProperties: false,
    strictIndexSignatures: true,
    // Laying the text out takes as long as everything else that the build does.
    format: false,
    // A type that another extends is named there and not printed again.
    declareExternallyReferenced: false,
  });
  return indented(text);
}

/** Lines of which each opens or closes at most one object, with those in an object indented. Comments have no braces at their ends. */
function indented(text: string): string {
  let depth = 0;
  const lines = text.split("\n").map((line) => {
    const isComment = /^ ?[/*]/.test(line);
    if (!isComment && line.startsWith("}")) depth--;
    const isOpening = !isComment && line.endsWith("{");
    const isMember = depth > 0 && !isComment && !isOpening && line !== "";
    const whole = (line === "" ? "" : "  ".repeat(depth)) + line + (isMember ? ";" : "");
    if (isOpening) depth++;
    return whole;
  });
  return lines.join("\n");
}

/** The keys that every schema describes alike. */
function sharedKeys(schemas: readonly JSONSchema[]): Set<string> {
  const [first, ...others] = schemas.map(textsByKey);
  const isShared = ([key, text]: [string, string]) =>
    others.every((other) => other.get(key) === text);
  return new Set([...(first ?? [])].filter(isShared).map(([key]) => key));
}

/** What a schema says of each key. */
const textsByKey = ({ properties = {}, required }: JSONSchema): Map<string, string> =>
  new Map(
    Object.entries(properties).map(([key, property]) => [
      key,
      JSON.stringify([property, ((required ?? []) as string[]).includes(key)]),
    ]),
  );

function part(schema: JSONSchema, isWanted: (key: string) => boolean): JSONSchema {
  const properties = Object.entries(schema.properties ?? {}).filter(([key]) => isWanted(key));
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    required: ((schema.required ?? []) as string[]).filter(isWanted),
  };
}

/** The type of an object that holds a value at a path. */
export const nested = (path: string, optional: "" | "?", leaf: string): string =>
  parsePointer(path).reduceRight((below, key) => `{ ${key}${optional}: ${below} }`, leaf);
