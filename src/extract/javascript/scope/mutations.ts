import { isWrapper, memberName, type Node, propertyName, unwrapped } from "../syntax/ast.js";
import { isBehind } from "./assignments.js";
import { type Bindings, nameDeclaredBy } from "./bindings.js";
import { isThisMember } from "./fields.js";
import type { ScopeVariable } from "./variables.js";

/** How a program may change an object that a name stands for. */
export interface Mutation {
  /** The keys that lead to what may change; empty for all of it. */
  readonly keys: readonly string[];
  /**
   * `assigned`: another value may be there. `escaped`: what is an object may be changed by others. `aliased`: the objects in it may,
   * but not which they are.
   */
  readonly how: "assigned" | "escaped" | "aliased";
  /** The assignment `object.key = value`. */
  readonly assignment?: Node;
}

const literals = new Set(["ObjectExpression", "ArrayExpression", "Property"]);

/** A use of a name with the members that are taken of it: `order.card.code`. */
interface MemberChain {
  /** The names of the members, up to the first that is not written out. */
  readonly keys: readonly string[];
  readonly isDynamic: boolean;
  /** The outermost member. */
  readonly node: Node;
  readonly parent: Node | undefined;
}

export function memberChain(use: Node, bindings: Bindings): MemberChain {
  const keys: string[] = [];
  let isDynamic = false;
  let node = use;
  let parent = bindings.parentOf(node);
  while (
    parent &&
    (isWrapper(parent) || (parent.type === "MemberExpression" && parent.object === node))
  ) {
    if (parent.type === "MemberExpression") {
      const name = memberName(parent);
      if (name === undefined) isDynamic = true;
      else if (!isDynamic) keys.push(name);
    }
    node = parent;
    parent = bindings.parentOf(node);
  }
  return { keys, isDynamic, node, parent };
}

/**
 * Finds how a program may change the objects that its names stand for: an escape analysis. `isPure` tells of a call that it
 * changes nothing it is given.
 */
export class Mutations {
  readonly #bindings: Bindings;
  readonly #isPure: (call: Node) => boolean;
  readonly #known = new Map<ScopeVariable, readonly Mutation[]>();
  readonly #unchanged = new Map<ScopeVariable, boolean>();
  /** Copies that are being looked at, so that a circle ends. */
  readonly #copied = new Set<ScopeVariable>();

  constructor(bindings: Bindings, isPure: (call: Node) => boolean) {
    this.#bindings = bindings;
    this.#isPure = isPure;
  }

  /** What the program may do to the object that a name stands for. */
  of(identifier: Node): readonly Mutation[] {
    const variable = this.#bindings.variableOf(identifier);
    const known = variable && this.#known.get(variable);
    if (known) return known;
    const found = this.#find(identifier);
    if (variable) this.#known.set(variable, found);
    return found;
  }

  /** Not kept: what is found while a circle is being broken may be too much. */
  #find(identifier: Node): Mutation[] {
    return this.#bindings
      .usesOf(identifier)
      .filter((use) => !this.#bindings.isDeclaration(use))
      .flatMap((use) => this.#mutationsBy(use));
  }

  /** Whether a function returns an object that it has made itself; what its caller does to that is told by the caller's names. */
  #isReturnedOwn(use: Node): boolean {
    const made = this.#bindings.valueOf(use);
    const declaration = this.#bindings.declarationOf(use);
    if (!made || !declaration || !literals.has(unwrapped(made).type)) return false;
    return this.#bindings.functionAround(use) === this.#bindings.functionAround(declaration);
  }

  /**
   * Whether an assignment is sure to have happened when a name is used: it is a statement above the use, in a block that holds both.
   */
  happensBefore({ assignment, keys }: Mutation, use: Node): boolean {
    const bindings = this.#bindings;
    if (assignment?.operator !== "=" || keys.length === 0) return false;
    const { isDynamic, keys: own } = memberChain(rootOf(assignment.left as Node), bindings);
    if (isDynamic || own.length !== keys.length) return false;
    const statement = bindings.parentOf(assignment);
    return statement?.type === "ExpressionStatement" && isBehind(use, statement, bindings);
  }

