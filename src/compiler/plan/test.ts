import type { AheadAtom } from "../../constraint/atoms/ahead.js";
import { isOneOf } from "../../constraint/atoms/oneOf.js";
import type { PredicateAtom } from "../../constraint/atoms/predicate.js";
import { isOfType } from "../../constraint/atoms/type.js";
import {
  hasAtLeastCharacters,
  hasAtMostCharacters,
  hasAtMostItems,
  isAtLeast,
  isAtMost,
  isMultipleOf,
  matches,
  present,
  someItem,
} from "../../constraint/build.js";
import { type AccessPath, type Formula, literal, root } from "../../constraint/formula.js";
import { all, any, not } from "../../constraint/simplify.js";
import type { TypeName } from "../../constraint/valueSet.js";
import type { Test, ValuePredicate } from "../tables/ruleTypes.js";
import { spellingsOf } from "../tables/shapeAt.js";
import type { IssuerTable } from "../tables/types.js";

/** A test as a formula about the value at a path. What is in the issuer table is filled in by then. */
export function testFormula(test: Test, path: AccessPath): Formula {
  const of = (inner: Test) => testFormula(inner, path);
  const { minimum, maximum, minLength, maxLength, maxItems } = test;
  return all([
    ...("const" in test ? [isOneOf(path, [test.const])] : []),
    ...(test.enum ? [isOneOf(path, test.enum)] : []),
    ...(test.type ? [isOfType(path, test.type as TypeName)] : []),
    ...(test.pattern === undefined ? [] : [matches(path, test.pattern)]),
    ...(minLength === undefined ? [] : [hasAtLeastCharacters(path, minLength)]),
    ...(maxLength === undefined ? [] : [hasAtMostCharacters(path, maxLength)]),
    ...(maxItems === undefined ? [] : [hasAtMostItems(path, maxItems)]),
    ...(test.contains ? [someItem(path, testFormula(test.contains, root))] : []),
    ...(typeof minimum === "number" ? [isAtLeast(path, minimum)] : []),
    ...(typeof maximum === "number" ? [isAtMost(path, maximum)] : []),
    ...(test.multipleOf === undefined ? [] : [isMultipleOf(path, test.multipleOf)]),
    ...(test.not ? [not(of(test.not))] : []),
    ...(test.anyOf ? [any(test.anyOf.map(of))] : []),
    ...(test.predicate ? [meetsPredicate(path, test.predicate)] : []),
    ...(test.ahead ? [literal<AheadAtom>(path, { name: "ahead", by: test.ahead })] : []),
  ]);
}

/** A condition holds only if the value is present, unless it says otherwise or is a bare `not`. */
export function conditionFormula(pointer: string, test: Test): Formula {
  if (test.orAbsent) {
    return not(present(pointer, (path) => not(testFormula(test, path))));
  }
  const { not: refused, ...rest } = test;
  if (refused && Object.keys(rest).length === 0) {
    return not(present(pointer, (path) => testFormula(refused, path)));
  }
  return present(pointer, (path) => testFormula(test, path));
}

export const meetsPredicate = (path: AccessPath, { name, ...given }: ValuePredicate): Formula =>
  literal<PredicateAtom>(path, { name: "predicate", predicate: name, arguments: given });

/** A test with the codes of the issuers whose cells it names. It still names the cells, for the messages. */
export function withCodes(test: Test, issuers: IssuerTable): Test {
  const { issuer, prefix, enum: listed, not: refused, anyOf, contains } = test;
  const of = (inner: Test) => withCodes(inner, issuers);
  const codes = issuer && codesWith(issuer, issuers).flatMap((code) => spellingsOf(code, prefix));
  return {
    ...test,
    ...(codes && { enum: codes.filter((code) => listed?.includes(code) ?? true) }),
    ...(refused && { not: of(refused) }),
    ...(anyOf && { anyOf: anyOf.map(of) }),
    ...(contains && { contains: of(contains) }),
  };
}

const codesWith = (cells: NonNullable<Test["issuer"]>, { rows }: IssuerTable): string[] =>
  rows
    .filter((row) => Object.entries(cells).every(([column, cell]) => row[column] === cell))
    .map(({ code }) => code);
