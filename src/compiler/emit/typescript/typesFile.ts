import { parsePointer } from "../../../validator/pointer.js";
import { kindNames } from "../../kindNames.js";
import type { KindPlan } from "../../plan/fault.js";
import { defineHelper } from "./defineHelper.js";
import { declareVariants, type Interface } from "./interfaces.js";
import { declareLookup, environmentUnion } from "./lookup.js";
import { type Lookup, variantsOf } from "./variants.js";

/** The declarations of a kind. */
export interface KindTypes {
  /** A payload type for each group of issuers that ask for the same, and the look-up from code to type. Needs nothing else. */
  readonly payload: string;
  /** The names that a kind's module exports of them. */
  readonly names: readonly string[];
  /** The `define` helper, for kinds that a shop writes itself. */
  readonly helper: string;
  /** The interface that all payloads of the kind have in common. */
  readonly common: Interface;
}

/** The types of the kind that another extends, and where their module is. */
export interface BaseTypes {
  readonly common: Interface;
  readonly module: string;
}

/** Writes a kind's declarations: of payloads that card companies or environments ask different things of, one type each. */
export async function typesFor(plan: KindPlan, base?: BaseTypes): Promise<KindTypes> {
  const { row, issuers } = plan.tables;
  const { pascal } = kindNames(row.kind);
  const codes = row.issuer ? issuers.rows.map(({ code }) => code) : [];
  const { variants, lookup } = variantsOf(plan);
  const isPlain = variants.length === 1;
  const named = isPlain ? variants.map((variant) => ({ ...variant, name: pascal })) : variants;
  const interfaces = await declareVariants(`${pascal}Common`, named, plan, base?.common);
  const lookups = isPlain ? plainLookup(pascal) : lookupOf(pascal, lookup, codes, row.issuer?.path);
  const isOver = base && interfaces.text.includes("<base.");
  const types = [
    ...(isOver ? [`import type * as base from "${base.module}";`] : []),
    ...[interfaces.text, lookups.text],
  ].join("\n");
  const helpers = Object.entries({ Forbidden: forbidden, Spelled: spelled })
    .filter(([name]) => types.includes(`${name}<`))
    .map(([, text]) => text);
  return {
    payload: [...helpers, types].join("\n"),
    names: [...interfaces.names, ...lookups.names],
    helper: row.direction === "response" ? "" : defineHelper(row),
    common: interfaces.common,
  };
}

/** The type of a property that must not be given; no value has it, and the compiler prints why. */
const forbidden = [
  "declare const reason: unique symbol;",
  "/** The type of a property that must be absent. `Why` is the reason, which the compiler prints. */",
  "export interface Forbidden<Why extends string> {",
  "  readonly [reason]: Why;",
  "}",
].join("\n");

/** A value as PortOne spells it, with or without the prefix. */
const spelled = [
  "/** A value of PortOne V2 in both of its spellings: with the prefix and without it. */",
  "export type Spelled<Prefix extends string, Value extends string> = Value | `${Prefix}${Value}`;",
].join("\n");

const payloadsComment = "/** The payload types by environment. */";

/** For a kind whose payload is the same everywhere. */
const plainLookup = (pascal: string) => ({
  text: `${payloadsComment}\nexport type ${pascal}Payloads = { [E in ${environmentUnion}]: ${pascal} };\n`,
  names: [`${pascal}Payloads`],
});

function lookupOf(
  pascal: string,
  lookup: Lookup,
  codes: readonly string[],
  codePath: string | undefined,
) {
  const [holder] = parsePointer(codePath ?? "");
  const byEnvironment = `E extends ${environmentUnion} = "any"`;
  const ofCodes = codes.length > 0;
  const lines = [
    ...(ofCodes
      ? [
          `/** Code of a card company that can be called directly. \`issuers\` names them. */`,
          `export type IssuerCode = ${codes.map((code) => JSON.stringify(code)).join(" | ")};`,
        ]
      : []),
    `/** The payload types by environment and, in an environment, by the code of the card company that is called directly. */`,
    ...declareLookup(`${pascal}ByEnvironment`, lookup),
    ...(ofCodes
      ? [
          `/** The payload for a direct call to one card company. \`E\` is where it is used; \`any\` means on PC and on mobile. */`,
          `export type ${pascal}For<Code extends IssuerCode, ${byEnvironment}> = ${pascal}ByEnvironment[E][Code];`,
          `/** The payload for a direct call to any card company, or to none. */`,
          // The member without the code's holder makes that property tell the members apart, so that the compiler complains
          // about the member that the code belongs to instead of the last one.
          `export type ${pascal}<${byEnvironment}> =`,
          `  | (${pascal}ByEnvironment[E]["none"] & { ${holder}?: undefined })`,
          `  | ${pascal}ByEnvironment[E][IssuerCode | "none"];`,
        ]
      : [
          `/** The payload. \`E\` is where it is used; \`any\` means on PC and on mobile. */`,
          `export type ${pascal}<${byEnvironment}> = ${pascal}ByEnvironment[E]["none"];`,
        ]),
    payloadsComment,
    `export type ${pascal}Payloads = { [E in ${environmentUnion}]: ${pascal}<E> };`,
    "",
  ];
  const named = ofCodes ? ["IssuerCode", `${pascal}For`] : [];
  return {
    text: lines.join("\n"),
    names: [...named, `${pascal}ByEnvironment`, pascal, `${pascal}Payloads`],
  };
}
