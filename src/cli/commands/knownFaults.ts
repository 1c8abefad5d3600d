import { partialKinds } from "../../generated/partialKinds.js";
import { rules } from "../../generated/rules.js";
import type { Fault } from "../../validator/compiled.js";
import { spokenPath } from "../../validator/pointer.js";
import type { Locale, Severity } from "../../validator/types.js";

/** The ways to be wrong that a kind knows, by rule and path. */
export type KnownFaults = ReadonlyMap<string, Fault>;

/** The faults of a gateway's kind; of PortOne's own where the gateway has none. */
export async function faultsOf(
  gateway: string,
  version: string,
  name: string,
): Promise<KnownFaults> {
  const load =
    partialKinds[`${gateway}.${version}.${name}`] ?? partialKinds[`portone.${version}.${name}`];
  const faults = (await load?.())?.facts.faults ?? [];
  return new Map(faults.map((fault) => [`${fault.rule}\0${fault.path}`, fault]));
}

const loudness: Record<Severity, number> = { error: 3, warning: 2, info: 1 };

const loudnessIn = (faults: KnownFaults, key: string): number => {
  const fault = faults.get(key);
  return fault === undefined ? 0 : loudness[fault.severity];
};

/** The faults of one kind that another lacks, or has milder. */
export const faultsBeyond = (faults: KnownFaults, others: KnownFaults): Fault[] =>
  [...faults].flatMap(([key, fault]) =>
    loudnessIn(faults, key) > loudnessIn(others, key) ? [fault] : [],
  );

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

/** The values that a kind takes at some paths, a line each. */
export const valueLines = (faults: KnownFaults): string[] =>
  [...faults.values()].flatMap(({ path, terms }) => {
    if (typeof terms?.allowed !== "string") return [];
    // A boolean and its text are shown alike.
    const values = new Set(terms.allowed.split(", "));
    return [`${spokenPath(path)}: ${[...values].join(", ")}`];
  });
