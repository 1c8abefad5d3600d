import { withValue } from "../../examples/edit.js";
import type { Diagnostic, Locale } from "../../validator/types.js";
import type { KindExamples } from "../examples/brokenPayload.js";
import { anyGateway, kindNames } from "../kindNames.js";
import type { KindPlan } from "../plan/fault.js";
import { tellsIssuersApart } from "../plan/issuerColumns.js";
import { allowedValues, shapeAt, shortSpellings } from "../tables/shapeAt.js";
import type { GatewayRow, KindTables } from "../tables/types.js";
import type { Cell, Matrix } from "./matrixPicture.js";

const words = {
  en: { gateway: "gateway", others: "others", company: "card company" },
  ko: { gateway: "PG사", others: "기타", company: "카드사" },
};

/** The methods of payment that a gateway's kind names, where its documents say which; undefined where they do not. */
export function methodsOf(
  { tables }: KindPlan,
  base: KindPlan | undefined,
): readonly string[] | undefined {
  const { method } = tables.row;
  if (method === undefined) return undefined;
  const values = (of: KindTables) => {
    const shape = shapeAt(of.shape, method) ?? {};
    const allowed = allowedValues(shape, of.issuers)?.map(String);
    return allowed && shortSpellings(allowed, shape["x-prefix"]);
  };
  const own = values(tables);
  return own && String(own) !== String(base && values(base.tables)) ? own : undefined;
}

/** A method that fewer gateways than this have gets no column of its own. */
const fewest = 3;

/** Gateways by the methods of payment that their documents list; `plans` are kinds of one version and name. */
export function methodMatrix(
  plans: readonly KindPlan[],
  gateways: readonly GatewayRow[],
  locale: Locale,
): Matrix {
  const text = words[locale];
  const base = plans.find(({ tables }) => kindNames(tables.row.kind).gateway === anyGateway);
  const listed = plans.flatMap((plan) => {
    const methods = methodsOf(plan, base);
    return methods ? [{ gateway: gatewayOf(plan.tables, gateways), methods }] : [];
  });
  const counts = new Map<string, number>();
  for (const one of listed.flatMap(({ methods }) => methods)) {
    counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const shown = [...counts.keys()]
    .filter((one) => (counts.get(one) as number) >= Math.min(fewest, listed.length))
    .sort((left, right) => (counts.get(right) as number) - (counts.get(left) as number));
  return {
    head: [text.gateway, ...shown, text.others],
    rows: listed.map(({ gateway, methods }) => [
      { text: gateway?.name[locale] ?? "", look: "plain" },
      ...shown.map((one): Cell => (methods.includes(one) ? has : hasNot)),
      { text: methods.filter((one) => !shown.includes(one)).join(", ") || "–", look: "faint" },
    ]),
  };
}

const has: Cell = { text: "✓", look: "good" };
const hasNot: Cell = { text: "–", look: "faint" };

const gatewayOf = ({ row }: KindTables, gateways: readonly GatewayRow[]) => {
  const { gateway, version } = kindNames(row.kind);
  return gateways.find((one) => one.code === gateway && one.version === version);
};

/**
 * Card companies by the gateways that tell them apart: what a direct call meets at each, found by checking the kind's sample with
 * each company named. `kinds` are of one version and name. A gateway that asks nothing of any is left out; undefined where all are.
 */
export function companyMatrix(
  kinds: readonly KindExamples[],
  gateways: readonly GatewayRow[],
  locale: Locale,
): Matrix | undefined {
  const text = words[locale];
  const columns = kinds.flatMap((kind) => {
    const { row, issuers } = kind.plan.tables;
    const gateway = gatewayOf(kind.plan.tables, gateways);
    if (!row.issuer || !gateway) return [];
    const { path, column } = row.issuer;
    const found = (code?: string) => findings(kind, path, code);
    const plain = found();
    const cells = new Map(
      issuers.rows.map((one) => [one[locale], cellOf(found(String(one[column])), plain, path)]),
    );
    const isPlain = [...cells.values()].every(({ text }) => text === has.text);
    return tellsIssuersApart(kind.plan) && !isPlain ? [{ gateway, cells }] : [];
  });
  if (columns.length === 0) return undefined;
  const companies = [...new Set(columns.flatMap(({ cells }) => [...cells.keys()]))];
  return {
    head: [text.company, ...columns.map(({ gateway }) => gateway.name[locale])],
    rows: companies.map((company) => [
      { text: company, look: "plain" },
      ...columns.map(({ cells }) => cells.get(company) ?? hasNot),
    ]),
  };
}

const findings = ({ plan, check }: KindExamples, path: string, code?: string) => {
  const { sample } = plan.tables.row;
  const payload = code === undefined ? sample : withValue(sample, path, code);
  return check(payload, {}).diagnostics;
};

type Found = Pick<Diagnostic, "rule" | "severity" | "path">;

function cellOf(found: readonly Found[], plain: readonly Found[], path: string): Cell {
  const isNew = (one: Found) =>
    !plain.some((other) => other.rule === one.rule && other.path === one.path);
  const added = found.filter(isNew);
  const ofCode = added.filter((one) => one.path === path);
  if (ofCode.some(({ severity }) => severity === "error")) return { text: "✗", look: "bad" };
  if (ofCode.length > 0) return { text: "?", look: "faint" };
  const more = new Set(added.filter(({ severity }) => severity === "error").map((one) => one.path));
  return more.size > 0 ? { text: `+${more.size}`, look: "strong" } : has;
}
