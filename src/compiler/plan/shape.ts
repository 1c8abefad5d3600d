import { isDefined } from "../../constraint/atoms/defined.js";
import { isOneOf } from "../../constraint/atoms/oneOf.js";
import {
  hasAtMostCharacters,
  isAbove,
  isAtLeast,
  isAtMost,
  isOfSomeType,
  matches,
  present,
} from "../../constraint/build.js";
import { constraintAt } from "../../constraint/constraint.js";
import { type AccessPath, childOf, type Formula } from "../../constraint/formula.js";
import { all, implication, not } from "../../constraint/simplify.js";
import type { TypeName } from "../../constraint/valueSet.js";
import type { Fault } from "../../validator/compiled.js";
import type { Severity, Text } from "../../validator/types.js";
import type { RuleRow, ShapeKeyword, SourceRef } from "../tables/ruleTypes.js";
import { allowedValues, listedValues } from "../tables/shapeAt.js";
import type { Formats, KindTables, Shape, Spoken, ValueFormat } from "../tables/types.js";
import type { Cite } from "./citeSources.js";
import type { UnnumberedFault } from "./fault.js";
import { fixRecipe, isFilled, listed, variantsFor, worded } from "./parts.js";
import { meetsPredicate } from "./test.js";

/** What one keyword of a shape asks for. */
interface Keyword {
  /** Pointer, with stars, of the value that `holds` is about; it is asked only where that value is there. */
  readonly at: string;
  readonly holds: (path: AccessPath) => Formula;
  readonly rule: RuleRow;
  readonly is?: Fault["is"];
  /** Types that the value should be of. */
  readonly types?: readonly TypeName[];
  /** Pointer at which the fault shows, where that is not `at`. */
  readonly path?: string;
  readonly source: readonly SourceRef[];
  readonly terms?: Fault["terms"];
  readonly tooLong?: true;
  /** How this keyword is spoken of here. */
  readonly said: Spoken | undefined;
  /** The fix of the value's format. */
  readonly formatFix?: ValueFormat["fix"];
}

/** The faults of a payload's bare shape, in the order of the shape. */
export function* shapeFaults(
  tables: KindTables,
  formats: Formats,
  cite: Cite,
): Generator<UnnumberedFault> {
  for (const keyword of keywordsBelow(tables.shape, "", tables, formats)) {
    const { at, holds, rule, is = "wrong", path = at, source, terms, tooLong, said } = keyword;
    const fix = fixRecipe(rule.fix, keyword.formatFix);
    const variants =
      is === "mistyped" && !said?.message ? variantsFor(rule, path, keyword.types ?? []) : [];
    yield {
      fault: {
        rule: rule.id,
        severity: said?.severity ?? rule.severity,
        message: worded(said?.message ?? rule.message, tables.gateway, terms),
        sources: cite(said?.source ?? source),
        path,
        is,
        ...(tooLong && { tooLong }),
        ofShape: true,
        ...(terms && { terms }),
        ...(variants.length > 0 && { variants }),
        ...(fix && { fix }),
      },
      rule,
      context: null,
      from: null,
      constraint: constraintAt(at, holds),
    };
  }
}

function* keywordsBelow(
  shape: Shape,
  at: string,
  tables: KindTables,
  formats: Formats,
): Generator<Keyword> {
  yield* typeKeywords(shape, at, tables, formats);
  yield* valueKeywords(shape, at, tables, formats);
  yield* requiredKeys(shape, at, tables);
  yield* variantKeys(shape, at, tables);
  for (const [key, child] of Object.entries(shape.properties ?? {})) {
    yield* keywordsBelow(child, `${at}/${key}`, tables, formats);
  }
  if (shape.items) yield* keywordsBelow(shape.items, `${at}/*`, tables, formats);
}

function* typeKeywords(
  shape: Shape,
  at: string,
  tables: KindTables,
  formats: Formats,
): Generator<Keyword> {
  if (!shape.type) return;
  const types = [shape.type].flat() as TypeName[];
  const source = sourceOf(shape, tables);
  const terms = { expected: expectedTypes(shape, formats) };
  const rule = numericFix(ruleFor("type", tables), shape);
  const isOfTypes = (path: AccessPath) => isOfSomeType(path, types);
  yield {
    at,
    holds: isOfTypes,
    rule,
    is: "mistyped",
    types,
    source,
    terms,
    said: saidOf(shape, "type"),
  };
  const { minimum, exclusiveMinimum } = shape;
  if (minimum !== undefined) {
    const ofBound = unfixed(ruleFor("minimum", tables));
    const said = saidOf(shape, "minimum");
    yield { at, holds: (path) => isAtLeast(path, minimum), rule: ofBound, source, terms, said };
  }
  if (exclusiveMinimum !== undefined) {
    const ofBound = unfixed(ruleFor("exclusiveMinimum", tables));
    const said = saidOf(shape, "exclusiveMinimum");
    const holds = (path: AccessPath) => isAbove(path, exclusiveMinimum);
    yield { at, holds, rule: ofBound, source, terms, said };
  }
}

