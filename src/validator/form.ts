import { isOpen, markOpen, Unknown } from "./unknown.js";
import type { Validator } from "./validator.js";

/** A query string or a form: text as it stands in an address or a body, or what the platform makes of it. */
export type Form = string | Iterable<readonly [name: string, value: unknown]>;

/** What a kind's shape says of a place and what is below it. */
export interface PlaceSchema {
  readonly type?: string | readonly string[];
  /** How many of the last characters of a secret an output may show. */
  readonly "x-secret"?: true;
  readonly properties?: Readonly<Record<string, PlaceSchema>>;
  readonly items?: PlaceSchema;
}

/** The shape in a kind's compiled schema. */
export const shapeIn = (schema: object): PlaceSchema =>
  (schema as { $defs: { shape: PlaceSchema } }).$defs.shape;

type Tree = Map<string, unknown>;

const deepest = 12;

/**
 * Reads a query string, `URLSearchParams`, `FormData` or a form-encoded body as a payload of the validator's kind: texts become
 * numbers, booleans and lists where the kind has them, `schedules[0][amount]` goes where it belongs. A text that is no
 * number stays one, so that `check` says so. Never throws on a string.
 *
 * `callback.check(readForm(callback, location.search))`
 */
export function readForm(
  validator: Pick<Validator<Record<"any" | "pc" | "mobile", unknown>>, "schema">,
  form: Form,
): Record<string, unknown> {
  const shape = shapeIn(validator.schema);
  const root: Tree = new Map();
  for (const [name, value] of typeof form === "string" ? pairsOf(form) : form) {
    put(root, keysOf(name), value);
  }
  return formValue(root, shape) as Record<string, unknown>;
}

/** Of a whole address only the query. */
function pairsOf(text: string): Iterable<readonly [string, string]> {
  const query = /^[^=&?]*\?([\s\S]*)$/.exec(text)?.[1] ?? text;
  return new URLSearchParams(query.split("#", 1)[0]);
}

/** `schedules[0][amount]` as its keys. A name of any other form is one key. */
function keysOf(name: string): string[] {
  const [, first = name, rest = ""] = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name) ?? [];
  const below = rest === "" ? [] : rest.slice(1, -1).split("][");
  return below.length < deepest ? [first, ...below] : [name];
}

function put(tree: Tree, [key, ...rest]: string[], value: unknown): void {
  const name = key === "" ? String(tree.size) : (key as string);
  const known = tree.get(name);
  if (rest.length > 0) {
    const below: Tree = known instanceof Map ? known : new Map();
    tree.set(name, below);
    put(below, rest, value);
  } else if (known === undefined) tree.set(name, value);
  else tree.set(name, [...(Array.isArray(known) ? known : [known]), value]);
}

/** A payload whose values are texts because it is sent as a form, as a kind's shape has them. */
export function formValue(value: unknown, at: PlaceSchema | undefined): unknown {
  const types = [at?.type ?? []].flat();
  if (value instanceof Map) {
    if (types.includes("array"))
      return [...value.values()].map((item) => formValue(item, at?.items));
    return Object.fromEntries(
      [...value].map(([key, below]) => [key, formValue(below, at?.properties?.[key])]),
    );
  }
  if (value instanceof Unknown) {
    // A text of a form may turn out to be a number.
    return value.types?.includes("string") && !types.includes("string")
      ? new Unknown(value.source)
      : value;
  }
  if (Array.isArray(value)) {
    // Of a name given twice the last one counts, as in an object, unless the kind takes a list there.
    return types.includes("array")
      ? value.map((item) => formValue(item, at?.items))
      : formValue(value.at(-1), at);
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    const read = Object.fromEntries(
      entries.map(([key, below]) => [key, formValue(below, at?.properties?.[key])]),
    );
    return isOpen(value) ? markOpen(read) : read;
  }
  // Whatever a form holds arrives as a text.
  if (typeof value === "number" && types.length === 1 && types[0] === "string")
    return String(value);
  if (typeof value !== "string" || types.includes("string")) return value;
  if (types.includes("array")) return [formValue(value, at?.items)];
  const isNumeric = types.includes("number") || types.includes("integer");
  if (isNumeric && /^-?[0-9]{1,15}(?:\.[0-9]+)?$/.test(value)) return Number(value);
  if (types.includes("boolean") && /^(?:true|false)$/.test(value)) return value === "true";
  return value;
}
