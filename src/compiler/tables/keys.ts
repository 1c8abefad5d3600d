import type { Severity, Text } from "../../validator/types.js";
import type { SourceRef } from "./ruleTypes.js";
import { refsOf } from "./sources.js";
import type { Shape, Spoken } from "./types.js";
import {
  facts,
  type KeyDescription,
  type KeyFact,
  type WrittenKey,
  type WrittenSpellings,
} from "./written.js";

/** What is said of one fact of a key, where it is not what the rule and the key's row say. */
export interface FactSaid {
  readonly severity?: Severity;
  readonly message?: Text;
  readonly source?: readonly SourceRef[];
}

/** A key as the layers so far describe it. */
export interface LayeredKey {
  readonly facts: KeyDescription;
  readonly said: Readonly<Partial<Record<KeyFact, FactSaid>>>;
  /** Severities in the kinds of gateways. */
  readonly atGateways: Readonly<Partial<Record<KeyFact, Severity>>>;
  /** Where the facts are, if not where the kind says. */
  readonly source: readonly SourceRef[] | undefined;
}

/** The keys of a kind by pointer; `/` is the payload itself. */
export type LayeredKeys = ReadonlyMap<string, LayeredKey>;

/** The facts that a row states. */
export const factsIn = (row: KeyDescription): KeyFact[] =>
  facts.filter(
    (fact) => row[fact] !== undefined || (fact === "enum" && row.enumFrom !== undefined),
  );

/** A key with what another row says on top; each fact that the row states takes the place of the one before. */
export function withRow(
  known: LayeredKey | undefined,
  row: WrittenKey,
  usual: readonly SourceRef[] | undefined,
): LayeredKey {
  const { as: _, severity = {}, atGateways = {}, source, ...own } = row;
  const stated = factsIn(own);
  const cited = source ? refsOf(source) : usual;
  const said: Partial<Record<KeyFact, FactSaid>> = { ...known?.said };
  for (const fact of stated) said[fact] = { ...(known && cited && { source: cited }) };
  for (const fact of facts) {
    if (severity[fact]) said[fact] = { ...said[fact], severity: severity[fact] };
  }
  const { enum: listed, enumFrom, ...others } = known?.facts ?? {};
  const isListedAnew = stated.includes("enum");
  return {
    facts: {
      ...others,
      ...(!isListedAnew && listed && { enum: listed }),
      ...(!isListedAnew && enumFrom !== undefined && { enumFrom }),
      ...own,
    },
    said,
    atGateways: { ...known?.atGateways, ...atGateways },
    source: known ? known.source : source ? refsOf(source) : undefined,
  };
}

/** A key as it is where the gateway is known. */
export function atGateway({ facts, said, atGateways, source }: LayeredKey): LayeredKey {
  const louder = Object.entries(atGateways).map(([fact, severity]) => [
    fact,
    { ...said[fact as KeyFact], severity },
  ]);
  return { facts, said: { ...said, ...Object.fromEntries(louder) }, atGateways: {}, source };
}

/** A key without one of its facts. */
export function withoutFact(key: LayeredKey, fact: KeyFact): LayeredKey {
  const { [fact]: _, ...left } = key.facts;
  const { enumFrom: __, ...unlisted } = left;
  const { [fact]: ___, ...said } = key.said;
  return { ...key, facts: fact === "enum" ? unlisted : left, said };
}

export const parentOf = (pointer: string): string =>
  pointer.slice(0, pointer.lastIndexOf("/")) || "/";

/** What pages write for the keys of a kind, by pointer, with the pointer of the key. */
export function alsoWrittenIn(keys: LayeredKeys): ReadonlyMap<string, string> {
  return new Map(
    [...keys].flatMap(([pointer, { facts }]) =>
      Object.keys(facts.alsoWritten ?? {}).map((written): [string, string] => [
        written.startsWith("/")
          ? written
          : `${pointer.slice(0, pointer.lastIndexOf("/"))}/${written}`,
        pointer,
      ]),
    ),
  );
}

const nameOf = (pointer: string): string => pointer.slice(pointer.lastIndexOf("/") + 1);

/** The keys as a tree. Every key but the root has a parent among them. */
export function shapeOf(keys: LayeredKeys, spellings: WrittenSpellings): Shape {
  const children = new Map<string, string[]>();
  for (const pointer of keys.keys()) {
    if (pointer === "/") continue;
    const parent = parentOf(pointer);
    children.set(parent, [...(children.get(parent) ?? []), pointer]);
  }
  const shapeAt = (pointer: string): Shape => {
    const key = keys.get(pointer) as LayeredKey;
    const below = children.get(pointer) ?? [];
    const items = below.find((child) => nameOf(child) === "*");
    const named = below.filter((child) => nameOf(child) !== "*");
    const required = named.filter((child) => keys.get(child)?.facts.required).map(nameOf);
    return {
      ...shapeKeywords(key, spellings),
      ...(key.facts.type === undefined && below.length > 0 && { type: items ? "array" : "object" }),
      ...(required.length > 0 && { required }),
      ...(named.length > 0 && {
        properties: Object.fromEntries(named.map((child) => [nameOf(child), shapeAt(child)])),
      }),
      ...(items !== undefined && { items: shapeAt(items) }),
    };
  };
  return shapeAt("/");
}

/** Facts of a key by the keyword of the shape that says them. */
const keywords: Readonly<Partial<Record<KeyFact, string>>> = {
  format: "x-format",
  unsupported: "x-unsupported",
  variants: "x-variants",
};

export const keywordOf = (fact: KeyFact): string => keywords[fact] ?? fact;

function shapeKeywords({ facts, said, source }: LayeredKey, spellings: WrittenSpellings): Shape {
  const { ko, en, required: _, enumFrom, format, spelling, open, variants, readBy: __ } = facts;
  const { unsupported, secret, fix, type, enum: listed, minimum, exclusiveMinimum } = facts;
  const { maxLength, deprecated, examples } = facts;
  const prefix = spelling === undefined ? undefined : spellings[spelling]?.prefix;
  const spoken = Object.entries(said).filter(([, one]) => Object.keys(one).length > 0);
  return {
    ...(type !== undefined && { type }),
    ...(en !== undefined && { description: en }),
    ...(ko !== undefined && { "x-ko": ko }),
    ...(open && { additionalProperties: true as const }),
    ...(listed && { enum: listed }),
    ...(prefix !== undefined && { "x-prefix": prefix }),
    ...(variants && { "x-variants": variants }),
    ...(enumFrom !== undefined && { "x-enum-from": { issuers: enumFrom } }),
    ...(minimum !== undefined && { minimum }),
    ...(exclusiveMinimum !== undefined && { exclusiveMinimum }),
    ...(maxLength !== undefined && { maxLength }),
    ...("default" in facts && { default: facts.default }),
    ...(deprecated && { deprecated }),
    ...(unsupported && { "x-unsupported": true as const }),
    ...(fix && { "x-fix": fix }),
    ...(secret && { "x-secret": secret }),
    ...(format !== undefined && { "x-format": format }),
    ...(source && { "x-source": source }),
    ...(spoken.length > 0 && {
      "x-says": Object.fromEntries(
        spoken.map(([fact, one]): [string, Spoken] => [keywordOf(fact as KeyFact), one]),
      ),
    }),
    ...(examples && { examples }),
  };
}