function* valueKeywords(
  shape: Shape,
  at: string,
  tables: KindTables,
  formats: Formats,
): Generator<Keyword> {
  const source = sourceOf(shape, tables);
  const allowed = allowedValues(shape, tables.issuers);
  if (allowed) {
    const rule = ruleFor("enum", tables);
    const values = listedValues(shape, tables.issuers) ?? [];
    const isOfIssuers = shape["x-enum-from"] !== undefined && tables.row.issuer !== undefined;
    const terms = { allowed: isOfIssuers ? { issuers: values.map(String) } : listed(values) };
    const said = saidOf(shape, "enum");
    yield { at, holds: (path) => isOneOf(path, allowed), rule, source, terms, said };
  }
  const format = shape["x-format"] === undefined ? undefined : formats.formats[shape["x-format"]];
  if (format) {
    yield {
      ...{ at, source, terms: { expected: format.expected }, said: saidOf(shape, "x-format") },
      holds: (path) => isOfFormat(path, format),
      rule: tables.rules.find(({ id }) => id === format.rule) as RuleRow,
      ...(format.fix && { formatFix: format.fix }),
    };
  }
  const { maxLength } = shape;
  if (maxLength !== undefined) {
    const rule = ruleFor("maxLength", tables);
    const terms = { limit: maxLength };
    const holds = (path: AccessPath) => hasAtMostCharacters(path, maxLength);
    yield { at, holds, rule, source, terms, tooLong: true, said: saidOf(shape, "maxLength") };
  }
}

function* requiredKeys(shape: Shape, at: string, tables: KindTables): Generator<Keyword> {
  for (const key of shape.required ?? []) {
    const child = shape.properties?.[key];
    yield {
      at,
      holds: (path) => present(`/${key}`, (below) => isFilled(child, below), path),
      rule: ruleFor("required", tables),
      is: "missing",
      path: `${at}/${key}`,
      source: sourceOf(child ?? {}, tables),
      said: saidOf(child ?? {}, "required"),
    };
  }
}

/** Keys that the form of an object needs, or that another form has. */
function* variantKeys(shape: Shape, at: string, tables: KindTables): Generator<Keyword> {
  const variants = shape["x-variants"];
  if (!variants) return;
  const { key: decisive, of } = variants;
  const is = (values: readonly string[], path: AccessPath) =>
    isOneOf(childOf(path, decisive), values);
  const base = (key: string) => ({
    ...{ at, path: `${at}/${key}` },
    source: sourceOf(shape.properties?.[key] ?? {}, tables),
    said: saidOf(shape, "x-variants"),
  });
  for (const [value, { required = [] }] of Object.entries(of)) {
    for (const key of required) {
      const child = shape.properties?.[key];
      const filled = (path: AccessPath) =>
        present(`/${key}`, (below) => isFilled(child, below), path);
      yield {
        ...{ ...base(key), rule: ruleFor("required", tables), is: "missing" },
        holds: (path) => implication(is([value], path), filled(path)),
      };
    }
  }
  const owned = new Set(Object.values(of).flatMap(({ keys = [] }) => keys));
  for (const key of owned) {
    const others = Object.keys(of).filter((value) => !of[value]?.keys?.includes(key));
    if (others.length === 0) continue;
    yield {
      ...{ ...base(key), rule: ruleFor("x-variants", tables), is: "forbidden" },
      holds: (path) => implication(is(others, path), not(isDefined(childOf(path, key)))),
    };
  }
}

/** How severe it is that a value breaks a keyword of its shape. */
export function severityOf(
  shape: Shape,
  keyword: ShapeKeyword,
  tables: KindTables,
  formats: Formats,
): Severity {
  const format = formats.formats[shape["x-format"] ?? ""];
  const rule =
    keyword === "x-format"
      ? tables.rules.find(({ id }) => id === format?.rule)
      : ruleFor(keyword, tables);
  return saidOf(shape, keyword)?.severity ?? rule?.severity ?? "error";
}

const saidOf = (shape: Shape, keyword: string): Spoken | undefined => shape["x-says"]?.[keyword];

const sourceOf = (shape: Shape, { row }: KindTables) => shape["x-source"] ?? row.source;

const ruleFor = (keyword: ShapeKeyword, { rules }: KindTables) =>
  rules.find(({ keywords }) => keywords?.includes(keyword)) as RuleRow;

const unfixed = ({ fix: _, ...rule }: RuleRow): RuleRow => rule;

/** A text of digits becomes a number; a whole number where one is asked for. */
function numericFix(rule: RuleRow, shape: Shape): RuleRow {
  const [type, ...others] = [shape.type].flat().filter((one) => one !== "null");
  if (others.length > 0 || (type !== "number" && type !== "integer")) return unfixed(rule);
  const { fix } = rule;
  return type === "integer" && fix?.replace === "number"
    ? { ...rule, fix: { ...fix, replace: "integer" } }
    : rule;
}

const isOfFormat = (path: AccessPath, { pattern, maximum, predicate }: ValueFormat): Formula =>
  all([
    ...(pattern === undefined ? [] : [matches(path, pattern)]),
    ...(maximum === undefined ? [] : [isAtMost(path, maximum)]),
    ...(predicate ? [meetsPredicate(path, predicate)] : []),
  ]);

/** What messages say is expected of a value with a type. */
function expectedTypes(
  { type, minimum, exclusiveMinimum }: Shape,
  { types, bounded, positive }: Formats,
): Text {
  const names = [type].flat().map((name) => types[name as string] as Text);
  const joined = {
    en: names.map(({ en }) => en).join(" or "),
    ko: names.map(({ ko }) => ko).join(" 또는 "),
  };
  if (exclusiveMinimum === 0) return filled(positive, joined, "");
  return minimum === undefined ? joined : filled(bounded, joined, String(minimum));
}

const filled = (template: Text, type: Text, minimum: string): Text => ({
  en: template.en.replace("{type}", type.en).replace("{minimum}", minimum),
  ko: template.ko.replace("{type}", type.ko).replace("{minimum}", minimum),
});
