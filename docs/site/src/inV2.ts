import { guessEnding } from "../../../dist/extract/guessFormat.js";
import migrationTables from "../../../dist/generated/migration.js";
import { gatewayNamedIn, migrating } from "../../../dist/migrate/gateway.js";
import { migratePayload } from "../../../dist/migrate/index.js";
import { migrateSource } from "../../../dist/migrate/source/index.js";
import type { RewritingNote } from "../../../dist/migrate/source/rewriting.js";
import type { Locale } from "../../../dist/validator/types.js";
import { type Assumed, findingsIn } from "./judge.js";

/** A text of V2. */
export interface Part {
  readonly text: string;
  /** Kind of a payload that stands by itself. */
  readonly kind?: string;
  /** Parts of the call's address. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** What is told of a value or a place. */
export interface Told {
  /** Pointers of the value in V1 and V2; empty where it is of no value. */
  readonly where: string;
  readonly why: string;
  /** Offset in the text of V1, where that is known. */
  readonly at?: number;
}

export const lists = ["decide", "done", "untouched"] as const;

/** What a text of V1 is in V2. */
export interface InV2 extends Readonly<Record<(typeof lists)[number], readonly Told[]>> {
  readonly parts: readonly Part[];
}

/** The gateway of V2 that a gateway of V1 becomes; empty where there is none or nobody knows it. */
export const gatewayInV2 = (gateway: string): string =>
  migrating(gateway || undefined, migrationTables()).v2 ?? "";

/** What a text is in V2; undefined where nothing of V1 is in it. */
export async function inV2(
  text: string,
  { kind, gateway }: Assumed,
  locale: Locale,
): Promise<InV2 | undefined> {
  if (text.trim() === "") return undefined;
  const ending = guessEnding(text);
  const value = ending === ".json" ? parsed(text) : undefined;
  if (value !== undefined) return payloadInV2(value, { kind, gateway }, locale);
  const { parseInBrowser } = await import(
    "../../../dist/extract/javascript/syntax/parseInBrowser.js"
  );
  const linted = await findingsIn(text, { kind, gateway }, { locale });
  const migrated = migrateSource(text, {
    ...{ filename: `text${ending}`, ending, kind, locale, linted, parser: parseInBrowser },
    ...(gateway && { gateway }),
  });
  if (!migrated) return undefined;
  const { decide, done, untouched, kind: made } = migrated;
  const part = { text: migrated.text, ...(made !== undefined && { kind: made }) };
  return {
    parts: migrated.text === text ? [] : [part],
    ...{ decide: decide.map(told), done: done.map(told), untouched: untouched.map(told) },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A note that begins with pointers is about the value there. */
function told({ at, message }: RewritingNote): Told {
  const [, where = "", why = message] = /^(\/\S+(?: → \/\S+)?): ([\s\S]*)$/.exec(message) ?? [];
  return { at, where, why };
}

function payloadInV2(value: unknown, { kind, gateway }: Assumed, locale: Locale): InV2 {
  const { payloads, decide } = migratePayload(kind, value, {
    ...{ locale, gateway: gatewayNamedIn(value, migrationTables()) ?? (gateway || "portone") },
  });
  return {
    parts: payloads.map(({ payload, ...rest }) => ({
      text: JSON.stringify(payload, null, 2),
      ...rest,
    })),
    decide: decide.map(({ from, path, why }) => ({
      where: [from, path].filter(Boolean).join(" → "),
      why,
    })),
    ...{ done: [], untouched: [] },
  };
}
