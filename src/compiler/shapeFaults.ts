import type { Fault } from "../validator/compiled.js";
import type { Text } from "../validator/types.js";
import type { Cite } from "./citeSources.js";
import { fixRecipe, listed, namedValues, nonBlank, variantsFor } from "./faultParts.js";
import type { FaultPlan } from "./faultPlan.js";
import { isPlain, type JsonSchema, present } from "./jsonSchema.js";
import { allowedValues } from "./shapeAt.js";
import type {
  Format,
  Formats,
  KindTables,
  RuleRow,
  Shape,
  ShapeKeyword,
  SourceRef,
} from "./tableTypes.js";

interface PlannedShape {
  shape: JsonSchema;
  diagnosing: JsonSchema;
}

/** Adds the faults of the shape, and gives the shape back as schemas. */
export function planShape(
  { row, shape, rules, issuers }: KindTables,
  formats: Formats,
  cite: Cite,
  faults: FaultPlan[],
): PlannedShape {
  const ruleFor = (keyword: ShapeKeyword) =>
    rules.find(({ keywords }) => keywords?.includes(keyword)) as RuleRow;

  const add = (
    rule: RuleRow,
    path: string,
    of: JsonSchema,
    source: readonly SourceRef[],
    {
      is = "wrong" as Fault["is"],
      terms,
      format,
    }: { is?: Fault["is"]; terms?: Fault["terms"]; format?: Format["fix"] },
  ) => {
    const fix = fixRecipe(rule.fix, format);
    const variants =
      is === "mistyped" ? variantsFor(rule, path, [of.type ?? []].flat() as string[]) : [];
    faults.push({
      fault: {
        rule: rule.id,
        severity: rule.severity,
        message: rule.message,
        sources: cite(source),
        path,
        is,
        ofShape: true,
        ...(terms && { terms }),
        ...(variants.length > 0 && { variants }),
        ...(fix && { fix }),
      },
      rule,
      context: null,
      path,
      from: null,
      schema: null,
      diagnosing: null,
      expressed: null,
      wholly: isPlain(of),
    });
    return { fault: faults.length - 1, of };
  };

  const plan = (at: Shape, path: string): PlannedShape => {
    const plain: JsonSchema = {};
    const diagnose: { fault: number; of: JsonSchema }[] = [];
    const source = at["x-source"] ?? row.source;
    const check = (keywords: JsonSchema, rule: RuleRow, more: Parameters<typeof add>[4]) => {
      Object.assign(plain, keywords);
      diagnose.push(add(rule, path, keywords, source, more));
    };
    if (at.type) {
      const expected = expectedTypes(at, formats);
      const rule = ruleFor("type");
      const isNumeric = at.type === "number" || at.type === "integer";
      const own = isNumeric ? { ...rule, ...numericFix(rule, at) } : unfixed(rule);
      check({ type: at.type }, own, { is: "mistyped", terms: { expected } });
      for (const keyword of ["minimum", "exclusiveMinimum"] as const) {
        if (at[keyword] === undefined) continue;
        check({ [keyword]: at[keyword] }, unfixed(ruleFor(keyword)), { terms: { expected } });
      }
    }
    const allowed = allowedValues(at, issuers);
    if (allowed) {
      const named = at["x-enum-from"] ? namedValues(allowed, issuers) : listed(allowed);
      check({ enum: allowed }, ruleFor("enum"), { terms: { allowed: named } });
    }
    const format = at["x-format"] === undefined ? undefined : formats.formats[at["x-format"]];
    if (format) {
      const rule = rules.find(({ id }) => id === format.rule) as RuleRow;
      check(formatSchema(format), rule, {
        terms: { expected: format.expected },
        ...(format.fix && { format: format.fix }),
      });
    }
    if (at.maxLength !== undefined) {
      check({ maxLength: at.maxLength }, ruleFor("maxLength"), { terms: { limit: at.maxLength } });
    }
    const needed = at.required ?? [];
    for (const key of needed) {
      const filled = present(`/${key}`, nonBlank(at.properties?.[key]));
      const more = { is: "missing" as const };
      const stands = at.properties?.[key]?.["x-source"] ?? row.source;
      diagnose.push(add(ruleFor("required"), `${path}/${key}`, filled, stands, more));
    }
    const below: JsonSchema = {};
    const diagnosingBelow: JsonSchema = {};
    const children = Object.entries(at.properties ?? {}).map(([key, child]) => {
      const planned = plan(child, `${path}/${key}`);
      const blank = needed.includes(key) ? nonBlank(child) : {};
      const merged =
        Object.keys(blank).length === 0 ? planned.shape : { ...planned.shape, allOf: [blank] };
      return { key, shape: merged, diagnosing: planned.diagnosing };
    });
    if (children.length > 0) {
      below.properties = Object.fromEntries(children.map(({ key, shape }) => [key, shape]));
      diagnosingBelow.properties = Object.fromEntries(
        children.map(({ key, diagnosing }) => [key, diagnosing]),
      );
    }
    if (needed.length > 0) below.required = needed;
    if (at.items) {
      const items = plan(at.items, `${path}/*`);
      below.items = items.shape;
      diagnosingBelow.items = items.diagnosing;
    }
    return {
      shape: { ...annotations(at), ...plain, ...below },
      diagnosing: { ...(diagnose.length > 0 && { diagnose }), ...diagnosingBelow },
    };
  };
  const { shape: planned, diagnosing } = plan(shape, "");
  return { shape: planned, diagnosing };
}

const unfixed = ({ fix: _, ...rule }: RuleRow): RuleRow => rule;

/** A string of digits becomes a number; a whole number where one is asked for. */
const numericFix = ({ fix }: RuleRow, { type }: Shape): Pick<RuleRow, "fix"> | undefined =>
  fix?.replace === "number" && type === "integer"
    ? { fix: { ...fix, replace: "integer" } }
    : undefined;

function formatSchema({ pattern, maximum, predicate }: Format): JsonSchema {
  return {
    ...(pattern !== undefined && { pattern }),
    ...(maximum !== undefined && { maximum }),
    ...(predicate && { "x-predicate": predicate }),
  };
}

/** What a schema says for people and tools, and no validator checks. */
const annotations = (shape: Shape): JsonSchema => {
  const { description, default: usual, deprecated, "x-secret": secret } = shape;
  return {
    ...(description && { description }),
    ...(usual !== undefined && { default: usual }),
    ...(deprecated && { deprecated }),
    ...(secret !== undefined && { "x-secret": secret }),
  };
};

function expectedTypes(
  { type, minimum, exclusiveMinimum }: Shape,
  { types, bounded, positive }: Formats,
): Text {
  const names = [type].flat().map((name) => types[name as string] as Text);
  const joined = {
    en: names.map(({ en }) => en).join(" or "),
    ko: names.map(({ ko }) => ko).join(" 또는 "),
  };
  if (exclusiveMinimum === 0) {
    const above = (template: string, name: string) => template.replace("{type}", name);
    return { en: above(positive.en, joined.en), ko: above(positive.ko, joined.ko) };
  }
  if (minimum === undefined) return joined;
  const fill = (template: string, name: string) =>
    template.replace("{type}", name).replace("{minimum}", String(minimum));
  return { en: fill(bounded.en, joined.en), ko: fill(bounded.ko, joined.ko) };
}
