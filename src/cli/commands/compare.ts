import { gatewayNamed, gatewayNames } from "../../gatewayFacts.js";
import { kinds } from "../../generated/kinds.js";
import { partialKinds } from "../../generated/partialKinds.js";
import { rules } from "../../generated/rules.js";
import { oneOf, UsageError } from "../../project/usageError.js";
import { spokenPath } from "../../validator/pointer.js";
import type { Locale, Severity } from "../../validator/types.js";
import { lint } from "../lint.js";
import { progressOn } from "../progress.js";
import type { LocatedDiagnostic } from "../report.js";
import type { Given } from "./index.js";

const versions = ["v1", "v2"] as const;

/**
 * `paylint compare <from> <to> [path…]`: what changes when a shop moves from one gateway to another: in the rules, and with
 * paths in the shop's own calls.
 * @throws {UsageError} for a gateway that is not known
 */
export async function compare(given: Given): Promise<number> {
  const [from, to, ...paths] = given.words;
  if (from === undefined || to === undefined) {
    throw new UsageError({
      en: "name two gateways: paylint compare <from> <to> [path...]",
      ko: "PG사 두 개를 지정하세요: paylint compare <from> <to> [경로...]",
    });
  }
  for (const name of [from, to]) oneOf("gateway", name, gatewayNames);
  if (paths.length > 0) return compareCalls(from, to, paths, given);
  await given.print(await rulesCompared(from, to, given.locale));
  return 0;
}

/** Lints paths as each gateway's, and prints what only the second has; returns the exit status. */
async function compareCalls(from: string, to: string, paths: string[], given: Given) {
  const { io, complain, print } = given;
  const settings = { ...(await given.settings()), paths, hasBaseline: false };
  const progress = progressOn(io.stderr);
  const before = new Set<string>();
  const silent = {
    ...{ io, progress, complain: () => undefined, print: async () => undefined },
    onReport: ({ diagnostics }: { diagnostics: readonly LocatedDiagnostic[] }) => {
      for (const one of diagnostics) before.add(keyOf(one));
    },
  };
  await lint({ ...settings, pg: from }, silent);
  const isKnown = (one: LocatedDiagnostic) => before.has(keyOf(one));
  return lint({ ...settings, pg: to }, { io, progress, complain, print, isKnown });
}

/** The same for the same fault under another gateway, whose words differ. */
const keyOf = ({ file, line, column, rule, path }: LocatedDiagnostic): string =>
  [file, line, column, rule, path].join("\0");

const words = {
  en: {
    more: "asked for, or more strictly",
    less: "no longer asked for, or more mildly",
    same: "no difference in the rules that paylint has",
    none: (names: string) => `paylint has no rules of its own for ${names}`,
  },
  ko: {
    more: "추가되거나 더 엄격해지는 조건",
    less: "없어지거나 완화되는 조건",
    same: "paylint가 아는 규칙에는 차이가 없습니다",
    none: (names: string) => `paylint에 별도 규칙이 없는 PG사: ${names}`,
  },
};

async function rulesCompared(from: string, to: string, locale: Locale): Promise<string> {
  const text = words[locale];
  const blocks: string[] = [];
  const lacking = new Set<string>();
  for (const version of versions) {
    const codes = [from, to].map((name) => gatewayNamed(name, version)?.code);
    if (codes.some((code) => code === undefined)) continue;
    for (const name of namesIn(version)) {
      const [before, after] = await Promise.all(
        codes.map((code) => faultsOf(code as string, version, name)),
      );
      blocks.push(
        ...difference(`${version}.${name}`, before ?? new Map(), after ?? new Map(), locale),
      );
    }
    for (const code of codes) {
      if (!Object.keys(kinds).some((kind) => kind.startsWith(`${code}.${version}.`))) {
        lacking.add(`${code} (${version})`);
      }
    }
  }
  const note = lacking.size > 0 ? [text.none([...lacking].join(", "))] : [];
  return `${[...(blocks.length > 0 ? blocks : [text.same]), ...note].join("\n\n")}\n`;
}

/** The names of a version's kinds, as PortOne or any gateway has them. */
const namesIn = (version: string): string[] => [
  ...new Set(
    Object.keys(kinds).flatMap((kind) => {
      const [, of, name] = kind.split(".");
      return of === version && name !== undefined ? [name] : [];
    }),
  ),
];

type Faults = ReadonlyMap<string, Severity>;

/** Every way to be wrong that a gateway's kind knows, or PortOne's where the gateway has none: rule and path. */
async function faultsOf(code: string, version: string, name: string): Promise<Faults> {
  const own = `${code}.${version}.${name}`;
  const load = partialKinds[own] ?? partialKinds[`portone.${version}.${name}`];
  const { facts } = (await load?.()) ?? {};
  return new Map(
    (facts?.faults ?? []).map(({ rule, path, severity }) => [`${rule}\0${path}`, severity]),
  );
}

const loudness = { error: 3, warning: 2, info: 1 } as const;
const loudnessIn = (faults: Faults, key: string) => {
  const severity = faults.get(key);
  return severity === undefined ? 0 : loudness[severity];
};

function difference(kind: string, before: Faults, after: Faults, locale: Locale): string[] {
  const text = words[locale];
  const more = [...after.keys()].filter((one) => loudnessIn(after, one) > loudnessIn(before, one));
  const less = [...before.keys()].filter((one) => loudnessIn(after, one) < loudnessIn(before, one));
  const parts = [...listed(text.more, "+", more, locale), ...listed(text.less, "-", less, locale)];
  return parts.length > 0 ? [[kind, ...parts].join("\n")] : [];
}

/** The rules, each with the paths that it is about. */
function listed(head: string, sign: string, keys: readonly string[], locale: Locale): string[] {
  if (keys.length === 0) return [];
  const byRule = new Map<string, string[]>();
  for (const key of keys) {
    const [rule = "", path = ""] = key.split("\0");
    byRule.set(rule, [...(byRule.get(rule) ?? []), spokenPath(path)]);
  }
  const lines = [...byRule].map(([id, paths]) => {
    const name = rules.find((rule) => rule.id === id)?.name[locale] ?? "";
    return `    ${sign} ${id}  ${name}: ${paths.filter((one) => one !== "").join(", ")}`;
  });
  return [`  ${head}:`, ...lines.map((line) => line.replace(/: $/, ""))];
}
