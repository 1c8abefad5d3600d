import type { Fault } from "../runtime/compiled.js";
import type { Text } from "../runtime/types.js";
import type { Cite } from "./citeSources.js";
import { fixRecipe, listed, nonBlank } from "./faultParts.js";
import type { FaultPlan } from "./faultPlan.js";
import { isPlain, type JsonSchema, present } from "./jsonSchema.js";
import { allowedValues } from "./shapeAt.js";
import type { Formats, KindTables, RuleRow, Shape, ShapeKeyword } from "./tableTypes.js";

interface PlannedShape {
  shape: JsonSchema;
  diagnosing: JsonSchema;
}

/** Adds the faults of the shape, and gives the shape back as schemas. */
export function planShape(
  { shape, rules, issuers }: KindTables,
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
    {
      suffix = "",
      is = "wrong" as Fault["is"],
      terms,
      format,
    }: { suffix?: string; is?: Fault["is"]; terms?: Fault["terms"]; format?: "digits" },
  ) => {
    const fix = fixRecipe(rule.fix, format);
    faults.push({
      fault: {
        rule: rule.id,
        severity: rule.severity,
        message: rule.message,
        source: cite(rule.source),
        suffix,
        is,
        ofShape: true,
        ...(terms && { terms }),
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
    const check = (keywords: JsonSchema, rule: RuleRow, more: Parameters<typeof add>[3]) => {
      Object.assign(plain, keywords);
      diagnose.push(add(rule, path, keywords, more));
    };
    if (at.type) {
      const expected = expectedTypes(at, formats);
      const numeric = at.type === "number";
      const rule = ruleFor("type");
      const { fix, ...unfixed } = rule;
      const own = numeric || !fix ? rule : unfixed;
      check({ type: at.type }, own, { is: "mistyped", terms: { expected } });
      if (at.minimum !== undefined) {
        const { fix: _, ...bounded } = ruleFor("minimum");
        check({ minimum: at.minimum }, bounded, { terms: { expected } });
      }
    }
    const allowed = allowedValues(at, issuers);
    if (allowed) {
      check({ enum: allowed }, ruleFor("enum"), { terms: { allowed: listed(allowed) } });
    }
    const format = at["x-format"] === undefined ? undefined : formats.formats[at["x-format"]];
    if (format) {
      const rule = rules.find(({ id }) => id === format.rule) as RuleRow;
      const predicate = format.predicate && { "x-predicate": format.predicate };
      check({ pattern: format.pattern, ...predicate }, rule, {
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
      const more = { suffix: `/${key}`, is: "missing" as const };
      diagnose.push(add(ruleFor("required"), `${path}/${key}`, filled, more));
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
      shape: { ...(at.description && { description: at.description }), ...plain, ...below },
      diagnosing: { ...(diagnose.length > 0 && { diagnose }), ...diagnosingBelow },
    };
  };
  const { shape: planned, diagnosing } = plan(shape, "");
  return { shape: planned, diagnosing };
}

function expectedTypes({ type, minimum }: Shape, { types, bounded }: Formats): Text {
  const names = [type].flat().map((name) => types[name as string] as Text);
  const joined = {
    en: names.map(({ en }) => en).join(" or "),
    ko: names.map(({ ko }) => ko).join(" 또는 "),
  };
  if (minimum === undefined) return joined;
  const fill = (template: string, name: string) =>
    template.replace("{type}", name).replace("{minimum}", String(minimum));
  return { en: fill(bounded.en, joined.en), ko: fill(bounded.ko, joined.ko) };
}
