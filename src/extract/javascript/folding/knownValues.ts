import type { Bounds } from "../../../validator/unknown.js";
import { rounded } from "../../bounds.js";
import { own } from "../../own.js";
import type { Bindings } from "../scope/bindings.js";
import type { Named, NameResolver } from "../scope/names.js";
import {
  argumentsOf,
  isFunction,
  isNode,
  memberName,
  type Node,
  unwrapped,
} from "../syntax/ast.js";
import { number, type Returned, text, textOfLength } from "./returned.js";
import type { StaticTypes } from "./staticTypes.js";
import {
  anyMethod,
  anyProperty,
  classes,
  globals,
  imported,
  importedMakers,
  makers,
  methods,
  next,
  objects,
  properties,
  type Receiver,
  reading,
  rounding,
  textMethod,
} from "./wellKnown.js";

/** What the arguments and the object of a call are, as far as they are known. */
export interface Known {
  /** An expression as a text, with holes. */
  textOf(expression: Node): string;
  /** What is known of an expression that is a number. */
  boundsOf(expression: Node): Bounds | undefined;
  isText(expression: Node): boolean;
}

/** Longer chains of methods are not followed. */
const mostSteps = 30;

/** Length of what `nanoid()` returns where no other is asked for. */
const nanoidLength = 21;

/** What the well-known functions and objects of the language, of pages and of a few libraries give. */
export class KnownValues {
  readonly #bindings: Bindings;
  readonly #names: NameResolver;
  readonly #types: StaticTypes;

  constructor(bindings: Bindings, names: NameResolver, types: StaticTypes) {
    this.#bindings = bindings;
    this.#names = names;
    this.#types = types;
  }

  /** What a call returns. */
  returnedBy(call: Node, known: Known): Returned | undefined {
    const callee = unwrapped(call.callee as Node);
    const [argument] = argumentsOf(call);
    const named = this.#names.of(callee);
    const path = globalPath(named);
    if (path !== undefined) {
      const found = returnedByGlobal(path, argument, known);
      if (found) return found;
    }
    // A method of a function's result is not an export of the module.
    const isMade = named.path.some((part) => part.endsWith("()"));
    if (named.module !== undefined && !isMade) return returnedByImported(named, argument);
    if (callee.type !== "MemberExpression") return undefined;
    const method = memberName(callee);
    return method === undefined
      ? undefined
      : this.#returnedByMethod(method, unwrapped(callee.object as Node), argument, call, known);
  }

