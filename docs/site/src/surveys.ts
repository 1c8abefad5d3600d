import { issuerTables } from "../../../dist/generated/issuerTables.js";
import { loadValidator } from "../../../dist/loadValidator.js";
import type { Gateway, Locale, Text } from "../../../dist/validator/types.js";
import {
  companies,
  isCard,
  issuersOf,
  kindOf,
  leaves,
  type Made,
  make,
  methodsInV2,
  methodsOffered,
  type Offer,
  type Option,
  ownValues,
  payingGateways,
  methods as payMethods,
  pointerOf,
  type Version,
  versionOf,
} from "./recipes.js";

/** What a gateway says of direct calls to a card company. */
export interface IssuerAnswer {
  /** The card company as the gateway's version names it. */
  readonly id: string;
  /** The cells of the gateway's table. */
  readonly facts: readonly { readonly title: Text; readonly word: Text }[];
  /** Values that a request needs beyond those of a request without a card company. */
  readonly added?: readonly string[];
  /** Why there is no direct call. */
  readonly why?: string;
}

/** What a gateway says of direct calls, by the V1 code of the card company. */
export interface IssuerColumn {
  readonly gateway: Gateway;
  /** The way to pay of the requests. */
  readonly method: string;
  /** Names of the card companies. */
  readonly names: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, IssuerAnswer>>;
}

type IssuerTable = (typeof issuerTables)[string];

/** The cells of a row that say something. */
function factsOf(table: IssuerTable, row: IssuerTable["rows"][number]): IssuerAnswer["facts"] {
  return Object.entries(table.columns).flatMap(([name, column]) => {
    const cell = row[name];
    if (column.identifies || cell === undefined || cell === "-") return [];
    const number = typeof cell === "number" ? cell.toLocaleString() : String(cell);
    return [{ title: column, word: table.words[cell] ?? { ko: number, en: number } }];
  });
}

/** What every gateway of a version that has a table says of direct calls to card companies. */
export async function issuerColumns(version: string, locale: Locale): Promise<IssuerColumn[]> {
  const own = payingGateways.filter(
    (gateway) => gateway.version === version && Object.hasOwn(issuerTables, kindOf(gateway)),
  );
  const columns = await Promise.all(own.map((gateway) => issuerColumn(gateway, locale)));
  return columns.filter((column) => column !== undefined);
}

async function issuerColumn(gateway: Gateway, locale: Locale): Promise<IssuerColumn | undefined> {
  const table = issuerTables[kindOf(gateway)];
  const environment = "any";
  const { offered } = await methodsOffered(gateway, environment, locale);
  const method = offered.find(isCard);
  if (!table || !method) return undefined;
  const validator = await loadValidator(kindOf(gateway));
  const choice = { gateway, environment, method } as const;
  const pointersOf = (made: Made) =>
    "payload" in made ? leaves(made.payload).map(([pointer]) => pointer) : [];
  const without = new Set(pointersOf(make(choice, validator, locale)));
  const own = pointerOf(companies, versionOf(gateway));
  const options = new Map(issuersOf(gateway).map((option) => [option.id, option]));
  const answers = table.rows.flatMap((row): [string, IssuerAnswer][] => {
    const issuer = options.get(String(versionOf(gateway) === "v1" ? row.code : row.v2));
    if (!issuer) return [];
    const made = make({ ...choice, issuer }, validator, locale);
    const added = pointersOf(made).filter((one) => one !== own && !without.has(one));
    const rest = "why" in made ? { why: made.why } : { added };
    return [[String(row.v2), { id: issuer.id, facts: factsOf(table, row), ...rest }]];
  });
  return {
    gateway,
    method: method.id,
    names: Object.fromEntries(table.rows.map((row) => [String(row.v2), String(row[locale])])),
    answers: Object.fromEntries(answers),
  };
}

/** The ways to pay of a gateway. */
export interface GatewayMethods {
  readonly gateway: Gateway;
  /** False where the gateway's table does not narrow PortOne's list. */
  readonly isListed: boolean;
  /** Ids of ways to pay, by what V2 counts them as; `other` for what V2 has no word for. */
  readonly methods: ReadonlyMap<string, readonly string[]>;
  readonly refused: Offer["refused"];
}

/** What V2 counts a way to pay as. */
function groupOf(version: Version, { id, sets }: Option): string {
  if (version === "v2" || sets.length === 0) return id.split("/", 1)[0] as string;
  const [group] = methodsInV2.find(({ v1 }) => v1 === id)?.sets ?? [];
  return group ? String(group[1]) : "other";
}

/** The ways to pay of every gateway of a version. */
export async function methodsOfGateways(
  version: string,
  locale: Locale,
): Promise<GatewayMethods[]> {
  const own = payingGateways.filter((gateway) => gateway.version === version);
  return Promise.all(
    own.map(async (gateway) => {
      const { offered, refused } = await methodsOffered(gateway, "any", locale);
      const ids = offered.map(
        (option) => [groupOf(versionOf(gateway), option), option.id] as const,
      );
      const methods = new Map<string, string[]>();
      for (const [group, id] of ids) methods.set(group, [...(methods.get(group) ?? []), id]);
      const pointer = pointerOf(payMethods, versionOf(gateway));
      return { gateway, isListed: ownValues(gateway, pointer).length > 0, methods, refused };
    }),
  );
}
