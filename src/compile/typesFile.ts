import { compile, type JSONSchema } from "json-schema-to-typescript";
import { parsePointer } from "../runtime/pointer.js";
import type { Environment } from "../runtime/types.js";
import type { FaultPlan, KindPlan } from "./faultPlan.js";
import { kindNames } from "./kindNames.js";
import type { Shape, Test } from "./tableTypes.js";
import { codesWith } from "./testSchema.js";

const environments: readonly Environment[] = ["any", "pc", "mobile"];

interface Variant {
  readonly name: string;
  readonly schema: JSONSchema;
  readonly codes: string[];
}

/**
 * The declarations of a kind: a payload type for each group of issuers that ask for the same,
 * the look-up from code to type, and the `define` helper's parameter.
 */
export async function typesFor(plan: KindPlan): Promise<string> {
  const { row, issuers } = plan.tables;
  const { pascal } = kindNames(row.kind);
  const codes = row.issuer ? issuers.rows.map(({ code }) => code) : [];
  const variants = new Map<string, Variant>();
  const lookup: string[] = [];
  for (const environment of environments) {
    const entries = [undefined, ...codes].map((code) => {
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
        ? `    none: ${variant.name};`
        : `    ${JSON.stringify(code)}: ${variant.name}<${JSON.stringify(code)}>;`;
    });
    lookup.push(`  ${environment}: {\n${entries.join("\n")}\n  };`);
  }
  const isPlain = variants.size === 1;
  const payloads = await Promise.all(
    [...variants.values()].map((variant) =>
      declare({ ...variant, name: isPlain ? pascal : variant.name }, plan),
    ),
  );
  const isRequest = row.direction !== "response";
  const others = isPlain
    ? declarePlain(pascal, isRequest)
    : declareLookup(pascal, lookup, codes, row.issuer?.path ?? "");
  return [...payloads, others].join("\n");
}

/** Whether an error holds for every payload of an issuer in an environment, as far as types can say. */
function applies(
  { fault, from, context }: FaultPlan,
  code: string | undefined,
  environment: Environment,
  { tables }: KindPlan,
): boolean {
  if (fault.severity !== "error" || !from || from.compare || from.requireAny) return false;
  if (context?.store) return false;
  if (context?.environment && environment !== "any" && context.environment !== environment)
    return false;
  const constrained = Object.keys(from.constrain ?? {});
  return Object.entries(from.when ?? {}).every(([path, test]) => {
    if (path === tables.row.issuer?.path)
      return code !== undefined && hasIssuer(code, test, tables.issuers);
    return constrained.includes(path);
  });
}

function hasIssuer(code: string, test: Test, issuers: KindPlan["tables"]["issuers"]): boolean {
  if (test.issuer) return codesWith(test.issuer, issuers).includes(code);
  if (test.enum) return test.enum.includes(code);
  return test.const === code;
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

/** The shape as the types see it, with what the faults require, forbid and narrow worked in. */
function payloadSchema(
  { tables: { shape, row } }: KindPlan,
  faults: readonly FaultPlan[],
  direct: boolean,
): JSONSchema {
  const schema = typeSchema(shape);
  for (const { from, path, rule } of faults) {
    if (from?.require) requirePath(schema, path);
    if (from?.forbid)
      forbidPath(
        schema,
        path,
        `${path.slice(1).replaceAll("/", ".")}: ${rule.title.en} (${rule.id})`,
      );
    const test = from?.constrain?.[path];
    const values = test && ("const" in test ? [test.const] : test.enum);
    const target = values && propertyAt(schema, path);
    if (target) target.enum = values as never;
  }
  if (row.issuer) {
    const code = propertyAt(schema, row.issuer.path) as JSONSchema;
    delete code.enum;
    code.tsType = direct ? "Code" : "undefined";
    if (direct) requirePath(schema, row.issuer.path);
  }
  return schema;
}

function typeSchema(shape: Shape): JSONSchema {
  const { type, description, required, properties, items, additionalProperties } = shape;
  const { deprecated, "x-unsupported": unsupported } = shape;
  const values = shape.enum;
  return {
    ...(type ? { type } : { tsType: "unknown" }),
    ...(description && { description }),
    ...((deprecated || unsupported) && { deprecated: true }),
    ...(values && { enum: values }),
    ...(properties && {
      required: [...(required ?? [])],
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, below]) => [key, typeSchema(below)]),
      ),
    }),
    ...(properties || additionalProperties
      ? { additionalProperties: additionalProperties ?? false }
      : {}),
    ...(items && { items: typeSchema(items) }),
  } as JSONSchema;
}

