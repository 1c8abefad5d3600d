import type { CallbackRead } from "../../calls.js";
import { type Bindings, nameDeclaredBy } from "../scope/bindings.js";
import { Guards } from "../scope/guards.js";
import type { OwnFunctions } from "../scope/ownFunctions.js";
import { memberName, type Node, propertyName, unwrapped } from "../syntax/ast.js";

/** Finds the fields of the result that a callback reads. */
export class CallbackReads {
  readonly #bindings: Bindings;
  readonly #functions: OwnFunctions;

  constructor(bindings: Bindings, functions: OwnFunctions) {
    this.#bindings = bindings;
    this.#functions = functions;
  }

  /** Fields of its first parameter that a function reads; `arriving` are those that are sure to say how a payment went. */
  of(callback: Node, arriving: ReadonlySet<string>): CallbackRead[] {
    const { written, bound } = boundTo(unwrapped(callback));
    const parameter = (this.#functions.named(written)?.params as Node[] | undefined)?.[bound];
    if (!parameter) return [];
    const fields = this.#fieldsOf(parameter);
    const arrivingReads = fields.filter(({ name }) => arriving.has(name)).map(({ value }) => value);
    const guards = new Guards(this.#bindings, arrivingReads);
    return fields
      .map(({ name, key, value }): CallbackRead => {
        const isGuarded = guards.isGuarded(value);
        return { name, span: key.range, ...(isGuarded && { isGuarded }) };
      })
      .sort((left, right) => left.span[0] - right.span[0]);
  }

  /** The fields that are read of what a pattern is bound to: each with its key, and the member or the name that holds it. */
  #fieldsOf(pattern: Node): Field[] {
    if (pattern.type === "AssignmentPattern") return this.#fieldsOf(pattern.left as Node);
    if (pattern.type === "ObjectPattern") return fieldsOfPattern(pattern);
    if (pattern.type !== "Identifier") return [];
    return this.#bindings.usesOf(pattern).flatMap((use) => this.#fieldsReadBy(use));
  }

  #fieldsReadBy(use: Node): Field[] {
    const parent = this.#bindings.parentOf(use);
    if (parent?.type === "MemberExpression" && parent.object === use) {
      const name = memberName(parent);
      const above = this.#bindings.parentOf(parent);
      const isWritten = above?.type === "AssignmentExpression" && above.left === parent;
      return name === undefined || isWritten
        ? []
        : [{ name, key: parent.property as Node, value: parent }];
    }
    const isTakenApart =
      parent?.type === "VariableDeclarator" && parent.init === use && !nameDeclaredBy(parent);
    return isTakenApart ? this.#fieldsOf(parent.id as Node) : [];
  }
}

interface Field {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

const fieldsOfPattern = (pattern: Node): Field[] =>
  (pattern.properties as Node[]).flatMap((property) => {
    const name = propertyName(property);
    if (property.type !== "Property" || name === undefined) return [];
    const { value } = property as unknown as { value: Node };
    const target = value.type === "AssignmentPattern" ? (value.left as Node) : value;
    return [{ name, key: property.key as Node, value: target }];
  });

/** `callback.bind(this, order)` as the callback, and how many of its parameters are given by that. */
function boundTo(node: Node): { written: Node; bound: number } {
  const callee = node.type === "CallExpression" ? unwrapped(node.callee as Node) : undefined;
  if (callee?.type !== "MemberExpression" || memberName(callee) !== "bind") {
    return { written: node, bound: 0 };
  }
  const given = (node.arguments as Node[]).length - 1;
  return { written: unwrapped(callee.object as Node), bound: Math.max(given, 0) };
}
