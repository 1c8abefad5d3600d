import type { JSONSchema } from "json-schema-to-typescript";
import { parsePointer, pointerTo } from "../../../validator/pointer.js";
import type { Environment } from "../../../validator/types.js";
import type { FaultPlan, KindPlan } from "../../plan/fault.js";
import type { Test } from "../../tables/ruleTypes.js";
import type { Shape, Variants } from "../../tables/types.js";

/** A method of payment, and the payload's key for it. */
export interface Method {
  readonly key: string;
  readonly value: string;
}

/** What a payload says of its method of payment: that one, or any other. */
export interface GivenMethod {
  readonly method: Method;
  readonly isOther: boolean;
}

/** Whether an error holds for every payload of an issuer in an environment, as far as types can say. */
export function applies(
  { fault, from, context }: FaultPlan,
  code: string | undefined,
  environment: Environment,
  { tables }: KindPlan,
  given?: GivenMethod,
): boolean {
  if (fault.severity !== "error" || !from || from.compare || from.requireAny) return false;
  if (context?.store || context?.now) return false;
  if (context?.environment && environment !== "any" && context.environment !== environment)
    return false;
  const constrained = Object.keys(from.constrain ?? {});
  return Object.entries(from.when ?? {}).every(([path, test]) => {
    if (path === tables.row.issuer?.path) return code !== undefined && isNamed(code, test);
    if (given && path === pointerTo([given.method.key]) && test.const === given.method.value)
      return !given.isOther;
    return constrained.includes(path);
  });
}

/** Whether a test lists a code. The cells of the issuer table that it wants are codes by then. */
const isNamed = (code: string, test: Test): boolean =>
  test.enum ? test.enum.includes(code) : test.const === code;

/** The shape as the types see it, with what the faults require, forbid and narrow worked in. */
export function payloadSchema(
  { tables: { row }, errorShape }: KindPlan,
  faults: readonly FaultPlan[],
  direct: boolean,
): JSONSchema {
  const schema = typeSchema(errorShape);
  for (const { from, fault, rule } of faults) {
    const { path } = fault;
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
    if (target) {
      // Every spelling of the values is among them.
      delete target.tsType;
      target.enum = values as never;
    }
  }
  if (row.issuer) {
    const code = propertyAt(schema, row.issuer.path) as JSONSchema;
    delete code.enum;
    // The code itself is said beside the interface, where it is a parameter.
    code.tsType = direct ? "unknown" : "undefined";
    if (direct) requirePath(schema, row.issuer.path);
  }
  return schema;
}

function typeSchema(shape: Shape): JSONSchema {
  const { type, description, required, properties, items, additionalProperties } = shape;
  const { deprecated, "x-unsupported": unsupported, "x-prefix": prefix } = shape;
  // Codes of card companies are a parameter of the type, or any text. A list of them at every key would make the types much larger.
  const values = shape["x-enum-from"] ? undefined : shape.enum;
  return {
    ...(type ? { type } : { tsType: "unknown" }),
    ...(description && { description }),
    ...((deprecated || unsupported) && { deprecated: true }),
    ...(values && { enum: values }),
    ...(values && prefix !== undefined && { tsType: spelled(values, prefix) }),
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
    ...(shape["x-variants"] && { anyOf: variantSchemas(shape["x-variants"], shape) }),
  } as JSONSchema;
}

/** A type of values that may have a prefix in front. */
const spelled = (values: readonly unknown[], prefix: string): string =>
  `Spelled<${JSON.stringify(prefix)}, ${values.map((value) => JSON.stringify(value)).join(" | ")}>`;

/** The forms of an object that a key tells apart, and one for what tells none of them. */
function variantSchemas({ key, of }: Variants, shape: Shape): JSONSchema[] {
  const owned = new Set(Object.values(of).flatMap(({ keys = [] }) => keys));
  const forms = Object.entries(of).map(([value, { required = [], keys = [] }]): JSONSchema => {
    const others = [...owned].filter((other) => !keys.includes(other));
    const needed = required.map((name) => [name, typeSchema(shape.properties?.[name] ?? {})]);
    const absent = others.map((name) => [name, { tsType: "undefined" }]);
    return {
      ...{ type: "object", additionalProperties: false, required: [key, ...required] },
      properties: { [key]: { enum: [value] }, ...Object.fromEntries([...needed, ...absent]) },
    };
  });
  const rest = shape.properties?.[key]?.enum?.filter((value) => !Object.hasOwn(of, String(value)));
  const isNeeded = shape.required?.includes(key) === true;
  if (isNeeded && rest?.length === 0) return forms;
  const other =
    rest?.length === 0 ? { tsType: "undefined" } : { ...(rest && { enum: rest }), type: "string" };
  const properties = { [key]: other } as NonNullable<JSONSchema["properties"]>;
  const required = isNeeded ? [key] : [];
  return [...forms, { type: "object", additionalProperties: false, required, properties }];
}

function propertyAt(schema: JSONSchema, path: string): JSONSchema | undefined {
  let at: JSONSchema | undefined = schema;
  for (const key of parsePointer(path)) at = below(at, key);
  return at;
}

const below = (schema: JSONSchema | undefined, key: string): JSONSchema | undefined =>
  key === "*" ? (schema?.items as JSONSchema | undefined) : schema?.properties?.[key];

/** Requires what leads to a path; of what is in a list, only what is below the item, since the list itself may be absent. */
function requirePath(schema: JSONSchema, path: string): void {
  const keys = parsePointer(path);
  const item = keys.lastIndexOf("*");
  let at = schema;
  for (const [index, key] of keys.entries()) {
    const required = (at.required as string[] | undefined) ?? [];
    if (index > item && !required.includes(key)) at.required = [...required, key];
    at = below(at, key) as JSONSchema;
  }
}

function forbidPath(schema: JSONSchema, path: string, why: string): void {
  const target = propertyAt(schema, path);
  if (!target) return;
  target.tsType = `Forbidden<${JSON.stringify(why)}>`;
}
