import type { JSONSchema } from "json-schema-to-typescript";
import { parsePointer } from "../../../validator/pointer.js";
import { kindNames } from "../../kindNames.js";
import type { KindPlan } from "../../plan/fault.js";
import { declareVariants, nested, typeOf } from "./interfaces.js";
import { declareLookup, environmentUnion } from "./lookup.js";
import type { Lookup, Variant } from "./variants.js";

/** What a `define` helper takes instead of a type. */
const draftName = (type: string) => `${type}Draft`;

/** The declaration of a kind's `define` helper, and of what it takes. */
export async function defineHelper(
  plan: KindPlan,
  variants: readonly Variant[],
  lookup: Lookup,
): Promise<string> {
  const { row } = plan.tables;
  const { pascal } = kindNames(row.kind);
  const drafts = variants.map((variant) => ({
    ...variant,
    name: draftName(variant.name),
    schema: draftOf(variant.schema),
  }));
  const leaf = `Code | Property<${JSON.stringify(lastKey(row.issuer?.path))}>`;
  const { text } = await declareVariants(`${pascal}CommonDraft`, drafts, plan, leaf);
  const helper = row.issuer
    ? defineByIssuer(pascal, lookup, row.issuer.path)
    : definePlain(pascal, (drafts[0] as Variant).name);
  return [text, helper].join("\n");
}

const lastKey = (path: string | undefined) => parsePointer(path ?? "").at(-1) ?? "";

/**
 * The same payload, in which the compiler's message about a wrong value names the property:
 * `Type '"USD"' is not assignable to type '"KRW" | Property<"currency">'`. It is written out, since the compiler would work
 * out again in every file what a type asks it to.
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

const definePlain = (pascal: string, draft: string): string =>
  [
    `/** Returns its argument. The compiler names the property that is missing or wrong. */`,
    `export declare function define${pascal}(payload: ${draft}): ${pascal};`,
    "",
  ].join("\n");

function defineByIssuer(pascal: string, lookup: Lookup, codePath: string): string {
  const [key] = parsePointer(codePath) as [string];
  const unknownIssuer = `${pascal}UnknownIssuerDraft`;
  const leaf = `IssuerCode | Property<${JSON.stringify(lastKey(codePath))}>`;
  return [
    `/** For a code that no card company has. */`,
    `export type ${unknownIssuer} = Omit<${draftName(`${pascal}WithoutIssuer`)}, ${JSON.stringify(key)}> & ${nested(codePath, "", leaf)};`,
    ...declareLookup(`${pascal}Drafts`, lookup, (entries) => [
      ...entries.map(({ key: code, variant }) => ({
        key: code,
        type: typeOf({ ...variant, name: draftName(variant.name) }, code),
      })),
      { key: "unknown", type: unknownIssuer },
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
