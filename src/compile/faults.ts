import type { Fault, FixRecipe } from "../runtime/compiled.js";
import type { Context, Text } from "../runtime/types.js";
import { isPlain, type JsonSchema, present, wherePresent } from "./jsonSchema.js";
import { shapeAt } from "./readTables.js";
import type {
  Case,
  CellValue,
  FixRow,
  Formats,
  IssuerTable,
  KindTables,
  RuleRow,
  Shape,
  ShapeKeyword,
  SourceRef,
  Tables,
  Test,
} from "./tableTypes.js";

/** One way to be wrong, in the forms that the artifacts are written from. */
export interface FaultPlan {
  readonly fault: Fault;
  readonly rule: RuleRow;
  readonly context: Context | null;
  /** Where the fault shows, with `*` for items of lists. */
  readonly path: string;
  /** The case of the table it comes from, cells of the issuer table filled in; null for the shape's own faults. */
  readonly from: Case | null;
  /** Holds for the whole payload exactly when it is free of this fault; null where the shape's schema says it. */
  readonly schema: JsonSchema | null;
  /** The same, with a `diagnose` keyword at the place to be named. */
  readonly diagnosing: JsonSchema | null;
  /** What a plain JSON Schema can say of it; null for nothing. */
  readonly expressed: JsonSchema | null;
  /** True when `expressed` is the whole of it. */
  readonly wholly: boolean;
}

export interface KindPlan {
  readonly tables: KindTables;
  /** In order of precedence: the index is the fault's number. */
  readonly faults: readonly FaultPlan[];
  /** The shape as a plain schema with descriptions; predicates under `x-predicate`. */
  readonly shape: JsonSchema;
  /** The shape with a `diagnose` keyword at every place. */
  readonly diagnosingShape: JsonSchema;
}

/** Lays out every fault of a payload kind. */
export function planKind(
  tables: KindTables,
  shared: Pick<Tables, "sources" | "formats">,
): KindPlan {
  const faults: FaultPlan[] = [];
  const cite = (source: readonly SourceRef[]) => citeSources(source, shared.sources);
  for (const rule of tables.rules) {
    for (const written of rule.cases) {
      for (const one of fillCells(written, tables.issuers)) {
        planCase(rule, one, tables, cite, faults);
      }
    }
  }
  const { shape, diagnosing } = planShape(tables, shared.formats, cite, faults);
  return { tables, faults, shape, diagnosingShape: diagnosing };
}

/** `document, section` of every source, as diagnostics and documents cite them. */
export function citeSources(refs: readonly SourceRef[], sources: Tables["sources"]): Text {
  const cite = (locale: keyof Text) =>
    refs
      .map(({ document, section }) => {
        const source = sources[document] as Tables["sources"][string];
        return `${source.title[locale]} (${source.edition}), ${section}`;
      })
      .join("; ");
  return { en: cite("en"), ko: cite("ko") };
}

/** Replaces bounds that stand in the issuer table by one case a distinct value. */
function fillCells(one: Case, issuers: IssuerTable): Case[] {
  for (const [path, test] of Object.entries(one.constrain ?? {})) {
    for (const keyword of ["minimum", "maximum"] as const) {
      const bound = test[keyword];
      if (typeof bound !== "object") continue;
      return valuesOf(bound, issuers).flatMap(({ value, condition }) =>
        fillCells(
          {
            ...one,
            when: {
              ...one.when,
              ...(condition && { [bound.of]: { ...one.when?.[bound.of], ...condition } }),
            },
            constrain: { ...one.constrain, [path]: { ...test, [keyword]: value } },
          },
          issuers,
        ),
      );
    }
  }
  return [one];
}

function valuesOf({ issuer, otherwise }: CellValue, { rows }: IssuerTable) {
  const special = new Map<number, string[]>();
  for (const row of rows) {
    const value = row[issuer] as number;
    if (value !== otherwise) special.set(value, [...(special.get(value) ?? []), row.code]);
  }
  const values: { value: number; condition: Test | undefined }[] = [];
  for (const [value, codes] of special) values.push({ value, condition: { enum: codes } });
  const named = [...special.values()].flat();
  const rest = named.length > 0 ? { not: { enum: named } } : undefined;
  return [...values, { value: otherwise, condition: rest }];
}

