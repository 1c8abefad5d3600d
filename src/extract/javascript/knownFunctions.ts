import { anyCharacter, type JsonType } from "../../validator/unknown.js";
import { argumentsOf, memberName, type Node, unwrapped } from "./ast.js";
import type { Bindings } from "./bindings.js";

/** What is known of a value that a function returns. */
export interface Returned {
  readonly types: readonly JsonType[];
  /** The value written out, as far as it is known: of a number its digits. */
  readonly text?: string;
}

const some = (length: number) => anyCharacter.repeat(length);

const text = (length?: number): Returned =>
  length === undefined ? { types: ["string"] } : { types: ["string"], text: some(length) };
const number: Returned = { types: ["number"] };
/** Milliseconds since 1970 have 13 digits from 2001 to 2286. */
const milliseconds: Returned = { types: ["number"], text: some(13) };
const uuid = text(36);
const isoDate = text(24);

/** Functions of the language and its environments, by how they are called. */
const globals: Readonly<Record<string, Returned>> = {
  Number: number,
  parseInt: number,
  parseFloat: number,
  Boolean: { types: ["boolean"] },
  encodeURIComponent: text(),
  "JSON.stringify": text(),
  "Date.now": milliseconds,
  "crypto.randomUUID": uuid,
};

/** Functions of modules. `*` is a module as a whole, `default` what it exports by default. */
const imported: Readonly<Record<string, Readonly<Record<string, Returned>>>> = {
  crypto: { randomUUID: uuid },
  uuid: { v1: uuid, v3: uuid, v4: uuid, v5: uuid, v6: uuid, v7: uuid },
  "uuid/v4": { default: uuid, "*": uuid },
};

/** Methods that return a text whatever they are called on. */
const textMethods = new Set(["toString", "toFixed", "toLocaleString", "toPrecision"]);

/** Length of what `nanoid()` returns where no other is asked for. */
const nanoidLength = 21;

/** What a call of a well-known function returns; `textOf` is what an expression is as a text, with holes. */
export function returnedBy(
  call: Node,
  bindings: Bindings,
  textOf: (expression: Node) => string,
): Returned | undefined {
  const callee = unwrapped(call.callee as Node);
  const [argument] = argumentsOf(call);
  if (callee.type === "Identifier") {
    const { name } = callee as unknown as { name: string };
    if (!bindings.isGlobal(callee)) {
      const from = bindings.importOf(callee);
      return from && returnedByImported(from.module, from.name, argument);
    }
    if (name === "String") {
      return { types: ["string"], text: argument ? textOf(argument) : "" };
    }
    return Object.hasOwn(globals, name) ? globals[name] : undefined;
  }
  if (callee.type !== "MemberExpression") return undefined;
  const method = memberName(callee);
  if (method === undefined) return undefined;
  const object = unwrapped(callee.object as Node);
  if (object.type === "Identifier") {
    const from = bindings.isGlobal(object) ? undefined : bindings.importOf(object);
    if (from) return returnedByImported(from.module, method, argument);
  }
  const name = globalName(object, bindings);
  if (name !== undefined) {
    const path = `${name}.${method}`;
    if (Object.hasOwn(globals, path)) return globals[path];
    if (name === "Math") return number;
  }
  return returnedByMethod(method, object, argument, textOf);
}

function returnedByMethod(
  method: string,
  object: Node,
  argument: Node | undefined,
  textOf: (expression: Node) => string,
): Returned | undefined {
  if (method === "toISOString") return isoDate;
  if (method === "toString" && !argument) {
    return isDate(object) ? text() : { types: ["string"], text: textOf(object) };
  }
  if (textMethods.has(method)) return text();
  if (isDate(object) && /^(?:getTime|valueOf)$/.test(method)) return milliseconds;
  return undefined;
}

function returnedByImported(
  module: string,
  name: string,
  argument: Node | undefined,
): Returned | undefined {
  const from = module.replace(/^node:/, "");
  if (from === "nanoid" && name === "nanoid") {
    const length = argument ? argument.value : nanoidLength;
    return typeof length === "number" && length >= 0 && length <= 256 ? text(length) : text();
  }
  const known = Object.hasOwn(imported, from) ? imported[from] : undefined;
  return known && Object.hasOwn(known, name) ? known[name] : undefined;
}

/** A global by its name, also as a member of the global object: `window.crypto`. */
function globalName(object: Node, bindings: Bindings): string | undefined {
  if (object.type === "Identifier") {
    return bindings.isGlobal(object) ? (object.name as string) : undefined;
  }
  if (object.type !== "MemberExpression") return undefined;
  const of = unwrapped(object.object as Node);
  const isGlobalObject = /^(?:globalThis|window|self)$/.test(String(of.name));
  return isGlobalObject && bindings.isGlobal(of) ? memberName(object) : undefined;
}

/** `new Date(...)`, which is an object. */
export const isDate = (node: Node): boolean =>
  node.type === "NewExpression" && (node.callee as Node).name === "Date";

/** What a date becomes where it is written as JSON. */
export const serializedDate: Returned = isoDate;
