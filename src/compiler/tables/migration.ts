import type { Sum } from "../../constraint/atoms/sum.js";
import { type Formula, literal } from "../../constraint/formula.js";
import { all, not } from "../../constraint/simplify.js";
import type { Service } from "../../extract/calls.js";
import type { ConversionName } from "../../migrate/conversions.js";
import type {
  CodeMapping,
  MappedCall,
  Mapping,
  Mappings,
  Route,
  Supply,
  Taken,
  ValuePairs,
} from "../../migrate/mapping.js";
import type { StoreContext, Text } from "../../validator/types.js";
import { conditionFormula, withCodes } from "../plan/test.js";
import type { TableFile } from "./files.js";
import type { Tests } from "./ruleTypes.js";
import { allowedValues } from "./shapeAt.js";
import type { IssuerTable, KindTables, Shape } from "./types.js";
import type { Cites } from "./written.js";

/** The files of `schemas/migration/` as they are written; see `schemas/meta/migration.md`. */

/** Words, or the name of words in `conversions.yaml`. */
type WrittenWhy = Text | string;

/** A row of `keys`: what becomes of the value at a key of V1. */
export interface WrittenRoute {
  readonly when?: Tests;
  readonly gateways?: readonly string[];
  /** Where the value goes in V2. */
  readonly to?: string;
  /** Name of the conversion. */
  readonly as?: string;
  /** Name of the list of values that it changes by. */
  readonly values?: string;
  /** The part of V2's address that it becomes. */
  readonly parameter?: string;
  /** Without `to`: where a person's decision belongs. */
  readonly at?: string;
  readonly why?: WrittenWhy;
  /** The value is true where V2 has nothing at this pointer. */
  readonly trueWithout?: string;
  readonly source?: Cites;
}

/** A row of `supply`: what V2 asks for and V1 has not, or has by another default. */
export interface WrittenSupply {
  readonly at: string;
  readonly when?: Tests;
  /** The sum of the values at `of` is more than the value at `to`. */
  readonly exceeds?: { readonly of: readonly string[]; readonly to: string };
  readonly each?: string;
  readonly gateways?: readonly string[];
  readonly except?: readonly string[];
  readonly environment?: "pc" | "mobile";
  readonly store?: StoreContext;
  readonly value?: unknown;
  readonly why?: WrittenWhy;
  readonly source: Cites;
}

/** `<V1 kind>.<V2 kind>.yaml`: how a kind of V1 becomes one of V2. */
export interface WrittenMapping {
  readonly source: Cites;
  /** Name of the mapping whose `keys` this one takes over. */
  readonly extends?: string;
  readonly when?: Tests;
  /** A list of V1; each item becomes a separate payload. */
  readonly each?: string;
  readonly calls?: readonly (Omit<MappedCall, "why"> & { readonly why?: WrittenWhy })[];
  readonly currency?: Mapping["currency"];
  readonly keys: Readonly<Record<string, WrittenRoute | readonly WrittenRoute[]>>;
  readonly others?: { readonly why: WrittenWhy };
  readonly supply?: readonly WrittenSupply[];
}

/** `conversions.yaml`: what the mappings share. */
export interface WrittenConversions {
  readonly source: Cites;
  readonly words: Readonly<Record<string, Text>>;
  readonly values: Readonly<Record<string, ValuePairs>>;
  readonly currency: {
    readonly digits: Readonly<Record<string, readonly string[]>>;
    readonly absent: Mappings["absentCurrency"];
    readonly source: Cites;
  };
  readonly withoutV2: { readonly codes: readonly string[]; readonly source: Cites };
}

/** `schemas/migration/code.yaml`: how code of V1 becomes code of V2, beside its payloads. */
export interface WrittenCodeMapping extends Omit<CodeMapping, "authorization"> {
  readonly source: Cites;
  /** The variable of the environment that holds V2's secret. */
  readonly secret: string;
}

/** `schemas/migration/`: a file for each pair of kinds, named after both, and what they share. */
export interface MigrationFiles {
  readonly conversions: TableFile<WrittenConversions>;
  readonly code: TableFile<WrittenCodeMapping>;
  readonly mappings: ReadonlyMap<string, TableFile<WrittenMapping>>;
}

/** The list of values in which card companies are; the issuer tables are its beginning. */
const issuerList = "card";

/** The files with the card companies of the issuer table among the values. */
export function withIssuers(
  files: MigrationFiles,
  rows: readonly { readonly code: string; readonly v2?: unknown }[],
): MigrationFiles {
  const { content } = files.conversions;
  const pairs = rows.flatMap(({ code, v2 }) => (v2 === undefined ? [] : [{ v1: code, v2 }]));
  const values = {
    ...content.values,
    [issuerList]: [...pairs, ...(content.values[issuerList] ?? [])],
  };
  return { ...files, conversions: { ...files.conversions, content: { ...content, values } } };
}

/** Names of the kinds in the name of a file: `request-pay.request-payment`. */
export function kindsOf(name: string): { readonly v1: string; readonly v2: string } {
  const [v1 = "", v2 = ""] = name.split(".");
  return { v1, v2 };
}

/** The rows of a mapping with those of the mapping that it extends. A row takes the place of those at and below its key. */
export function rowsOf(
  name: string,
  { mappings }: MigrationFiles,
): ReadonlyMap<string, readonly WrittenRoute[]> {
  const written = mappings.get(name)?.content;
  if (!written) return new Map();
  const own = Object.entries(written.keys);
  const inherited =
    written.extends === undefined
      ? []
      : [...rowsOf(written.extends, { mappings } as MigrationFiles)];
  const kept = inherited.filter(
    ([key]) => !own.some(([pointer]) => key === pointer || key.startsWith(`${pointer}/`)),
  );
  return new Map([...kept, ...own.map(([key, rows]) => [key, [rows].flat()] as const)]);
}

