import type { JSONSchema } from "json-schema-to-typescript";
import { parsePointer } from "../../../validator/pointer.js";
import { anyGateway, kindNames } from "../../kindNames.js";
import type { KindPlan } from "../../plan/fault.js";
import type { CodeUnions } from "./codeUnions.js";
import { layersOf, type TypeExtension } from "./layers.js";
import { type Declared, NestedTypes } from "./nestedTypes.js";
import { printType } from "./printType.js";
import { schemaText } from "./schemaText.js";
import type { PayloadType } from "./variants.js";

/** Declarations, and the names that they export. */
interface Declarations {
  readonly text: string;
  /** The names of whole payloads. */
  readonly names: readonly string[];
  readonly declared: Declared;
}

/**
 * Interfaces for variants of one payload, after one, called `Common`, for what all have in common; then the types of the nested
 * objects. `taken` are other names that the file declares. Keys that equal those of `base` are taken from it.
 */
export async function declareVariants(
  pascal: string,
  variants: readonly PayloadType[],
  taken: readonly string[],
  plan: KindPlan,
  unions: CodeUnions,
  base?: Declared,
): Promise<Declarations> {
  const forms = variants.map((variant) => ({
    name: variant.codes.length === 0 ? variant.name : `${variant.name}Issuers`,
    suffix: variant.name.slice(pascal.length),
    schema: describedFor(variant, plan),
  }));
  const [form] = forms;
  const only = forms.length === 1 ? form : undefined;
  const same = only && base?.names.get(schemaText(only.schema));
  if (only?.schema.anyOf && same !== undefined) {
    // No interface can extend a type of several forms.
    const { description } = only.schema;
    const alias = { ...(description && { description }), tsType: `base.${same}` };
    return { text: await printType(only.name, alias), names: [only.name], declared: nothing };
  }
  const { layers, common } = layersOf(forms, `${pascal}Common`, base?.objects.get(""), 0);
  const names = layers.map(({ name }) => name);
  const aliases = variants.filter(({ codes }) => codes.length > 0);
  const all = [...names, ...aliases.map(({ name }) => name)];
  const nested = new NestedTypes(pascal, [...all, ...taken], base);
  const interfaces: string[] = [];
  for (const layer of await nested.nameBelow(layers, "")) interfaces.push(await printOver(layer));
  const { text, declared } = nested.held();
  const texts = [
    ...interfaces,
    ...aliases.map((one) => aliasFor(one, plan, unions)),
    ...nested.texts,
    ...(kindNames(plan.tables.row.kind).gateway === anyGateway ? [text] : []),
  ];
  return {
    text: texts.join("\n"),
    names: all,
    declared: {
      names: new Map([
        ...declared.names,
        ...(only ? ([[schemaText(only.schema), only.name]] as const) : []),
      ]),
      objects: new Map([...declared.objects, ...(common ? ([["", common]] as const) : [])]),
    },
  };
}

const nothing: Declared = { names: new Map(), objects: new Map() };

/** A variant's schema, with what card companies it is for. */
function describedFor({ codes, schema }: PayloadType, plan: KindPlan): JSONSchema {
  if (codes.length === 0) return schema;
  const { rows } = plan.tables.issuers;
  const issuers = rows.filter(({ code }) => codes.includes(code)).map(({ en }) => en);
  const who = issuers.length === rows.length ? "a card company" : issuers.join(", ");
  return { ...schema, description: `${schema.description} For a direct call to ${who}.` };
}

async function printOver({ name, schema, over }: TypeExtension): Promise<string> {
  if (over === undefined) return printType(name, schema);
  // The library accepts schemas there and prints their names, although its types do not say so.
  const title = /^\w+$/.test(over) ? over : `${name}Inherited`;
  const inheriting = { ...schema, extends: [{ title, type: "object" }] } as unknown as JSONSchema;
  const text = await printType(name, inheriting);
  return title === over ? text : `type ${title} = ${over};\n${text}`;
}

/** The one that json-schema-to-typescript has no word for: a type with the issuer's code as its parameter. */
function aliasFor({ name, codes }: PayloadType, { tables }: KindPlan, unions: CodeUnions): string {
  const union = unions.of(codes, `${name}Code`);
  const code = nested(tables.row.issuer?.path ?? "", "", "Code");
  return [
    `/** \`${name}Issuers\` for one or some of its card companies. */`,
    `export type ${name}<Code extends ${union} = ${union}> = ${name}Issuers & ${code};`,
    "",
  ].join("\n");
}

/** The type of an object that holds a value at a path. */
export const nested = (path: string, optional: "" | "?", leaf: string): string =>
  parsePointer(path).reduceRight((below, key) => `{ ${key}${optional}: ${below} }`, leaf);
