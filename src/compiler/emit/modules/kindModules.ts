import type { KindContext } from "../../../validator/compiled.js";
import { kindNames } from "../../kindNames.js";
import type { KindPlan } from "../../plan/fault.js";
import type { Tables } from "../../tables/types.js";
import type { KindTypes } from "../typescript/typesFile.js";
import { issuersComment, outcomeComment, validatorComment } from "./kindComments.js";
import { banner, docComment, pretty } from "./moduleText.js";

/** What a kind is imported from. */
export function kindModule(
  { tables: { row, issuers } }: KindPlan,
  contexts: readonly KindContext[],
): string {
  const { file, camel, pascal } = kindNames(row.kind);
  const checks = row.fast
    ? [`import { accepts, report } from "./${file}.checks.js";`]
    : [
        `import { interpretedChecks } from "../../../constraint/interpretedChecks.js";`,
        `const { accepts, report } = /* @__PURE__ */ interpretedChecks(constraints);`,
      ];
  return [
    banner,
    `import { createCheck } from "../../../validator/check.js";`,
    `import { unpackFacts, unpackWords } from "../../../validator/packed.js";`,
    `import { madeOnce } from "../../../validator/patch.js";`,
    `import { createPredicate } from "../../../validator/predicate.js";`,
    `import { createValidator } from "../../../validator/validator.js";`,
    `import { ${row.fast ? "" : "constraints, "}facts, schema, words } from "./${file}.data.js";`,
    ...checks,
    `const contexts = ${JSON.stringify(contexts)};`,
    `export const ${camel} = /* @__PURE__ */ createValidator({ kind: ${JSON.stringify(row.kind)}, contexts, checks: { accepts, report }, facts: /* @__PURE__ */ madeOnce(() => unpackWords(facts(), words())), schema });`,
    `export const is${pascal} = /* @__PURE__ */ createPredicate(accepts, contexts);`,
    `export const check${pascal} = /* @__PURE__ */ createCheck(report, contexts, /* @__PURE__ */ madeOnce(() => unpackFacts(facts())));`,
    ...(row.direction === "response"
      ? []
      : [`export const define${pascal} = (payload) => payload;`]),
    ...(row.issuer ? [`export const issuers = ${pretty(issuers.rows)};`] : []),
    ...(row.outcome
      ? [
          `import { outcomeOf } from "../../../validator/outcome.js";`,
          `const outcome = ${pretty(row.outcome)};`,
          `export const ${camel}Outcome = (payment, asked) => outcomeOf(outcome, payment, asked);`,
        ]
      : []),
    "",
  ].join("\n");
}

/** The types of what a kind's module exports. */
export function kindDeclarations(
  { tables: { row, issuers } }: KindPlan,
  { names, isOpen, helper }: KindTypes,
  sources: Tables["sources"],
): string {
  const { camel, pascal, file } = kindNames(row.kind);
  const payloads = `${pascal}Payloads`;
  const outcomes = row.outcome ? [askedOf(row), "PaymentOutcome"] : [];
  const declarations = [
    ...(helper === "" ? [] : [helper]),
    validatorComment(row, sources),
    `export declare const ${camel}: Validator<${payloads}>;`,
    docComment(
      `\`${camel}.is\` alone, for a small bundle.\n@returns Whether the value has no error.`,
    ),
    `export declare const is${pascal}: Predicate<${payloads}>;`,
    docComment(
      `\`${camel}.check\` without messages, for a small bundle.\n@returns Rule, severity and path of each fault.`,
    ),
    `export declare const check${pascal}: Check;`,
    ...(row.issuer
      ? [
          issuersComment(row, issuers.rows),
          `export declare const issuers: readonly Issuer<IssuerCode>[];`,
        ]
      : []),
    ...(row.outcome
      ? [
          `export type { ${outcomes.join(", ")} };`,
          outcomeComment(row),
          `export declare function ${camel}Outcome(payment: unknown, asked: ${askedOf(row)}): PaymentOutcome;`,
        ]
      : []),
  ];
  const text = declarations.join("\n");
  const types = `./${file}.types.js`;
  const isUsed = (name: string) => new RegExp(`\\b${name}\\b`).test(text);
  return [
    banner,
    importOf([...kindTypes, ...outcomes].filter(isUsed), "../../../validator/kindTypes.js"),
    importOf(names.filter(isUsed), types),
    isOpen ? `export * from "${types}";` : `export type { ${names.join(", ")} } from "${types}";`,
    text,
    "",
  ].join("\n");
}

/** What every kind's declarations are made of, and some have besides. */
const kindTypes = ["Check", "Issuer", "PayloadByCode", "Predicate", "Validator"];

const importOf = (names: readonly string[], module: string): string =>
  `import type { ${names.join(", ")} } from "${module}";`;

/** The type by which a shop says which payment it expects. */
const askedOf = ({ outcome }: KindPlan["tables"]["row"]): string =>
  outcome?.storeId === undefined ? "ExpectedPayment" : "ExpectedV2Payment";