function planCase(
  rule: RuleRow,
  one: Case,
  tables: KindTables,
  cite: (refs: readonly SourceRef[]) => Text,
  faults: FaultPlan[],
): void {
  const scope = one.each ? `${one.each}/*` : "";
  const conditions = Object.entries(one.when ?? {}).map(([path, test]) =>
    conditionSchema(path, test, tables.issuers),
  );
  const guarded = (requirement: JsonSchema): JsonSchema => {
    const whole: JsonSchema =
      conditions.length > 0 ? { if: { allOf: conditions }, then: requirement } : requirement;
    return scope ? wherePresent(scope, whole) : whole;
  };
  const isStated = isPlain(conditions);

  const add = (
    path: string,
    is: Fault["is"],
    parts: {
      requirement: JsonSchema;
      expressed: JsonSchema | null;
      wholly: boolean;
      /** Pointer at which `diagnose` stands; the rest of the path is the suffix. */
      diagnoseAt: string;
      terms?: Fault["terms"];
      reads?: string[];
    },
  ) => {
    const number = faults.length;
    const atLeaf = parts.diagnoseAt !== "";
    const diagnose = (of: JsonSchema): JsonSchema => ({ diagnose: [{ fault: number, of }] });
    const fix = fixRecipe(rule.fix, undefined);
    const schema = guarded(atLeaf ? wherePresent(path, parts.requirement) : parts.requirement);
    faults.push({
      fault: {
        rule: rule.id,
        severity: one.severity ?? rule.severity,
        message: one.message ?? rule.message,
        source: cite(one.source ?? rule.source),
        suffix: atLeaf ? "" : path,
        is,
        ofShape: rule.keywords !== undefined,
        ...(parts.reads && { reads: parts.reads }),
        ...(parts.terms && { terms: parts.terms }),
        ...(fix && { fix }),
      },
      rule,
      context: one.context ?? null,
      path: scope + path,
      from: one,
      schema,
      diagnosing: guarded(
        atLeaf ? wherePresent(path, diagnose(parts.requirement)) : diagnose(parts.requirement),
      ),
      expressed:
        isStated && parts.expressed
          ? guarded(atLeaf ? wherePresent(path, parts.expressed) : parts.expressed)
          : null,
      wholly: isStated && parts.wholly,
    });
  };
  const stated = (requirement: JsonSchema) => ({
    requirement,
    expressed: requirement,
    wholly: true,
    diagnoseAt: "",
  });
  const filled = (path: string) => present(path, nonBlank(shapeAt(tables.shape, scope + path)));

  for (const path of one.require ?? []) add(path, "missing", stated(filled(path)));
  if (one.requireAny) {
    add(one.requireAny[0] as string, "missing", stated({ anyOf: one.requireAny.map(filled) }));
  }
  for (const path of one.forbid ?? []) {
    add(path, "forbidden", stated({ not: present(path) }));
  }
  for (const [path, test] of Object.entries(one.constrain ?? {})) {
    const { predicate, absentAs, ...rest } = test;
    const leaf = testSchema(test, tables.issuers);
    const plainLeaf = testSchema(rest, tables.issuers);
    const expressible = isPlain(plainLeaf) && Object.keys(plainLeaf).length > 0;
    const wrongWhenAbsent = absentAs !== undefined && !meets(absentAs, rest);
    const at = (of: JsonSchema) => (wrongWhenAbsent ? present(path, of) : of);
    const terms = constraintTerms(test);
    add(path, "wrong", {
      requirement: at(leaf),
      expressed: expressible ? at(plainLeaf) : null,
      wholly: expressible && !predicate,
      diagnoseAt: wrongWhenAbsent ? "" : path,
      ...(terms && { terms }),
    });
  }
  if (one.compare) {
    add(one.compare.path, "wrong", {
      requirement: { "x-compare": one.compare },
      reads: [one.compare.path, one.compare.to],
      expressed: null,
      wholly: false,
      diagnoseAt: "",
    });
  }
}

/** A condition holds only of a value that is there, unless it is a bare `not`. */
function conditionSchema(path: string, test: Test, issuers: IssuerTable): JsonSchema {
  const { not, ...rest } = test;
  if (not && Object.keys(rest).length === 0) {
    return { not: present(path, testSchema(not, issuers)) };
  }
  return present(path, testSchema(test, issuers));
}

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

/** Whether a value that stands for an absent one meets a test of numbers or constants. */
function meets(value: unknown, test: Test): boolean {
  if ("const" in test) return value === test.const;
  if (typeof value !== "number") return true;
  const { minimum, maximum } = test;
  return (
    (typeof minimum !== "number" || value >= minimum) &&
    (typeof maximum !== "number" || value <= maximum)
  );
}

function constraintTerms(test: Test): Fault["terms"] | undefined {
  const limit = test.predicate?.max ?? test.minimum ?? test.maximum;
  if (test.enum) return { allowed: listed(test.enum) };
  return typeof limit === "number" ? { limit: limit.toLocaleString("en-US") } : undefined;
}

const listed = (values: readonly unknown[]) => values.map(String).join(", ");

const takesStrings = (shape: Shape | undefined) => [shape?.type].flat().includes("string");

const nonBlank = (shape: Shape | undefined): JsonSchema =>
  takesStrings(shape) ? { pattern: "\\S" } : {};

function fixRecipe(fix: FixRow | undefined, ofFormat: "digits" | undefined): FixRecipe | undefined {
  if (!fix) return undefined;
  const { title, safe } = fix;
  if (fix.remove) return { title, safe, edit: { remove: true } };
  if ("add" in fix) return { title, safe, edit: { add: fix.add } };
  const replace = fix.replace === "format" ? ofFormat : fix.replace;
  return replace && { title, safe, edit: { replace } };
}

interface PlannedShape {
  shape: JsonSchema;
  diagnosing: JsonSchema;
}

function planShape(
  { shape, rules, issuers }: KindTables,
  formats: Formats,
  cite: (refs: readonly SourceRef[]) => Text,
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
    const values = at.enum ?? at["x-enum-from"]?.issuers;
    if (values) {
      const allowed = Array.isArray(values) ? values : issuers.rows.map((row) => row[values]);
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
