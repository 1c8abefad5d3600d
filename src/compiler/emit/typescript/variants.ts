import type { JSONSchema } from "json-schema-to-typescript";
import { parsePointer } from "../../../validator/pointer.js";
import type { Environment } from "../../../validator/types.js";
import { kindNames } from "../../kindNames.js";
import type { FaultPlan, KindPlan } from "../../plan/fault.js";
import type { Test } from "../../tables/ruleTypes.js";
import { applies, type GivenMethod, type Method, payloadSchema } from "./payloadSchema.js";

/** The environments that a payload may have to serve. */
export const environments: readonly Environment[] = ["any", "pc", "mobile"];

/** One payload type, for all issuers and environments with the same requirements. */
export interface PayloadType {
  readonly name: string;
  readonly schema: JSONSchema;
  /** Codes of the issuers; none of a payload that names no issuer. */
  readonly codes: readonly string[];
}

/** The variants for the code of an issuer called directly, or for `none`; a payload is of one of them. */
export interface LookupEntry {
  readonly key: string;
  readonly variants: readonly PayloadType[];
}

/** The variants of a payload by environment. */
export type Lookup = ReadonlyMap<Environment, readonly LookupEntry[]>;

/** Works out, for each issuer and environment, what the types can say, and which of them are the same type. */
export function variantsOf(plan: KindPlan): { variants: readonly PayloadType[]; lookup: Lookup } {
  const { row, issuers } = plan.tables;
  const codes = row.issuer ? issuers.rows.map(({ code }) => code) : [];
  const variants = new Map<string, PayloadType & { codes: string[] }>();
  // Most card companies break the same rules, and a schema is slow to make and to compare.
  const schemas = new Map<string, { readonly schema: JSONSchema; readonly text: string }>();
  const method = methodAsked(plan);
  const variantFor = (code: string | undefined, environment: Environment, isOther = false) => {
    const given = code !== undefined && method ? { method, isOther } : undefined;
    const applying = [...plan.faults.entries()].filter(([, fault]) =>
      applies(fault, code, environment, plan, given),
    );
    const faults = applying.map(([, fault]) => fault);
    const id = [code === undefined, given?.isOther, ...applying.map(([index]) => index)].join();
    let known = schemas.get(id);
    if (!known) {
      const schema = withMethod(payloadSchema(plan, faults, code !== undefined), given);
      known = { schema, text: JSON.stringify([code === undefined, schema]) };
      schemas.set(id, known);
    }
    const { schema, text: key } = known;
    const name = nameOf(kindNames(row.kind).pascal, faults, { code, environment, isOther });
    const variant = variants.get(key) ?? { name, schema, codes: [] };
    if (code !== undefined && !variant.codes.includes(code)) variant.codes.push(code);
    variants.set(key, variant);
    return variant;
  };
  const entryFor = (code: string | undefined, environment: Environment): LookupEntry => ({
    key: code ?? "none",
    variants: [
      variantFor(code, environment),
      ...(code !== undefined && method ? [variantFor(code, environment, true)] : []),
    ],
  });
  const lookup = new Map(
    environments.map((environment) => [
      environment,
      [undefined, ...codes].map((code) => entryFor(code, environment)),
    ]),
  );
  return { variants: [...variants.values()], lookup };
}

/** The method of payment for which alone card companies ask for something; undefined where they ask whatever the method. */
function methodAsked({ faults, tables: { row } }: KindPlan): Method | undefined {
  const path = row.issuer?.path;
  const others = faults.flatMap(({ fault, from }): string[] => {
    const when = Object.entries(from?.when ?? {});
    if (fault.severity !== "error" || path === undefined) return [];
    if (!when.some(([at, { issuer }]) => at === path && issuer)) return [];
    return [JSON.stringify(when.filter(([at]) => at !== path))];
  });
  const [first = "[]", ...rest] = others;
  const conditions = JSON.parse(first) as [path: string, test: Test][];
  const [[at, test] = [], ...more] = conditions;
  const [key, ...below] = parsePointer(at ?? "");
  const isOne = rest.every((other) => other === first) && more.length === 0 && below.length === 0;
  return isOne && key !== undefined && typeof test?.const === "string"
    ? { key, value: test.const }
    : undefined;
}

/** A payload's schema, for the method of payment or for all others. */
function withMethod(schema: JSONSchema, given: GivenMethod | undefined): JSONSchema {
  const property = given && schema.properties?.[given.method.key];
  if (!property) return schema;
  const { key, value } = given.method;
  const all = (property.enum ?? []) as string[];
  const values = given.isOther ? all.filter((one) => one !== value) : [value];
  return { ...schema, properties: { ...schema.properties, [key]: { ...property, enum: values } } };
}

/** Named after what it asks for, so that adding an issuer renames nothing. */
function nameOf(
  pascal: string,
  faults: readonly FaultPlan[],
  {
    code,
    environment,
    isOther,
  }: { code?: string | undefined; environment: Environment; isOther: boolean },
): string {
  const where = environment === "any" ? "" : `On${environment === "pc" ? "Pc" : "Mobile"}`;
  if (code === undefined) return `${pascal}WithoutIssuer${where}`;
  if (isOther) return `${pascal}ByOtherMethod${where}`;
  const asked = new Set(
    faults
      .filter(({ from }) => Object.values(from?.when ?? {}).some(({ issuer }) => issuer))
      .map(({ rule }) => pascalCase(rule.id.split("/")[1] as string)),
  );
  return `${pascal}With${[...asked].join("") || "Issuer"}${where}`;
}

const pascalCase = (words: string) =>
  words
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
