import { partialKinds } from "../../generated/partialKinds.js";
import { rules } from "../../generated/rules.js";
import type { Fault } from "../../validator/compiled.js";
import { spokenPath } from "../../validator/pointer.js";
import { rankOf } from "../../validator/severity.js";
import type { Locale } from "../../validator/types.js";

/** The faults of a gateway's kind; of PortOne's own where the gateway has none. */
export async function faultsOf(
  gateway: string,
  version: string,
  name: string,
): Promise<readonly Fault[]> {
  const load =
    partialKinds[`${gateway}.${version}.${name}`] ?? partialKinds[`portone.${version}.${name}`];
  return (await load?.())?.facts.faults ?? [];
}

/** The most severe fault of each rule at each path. */
function mostSevereOf(faults: readonly Fault[]): ReadonlyMap<string, Fault> {
  const mostSevere = new Map<string, Fault>();
  for (const fault of faults) {
    const key = `${fault.rule}\0${fault.path}`;
    const known = mostSevere.get(key);
    if (known === undefined || rankOf(fault.severity) > rankOf(known.severity)) {
      mostSevere.set(key, fault);
    }
  }
  return mostSevere;
}

/** The faults of one kind that another lacks, or has milder. */
export function faultsBeyond(faults: readonly Fault[], others: readonly Fault[]): Fault[] {
  const known = mostSevereOf(others);
  return [...mostSevereOf(faults)].flatMap(([key, fault]) => {
    const other = known.get(key);
    return other === undefined || rankOf(fault.severity) > rankOf(other.severity) ? [fault] : [];
  });
}

/** The rules of faults, a line each, with the paths that they are about. */
export function ruleLines(faults: readonly Fault[], locale: Locale): string[] {
  const byRule = new Map<string, string[]>();
  for (const { rule, path } of faults) {
    byRule.set(rule, [...(byRule.get(rule) ?? []), ...(path === "" ? [] : [spokenPath(path)])]);
  }
  return [...byRule].map(([id, paths]) => {
    const name = rules.find((rule) => rule.id === id)?.name[locale] ?? "";
    const unique = [...new Set(paths)];
    return `${id}  ${name}${unique.length > 0 ? `: ${unique.join(", ")}` : ""}`;
  });
}

/** The values that a kind takes at some paths whatever else is given, by path. */
export const valuesOf = (
  faults: readonly Fault[],
  locale: Locale,
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    faults.flatMap(({ path, terms, ofShape }) => {
      // Numbers in a row are a range, in words.
      const { allowed } = terms ?? {};
      const values = typeof allowed === "object" && "en" in allowed ? allowed[locale] : allowed;
      if (!ofShape || typeof values !== "string") return [];
      // A boolean and its text are shown alike.
      return [[spokenPath(path), [...new Set(values.split(", "))]]];
    }),
  );

/** The values that one kind takes and another, which has a list at the same path, does not; a line a path. */
export const valuesBeyond = (
  faults: readonly Fault[],
  others: readonly Fault[],
  locale: Locale,
): string[] => {
  const known = valuesOf(others, locale);
  return [...valuesOf(faults, locale)].flatMap(([path, values]) => {
    const beyond = values.filter((value) => known.get(path)?.includes(value) === false);
    return beyond.length > 0 ? [`${path}: ${beyond.join(", ")}`] : [];
  });
};
