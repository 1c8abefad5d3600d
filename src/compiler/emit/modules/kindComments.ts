import { valueAt } from "../../../validator/pointer.js";
import { kindNames } from "../../kindNames.js";
import { citeSources } from "../../plan/citeSources.js";
import type { IssuerRow, KindRow, Tables } from "../../tables/types.js";
import { docComment, pretty } from "./moduleText.js";

// The doc comments of what a kind's module exports. Kinds that the package gives in full have examples, so that the package
// does not grow by one for each gateway.

/** What a validator checks, and the documents of that. */
export function validatorComment(
  { kind, what, source, whole, sample, direction }: KindRow,
  sources: Tables["sources"],
): string {
  const { camel, pascal, entry } = kindNames(kind);
  const cited = citeSources(source, sources).map(({ title, url }) =>
    url === undefined ? title.en : `${title.en}: ${url}`,
  );
  const payload = literal(sample);
  const code =
    direction === "response"
      ? [`import { ${camel} } from "paylint/${entry}";`, "", `const payload = ${payload};`]
      : [
          `import { define${pascal}, ${camel} } from "paylint/${entry}";`,
          "",
          `const payload = define${pascal}(${payload});`,
        ];
  return docComment(
    [
      what.en,
      ...[...new Set(cited)].map((one) => `@see ${one}`),
      ...(whole ? example([...code, `console.log(${camel}.check(payload).ok);`], "true") : []),
    ].join("\n"),
  );
}

/** What the issuer table of a kind is. */
export function issuersComment(
  { kind, whole }: KindRow,
  [issuer, ...others]: readonly IssuerRow[],
): string {
  const code = [
    `import { issuers } from "paylint/${kindNames(kind).entry}";`,
    "",
    "const [first, ...others] = issuers;",
    "console.log(first?.code, first?.en, others.length);",
  ];
  return docComment(
    [
      "What the gateway asks for when a card company is called directly.",
      ...(whole && issuer ? example(code, `${issuer.code} ${issuer.en} ${others.length}`) : []),
    ].join("\n"),
  );
}

/** What the function says that compares a payment with an order. */
export function outcomeComment({ kind, sample, outcome, whole }: KindRow): string {
  const { camel, entry } = kindNames(kind);
  const at = (path = "") => valueAt(sample, path);
  const asked = {
    [outcome?.storeId === undefined ? "orderId" : "paymentId"]: at(outcome?.orderId),
    amount: at(outcome?.amount),
    currency: at(outcome?.currency),
  };
  const code = [
    `import { ${camel}Outcome } from "paylint/${entry}";`,
    "",
    `const payment = ${literal(sample)};`,
    `const asked = ${literal(asked)};`,
    `console.log(${camel}Outcome(payment, asked).outcome);`,
  ];
  return docComment(
    [
      "Compares a payment with the shop's order. Deliver only when the outcome is `paid`.",
      "@param payment The payment as PortOne's REST API returns it. It may be anything.",
      "@param asked The payment that the shop expects.",
      "@returns What became of the payment. Never throws.",
      ...(whole ? example(code, "paid") : []),
    ].join("\n"),
  );
}

const example = (code: readonly string[], prints: string): string[] => [
  "@example",
  ...["```ts", ...code, "```", "", "```text", prints, "```"],
];

/** A value as code writes it. */
const literal = (value: unknown): string => pretty(value).replace(/^( *)"(\w+)":/gm, "$1$2:");
