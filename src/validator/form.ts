import { isOpen, markOpen, Unknown } from "./unknown.js";
import type { Validator } from "./validator.js";

/** A query string or a form: its text, a whole address, `URLSearchParams`, `FormData`, or the object that a framework made of it. */
export type Form =
  | string
  | Iterable<readonly [name: string, value: unknown]>
  | Readonly<Record<string, unknown>>;

/** What a kind's shape says of a value and what is below it. */
export interface ShapeNode {
  readonly type?: string | readonly string[];
  /** No output shows the value. */
  readonly "x-secret"?: true;
  /** Keys of objects that must be there. */
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, ShapeNode>>;
  readonly items?: ShapeNode;
}

/** The shape in a kind's compiled schema. */
export const shapeIn = (schema: object): ShapeNode =>
  (schema as { $defs: { shape: ShapeNode } }).$defs.shape;

/** Keys below a name, in the order in which they were given first. */
class Tree {
  readonly below = new Map<string, unknown>();
  /** The number that `name[]` stands for. */
  next = 0;
}

/** The values of a name that was given several times. */
class Repeated {
  readonly values: unknown[] = [];
}

/** The platform's class, as far as it is used here. Every browser, Node, Deno and worker has it. */
declare const URLSearchParams: new (
  text: string | undefined,
) => Iterable<readonly [string, string]>;

const deepest = 12;

/**
 * Reads a query string or a form as a payload. Texts become numbers, booleans and lists where the kind has these, and
 * `schedules[0][amount]` becomes a key of the first item of a list. A text that should be a number and is none stays a text,
 * so that `check` reports it. The time it takes grows in proportion to the length of the form.
 * @param validator The validator of the kind.
 * @param form The query string or the form.
 * @returns The payload. A value that is no form gives an empty payload. Never throws on text or plain data.
 * @example
 * ```ts
 * import { prepare, readForm } from "paylint/ksnet/v1";
 *
 * const payload = readForm(prepare, "merchant_uid=A-1&amount=9900");
 * console.log(payload, prepare.is(payload));
 * ```
 *
 * ```text
 * { merchant_uid: 'A-1', amount: 9900 } true
 * ```
 */
export function readForm(
  validator: Pick<Validator<Record<"any" | "pc" | "mobile", unknown>>, "schema">,
  form: Form,
): Record<string, unknown> {
  const shape = shapeIn(validator.schema);
  const root = new Tree();
  for (const pair of pairsOf(form)) {
    if (Array.isArray(pair)) put(root, keysOf(String(pair[0])), pair[1]);
  }
  return formValue(root, shape) as Record<string, unknown>;
}

function pairsOf(form: Form): Iterable<unknown> {
  if (typeof form === "string") return pairsIn(form);
  if (typeof form !== "object" || form === null) return [];
  return Symbol.iterator in form ? (form as Iterable<unknown>) : Object.entries(form);
}

/** Of a whole address only the query. */
function pairsIn(text: string): Iterable<readonly [string, string]> {
  const query = /^[^=&?]*\?([\s\S]*)$/.exec(text)?.[1] ?? text;
  return new URLSearchParams(query.split("#", 1)[0]);
}

/** `schedules[0][amount]` as its keys. A name of any other form, or of more keys than a payload has levels, is one key. */
function keysOf(name: string): string[] {
  const open = name.indexOf("[");
  if (open < 1 || !name.endsWith("]")) return [name];
  // One more than is allowed tells that there are too many.
  const below = name.slice(open + 1, -1).split("][", deepest);
  const isPlain = [name.slice(0, open), ...below].every((key) => !/[[\]]/.test(key));
  return isPlain && below.length < deepest ? [name.slice(0, open), ...below] : [name];
}

function put(root: Tree, keys: readonly string[], value: unknown): void {
  let tree = root;
  for (const [level, key] of keys.entries()) {
    const name = key === "" ? String(tree.next) : key;
    if (/^\d{1,15}$/.test(name)) tree.next = Math.max(tree.next, Number(name) + 1);
    const known = tree.below.get(name);
    if (level < keys.length - 1) {
      const below = known instanceof Tree ? known : new Tree();
      tree.below.set(name, below);
      tree = below;
    } else if (known instanceof Repeated) known.values.push(value);
    else if (known === undefined) tree.below.set(name, value);
    else {
      const repeated = new Repeated();
      repeated.values.push(known, value);
      tree.below.set(name, repeated);
    }
  }
}

/** A payload whose values are texts because it is sent as a form, as a kind's shape has them. */
export function formValue(value: unknown, at: ShapeNode | undefined): unknown {
  const types = [at?.type ?? []].flat();
  if (value instanceof Tree) {
    const { below } = value;
    if (types.includes("array"))
      return [...below.values()].map((item) => formValue(item, at?.items));
    return Object.fromEntries(
      [...below].map(([key, item]) => [key, formValue(item, at?.properties?.[key])]),
    );
  }
  if (value instanceof Repeated) return formValue(value.values, at);
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