/** The mappings as the migration reads them: words filled in, conditions as formulas. */
export function migrationOf(
  files: MigrationFiles,
  neutral: NeutralKind,
  services: Readonly<Record<string, Service>>,
): Mappings {
  const { words, values, currency, withoutV2 } = files.conversions.content;
  const mappings = [...files.mappings.keys()].map((name) => mappingOf(name, files, neutral));
  const keysNaming = (what: "gateway" | "bypass"): string[] => [
    ...new Set(mappings.flatMap(({ v1 }) => neutral("v1", v1)?.row.names?.[what]?.slice(1) ?? [])),
  ];
  return {
    mappings,
    values,
    words,
    digits: Object.fromEntries(
      Object.entries(currency.digits).flatMap(([digits, codes]) =>
        codes.map((code) => [code, Number(digits)]),
      ),
    ),
    absentCurrency: currency.absent,
    withoutV2: withoutV2.codes,
    names: { gateway: keysNaming("gateway"), bypass: keysNaming("bypass") },
    code: codeMapping(files.code.content, services.v2),
  } as Mappings;
}

/** PortOne's own kind of a name. */
type NeutralKind = (version: "v1" | "v2", name: string) => KindTables | undefined;

function mappingOf(name: string, files: MigrationFiles, neutral: NeutralKind): Mapping {
  const content = files.mappings.get(name)?.content as WrittenMapping;
  const { v1, v2 } = kindsOf(name);
  const issuers = neutral("v1", v1)?.issuers ?? noIssuers;
  const scope = content.each === undefined ? "" : `${content.each}/*`;
  const rows = new MappingRows(files.conversions.content.words, issuers, scope);
  const routes = [...rowsOf(name, files)];
  return {
    ...{ v1, v2 },
    ...(neutral("v1", v1)?.row.direction === "response" && { arrives: true }),
    ...(content.when && { when: rows.condition(content.when, "") }),
    ...(content.each !== undefined && { each: content.each }),
    calls: (content.calls ?? []).map(({ why, ...call }) => ({ ...call, ...rows.said(why) })),
    ...(content.currency && { currency: content.currency }),
    keys: Object.fromEntries(
      routes.map(([key, ways]) => [key, ways.map((one) => rows.route(one))]),
    ),
    ...(content.others && { others: rows.said(content.others.why).why as Text }),
    supply: (content.supply ?? []).map((one) => rows.supply(one)),
    takes: takenAt(
      routes.flatMap(([, ways]) => ways),
      neutral("v2", v2),
    ),
  };
}

/** Turns the rows of a mapping into what the migration reads. */
class MappingRows {
  /** @param scope the pointer of an item, where each item of a list becomes a separate payload */
  constructor(
    readonly words: Readonly<Record<string, Text>>,
    readonly issuers: IssuerTable,
    readonly scope: string,
  ) {}

  said(why: WrittenWhy | undefined): { readonly why?: Text } {
    const text = typeof why === "string" ? this.words[why] : why;
    return text ? { why: text } : {};
  }

  condition(tests: Tests, within = this.scope): Formula {
    return all(
      Object.entries(tests).map(([path, test]) =>
        conditionFormula(
          path.startsWith(`${within}/`) ? path.slice(within.length) : path,
          withCodes(test, this.issuers),
        ),
      ),
    );
  }

  route({ source: _, when, why, as, ...row }: WrittenRoute): Route {
    return {
      ...row,
      ...(when && { when: this.condition(when) }),
      ...this.said(why),
      ...(as !== undefined && { as: as as ConversionName }),
    };
  }

  supply({ source: _, when, why, exceeds, ...row }: WrittenSupply): Supply {
    const parts = [when && this.condition(when), exceeds && exceeding(exceeds)].filter(
      (one) => one !== undefined,
    );
    return { ...row, ...(parts.length > 0 && { when: all(parts) }), ...this.said(why) };
  }
}

const codeMapping = (
  { source: _, secret, ...code }: WrittenCodeMapping,
  service: Service | undefined,
): CodeMapping => ({ ...code, authorization: { scheme: service?.scheme ?? "", secret } });

const noIssuers: IssuerTable = { columns: {}, words: {}, rows: [] };

/** The types and lists of values that V2 has at the places that rows move values to, and below them. */
function takenAt(
  rows: readonly WrittenRoute[],
  kind: KindTables | undefined,
): Readonly<Record<string, Taken>> {
  const targets = new Set(rows.flatMap(({ to }) => (to === undefined ? [] : [to])));
  const taken: Record<string, Taken> = {};
  const walk = (shape: Shape, at: string): void => {
    const isTarget = [...targets].some((to) => at === to || at.startsWith(`${to}/`));
    const types = shape.type === undefined ? undefined : [shape.type].flat();
    const values = kind && allowedValues(shape, kind.issuers);
    if (isTarget && (types || values)) {
      taken[at] = { ...(types && { types }), ...(values && { values }) };
    }
    for (const [key, child] of Object.entries(shape.properties ?? {})) walk(child, `${at}/${key}`);
    if (shape.items) walk(shape.items, `${at}/*`);
  };
  if (kind) walk(kind.shape, "");
  return taken;
}

/** The sum of the values at some paths is more than the value at another. Nothing is said where that is absent. */
const exceeding = ({ of, to }: NonNullable<WrittenSupply["exceeds"]>): Formula =>
  not(literal<Sum>(to, { name: "sum", of: of.map((path) => ({ path })), is: "<=" }));
