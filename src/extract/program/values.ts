import type { Span } from "../../text/positions.js";
import { type Bounds, hole, type JsonType, Unknown } from "../../validator/unknown.js";
import type { Written } from "../body.js";
import type { Answer } from "./answers.js";
import type { DataClass, FunctionModel } from "./model.js";
import type { ObjectCell } from "./objects.js";
import type { Frozen } from "./payload.js";
import type { Scope } from "./scopes.js";
import type { Location } from "./store.js";

/** What is known of a value of a program. */
export interface Value {
  readonly span: Span;
  /** A text, number, boolean or null, or `Unknown`; `Unknown` too for what `object` holds. */
  readonly known: unknown;
  readonly object?: ObjectCell;
  /** The objects that it may be, if there are several. */
  readonly among?: readonly ObjectCell[];
  /** Where the value is written out, when it is not at `span`. */
  readonly origin?: Span;
  /** The literals that the value may come from. */
  readonly origins?: Origins;
  /** The letters of a text, with their places. */
  readonly letters?: Letters;
  /** Name of the class that the value is declared to be of. */
  readonly type?: string;
  /** What a text was made of that is an object written as JSON. */
  readonly serialized?: Frozen;
  readonly fn?: Closure;
  /** The members of a class, where the value is the class or an object of it. */
  readonly members?: Scope;
  /** The fields of the class, if it is a data class. */
  readonly data?: DataClass;
  /** What it is of the answer to a request. */
  readonly answer?: Answer;
  /** True if several values are possible, so that no fix may edit it. */
  readonly isShared?: boolean;
}

/** A value that is known to be one object. */
export type ObjectValue = Value & { readonly object: ObjectCell };

export const isObject = (value: Value | undefined): value is ObjectValue =>
  value?.object !== undefined;

/** A function with the names that it can use. */
export interface Closure {
  readonly fn: FunctionModel;
  readonly scope: Scope;
  /** All functions of the name, where there are several. */
  readonly overloads?: readonly Closure[];
}

/** The stretches that a value may come from: a graph, so that joining costs nothing. */
export type Origins = { readonly span: Span } | { readonly of: (Origins | undefined)[] };

/** The stretches of a graph of origins. */
export function spansOf(origins: Origins | undefined): readonly Span[] {
  const spans: Span[] = [];
  const seen = new Set<Origins>();
  const waiting = [origins];
  for (let one = waiting.pop(); one || waiting.length > 0; one = waiting.pop()) {
    if (!one || seen.has(one)) continue;
    seen.add(one);
    if ("span" in one) spans.push(one.span);
    else waiting.push(...one.of);
  }
  return spans.sort((left, right) => left[0] - right[0]);
}

export function joinedOrigins(...all: (Origins | undefined)[]): Origins | undefined {
  const [first, ...others] = all.filter((one) => one !== undefined);
  return others.length === 0 ? first : { of: [first, ...others] };
}

/** Where a value comes from that is made of others. */
export function comingFrom(
  ...all: readonly ({ readonly origins?: Origins | undefined } | undefined)[]
): Pick<Value, "origins"> {
  const origins = joinedOrigins(...all.map((one) => one?.origins));
  return origins ? { origins } : {};
}

/** Letters of a text that is written out, a text of such parts, or nothing that is written. */
export type Letters =
  | { readonly written: () => Written }
  | { readonly parts: readonly (Letters | undefined)[] };

/** The letters of a text that is put together, with a hole for what is not written out. */
export function writtenOf(letters: Letters): Written {
  const text: string[] = [];
  const offsets: number[] = [];
  const waiting: (Letters | undefined)[] = [letters];
  while (waiting.length > 0) {
    const part = waiting.pop();
    if (part && "parts" in part) {
      waiting.push(...[...part.parts].reverse());
    } else if (part) {
      const written = part.written();
      text.push(written.text);
      for (const offset of written.offsets) offsets.push(offset);
    } else {
      text.push(hole);
      offsets.push(offsets.at(-1) ?? 0);
    }
  }
  return { text: text.join(""), offsets };
}

/** The letters of a part of a text; those of a number are written too. */
export function lettersOf({ known, letters, span, origin }: Value): Letters | undefined {
  if (letters) return letters;
  if (typeof known !== "number" && typeof known !== "boolean") return undefined;
  const [start, end] = origin ?? span;
  const text = String(known);
  const isWritten = end - start === text.length;
  const offsetOf = (index: number) => start + (isWritten ? index : 0);
  return { written: () => ({ text, offsets: [...text].map((_, index) => offsetOf(index)) }) };
}

/** An unknown value, with its span and maybe its type. */
export const unknownValue = (
  span: Span,
  source: string,
  more: {
    types?: readonly JsonType[] | undefined;
    text?: string | undefined;
    bounds?: Bounds | undefined;
    among?: readonly ObjectCell[] | undefined;
    type?: string | undefined;
  } & Partial<Pick<Value, "origins">> = {},
): Value => {
  const { types, text, bounds, among = [], type, ...rest } = more;
  const known = new Unknown(source, types, text, bounds);
  return {
    ...{ span, known },
    ...(among.length > 0 && { among }),
    ...(type !== undefined && { type }),
    ...rest,
  };
};

/** A value where it is used, when it is written somewhere else. */
export function usedAt(value: Value, span: Span): Value {
  if (value.object) return value;
  const { origin = value.span } = value;
  return { ...value, span, origin };
}

export function typesOf(known: unknown): readonly JsonType[] | undefined {
  if (known instanceof Unknown) return known.types;
  if (known === null) return ["null"];
  const type = typeof known;
  return type === "string" || type === "number" || type === "boolean" ? [type] : undefined;
}

/** A value that is one of several. */
export function joinedValues(values: readonly (Value | undefined)[]): Value | undefined {
  const present = values.filter((value) => value !== undefined);
  const [first, ...others] = present;
  if (!first || (others.length === 0 && present.length === values.length)) return first;
  if (present.length === values.length && others.every((value) => value === first)) return first;
  const common = { span: first.span, ...comingFrom(...present) };
  const isSure = present.length === values.length;
  if (isSure && others.every((one) => one.object === first.object)) {
    if (first.object) return first;
    if (!(first.known instanceof Unknown) && others.every(({ known }) => known === first.known)) {
      return { ...first, ...common, isShared: true };
    }
  }
  const types = isSure
    ? present.map((one) => (one.object ? one.object.types : typesOf(one.known)))
    : [];
  const known = types.length > 0 && types.every((one) => one !== undefined);
  const source = first.known instanceof Unknown ? first.known.source : "…";
  const all = known ? [...new Set(types.flat() as JsonType[])] : undefined;
  const type = present.every((one) => one.type === first.type) ? first.type : undefined;
  const among = new Set(present.flatMap((one) => one.object ?? one.among ?? []));
  return {
    ...common,
    known: new Unknown(source, all),
    ...(among.size > 0 && { among: [...among] }),
    ...(type !== undefined && { type }),
    isShared: true,
  };
}

/** A name of a program, or a field of a class. */
export class Variable implements Location<Value | undefined> {
  /** All that is ever assigned to it, so that what is hidden of it does not depend on when it is used. */
  readonly origins: { readonly of: (Origins | undefined)[] } = { of: [] };

  constructor(readonly name: string) {}

  join(states: readonly (Value | undefined)[]): Value | undefined {
    const joined = joinedValues(states);
    return joined && { ...joined, origins: this.origins };
  }
}
