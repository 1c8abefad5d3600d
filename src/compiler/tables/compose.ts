import type { Case, RuleRow, ShapeKeyword } from "./ruleTypes.js";
import { scopeOf } from "./shapeAt.js";
import type { Formats, KindTables, Shape } from "./types.js";

/** What a kind takes over from the one that it extends. */
export type Base = Pick<KindTables, "shape" | "rules">;

/**
 * Faults of a base that a kind has not, by id: a rule, or a rule and the path at which its fault shows, as in
 * `shape/required#/merchant_uid`.
 */
export interface Lift {
  readonly rule: string;
  /** Undefined for every fault of the rule. */
  readonly path: string | undefined;
}

export function liftOf(id: string): Lift {
  const [rule = "", path] = id.split("#");
  return { rule, path };
}

/** A base without faults that a kind lifts; undefined where it has no such fault. */
export function lifted(base: Base, lift: Lift, formats: Formats): Base | undefined {
  const rule = base.rules.find(({ id }) => id === lift.rule);
  if (!rule) return undefined;
  const cases = rule.cases.flatMap((one) => withoutPath(one, lift.path));
  const keywords = rule.keywords ?? [];
  const shape = withoutKeywords(base.shape, "", { rule, keywords, path: lift.path, formats });
  const isSame = JSON.stringify([cases, shape]) === JSON.stringify([rule.cases, base.shape]);
  if (isSame) return undefined;
  return {
    shape,
    rules: base.rules.map((other) => (other === rule ? { ...rule, cases } : other)),
  };
}

/** A case without what it asks of a path; nothing where that is all it asks, or where the path is undefined. */
function withoutPath(one: Case, path: string | undefined): Case[] {
  if (path === undefined) return [];
  const scope = scopeOf(one);
  const isKept = (at: string) => scope + at !== path;
  const { require, forbid, constrain, requireAny, atMostOne, exactlyOne, compare, sum, ...rest } =
    one;
  const [required, forbidden] = [require?.filter(isKept), forbid?.filter(isKept)];
  const constrained = Object.entries(constrain ?? {}).filter(([at]) => isKept(at));
  const alternatives = requireAny ?? atMostOne ?? exactlyOne;
  const first = alternatives?.flat()[0];
  const left: Case = {
    ...rest,
    ...(required?.length && { require: required }),
    ...(forbidden?.length && { forbid: forbidden }),
    ...(constrained.length > 0 && { constrain: Object.fromEntries(constrained) }),
    ...(first !== undefined &&
      isKept(first) && {
        ...(requireAny && { requireAny }),
        ...(atMostOne && { atMostOne }),
        ...(exactlyOne && { exactlyOne }),
      }),
    ...(compare && isKept(compare.path) && { compare }),
    ...(sum && isKept(sum.path) && { sum }),
  };
  return Object.keys(left).length > Object.keys(rest).length ? [left] : [];
}

interface LiftedKeywords {
  readonly rule: RuleRow;
  readonly keywords: readonly ShapeKeyword[];
  readonly path: string | undefined;
  readonly formats: Formats;
}

function withoutKeywords(shape: Shape, at: string, lift: LiftedKeywords): Shape {
  const { rule, keywords, path, formats } = lift;
  const isHere = path === undefined || path === at;
  const isLifted = (keyword: string, value: unknown) =>
    (keywords.includes(keyword as ShapeKeyword) && keyword !== "required") ||
    (keyword === "x-format" && formats.formats[value as string]?.rule === rule.id);
  const kept = isHere
    ? Object.entries(shape).filter(([keyword, value]) => !isLifted(keyword, value))
    : Object.entries(shape);
  const left: Shape = Object.fromEntries(kept);
  const required = left.required?.filter(
    (key) => !keywords.includes("required") || (path !== undefined && path !== `${at}/${key}`),
  );
  return {
    ...left,
    ...(required && { required }),
    ...(left.properties && {
      properties: Object.fromEntries(
        Object.entries(left.properties).map(([key, below]) => [
          key,
          withoutKeywords(below, `${at}/${key}`, lift),
        ]),
      ),
    }),
    ...(left.items && { items: withoutKeywords(left.items, `${at}/*`, lift) }),
  };
}

/** The shape of a kind that extends another: its own keywords come instead of the base's, further keys beside them. */
export function mergeShapes(base: Shape, own: Shape): Shape {
  const required = [...new Set([...(base.required ?? []), ...(own.required ?? [])])];
  const properties = { ...base.properties };
  for (const [key, child] of Object.entries(own.properties ?? {})) {
    const known = properties[key];
    properties[key] = known ? mergeShapes(known, child) : child;
  }
  const items = base.items && own.items ? mergeShapes(base.items, own.items) : undefined;
  return {
    ...base,
    ...own,
    ...(required.length > 0 && { required }),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(items && { items }),
  };
}
