import { compile, type JSONSchema } from "json-schema-to-typescript";
import { parsePointer } from "../../../validator/pointer.js";
import type { Environment } from "../../../validator/types.js";
import { kindNames } from "../../kindNames.js";
import type { FaultPlan, KindPlan } from "../../plan/fault.js";
import { applies, payloadSchema } from "./payloadSchema.js";

const environments: readonly Environment[] = ["any", "pc", "mobile"];

interface Variant {
  readonly name: string;
  readonly schema: JSONSchema;
  readonly codes: string[];
}

/** The declarations of a kind. */
export interface KindTypes {
  /** A payload type for each group of issuers that ask for the same, and the look-up from code to type. Needs nothing else. */
  readonly payload: string;
  /** The `define` helper, for kinds that a shop writes itself. */
  readonly helper: string;
}

/** Writes a kind's declarations: of payloads that card companies or environments ask different things of, one type each. */
export async function typesFor(plan: KindPlan): Promise<KindTypes> {
  const { row, issuers } = plan.tables;
  const { pascal } = kindNames(row.kind);
  const codes = row.issuer ? issuers.rows.map(({ code }) => code) : [];
  const variants = new Map<string, Variant>();
  const lookup = new Map<Environment, [key: string, type: string][]>();
  for (const environment of environments) {
    const entries = [undefined, ...codes].map((code): [string, string] => {
      const faults = plan.faults.filter((fault) => applies(fault, code, environment, plan));
      const schema = payloadSchema(plan, faults, code !== undefined);
      const key = JSON.stringify([code === undefined, schema]);
      const known = variants.get(key);
      const variant = known ?? {
        name: variantName(pascal, faults, code, environment),
        schema,
        codes: [],
      };
      if (code !== undefined && !variant.codes.includes(code)) variant.codes.push(code);
      variants.set(key, variant);
      return code === undefined
        ? ["none", variant.name]
        : [JSON.stringify(code), `${variant.name}<${JSON.stringify(code)}>`];
    });
    lookup.set(environment, entries);
  }
  const all = [...variants.values()];
  const isPlain = all.length === 1;
  const named = isPlain ? all.map((variant) => ({ ...variant, name: pascal })) : all;
  const drafts = named.map((variant) => ({
    ...variant,
    name: draftName(variant.name),
    schema: draftOf(variant.schema),
  }));
  const types = [
    ...(await declareAll(`${pascal}Common`, named, plan)),
    isPlain ? declarePlain(pascal) : declareLookup(pascal, lookup, codes),
  ].join("\n");
  const helper = [
    ...(await declareAll(`${pascal}CommonDraft`, drafts, plan)),
    row.issuer ? defineByIssuer(pascal, lookup, row.issuer.path) : definePlain(pascal, isPlain),
  ].join("\n");
  return {
    payload: types.includes("Forbidden<") ? `${forbidden}\n${types}` : types,
    helper: row.direction === "response" ? "" : helper,
  };
}

/** The type of a property that must not be given; no value has it, and the compiler prints why. */
const forbidden = [
  "declare const reason: unique symbol;",
  "/** A property that must not be given, and why. */",
  "export interface Forbidden<Why extends string> {",
  "  readonly [reason]: Why;",
  "}",
].join("\n");

/** What a `define` helper takes instead of a type. */
const draftName = (type: string) => type.replace(/^\w+/, (name) => `${name}Draft`);

/**
 * The same payload, in which the compiler's message about a wrong value names the property:
 * `Type '"USD"' is not assignable to type '"KRW" | Property<"currency">'`. It is written out, since the compiler would work
 * out anew in every file what a type asks it to.
 */