function propertyAt(schema: JSONSchema, path: string): JSONSchema | undefined {
  let at: JSONSchema | undefined = schema;
  for (const key of parsePointer(path)) at = below(at, key);
  return at;
}

const below = (schema: JSONSchema | undefined, key: string): JSONSchema | undefined =>
  key === "*" ? (schema?.items as JSONSchema | undefined) : schema?.properties?.[key];

function requirePath(schema: JSONSchema, path: string): void {
  let at = schema;
  for (const key of parsePointer(path)) {
    const required = (at.required as string[] | undefined) ?? [];
    if (key !== "*" && !required.includes(key)) at.required = [...required, key];
    at = below(at, key) as JSONSchema;
  }
}

function forbidPath(schema: JSONSchema, path: string, why: string): void {
  const target = propertyAt(schema, path);
  if (!target) return;
  target.tsType = `Forbidden<${JSON.stringify(why)}>`;
}

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

/** For a kind whose payload is the same everywhere. */
function declarePlain(pascal: string, isRequest: boolean): string {
  return [
    `export type ${pascal}Payloads = { [E in Environment]: ${pascal} };`,
    ...(isRequest
      ? [
          `/** Returns its argument. The compiler names the property that is missing or wrong. */`,
          `export declare function define${pascal}(payload: Explained<${pascal}>): ${pascal};`,
        ]
      : []),
    "",
  ].join("\n");
}

function declareLookup(
  pascal: string,
  lookup: readonly string[],
  codes: readonly string[],
  codePath: string,
): string {
  const holdsCode = nested(codePath, "?", "Code");
  const common = [
    `/** Payload types by environment; under an environment, by the code of the card company called directly. */`,
    `export interface ${pascal}ByEnvironment {`,
    ...lookup,
    `}`,
  ];
  const valueByEnvironment = `{ [E in Environment]: ${pascal}<E> }`;
  if (codes.length === 0) {
    return [
      ...common,
      `/** A ${pascal} payload. */`,
      `export type ${pascal}<E extends Environment = "any"> = ${pascal}ByEnvironment[E]["none"];`,
      `export type ${pascal}Payloads = ${valueByEnvironment};`,
      "",
    ].join("\n");
  }
  return [
    `/** Code of a card company that can be called directly. */`,
    `export type IssuerCode = ${codes.map((code) => JSON.stringify(code)).join(" | ")};`,
    ...common,
    `/** The payload for a direct call to one card company. \`E\` is the environment it must serve; \`any\` is PC and mobile both. */`,
    `export type ${pascal}For<Code extends IssuerCode, E extends Environment = "any"> = ${pascal}ByEnvironment[E][Code];`,
    `/** The payload, whichever card company is called directly, or none. */`,
    `export type ${pascal}<E extends Environment = "any"> = ${pascal}ByEnvironment[E][IssuerCode | "none"];`,
    `export type ${pascal}Payloads = ${valueByEnvironment};`,
    `type ${pascal}UnknownIssuer<E extends Environment> = Omit<${pascal}ByEnvironment[E]["none"], ${JSON.stringify(parsePointer(codePath)[0])}> & ${nested(codePath, "", "IssuerCode")};`,
    `type ${pascal}Lookup<Code, E extends Environment> = [Code] extends [IssuerCode]`,
    `  ? ${pascal}ByEnvironment[E][Code]`,
    `  : [Code] extends [undefined] ? ${pascal}ByEnvironment[E]["none"] : ${pascal}UnknownIssuer<E>;`,
    `/**`,
    ` * Returns its argument. The compiler names the property that the card company called directly needs or forbids.`,
    ` * The second argument narrows the environment that the payload must serve; default is PC and mobile both.`,
    ` */`,
    `export declare function define${pascal}<const Code extends string | undefined = undefined, E extends Environment = "any">(`,
    `  payload: ${holdsCode} & Explained<${pascal}Lookup<Code, E>>,`,
    `  environment?: E,`,
    `): ${pascal}Lookup<Code, E>;`,
    "",
  ].join("\n");
}

/** The type of an object that holds a value at a path. */
const nested = (path: string, optional: "" | "?", leaf: string): string =>
  parsePointer(path).reduceRight((below, key) => `{ ${key}${optional}: ${below} }`, leaf);
