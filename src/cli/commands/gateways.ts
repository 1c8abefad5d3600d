import { gatewayNames } from "../../gatewayFacts.js";
import { gateways } from "../../generated/gateways.js";
import { kinds } from "../../generated/kinds.js";
import { rules } from "../../generated/rules.js";
import { oneOf } from "../../project/usageError.js";
import type { Gateway, Locale, Rule } from "../../validator/types.js";
import type { Given } from "./index.js";

const words = {
  en: {
    kinds: (count: number) => (count === 1 ? "1 kind" : `${count} kinds`),
    none: "PortOne's own rules only",
    bypass: "bypass keys",
    superseded: "superseded by",
    ownKinds: "kinds",
    adds: "Rules that PortOne's own kinds do not have, or have milder:",
    more: "paylint gateways <id> says what a gateway adds, paylint compare <from> <to> what changes",
    severity: { error: "error", warning: "warning", info: "info" },
  },
  ko: {
    kinds: (count: number) => `종류 ${count}개`,
    none: "포트원 공통 규칙만",
    bypass: "bypass 키",
    superseded: "대체 코드",
    ownKinds: "종류",
    adds: "포트원 공통 규칙에 없거나 더 엄격한 규칙:",
    more: "PG사별 규칙: paylint gateways <id>, 두 PG사 비교: paylint compare <from> <to>",
    severity: { error: "오류", warning: "경고", info: "정보" },
  },
};

/** The kinds that a gateway adds something to. */
const kindsOf = ({ code, version }: Gateway): string[] =>
  Object.keys(kinds).filter((kind) => kind.startsWith(`${code}.${version}.`));

/**
 * `paylint gateways [id]`: the gateways, or what one of them asks for beyond PortOne.
 * @throws {UsageError} for a gateway that is not known
 */
export async function printGateways({ words: [name], locale, print }: Given): Promise<void> {
  if (name === undefined) return print(listed(locale));
  oneOf("gateway", name, gatewayNames);
  const named = gateways.filter(({ code, company }) => code === name || company === name);
  await print(named.map((gateway) => explained(gateway, locale)).join("\n"));
}

function listed(locale: Locale): string {
  const text = words[locale];
  const width = Math.max(...gateways.map(({ code }) => code.length));
  const companies = Math.max(...gateways.map(({ company }) => company.length));
  const lines = gateways
    .toSorted((left, right) => (key(left) < key(right) ? -1 : 1))
    .map((gateway) => {
      const { code, version, company, name } = gateway;
      const { length } = kindsOf(gateway);
      const has = length > 0 ? text.kinds(length) : text.none;
      return `${company.padEnd(companies)}  ${version}  ${code.padEnd(width)}  ${name[locale]} (${has})\n`;
    });
  return `${lines.join("")}\n${text.more}\n`;
}

const key = ({ company, version, code }: Gateway) => [company, version, code].join();

function explained(gateway: Gateway, locale: Locale): string {
  const text = words[locale];
  const { code, version, name, bypass, supersededBy } = gateway;
  const own = kindsOf(gateway);
  const found = rules.flatMap((rule) => {
    const severity = own.map((kind) => addedIn(rule, kind)).find((one) => one !== undefined);
    return severity ? [{ rule, severity }] : [];
  });
  const longest = Math.max(...Object.values(text.severity).map(({ length }) => length));
  const width = Math.max(0, ...found.map(({ rule: { id } }) => id.length));
  return [
    `${name[locale]} (${code}, ${version})`,
    ...(bypass.length > 0 ? [`${text.bypass}: ${bypass.join(", ")}`] : []),
    ...(supersededBy ? [`${text.superseded}: ${supersededBy}`] : []),
    `${text.ownKinds}: ${own.length > 0 ? own.join(", ") : text.none}`,
    ...(found.length > 0 ? ["", text.adds] : []),
    ...found.map(
      ({ rule, severity }) =>
        `  ${rule.id.padEnd(width)}  ${text.severity[severity].padEnd(longest)}  ${rule.name[locale]}`,
    ),
    "",
  ].join("\n");
}

const loudness = { error: 2, warning: 1, info: 0 } as const;

/** How severe a rule is in a gateway's kind, where PortOne's own kind lacks it or is milder. */
function addedIn({ kinds: of }: Rule, kind: string) {
  const severity = of[kind];
  const ofPortOne = of[kind.replace(/^[^.]+/, "portone")];
  if (severity === undefined) return undefined;
  const isMore = ofPortOne === undefined || loudness[severity] > loudness[ofPortOne];
  return isMore ? severity : undefined;
}
