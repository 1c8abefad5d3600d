import { rules } from "../generated/rules.js";
import type { Severity } from "../validator/types.js";
import { oneOf, unknownName } from "./usageError.js";

/** Severities by rule id. */
export type Severities = ReadonlyMap<string, Severity | "off">;

const ids = rules.map(({ id }) => id);

/** The groups of rules: what is before the slash of their ids. */
const ruleGroups: readonly string[] = [...new Set(ids.map((id) => id.split("/")[0] as string))];

/**
 * The rules that a name stands for: a rule's id, or a group such as `tax/*`.
 * @throws {UsageError} for a name of no rule
 */
export function rulesNamed(name: string): readonly string[] {
  const [, group] = /^([^/]*)\/\*$/.exec(name) ?? [];
  if (group === undefined) return [oneOf("rule", name, ids)];
  if (!ruleGroups.includes(group)) {
    const known = ruleGroups.map((one) => `${one}/*`);
    throw unknownName("group", name, known);
  }
  return ids.filter((id) => id.startsWith(`${group}/`));
}

/**
 * Severities that were given by names of rules and groups. A rule's own counts more than its group's.
 * @throws {UsageError} for a name of no rule
 */
export function severitiesBy(
  given: Iterable<readonly [name: string, severity: Severity | "off"]>,
): Severities {
  const isGroup = ([name]: readonly [string, unknown]) => Number(!name.endsWith("/*"));
  return new Map(
    [...given]
      .sort((left, right) => isGroup(left) - isGroup(right))
      .flatMap(([name, severity]) => rulesNamed(name).map((id) => [id, severity] as const)),
  );
}