  /** Whether the program leaves the object of a name unchanged. Computed once for each name. */
  #isUnchanged(identifier: Node): boolean {
    const variable = this.#bindings.variableOf(identifier);
    if (!variable) return false;
    let known = this.#unchanged.get(variable);
    if (known === undefined) {
      // While it is being worked out it is not so, so that a circle ends.
      this.#unchanged.set(variable, false);
      known = this.#find(identifier).length === 0;
      this.#unchanged.set(variable, known);
    }
    return known;
  }

  /**
   * Whether nothing changes a value through the place it is used at: it, or a literal that it is part of, is an argument of a pure
   * call, or bound to a name whose object nothing changes.
   */
  #isPureUse(part: Node): boolean {
    let node = part;
    let parent = this.#bindings.parentOf(node);
    while (parent && (isWrapper(parent) || literals.has(parent.type))) {
      node = parent;
      parent = this.#bindings.parentOf(node);
    }
    if (parent?.type === "CallExpression") {
      if (parent.callee === node || !this.#isPure(parent)) return false;
      return this.#bindings.returnsItsArgument(parent) ? this.#isPureUse(parent) : true;
    }
    if (parent?.type === "JSXExpressionContainer") return this.#isPureElement(parent);
    if (parent?.type === "ExpressionStatement") return true;
    const name = nameDeclaredBy(parent);
    return name !== undefined && this.#isUnchanged(name);
  }

  /** Whether what a property of an element gets is handed to a component that changes nothing of it. */
  #isPureElement(container: Node): boolean {
    const attribute = this.#bindings.parentOf(container);
    const element = attribute && this.#bindings.parentOf(attribute);
    return element !== undefined && this.#isPure(element);
  }

  /** Whether nothing changes the objects in a copy, which the copied one still holds too. */
  #isPureCopy(spread: Node): boolean {
    if (this.#isPureUse(spread)) return true;
    let node = this.#bindings.parentOf(spread) as Node;
    let parent = this.#bindings.parentOf(node);
    while (parent && isWrapper(parent)) {
      node = parent;
      parent = this.#bindings.parentOf(node);
    }
    const name = nameDeclaredBy(parent);
    const variable = this.#bindings.variableOf(name);
    if (!name || !variable || this.#copied.has(variable)) return false;
    this.#copied.add(variable);
    const mutations = this.#find(name);
    this.#copied.delete(variable);
    return mutations.every(({ keys, how }) => how === "assigned" && keys.length < 2);
  }

  #mutationsBy(use: Node): readonly Mutation[] {
    const { keys, node, parent } = memberChain(use, this.#bindings);
    const taken =
      parent?.type === "VariableDeclarator" && parent.id !== node ? keysTaken(parent) : undefined;
    if (taken) return taken.map((key) => ({ keys: [...keys, key], how: "escaped" }));
    const mutation = this.#mutationBy(use);
    return mutation ? [mutation] : [];
  }

  #mutationBy(use: Node): Mutation | undefined {
    const { keys, isDynamic, node, parent } = memberChain(use, this.#bindings);
    if (!parent) return undefined;
    const escaped: Mutation = { keys, how: "escaped" };
    switch (parent.type) {
      case "AssignmentExpression":
        return parent.left === node ? { keys, how: "assigned", assignment: parent } : escaped;
      case "AssignmentPattern":
        return parent.left === node ? { keys, how: "assigned" } : escaped;
      case "UpdateExpression":
      case "ArrayPattern":
      case "RestElement":
        return { keys, how: "assigned" };
      case "ForInStatement":
      case "ForOfStatement":
        return parent.left === node ? { keys, how: "assigned" } : escaped;
      case "UnaryExpression":
        return parent.operator === "delete" ? { keys, how: "assigned" } : undefined;
      case "CallExpression":
      case "NewExpression":
        // A method may change more of its own object than is written.
        if (parent.callee === node) {
          return { keys: isDynamic ? keys : keys.slice(0, -1), how: "escaped" };
        }
        return this.#isPureUse(node) ? undefined : escaped;
      case "ReturnStatement":
      case "ArrowFunctionExpression":
        return node === use && this.#isReturnedOwn(use) ? undefined : escaped;
      case "VariableDeclarator":
        return parent.id === node || this.#isPureUse(node) ? undefined : escaped;
      case "SpreadElement":
        return this.#isPureCopy(parent) ? undefined : { keys, how: "aliased" };
      case "BinaryExpression":
      case "TemplateLiteral":
      case "ExpressionStatement":
      case "ExportDefaultDeclaration":
      case "ExportSpecifier":
      case "IfStatement":
      case "JSXSpreadAttribute":
        return undefined;
      case "JSXExpressionContainer":
        return this.#isPureElement(parent) ? undefined : escaped;
      case "Property":
        if (this.#bindings.parentOf(parent)?.type === "ObjectPattern") {
          // `({ key: order.amount } = other)`
          if (parent.value === node) return { keys, how: "assigned" };
          // `const { order: name } = this`
          return this.#isUnchanged(parent.value as Node) ? undefined : escaped;
        }
        return this.#isPureUse(parent) ? undefined : escaped;
      case "ArrayExpression":
        return this.#isPureUse(parent) ? undefined : escaped;
      default:
        return parent.type.startsWith("TS") ? undefined : escaped;
    }
  }
}

/** The keys in `const { name, amount: total } = object`; undefined where it may take others too. */
export function keysTaken({ id }: Node): string[] | undefined {
  const pattern = id as Node;
  if (pattern.type !== "ObjectPattern") return undefined;
  const names = (pattern.properties as Node[]).map(propertyName);
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** The name at the beginning of `order.card.code`, which is a field in `this.order.card`. */
function rootOf(target: Node): Node {
  let node = target;
  while ((node.type === "MemberExpression" && !isThisMember(node)) || isWrapper(node)) {
    node = (node.type === "MemberExpression" ? node.object : node.expression) as Node;
  }
  return node;
}
