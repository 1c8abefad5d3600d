import { isDefined } from "../../../constraint/atoms/defined.js";
import { definitionOf } from "../../../constraint/atoms/index.js";
import type { TypeAtom } from "../../../constraint/atoms/type.js";
import type { Constraint } from "../../../constraint/constraint.js";
import {
  type AccessPath,
  childOf,
  conjuncts,
  type Formula,
  isWithin,
  type Literal,
  literalsIn,
  no,
  opposite,
  root,
  yes,
} from "../../../constraint/formula.js";
import type { JsonSchema } from "../../../constraint/jsonSchema.js";
import { all, any, implication, simplifyUnder } from "../../../constraint/simplify.js";
import { parsePointer } from "../../../validator/pointer.js";

/** What JSON Schema can say of a constraint. */
export interface Expressed {
  readonly schema: JsonSchema;
  /** True when that is all of it. */
  readonly isExact: boolean;
}

/** The schema that a payload which meets a constraint meets, too; null where no keyword says anything of it. */
export function expressConstraint(constraint: Constraint): Expressed | null {
  // A condition that cannot be said is taken not to hold, a requirement that cannot be said to hold.
  const when = approximate(constraint.when, no);
  if (isAlways(when, false)) return null;
  if (!("holds" in constraint)) {
    const items = expressConstraint(constraint.items);
    if (!items) return null;
    const schema = conditional(when, schemaAt(constraint.each, { items: items.schema }));
    return { schema, isExact: items.isExact && when === constraint.when };
  }
  const holds = approximate(constraint.holds, yes);
  if (isAlways(holds, true)) return null;
  const isExact = when === constraint.when && holds === constraint.holds;
  // The keywords about a value already say that it is present.
  const around = commonPath(holds);
  const isPresence = (one: Formula) =>
    "literal" in one && one.literal.atom.name === "defined" && isWithin(around, one.literal.path);
  const presence = conjuncts(when).filter(isPresence);
  const conditions = conjuncts(when).filter((one) => !isPresence(one));
  const body = implication(all(presence), holds);
  return { schema: conditional(all(conditions), schemaOf(body)), isExact };
}

const conditional = (when: Formula, then: JsonSchema): JsonSchema =>
  isAlways(when, true) ? then : { if: schemaOf(when), then };

/** A schema of the value at a path, where there is one. */
const schemaAt = (path: AccessPath, schema: JsonSchema): JsonSchema =>
  parsePointer(path).reduceRight<JsonSchema>(
    (below, key) => ({ properties: { [key]: below } }),
    schema,
  );

const isAlways = (formula: Formula, value: boolean) =>
  "always" in formula && formula.always === value;

/** The formula with `instead` for every literal that no keyword can say; the formula itself where there is none. */
function approximate(formula: Formula, instead: Formula): Formula {
  if ("always" in formula) return formula;
  if ("literal" in formula) return keywordsOf(formula.literal) ? formula : instead;
  const parts = "all" in formula ? formula.all : formula.any;
  const known = parts.map((part) => approximate(part, instead));
  if (known.every((part, index) => part === parts[index])) return formula;
  return "all" in formula ? all(known) : any(known);
}

const keywordsOf = ({ atom }: Literal) =>
  definitionOf(atom).toJsonSchema(atom, (item) => {
    const said = approximate(item, no);
    return said === item ? schemaOf(item) : null;
  });

/** A formula as the schema of the value at `base`. Every literal of it can be said by keywords. */
export function schemaOf(formula: Formula, base: AccessPath = root): JsonSchema {
  if ("always" in formula) return formula.always ? {} : { not: {} };
  const key = keyBelow(base, commonPath(formula));
  if (key !== undefined) {
    const below = ofChild(formula, base, key);
    if (below) return below;
  }
  if ("literal" in formula) return ofLiteral(formula.literal);
  return "all" in formula ? ofAll(formula.all, base) : ofAny(formula.any, base);
}

/** A formula about one child only; undefined if an absent child would change its verdict. */
function ofChild(formula: Formula, base: AccessPath, key: string): JsonSchema | undefined {
  const child = childOf(base, key);
  const isThere = isDefined(child);
  if (!("literal" in isThere)) return undefined;
  const ofAbsent = simplifyUnder(formula, opposite(isThere.literal));
  const below = schemaOf(simplifyUnder(formula, isThere.literal), child);
  if (isAlways(ofAbsent, true)) return { properties: { [key]: below } };
  if (!isAlways(ofAbsent, false)) return undefined;
  const isTrivial = Object.keys(below).length === 0;
  return {
    ...{ type: "object", required: [key] },
    ...(!isTrivial && { properties: { [key]: below } }),
  };
}

