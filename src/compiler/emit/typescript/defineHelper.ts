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
    ` * Returns its argument. The compiler names a property that is missing or wrong.`,
    ` * @returns The payload.`,
    ` */`,
    `export declare function define${pascal}(payload: ${pascal}): ${pascal};`,
  ].join("\n");

function defineByIssuer(pascal: string, codePath: string): string {
  const payloads = `${pascal}ByEnvironment[E]`;
  const direct = nested(codePath, "", "IssuerCode");
  return [
    `type ${pascal}Lookup<Code, E extends ${environmentUnion}> = PayloadByCode<${payloads}, Code, IssuerCode, ${direct}>;`,
    `/**`,
    ` * Returns its argument. The compiler names a property that the card company called directly needs or forbids.`,
    ` * @param environment Where the payload is used. Default \`any\`: on PC and on mobile.`,
    ` * @returns The payload.`,
    ` */`,
    `export declare function define${pascal}<const Code extends string | undefined = undefined, E extends ${environmentUnion} = "any">(`,
    // The codes are named beside the parameter for editors, which complete them while it is not known yet.
    `  payload: ${nested(codePath, "?", "Code | IssuerCode")} & ${pascal}Lookup<Code, E>,`,
    `  environment?: E,`,
    `): ${pascal}Lookup<Code, E>;`,
  ].join("\n");
}