  #returnedByMethod(
    name: string,
    object: Node,
    argument: Node | undefined,
    call: Node,
    known: Known,
  ): Returned | undefined {
    const receiver = this.receiverOf(object);
    if (name === "toString" && !argument && receiver !== "date") {
      return { ...text, text: known.textOf(object) };
    }
    if (receiver) {
      const method = own(methods[receiver], name);
      const given = (call.arguments as Node[]).length;
      if (method && (method.arity ?? given) === given) return method;
    }
    if (textMethod.has(name) && known.isText(object)) return text;
    return own(anyMethod, name);
  }

  /** What a member of a well-known object holds. */
  heldBy(member: Node): Returned | undefined {
    const name = memberName(member);
    if (name === undefined) return undefined;
    const object = unwrapped(member.object as Node);
    if (object.type === "MemberExpression" && memberName(object) === "dataset") {
      return this.#isOfElement(unwrapped(object.object as Node)) ? text : undefined;
    }
    const receiver = this.receiverOf(object);
    return (receiver && own(properties[receiver], name)) ?? own(anyProperty, name);
  }

  /** Whether an object with a `dataset` is an element: whatever the program does not write out itself. */
  #isOfElement(node: Node): boolean {
    if (this.receiverOf(node) === "element" || node.type === "ThisExpression") return true;
    if (node.type === "MemberExpression") {
      return /^(?:currentTarget|target)$/.test(memberName(node) ?? "");
    }
    if (node.type !== "Identifier") return false;
    const value = this.#bindings.valueOf(node);
    return (
      /(?:el|elem|element|btn|button|input|option|form|node|row|li|card|item|link|target)$/i.test(
        String(node.name),
      ) &&
      (value === undefined || unwrapped(value).type === "CallExpression")
    );
  }

  /** Which well-known object an expression is. */
  receiverOf(expression: Node, steps = 0): Receiver | undefined {
    const node = unwrapped(expression);
    if (steps > mostSteps) return undefined;
    switch (node.type) {
      case "NewExpression":
        return own(classes, globalPath(this.#names.of(node.callee as Node)) ?? "");
      case "CallExpression":
        return this.#receiverBy(node, steps);
      case "MemberExpression":
        return this.#receiverAt(node, steps);
      case "Identifier":
        return this.#receiverNamed(node, steps);
      default:
        return undefined;
    }
  }

  #receiverBy(call: Node, steps: number): Receiver | undefined {
    const callee = unwrapped(call.callee as Node);
    const named = this.#names.of(callee);
    const made = maker(named);
    if (made) return made;
    if (callee.type !== "MemberExpression") return undefined;
    const of = this.receiverOf(callee.object as Node, steps + 1);
    const method = memberName(callee);
    if (!of || method === undefined) return undefined;
    const returned = own(methods[of], method);
    const isValue = returned && (returned.arity ?? 0) >= (call.arguments as Node[]).length;
    return isValue ? undefined : (own(next[of], method) ?? next[of]["*"]);
  }

  #receiverAt(member: Node, steps: number): Receiver | undefined {
    const value = this.#bindings.valueOf(member);
    if (value) return this.receiverOf(value, steps + 1);
    const global = globalPath(this.#names.of(member));
    const object = global === undefined ? undefined : own(objects, global);
    if (object) return object;
    const of = unwrapped(member.object as Node);
    const name = memberName(member);
    if (member.computed === true && this.receiverOf(of, steps + 1) === "jquery") return "element";
    if (name === "searchParams") return "parameters";
    if (name === "currentTarget" || name === "target") {
      return this.#isEventOfElement(of) ? "element" : undefined;
    }
    return this.#receiverTyped(member);
  }

  #receiverNamed(identifier: Node, steps: number): Receiver | undefined {
    if (this.#bindings.isGlobal(identifier)) return own(objects, identifier.name as string);
    const value = this.#bindings.valueOf(identifier);
    const found = value && this.receiverOf(value, steps + 1);
    return found ?? this.#receiverTyped(identifier);
  }

  #receiverTyped(expression: Node): Receiver | undefined {
    const { className } = this.#types.of(expression);
    return className === undefined ? undefined : own(classes, className);
  }

  /** Whether an expression is the event that a handler of an element is given, not that of a component. */
  #isEventOfElement(event: Node): boolean {
    const [definition] = this.#bindings.variableOf(event)?.defs ?? [];
    const handler = definition?.type === "Parameter" ? (definition.node as Node) : undefined;
    if (!handler || !isFunction(handler)) return false;
    const parent = this.#bindings.parentOf(handler);
    if (parent?.type !== "VariableDeclarator" && handler.type !== "FunctionDeclaration") {
      return this.#isGivenToElement(handler);
    }
    const name = (handler.id ?? parent?.id) as Node;
    const uses = this.#bindings.usesOf(name).filter((use) => use !== name);
    return uses.length > 0 && uses.every((use) => this.#isGivenToElement(use));
  }

  /** `<input onChange={…}>`, `input.addEventListener("change", …)` */
  #isGivenToElement(handler: Node): boolean {
    const parent = this.#bindings.parentOf(handler);
    if (parent?.type === "CallExpression") {
      const callee = unwrapped(parent.callee as Node);
      return callee.type === "MemberExpression" && memberName(callee) === "addEventListener";
    }
    const attribute = parent?.type === "JSXExpressionContainer" && this.#bindings.parentOf(parent);
    const element = attribute ? this.#bindings.parentOf(attribute) : undefined;
    const name = element?.type === "JSXOpeningElement" ? (element.name as Node).name : undefined;
    return typeof name === "string" && /^(?:input|select|textarea)$/.test(name);
  }
}

/** The name of a global, with its members: `crypto.randomUUID`. */
const globalPath = ({ module, global, path }: Named): string | undefined =>
  module !== undefined || global === undefined ? undefined : [global, ...path].join(".");

function returnedByGlobal(
  name: string,
  argument: Node | undefined,
  { textOf, boundsOf }: Known,
): Returned | undefined {
  if (name === "String") return { ...text, text: argument ? textOf(argument) : "" };
  const isRounded = rounding.has(name);
  if (isRounded || reading.has(name)) {
    const bounds = argument && boundsOf(argument);
    return {
      ...number,
      ...(bounds && { bounds: isRounded ? rounded(bounds, name === "Math.floor") : bounds }),
    };
  }
  if (/^Math\.\w+$/.test(name)) return number;
  return own(globals, name);
}

function returnedByImported(
  { module = "", path }: Named,
  argument: Node | undefined,
): Returned | undefined {
  const from = module.replace(/^node:/, "");
  const name = path.length === 0 ? "*" : path.length === 1 ? (path[0] as string) : undefined;
  if (name === undefined) return undefined;
  if (from === "nanoid" && name === "nanoid") {
    const length = argument ? argument.value : nanoidLength;
    return typeof length === "number" && length >= 0 && length <= 256 ? textOfLength(length) : text;
  }
  const known = own(imported, from);
  return known && own(known, name);
}

/** What a function makes, by its name. */
function maker(named: Named): Receiver | undefined {
  const { module, path } = named;
  if (module === undefined) return own(makers, globalPath(named) ?? "");
  const [name = "*", ...others] = path;
  const known = own(importedMakers, module);
  return known && others.length === 0 ? own(known, name) : undefined;
}

/** `new Date(...)`, which is an object. */
export const isNewDate = (node: Node): boolean =>
  node.type === "NewExpression" && isNode(node.callee) && node.callee.name === "Date";
