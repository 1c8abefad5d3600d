import type { JSONSchema } from "json-schema-to-typescript";
import type { Environment } from "../../../validator/types.js";
import { kindNames } from "../../kindNames.js";
import type { FaultPlan, KindPlan } from "../../plan/fault.js";
import { applies, payloadSchema } from "./payloadSchema.js";

/** The environments that a payload may have to serve. */
export const environments: readonly Environment[] = ["any", "pc", "mobile"];

/** A payload type of its own: that of all issuers and environments which ask for the same. */
export interface Variant {
  readonly name: string;
  readonly schema: JSONSchema;
  /** Codes of the issuers; none of a payload that names no issuer. */
  readonly codes: readonly string[];
}

/** The variant for the code of an issuer called directly, or for `none`. */
export interface LookupEntry {
  readonly key: string;
  readonly variant: Variant;
}

/** The variants of a payload by environment. */
export type Lookup = ReadonlyMap<Environment, readonly LookupEntry[]>;

/** Works out, for each issuer and environment, what the types can say, and which of them are the same type. */
export function variantsOf(plan: KindPlan): { variants: readonly Variant[]; lookup: Lookup } {
  const { row, issuers } = plan.tables;
  const codes = row.issuer ? issuers.rows.map(({ code }) => code) : [];
  const variants = new Map<string, Variant & { codes: string[] }>();
  // Most card companies break the same rules, and a schema is dear to make.
  const schemas = new Map<string, JSONSchema>();
  const schemaFor = (faults: readonly FaultPlan[], isDirect: boolean): JSONSchema => {
    const key = [isDirect, ...faults.map((fault) => plan.faults.indexOf(fault))].join();
    const schema = schemas.get(key) ?? payloadSchema(plan, faults, isDirect);
    schemas.set(key, schema);
    return schema;
  };
  const variantFor = (code: string | undefined, environment: Environment): Variant => {
    const faults = plan.faults.filter((fault) => applies(fault, code, environment, plan));
    const schema = schemaFor(faults, code !== undefined);
    const key = JSON.stringify([code === undefined, schema]);
    const name = nameOf(kindNames(row.kind).pascal, faults, code, environment);
    const variant = variants.get(key) ?? { name, schema, codes: [] };
    if (code !== undefined && !variant.codes.includes(code)) variant.codes.push(code);
    variants.set(key, variant);
    return variant;
  };
  const lookup = new Map(
    environments.map((environment) => [
      environment,
      [undefined, ...codes].map((code) => ({
        key: code ?? "none",
        variant: variantFor(code, environment),
      })),
    ]),
  );
  return { variants: [...variants.values()], lookup };
}

/** Named after what it asks for, so that adding an issuer renames nothing. */
function nameOf(
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
      .map(({ rule }) => pascalCase(rule.id.split("/")[1] as string)),
  );
  return `${pascal}With${[...asked].join("")}${where}`;
}

const pascalCase = (words: string) =>
  words
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
