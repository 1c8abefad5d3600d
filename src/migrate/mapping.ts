import type { Formula } from "../constraint/formula.js";
import type { StoreContext, Text } from "../validator/types.js";
import type { ConversionName } from "./conversions.js";

/** `schemas/migration/` as the migration reads it: how requests of PortOne V1 become requests of V2. */

/** What becomes of the value at a key of V1. */
export interface Route {
  /** Of the V1 payload, or of the item that one V2 payload is made of. */
  readonly when?: Formula;
  /** Companies and codes that the route is for; absent: all others. */
  readonly gateways?: readonly string[];
  /** Where the value goes in V2; stars stand for the numbers of the V1 pointer, in order. */
  readonly to?: string;
  readonly as?: ConversionName;
  /** The list of values that it changes by. */
  readonly values?: string;
  /** The part of V2's address that the value becomes. */
  readonly parameter?: string;
  /** Without `to`: where a person's decision belongs. */
  readonly at?: string;
  /** What a person must decide, or why the value is left out. */
  readonly why?: Text;
  /** The value is true where V2 has nothing at this pointer, and code that asks for one asks for the other. */
  readonly trueWithout?: string;
}

/** What V2 asks for and V1 has not, or has by another default. */
export interface Supply {
  readonly at: string;
  /** Of the V1 payload, or of each item of `each`. */
  readonly when?: Formula;
  readonly each?: string;
  readonly gateways?: readonly string[];
  readonly except?: readonly string[];
  /** Counts in this environment and in `any`. */
  readonly environment?: "pc" | "mobile";
  readonly store?: StoreContext;
  /** What V1 takes where the key is absent. */
  readonly value?: unknown;
  /** What a person must supply. */
  readonly why?: Text;
}

/** A function or a REST call that carries payloads, in both versions. */
export interface MappedCall {
  readonly v1: string;
  readonly v2: string;
  /** What a person must know of the call itself. */
  readonly why?: Text;
  /** The first argument with which a call becomes that of V2. */
  readonly first?: string;
}

/** How a kind of V1 becomes one of V2. */
export interface Mapping {
  /** Names of the kinds within their version. */
  readonly v1: string;
  readonly v2: string;
  /** True for what PortOne sends: code reads it, and nothing of it is sent again. */
  readonly arrives?: true;
  /** The mapping is meant where this holds; without it, where no other mapping of the kind is. */
  readonly when?: Formula;
  /** A list of V1; each item becomes a separate payload. */
  readonly each?: string;
  /** Functions and REST calls that carry the payloads. */
  readonly calls: readonly MappedCall[];
  /** Where the currency of the amounts is named; absent where there are no amounts. */
  readonly currency?: { readonly from?: string; readonly to?: string; readonly is?: string };
  /** By V1 pointer, with `*` for the items of a list: the first route that fits is taken. */
  readonly keys: Readonly<Record<string, readonly Route[]>>;
  /** What is said of keys that have no row. */
  readonly others?: Text;
  readonly supply: readonly Supply[];
  /** What V2 takes at the places that values move to and below them, by pointer with stars. */
  readonly takes: Readonly<Record<string, Taken>>;
}

/** The types and values that a place of V2 takes. */
export interface Taken {
  readonly types?: readonly string[];
  readonly values?: readonly unknown[];
}

/** A list of values that mean the same. */
export type ValuePairs = readonly {
  readonly v1: unknown;
  readonly v2: unknown;
  /** What V2 says at other places as well, by pointer. */
  readonly also?: Readonly<Record<string, unknown>>;
}[];

/** All mappings, and what they share. */
export interface Mappings {
  readonly mappings: readonly Mapping[];
  readonly values: Readonly<Record<string, ValuePairs>>;
  readonly words: Readonly<Record<MappingWord, Text>>;
  /** Digits of a currency's smallest unit, by currency. */
  readonly digits: Readonly<Record<string, number>>;
  /** What V1 takes where the request names no currency. */
  readonly absentCurrency: readonly {
    readonly gateways?: readonly string[];
    readonly value: string;
  }[];
  /** Codes of V1 that no module of V2 takes over, whatever else their company has there. */
  readonly withoutV2: readonly string[];
  /** Keys in which payloads of V1 name their gateway, and that hold keys of a gateway's own. */
  readonly names: { readonly gateway: readonly string[]; readonly bypass: readonly string[] };
  readonly code: CodeMapping;
}

/** How code of V1 becomes code of V2, beside its payloads. */
export interface CodeMapping {
  /** What matches the addresses of V1's script, and the address of V2's. */
  readonly scripts: { readonly v1: string; readonly v2: string };
  /** The function of V1's SDK that V2 has no use for, behind the name of the SDK's object. */
  readonly gone: string;
  /** The REST call that gets a token, which V2 does without. */
  readonly token: string;
  /** The word before V2's secret in the `Authorization` header, and the variable of the environment that holds the secret. */
  readonly authorization: { readonly scheme: string; readonly secret: string };
  /** What is said of code; braces hold the names of functions and calls. */
  readonly words: Readonly<Record<CodeWord, Text>>;
}

/** The words that the migration of code needs. */
export const codeWords = [
  "moved",
  "init",
  "spread",
  "alias",
  "component",
  "client",
  "form",
  "several",
  "no-id",
  "no-counterpart",
  "rest",
  "token",
  "address",
  "answer",
  "secret",
  "no-header",
  "buttons",
  "other-buttons",
  "syntax",
  "async",
  "rejection",
  "loaded",
  "unparsable",
  "file-name",
  "language",
] as const;

export type CodeWord = (typeof codeWords)[number];

/** The words that the migration itself needs; rows may use more. */
export const mappingWords = [
  "not-an-object",
  "no-counterpart",
  "arrives",
  "arrives-as",
  "same-place",
  "no-gateway",
  "unknown-key",
  "unknown-value",
  "other-form",
  "unreadable",
  "null-value",
  "fraction",
  "currency-unknown",
  "currency-missing",
] as const;

export type MappingWord = (typeof mappingWords)[number];
