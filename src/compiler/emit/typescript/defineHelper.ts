import { parsePointer } from "../../../validator/pointer.js";
import { kindNames } from "../../kindNames.js";
import type { KindRow } from "../../tables/types.js";
import { nested } from "./interfaces.js";
import { environmentUnion } from "./lookup.js";

/** The declaration of a kind's `define` helper, and of what it takes. */
export function defineHelper({ kind, issuer }: KindRow): string {
  const { pascal } = kindNames(kind);
  return issuer ? defineByIssuer(pascal, issuer.path) : definePlain(pascal);
}

const definePlain = (pascal: string): string =>
  [
    `/**`,
    ` * Returns its argument. The compiler names a property that is missing, and marks one that is wrong.`,
    ` * @returns The payload itself.`,
    ` */`,
    `export declare function define${pascal}(payload: ${pascal}): ${pascal};`,
    "",
  ].join("\n");

function defineByIssuer(pascal: string, codePath: string): string {
  const [holder] = parsePointer(codePath) as [string];
  const types = `${pascal}ByEnvironment[E]`;
  return [
    `/** For a code that no card company has. */`,
    `type ${pascal}UnknownIssuer<E extends ${environmentUnion}> = Omit<${types}["none"], ${JSON.stringify(holder)}> & ${nested(codePath, "", "IssuerCode")};`,
    // Undefined first: without strictNullChecks it is assignable to every code.
    `type ${pascal}Lookup<Code, E extends ${environmentUnion}> = [Code] extends [undefined] ? ${types}["none"]`,
    `  : [Code] extends [IssuerCode] ? ${types}[Code] : ${pascal}UnknownIssuer<E>;`,
    `/**`,
    ` * Returns its argument. The compiler names a property that the card company called directly needs or forbids.`,
    ` * @param payload The payload.`,
    ` * @param environment Where the payload is used. Default \`any\`: on PC and on mobile.`,
    ` * @returns The payload itself.`,
    ` */`,
    `export declare function define${pascal}<const Code extends string | undefined = undefined, E extends ${environmentUnion} = "any">(`,
    // The codes are named beside the parameter for editors, which complete them while it is not known yet.
    `  payload: ${nested(codePath, "?", "Code | IssuerCode")} & ${pascal}Lookup<Code, E>,`,
    `  environment?: E,`,
    `): ${pascal}Lookup<Code, E>;`,
    "",
  ].join("\n");
}
