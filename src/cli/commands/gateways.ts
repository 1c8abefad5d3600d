import { gatewayNames } from "../../gatewayFacts.js";
import { gateways } from "../../generated/gateways.js";
import { kinds } from "../../generated/kinds.js";
import { oneOf } from "../../project/usageError.js";
import type { Gateway, Locale } from "../../validator/types.js";
import type { Given } from "./index.js";
import { faultsBeyond, faultsOf, ruleLines, valuesOf } from "./knownFaults.js";

const words = {
  en: {
    kinds: (count: number) => (count === 1 ? "1 kind" : `${count} kinds`),
    none: "PortOne's own rules only",
    bypass: "bypass keys",
    superseded: "superseded by",
    values: "values",
    adds: "required in addition to PortOne's own rules, or stricter",
    more: "paylint gateways <id> says what a gateway adds, paylint compare <from> <to> what changes",
  },
  ko: {
    kinds: (count: number) => `종류 ${count}개`,
    none: "포트원 공통 규칙만",
    bypass: "bypass 키",
    superseded: "대체 코드",
    values: "사용할 수 있는 값",
    adds: "포트원 공통 규칙에 더하거나 더 엄격한 조건",
    more: "PG사별 규칙: paylint gateways <id>, 두 PG사 비교: paylint compare <from> <to>",
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
  const parts = await Promise.all(named.map((gateway) => explained(gateway, locale)));
  await print(parts.join("\n"));
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

async function explained(gateway: Gateway, locale: Locale): Promise<string> {
  const text = words[locale];
  const { code, version, name, bypass, supersededBy } = gateway;
  const own = kindsOf(gateway);
  const parts = await Promise.all(own.map((kind) => addedBy(gateway, kind, locale)));
  return [
    `${name[locale]} (${code}, ${version})`,
    ...(bypass.length > 0 ? [`${text.bypass}: ${bypass.join(", ")}`] : []),
    ...(supersededBy ? [`${text.superseded}: ${supersededBy}`] : []),
    ...(own.length === 0 ? [text.none] : []),
    ...parts.filter((part) => part !== ""),
    "",
  ].join("\n");
}

/** What a gateway's kind takes and asks for beyond PortOne's own; empty where that is nothing. */
async function addedBy({ code, version }: Gateway, kind: string, locale: Locale): Promise<string> {
  const text = words[locale];
  const short = kind.split(".")[2] as string;
  const faults = await faultsOf(code, version, short);
  const added = faultsBeyond(faults, await faultsOf("portone", version, short));
  const values = [...valuesOf(faults, locale)].map(
    ([path, those]) => `${path}: ${those.join(", ")}`,
  );
  if (added.length === 0) return "";
  return [
    `\n${kind}`,
    ...(values.length > 0 ? [`  ${text.values}:`, ...values.map((line) => `    ${line}`)] : []),
    `  ${text.adds}:`,
    ...ruleLines(added, locale).map((line) => `    ${line}`),
  ].join("\n");
}
