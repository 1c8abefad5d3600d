import type { JsonSchema } from "./jsonSchema.js";
import type { IssuerTable, Test } from "./tableTypes.js";

/** A test as JSON Schema keywords. */
export function testSchema(test: Test, issuers: IssuerTable): JsonSchema {
  const { present: _, absentAs: __, issuer, predicate, not, anyOf, ...keywords } = test;
  return {
    ...keywords,
    ...(not && { not: testSchema(not, issuers) }),
    ...(anyOf && { anyOf: anyOf.map((inner) => testSchema(inner, issuers)) }),
    ...(issuer && { enum: codesWith(issuer, issuers) }),
    ...(predicate && { "x-predicate": predicate }),
  };
}

/** Codes of the issuers whose cells are as given. */
export function codesWith(cells: Record<string, string | number>, { rows }: IssuerTable): string[] {
  return rows
    .filter((row) => Object.entries(cells).every(([column, cell]) => row[column] === cell))
    .map(({ code }) => code);
}