function ofLiteral(literal: Literal): JsonSchema {
  const schema = keywordsOf(literal)?.schema ?? {};
  return literal.holds ? schema : { not: schema };
}

function ofAll(parts: readonly Formula[], base: AccessPath): JsonSchema {
  const local: Formula[] = [];
  const byKey = new Map<string, Formula[]>();
  for (const part of parts) {
    const key = keyBelow(base, commonPath(part));
    if (key === undefined) local.push(part);
    else byKey.set(key, [...(byKey.get(key) ?? []), part]);
  }
  const schemas = [
    ...local.map((part) => schemaOf(part, base)),
    ...[...byKey].flatMap(([key, group]) => {
      const joined = ofChild(all(group), base, key);
      return joined ? [joined] : group.map((part) => schemaOf(part, base));
    }),
  ];
  return merged(schemas);
}

function ofAny(parts: readonly Formula[], base: AccessPath): JsonSchema {
  const types = parts.map((part) => typeAt(base, part));
  if (types.every((type) => type?.holds)) {
    return { type: types.map((type) => type?.name) };
  }
  // Keywords about a type hold for values of any other, which is what a negated type beside them says.
  const [guard] = parts;
  const guarded = guard && typeAt(base, guard);
  if (guarded && !guarded.holds) {
    const rest = parts.slice(1);
    const isAbout = (part: Formula) =>
      conjuncts(part).every(
        (one) =>
          "literal" in one &&
          one.literal.holds &&
          one.literal.path === base &&
          keywordsOf(one.literal)?.about === guarded.name,
      );
    const [only] = rest;
    if (rest.length === 1 && only && isAbout(only)) return schemaOf(only, base);
  }
  return { anyOf: parts.map((part) => schemaOf(part, base)) };
}

function typeAt(base: AccessPath, part: Formula): { name: string; holds: boolean } | undefined {
  if (!("literal" in part)) return undefined;
  const { path, atom, holds } = part.literal;
  if (path !== base || atom.name !== "type") return undefined;
  return { name: (atom as TypeAtom).type, holds };
}

/** One schema that says what all of them say. */
function merged(schemas: readonly JsonSchema[]): JsonSchema {
  const whole: JsonSchema = {};
  const clashing: JsonSchema[] = [];
  for (const { required = [], properties = {}, ...keywords } of schemas as Mergeable[]) {
    const isFree = Object.entries(keywords).every(
      ([keyword, operand]) =>
        !(keyword in whole) || JSON.stringify(whole[keyword]) === JSON.stringify(operand),
    );
    const known = (whole.properties ?? {}) as Record<string, JsonSchema>;
    if (!isFree || Object.keys(properties).some((key) => key in known)) {
      clashing.push({
        ...keywords,
        ...(required.length > 0 && { required }),
        ...(Object.keys(properties).length > 0 && { properties }),
      });
      continue;
    }
    Object.assign(whole, keywords);
    if (required.length > 0) {
      whole.required = [...((whole.required as string[] | undefined) ?? []), ...required];
    }
    if (Object.keys(properties).length > 0) whole.properties = { ...known, ...properties };
  }
  return clashing.length === 0 ? whole : { allOf: [whole, ...clashing] };
}

type Mergeable = JsonSchema & {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
};

/** The path of the innermost object that holds every value a formula is about, or of the one value. */
function commonPath(formula: Formula): AccessPath {
  let common: string[] | undefined;
  for (const { path } of literalsIn(formula)) {
    const keys = path.split("/").slice(1);
    const end = common?.findIndex((key, index) => keys[index] !== key) ?? -1;
    common = common === undefined ? keys : end < 0 ? common : common.slice(0, end);
  }
  return (common ?? []).map((key) => `/${key}`).join("");
}

/** The key that leads from a path to one below it; undefined where the other is not below. */
const keyBelow = (base: AccessPath, path: AccessPath): string | undefined =>
  path !== base && isWithin(path, base) ? parsePointer(path.slice(base.length))[0] : undefined;