function draftOf(schema: JSONSchema): JSONSchema {
  const properties = Object.entries(schema.properties ?? {}).map(([key, property]) => {
    const { tsType, properties: below, description, deprecated, ...type } = property;
    if (below) return [key, draftOf(property)];
    if (tsType === "unknown" || tsType?.startsWith("Forbidden<")) return [key, property];
    const marked = { tsType: `Property<${JSON.stringify(key)}>` };
    const own = tsType === undefined ? type : { tsType };
    const said = { ...(description && { description }), ...(deprecated && { deprecated }) };
    return [key, { ...said, anyOf: [own, marked] }];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

/** Named after what it asks for, so that adding an issuer renames nothing. */
function variantName(
  pascal: string,
  faults: readonly FaultPlan[],
  code: string | undefined,
  environment: Environment,
): string {
  const where = environment === "any" ? "" : `On${environment === "pc" ? "Pc" : "Mobile"}`;
  if (code === undefined) return `${pascal}WithoutIssuer${where}`;
  const asked = new Set(
    faults
      .filter(({ from }) => Object.values(from?.when ?? {}).some(({ issuer }) => issuer))
      .map(({ rule }) =>
        (rule.id.split("/")[1] as string).replace(/(?:^|-)(.)/g, (_, letter: string) =>
          letter.toUpperCase(),
        ),
      ),
  );
  return `${pascal}With${[...asked].join("")}${where}`;
}

/** Interfaces for variants of one payload, after one for what all have in common. */
async function declareAll(
  common: string,
  variants: readonly Variant[],
  plan: KindPlan,
): Promise<string[]> {
  if (variants.length === 1) return [await declare(variants[0] as Variant, plan)];
  const texts = variants.map(({ schema }) => propertyTexts(schema));
  const shared = new Set(
    [...(texts[0] as Map<string, string>)]
      .filter(([key, text]) => texts.every((other) => other.get(key) === text))
      .map(([key]) => key),
  );
  const part = (schema: JSONSchema, isWanted: (key: string) => boolean): JSONSchema => ({
    ...schema,
    properties: Object.fromEntries(
      Object.entries(schema.properties ?? {}).filter(([key]) => isWanted(key)),
    ),
    required: ((schema.required ?? []) as string[]).filter(isWanted),
  });
  const [first] = variants as [Variant];
  const ofAll = { name: common, codes: [], schema: part(first.schema, (key) => shared.has(key)) };
  const own = variants.map(async (variant) => {
    const schema = part(variant.schema, (key) => !shared.has(key));
    const text = await declare({ ...variant, schema }, plan);
    return text.replace(/^(export interface .*?) \{$/m, `$1 extends ${common} {`);
  });
  return Promise.all([declare(ofAll, plan), ...own]);
}

/** What a schema says of each key. */
const propertyTexts = ({ properties = {}, required }: JSONSchema): Map<string, string> =>
  new Map(
    Object.entries(properties).map(([key, property]) => [
      key,
      JSON.stringify([property, ((required ?? []) as string[]).includes(key)]),
    ]),
  );

async function declare({ name, schema, codes }: Variant, { tables }: KindPlan): Promise<string> {
  const text = await compile(structuredClone(schema), name, {
    bannerComment: "",
    additionalProperties: false,
    strictIndexSignatures: true,
  });
  if (codes.length === 0) return text;
  const names = tables.issuers.rows.filter(({ code }) => codes.includes(code)).map(({ en }) => en);
  const union = codes.map((code) => JSON.stringify(code)).join(" | ");
  return text
    .replace(
      `export interface ${name} {`,
      `export interface ${name}<Code extends ${union} = ${union}> {`,
    )
    .replace(/^\/\*\*\n/m, `/**\n * For a direct call to ${names.join(", ")}.\n *\n`);
}

const environmentUnion = environments.map((one) => JSON.stringify(one)).join(" | ");

/** For a kind whose payload is the same everywhere. */
const declarePlain = (pascal: string): string =>
  `export type ${pascal}Payloads = { [E in ${environmentUnion}]: ${pascal} };\n`;

type Lookup = ReadonlyMap<Environment, readonly [key: string, type: string][]>;

function declareLookup(pascal: string, lookup: Lookup, codes: readonly string[]): string {
  const byEnvironment = `E extends ${environmentUnion} = "any"`;
  return [
    ...(codes.length > 0
      ? [
          `/** Code of a card company that can be called directly. */`,
          `export type IssuerCode = ${codes.map((code) => JSON.stringify(code)).join(" | ")};`,
        ]
      : []),
    `/** Payload types by environment; under an environment, by the code of the card company called directly. */`,
    ...mapOf(`${pascal}ByEnvironment`, lookup, (entries) => entries),
    ...(codes.length > 0
      ? [
          `/** The payload for a direct call to one card company. \`E\` is the environment it must serve; \`any\` is PC and mobile both. */`,
          `export type ${pascal}For<Code extends IssuerCode, ${byEnvironment}> = ${pascal}ByEnvironment[E][Code];`,
          `/** The payload, whichever card company is called directly, or none. */`,
          `export type ${pascal}<${byEnvironment}> = ${pascal}ByEnvironment[E][IssuerCode | "none"];`,
        ]
      : [
          `/** A ${pascal} payload. */`,
          `export type ${pascal}<${byEnvironment}> = ${pascal}ByEnvironment[E]["none"];`,
        ]),
    `export type ${pascal}Payloads = { [E in ${environmentUnion}]: ${pascal}<E> };`,
    "",
  ].join("\n");
}

function mapOf(
  name: string,
  lookup: Lookup,
  entriesOf: (entries: readonly [string, string][]) => readonly (readonly [string, string])[],
): string[] {
  const environmentsIn = [...lookup].flatMap(([environment, entries]) => [
    `  ${environment}: {`,
    ...entriesOf(entries).map(([key, type]) => `    ${key}: ${type};`),
    "  };",
  ]);
  return [`export interface ${name} {`, ...environmentsIn, "}"];
}

const definePlain = (pascal: string, isPlain: boolean): string => {
  const draft = isPlain ? draftName(pascal) : draftName(`${pascal}WithoutIssuer`);
  return [
    `/** Returns its argument. The compiler names the property that is missing or wrong. */`,
    `export declare function define${pascal}(payload: ${draft}): ${pascal};`,
    "",
  ].join("\n");
};

function defineByIssuer(pascal: string, lookup: Lookup, codePath: string): string {
  const [key] = parsePointer(codePath) as [string];
  const last = JSON.stringify(parsePointer(codePath).at(-1));
  const unknownIssuer = `${pascal}UnknownIssuerDraft`;
  const leaf = `IssuerCode | Property<${last}>`;
  return [
    `/** For a code that no card company has. */`,
    `export type ${unknownIssuer} = Omit<${draftName(`${pascal}WithoutIssuer`)}, ${JSON.stringify(key)}> & ${nested(codePath, "", leaf)};`,
    ...mapOf(`${pascal}Drafts`, lookup, (entries) => [
      ...entries.map(([code, type]) => [code, draftName(type)] as const),
      ["unknown", unknownIssuer],
    ]),
    // Undefined first: without strictNullChecks it is assignable to every code.
    `type ${pascal}Lookup<Code, Types> = [Code] extends [undefined] ? Types["none" & keyof Types]`,
    `  : [Code] extends [keyof Types] ? Types[Code] : Types["unknown" & keyof Types];`,
    `/**`,
    ` * Returns its argument. The compiler names the property that the card company called directly needs or forbids.`,
    ` * The second argument narrows the environment that the payload must serve; default is PC and mobile both.`,
    ` */`,
    `export declare function define${pascal}<const Code extends string | undefined = undefined, E extends ${environmentUnion} = "any">(`,
    `  payload: ${nested(codePath, "?", "Code")} & ${pascal}Lookup<Code, ${pascal}Drafts[E]>,`,
    `  environment?: E,`,
    `): ${pascal}Lookup<Code, ${pascal}ByEnvironment[E]>;`,
    "",
  ].join("\n");
}

/** The type of an object that holds a value at a path. */
const nested = (path: string, optional: "" | "?", leaf: string): string =>
  parsePointer(path).reduceRight((below, key) => `{ ${key}${optional}: ${below} }`, leaf);
