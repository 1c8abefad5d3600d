import type { ExampleCatalog, ValueDomain } from "../../../dist/examples/catalog.js";
import { withValues } from "../../../dist/examples/edit.js";
import { repair } from "../../../dist/examples/repair.js";
import { namedIn } from "../../../dist/examples/sampleNames.js";
import { exampleCatalogs } from "../../../dist/generated/exampleCatalogs.js";
import { gateways } from "../../../dist/generated/gateways.js";
import { issuerTables } from "../../../dist/generated/issuerTables.js";
import migration from "../../../dist/generated/migration.js";
import { loadValidator } from "../../../dist/loadValidator.js";
import { parsePointer, valueAt } from "../../../dist/validator/pointer.js";
import type { Environment, Gateway, Locale } from "../../../dist/validator/types.js";
import type { Validator } from "../../../dist/validator/validator.js";

type Payload = Record<string, unknown>;
export type Version = "v1" | "v2";
type Setting = readonly [pointer: string, value: unknown];

const { mappings, values: lists } = migration();

/** The lists by which the migration turns ways to pay and card companies of V1 into those of V2. */
export const methods = "pay-method";
export const companies = "card";

type ListName = typeof methods | typeof companies;

/** The kinds that open a payment window, with the keys of the two versions. */
const paying = mappings.find(({ keys }) =>
  Object.values(keys).some((rows) => rows.some(({ values }) => values === methods)),
);
if (!paying) throw new Error("no kind names a way to pay");

/** The key whose values a list turns into those of the other version. */
export function pointerOf(list: ListName, version: Version): string {
  for (const [v1, rows] of Object.entries(paying?.keys ?? {})) {
    const row = rows.find(({ values }) => values === list);
    if (row) return version === "v1" ? v1 : (row.to ?? "");
  }
  return "";
}

/** What V2 sets for each way to pay of V1 that it has. */
export const methodsInV2 = (lists[methods] ?? []).flatMap(({ v1, v2, also = {} }) =>
  typeof v2 === "string"
    ? [{ v1, sets: [[pointerOf(methods, "v2"), v2], ...Object.entries(also)] as Setting[] }]
    : [],
);

/** The version of a gateway. */
export const versionOf = ({ version }: Gateway): Version => (version === "v1" ? "v1" : "v2");

/** The kind with which a gateway opens a payment window. */
export const kindOf = (gateway: Gateway): string =>
  `${gateway.code}.${gateway.version}.${paying[versionOf(gateway)]}`;

/** Gateways that the tables have payment requests of, without those that another replaces. */
export const payingGateways: readonly Gateway[] = gateways.filter(
  (gateway) =>
    gateway.supersededBy === undefined && Object.hasOwn(exampleCatalogs, kindOf(gateway)),
);

/** A way to pay, or a card company: an id, and what it sets in a payload. */
export interface Option {
  readonly id: string;
  readonly sets: readonly Setting[];
}

/** Options that a gateway has, and those that its table refuses, each with the reason. */
export interface Offer {
  readonly offered: readonly Option[];
  readonly refused: readonly { readonly option: Option; readonly why: string }[];
}

const domainAt = (domain: ValueDomain, pointer: string): ValueDomain | undefined =>
  parsePointer(pointer).reduce<ValueDomain | undefined>((at, key) => at?.properties[key], domain);

const catalogOf = (kind: string): ExampleCatalog => {
  const catalog = exampleCatalogs[kind]?.();
  if (!catalog) throw new RangeError(`no example of ${kind}`);
  return catalog;
};

