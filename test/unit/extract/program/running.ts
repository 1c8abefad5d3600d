import type { RequestSite } from "../../../../dist/extract/program/calls.js";
import type { ArgumentValue, LibraryCall, Run } from "../../../../dist/extract/program/library.js";
import type { CallExpression } from "../../../../dist/extract/program/model.js";
import { type ObjectCell, Objects } from "../../../../dist/extract/program/objects.js";
import { Store } from "../../../../dist/extract/program/store.js";
import { isObject, unknownValue, type Value } from "../../../../dist/extract/program/values.js";
import { Unknown } from "../../../../dist/validator/unknown.js";

/** A value that is written at a place. */
export const value = (known: unknown, at = 0): Value => ({ span: [at, at + 1], known });

/** A value of which nothing is known. */
export const anything = (at = 0): Value => value(new Unknown("x"), at);

/** An argument by its place, by its name, or spread. */
export const argument = (
  given: Value,
  more: { name?: string; spread?: "positional" | "named" } = {},
): ArgumentValue => ({
  value: given,
  span: given.span,
  ...(more.spread && { spread: more.spread }),
  ...(more.name !== undefined && { name: { text: more.name, span: [90, 99] } }),
});

/** A program that runs without code: its objects, what it sends, and what of it is secret. */
export function running() {
  const objects = new Objects(new Store());
  const sent: RequestSite[] = [];
  const hidden: Value[] = [];
  const run: Run = {
    objects,
    sourceOf: () => "source",
    make: (type, span) => objects.make(type, span, "source"),
    unknown: (span, more) => unknownValue(span, "source", more),
    apply: () => anything(),
    record: (site) => sent.push(site),
    hide: (one) => hidden.push(one),
  };
  /** A map with what is under its keys. */
  const map = (entries: Readonly<Record<string, Value>> = {}, type = "map") => {
    const made = run.make(type, [0, 1]);
    for (const [key, one] of Object.entries(entries)) objects.put(made.object, key, one);
    return made;
  };
  return { run, objects, sent, hidden, map, shown: (one: Value) => shown(one, objects) };
}

/** What is known of a value: `?` behind a key that may be absent, `…` of an object that may hold more. */
export function shown(one: Value, objects: Objects): unknown {
  if (isObject(one)) return shownObject(one.object, objects);
  return one.known instanceof Unknown ? `any ${one.known.types ?? "value"}` : one.known;
}

function shownObject(object: ObjectCell, objects: Objects): Record<string, unknown> {
  const entries = objects
    .entries(object)
    .map(([key, entry]) => [`${key}${entry.isSure ? "" : "?"}`, shown(entry.value, objects)]);
  return { ...Object.fromEntries(entries), ...(objects.header(object).isOpen && { "…": true }) };
}

const nothing = { is: "unknown", parts: [], span: [0, 0] } as const;
const called: CallExpression = {
  is: "call",
  callee: nothing,
  arguments: [],
  list: [50, 60],
  span: [40, 60],
};

/** A call of something that the program itself does not define. */
export const libraryCall = (
  name: string,
  args: readonly ArgumentValue[],
  more: Partial<LibraryCall> = {},
): LibraryCall => ({
  expression: called,
  span: called.span,
  name,
  path: name,
  receiver: undefined,
  receiverSource: "",
  isNew: false,
  arguments: args,
  ...more,
});
