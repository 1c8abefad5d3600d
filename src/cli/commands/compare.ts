import { gatewayNamed, gatewayNames, gatewayVersions } from "../../gatewayFacts.js";
import { kinds } from "../../generated/kinds.js";
import { oneOf, UsageError } from "../../project/usageError.js";
import type { Fault } from "../../validator/compiled.js";
import type { Locale } from "../../validator/types.js";
import { lint } from "../lint.js";
import { progressOn } from "../progress.js";
import type { LocatedDiagnostic } from "../report.js";
import type { Given } from "./index.js";
import { faultsBeyond, faultsOf, ruleLines, valuesBeyond } from "./knownFaults.js";

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
  const { io, warn, print } = given;
  const settings = { ...(await given.settings()), paths, usesBaseline: false };
  const progress = progressOn(io.stderr);
  const before = new Set<string>();
  const silent = {
    ...{ io, progress, warn: () => undefined, print: async () => undefined },
    onReport: ({ diagnostics }: { diagnostics: readonly LocatedDiagnostic[] }) => {
      for (const one of diagnostics) before.add(keyOf(one));
    },
  };
  await lint({ ...settings, pg: from }, silent);
  const isKnown = (one: LocatedDiagnostic) => before.has(keyOf(one));
  return lint({ ...settings, pg: to }, { io, progress, warn, print, isKnown });
}

/** The same for the same fault under another gateway, whose words differ. */
const keyOf = ({ file, line, column, rule, path }: LocatedDiagnostic): string =>
  [file, line, column, rule, path].join("\0");

const words = {
  en: {
    more: "required, or stricter",
    less: "no longer required, or less strict",
    gained: "values that only the new gateway accepts",
    lost: "values that the new gateway does not accept",
    same: "no difference in the rules that paylint has",
    none: (names: string) => `paylint has no rules of its own for ${names}`,
  },
  ko: {
    more: "추가되거나 더 엄격해지는 조건",
    less: "없어지거나 완화되는 조건",
    gained: "새 PG사에서만 사용할 수 있는 값",
    lost: "새 PG사에서 사용할 수 없는 값",
    same: "paylint가 아는 규칙에는 차이가 없습니다",
    none: (names: string) => `paylint에 별도 규칙이 없는 PG사: ${names}`,
  },
};

async function rulesCompared(from: string, to: string, locale: Locale): Promise<string> {
  const text = words[locale];
  const blocks: string[] = [];
  const lacking = new Set<string>();
  for (const version of gatewayVersions) {
    const codes = [from, to].map((name) => gatewayNamed(name, version)?.code);
    if (codes.some((code) => code === undefined)) continue;
    for (const name of namesIn(version)) {
      const [before, after] = await Promise.all(
        codes.map((code) => faultsOf(code as string, version, name)),
      );
      blocks.push(...difference(`${version}.${name}`, before ?? [], after ?? [], locale));
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

function difference(
  kind: string,
  before: readonly Fault[],
  after: readonly Fault[],
  locale: Locale,
): string[] {
  const text = words[locale];
  const parts = [
    ...listed(text.lost, "-", valuesBeyond(before, after, locale)),
    ...listed(text.gained, "+", valuesBeyond(after, before, locale)),
    ...listed(text.more, "+", ruleLines(faultsBeyond(after, before), locale)),
    ...listed(text.less, "-", ruleLines(faultsBeyond(before, after), locale)),
  ];
  return parts.length > 0 ? [[kind, ...parts].join("\n")] : [];
}

const listed = (head: string, sign: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`  ${head}:`, ...lines.map((line) => `    ${sign} ${line}`)];