/** The pointers and values of what is in an object. */
export function leaves(value: unknown, pointer = ""): Setting[] {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${pointer}/${key}`))
    : [[pointer, value]];
}

/** Values of a key that a gateway's table names; none where it leaves PortOne's list as it is. */
export function ownValues(gateway: Gateway, pointer: string): readonly unknown[] {
  const values = domainAt(catalogOf(kindOf(gateway)).domain, pointer)?.values ?? [];
  const neutral = `portone.${gateway.version}.${paying?.[versionOf(gateway)]}`;
  const all = domainAt(catalogOf(neutral).domain, pointer)?.values ?? [];
  return values.length === all.length ? [] : values;
}

/** Every way to pay that is worth trying with a gateway. */
function methodsOf(gateway: Gateway): Option[] {
  const version = versionOf(gateway);
  const pointer = pointerOf(methods, version);
  const own = ownValues(gateway, pointer).map(
    (value): Option => ({
      id: String(value),
      sets: [[pointer, value]],
    }),
  );
  if (own.length === 0) {
    const value = valueAt(catalogOf(kindOf(gateway)).sample, pointer);
    return [
      value === undefined ? { id: "", sets: [] } : { id: String(value), sets: [[pointer, value]] },
    ];
  }
  if (version === "v1") return own;
  const ids = new Set(own.map(({ id }) => id));
  const narrower = methodsInV2
    .map(({ sets }) => sets)
    .filter((sets) => sets.length > 1 && ids.has(String(sets[0]?.[1])))
    .map((sets): Option => ({ id: sets.flatMap(([, value]) => value).join("/"), sets }));
  const distinct = new Map([...own, ...narrower].map((option) => [option.id, option]));
  return [...distinct.values()];
}

/** The card companies that a gateway's table names. */
export function issuersOf(gateway: Gateway): Option[] {
  const pointer = pointerOf(companies, versionOf(gateway));
  return (issuerTables[kindOf(gateway)]?.rows ?? []).map((row) => {
    const id = String(versionOf(gateway) === "v1" ? row.code : row.v2);
    return { id, sets: [[pointer, id]] };
  });
}

/** What a card company of a gateway is called. */
export function issuerName(gateway: Gateway, id: string, locale: Locale): string {
  const rows = issuerTables[kindOf(gateway)]?.rows ?? [];
  const row = rows.find(({ code, v2 }) => code === id || v2 === id);
  return String(row?.[locale] ?? id);
}

/** Whether a way to pay is a card, for which a card company can be chosen. */
export const isCard = ({ id }: Option): boolean => id.toLowerCase() === "card";

/** What a request is to be made of. */
export interface Choice {
  readonly gateway: Gateway;
  readonly environment: Environment;
  readonly method: Option;
  readonly issuer?: Option;
}

/** A request, or the reason why there is none. */
export type Made = { readonly payload: Payload } | { readonly why: string };

/** A request without an error that holds what was chosen; else the reason why there is none. */
export function make(
  { gateway, environment, method, issuer }: Choice,
  validator: Validator<Record<Environment, unknown>>,
  locale: Locale,
): Made {
  const catalog = catalogOf(kindOf(gateway));
  const sets = [...method.sets, ...(issuer?.sets ?? [])];
  const asked = withValues({ ...catalog.sample }, sets);
  const options = { environment };
  const payload = repair(asked, catalog, (value) => validator.check(value, options), options);
  const isKept = ([pointer, value]: Setting) =>
    JSON.stringify(payload && valueAt(payload, pointer)) === JSON.stringify(value);
  if (payload && sets.every(isKept)) return { payload };
  const { diagnostics } = validator.check(asked, { environment, locale });
  const paths = sets.map(([pointer]) => pointer);
  const reason = diagnostics.find(({ path }) => paths.includes(path)) ?? diagnostics[0];
  return { why: reason?.message ?? "" };
}

/** Makes the request of a choice, with names of the language where the gateway takes them. */
export async function requestFor(choice: Choice, locale: Locale): Promise<Payload> {
  const validator = await loadValidator(kindOf(choice.gateway));
  const made = make(choice, validator, "en");
  if ("why" in made) throw new RangeError(made.why);
  const named = namedIn(locale, made.payload);
  const { environment } = choice;
  return validator.check(named, { environment }).diagnostics.length === 0 ? named : made.payload;
}

function sorted(options: readonly Option[], tried: (option: Option) => Made): Offer {
  const results = options.map((option) => ({ option, made: tried(option) }));
  return {
    offered: results.filter(({ made }) => "payload" in made).map(({ option }) => option),
    refused: results.flatMap(({ option, made }) =>
      "why" in made ? [{ option, why: made.why }] : [],
    ),
  };
}

/** The ways to pay that a gateway has in an environment. */
export async function methodsOffered(
  gateway: Gateway,
  environment: Environment,
  locale: Locale,
): Promise<Offer> {
  const validator = await loadValidator(kindOf(gateway));
  return sorted(methodsOf(gateway), (method) =>
    make({ gateway, environment, method }, validator, locale),
  );
}

/** The card companies that a request can name beside a way to pay. */
export async function issuersOffered(choice: Choice, locale: Locale): Promise<Offer> {
  if (!isCard(choice.method)) return { offered: [], refused: [] };
  const validator = await loadValidator(kindOf(choice.gateway));
  return sorted(issuersOf(choice.gateway), (issuer) =>
    make({ ...choice, issuer }, validator, locale),
  );
}
