import { parsePointer } from "../../../validator/pointer.js";
import { anyGateway, kindNames } from "../../kindNames.js";
import type { KindPlan } from "../../plan/fault.js";
import { CodeUnions } from "./codeUnions.js";
import { defineHelper } from "./defineHelper.js";
import { declareVariants } from "./interfaces.js";
import { declareLookup, environmentUnion } from "./lookup.js";
import type { Declared } from "./nestedTypes.js";
import { type Lookup, variantsOf } from "./variants.js";

/** The declarations of a kind. */
export interface KindTypes {
  /** A payload type for each group of issuers that ask for the same, and the look-up from code to type. Needs nothing else. */
  readonly payload: string;
  /** The names that a kind's module exports of them. */
  readonly names: readonly string[];
  /** Whether these are all that the file exports. */
  readonly isOpen: boolean;
  /** The `define` helper, for kinds that a shop writes itself. */
  readonly helper: string;
  /** What the files of kinds that extend this one may take from it. */
  readonly declared: Declared;
  /** Codes of the card companies that payloads may name. */
  readonly codes: readonly string[];
}

/** The types of the kind that another extends, and where their module is. */
interface BaseTypes extends Pick<KindTypes, "declared" | "codes"> {
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
  const unions = new CodeUnions(codes);
  const lookups = isPlain
    ? plainLookup(pascal)
    : lookupOf(pascal, lookup, unions, codeType(codes, base), row.issuer?.path);
  const interfaces = await declareVariants(
    ...([pascal, named, lookups.names, plan, unions, base?.declared] as const),
  );
  const types = [interfaces.text, ...unions.texts, lookups.text].join("\n");
  const helpers = Object.entries({ Forbidden: forbidden, Spelled: spelled })
    .filter(([name]) => types.includes(`${name}<`))
    .map(([, text]) => text);
  const isOver = base && /\bbase\.[A-Z]/.test(types);
  return {
    payload: [
      ...(isOver ? [`import type * as base from "${base.module}";`] : []),
      ...[...helpers, types],
    ].join("\n"),
    names: [...interfaces.names, ...lookups.names],
    isOpen: kindNames(row.kind).gateway !== anyGateway,
    helper: row.direction === "response" ? "" : defineHelper(row),
    declared: interfaces.declared,
    codes: isPlain ? [] : codes,
  };
}

/** The type of a property that must not be given; no value has it, and the compiler prints why. */
const forbidden = [
  "declare const reason: unique symbol;",
  "/** The type of a property that must be absent. `Why` is the reason, which the compiler prints. */",
  "interface Forbidden<Why extends string> {",
  "  readonly [reason]: Why;",
  "}",
].join("\n");

/** A value as PortOne spells it, with or without the prefix. */
const spelled = [
  "/** A value of PortOne V2 in both of its spellings: with the prefix and without it. */",
  "type Spelled<Prefix extends string, Value extends string> = Value | `${Prefix}${Value}`;",
].join("\n");

/** The union of all codes: that of the kind that is extended, if both have the same. */
const codeType = (codes: readonly string[], base: BaseTypes | undefined): string =>
  codes.length > 0 && base?.codes.join() === codes.join()
    ? "base.IssuerCode"
    : codes.map((code) => JSON.stringify(code)).join(" | ");

const payloadsComment = "/** The payload by environment. */";

/** For a kind whose payload is the same everywhere. */
const plainLookup = (pascal: string) => ({
  text: `${payloadsComment}\nexport type ${pascal}Payloads = { [E in ${environmentUnion}]: ${pascal} };\n`,
  names: [`${pascal}Payloads`],
});

function lookupOf(
  pascal: string,
  lookup: Lookup,
  unions: CodeUnions,
  allCodes: string,
  codePath: string | undefined,
) {
  const [holder] = parsePointer(codePath ?? "");
  const byEnvironment = `E extends ${environmentUnion} = "any"`;
  const ofCodes = allCodes !== "";
  const lines = [
    ...(ofCodes
      ? [
          `/** Code of a card company that can be called directly. \`issuers\` names them. */`,
          `export type IssuerCode = ${allCodes};`,
        ]
      : []),
    `/** The payload by environment and by the code of the card company that is called directly. */`,
    ...declareLookup(`${pascal}ByEnvironment`, lookup, unions),
    ...(ofCodes
      ? [
          `/** The payload for a direct call to one card company. \`E\` is where it is used. */`,
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
