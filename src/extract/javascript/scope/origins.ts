import type { Span } from "../../../text/positions.js";
import {
  argumentsOf,
  isFunction,
  isNode,
  memberName,
  type Node,
  nodesOutsideFunctions,
  propertyName,
  unwrapped,
} from "../syntax/ast.js";
import type { Bindings } from "./bindings.js";
import type { ScopeVariable } from "./variables.js";

/** An expression that one value is looked for in costs no more than this many steps. */
const mostSteps = 1000;

/**
 * Finds the literals that a value may come from, whichever way the program takes: both branches of a condition, defaults, every
 * assignment to a name or a member, what functions of the file return and are given.
 */
export class OriginFinder {
  readonly #bindings: Bindings;
  /** What is assigned to members anywhere, by the member's name. */
  readonly #assigned = new Map<string, Node[]>();

  constructor(bindings: Bindings, nodes: Iterable<Node>) {
    this.#bindings = bindings;
    for (const node of nodes) {
      if (node.type !== "AssignmentExpression") continue;
      const target = unwrapped(node.left as Node);
      const name = target.type === "MemberExpression" ? memberName(target) : undefined;
      if (name === undefined) continue;
      const values = this.#assigned.get(name);
      if (values) values.push(node.right as Node);
      else this.#assigned.set(name, [node.right as Node]);
    }
  }

  /** The literals that an expression, or a key of it, may come from. */
  of(expression: Node, key?: string): readonly Span[] {
    const walk = new Walk(this.#bindings, this.#assigned);
    walk.follow(expression, key === undefined ? [] : [key]);
    return walk.spans;
  }
}

class Walk {
  readonly spans: Span[] = [];
  readonly #bindings: Bindings;
  readonly #assigned: ReadonlyMap<string, readonly Node[]>;
  /** The keys under which a node was looked at, so that a circle ends. */
  readonly #seen = new Map<Node | ScopeVariable, Set<string>>();
  #steps = 0;

  constructor(bindings: Bindings, assigned: ReadonlyMap<string, readonly Node[]>) {
    this.#bindings = bindings;
    this.#assigned = assigned;
  }

  /** Follows an expression, or what is in it below keys. */
  follow(expression: unknown, keys: readonly string[]): void {
    if (!isNode(expression)) return;
    const node = unwrapped(expression);
    if (this.#isSeen(node, keys)) return;
    switch (node.type) {
      case "Literal":
      case "StringLiteral":
      case "NumericLiteral":
        if (!node.regex && typeof node.value !== "boolean" && node.value !== null) {
          this.spans.push(node.range);
        }
        return;
      case "TemplateLiteral":
        for (const { range } of node.quasis as Node[]) {
          if (range[1] > range[0]) this.spans.push(range);
        }
        this.#all(node.expressions, []);
        return;
      case "Identifier":
        this.#name(node, keys);
        return;
      case "MemberExpression":
        this.#member(node, keys);
        return;
      case "ObjectExpression":
        this.#object(node, keys);
        return;
      case "ArrayExpression":
        this.#array(node, keys);
        return;
      case "SpreadElement":
      case "AwaitExpression":
      case "UnaryExpression":
      case "YieldExpression":
        this.follow(node.argument, keys);
        return;
      case "ConditionalExpression":
        this.#all([node.consequent, node.alternate], keys);
        return;
      case "LogicalExpression":
      case "BinaryExpression":
        this.#all([node.left, node.right], keys);
        return;
      case "AssignmentExpression":
        this.follow(node.right, keys);
        return;
      case "SequenceExpression":
        this.follow((node.expressions as Node[]).at(-1), keys);
        return;
      case "CallExpression":
      case "NewExpression":
        this.#call(node, keys);
        return;
    }
  }

  #all(expressions: unknown, keys: readonly string[]): void {
    for (const expression of expressions as unknown[]) this.follow(expression, keys);
  }

  #isSeen(node: Node | ScopeVariable, keys: readonly string[]): boolean {
    if (++this.#steps > mostSteps || keys.length > 20) return true;
    const path = keys.join("\n");
    const paths = this.#seen.get(node) ?? new Set();
    this.#seen.set(node, paths);
    const isSeen = paths.has(path);
    paths.add(path);
    return isSeen;
  }

  #name(identifier: Node, keys: readonly string[]): void {
    const variable = this.#bindings.variableOf(identifier);
    if (!variable || this.#isSeen(variable, keys)) return;
    for (const { writeExpr } of variable.references) {
      if (!isNode(writeExpr)) continue;
      const taken = this.#bindings.destructuredKey(identifier);
      this.follow(writeExpr, taken?.from === writeExpr ? [taken.key, ...keys] : keys);
    }
    for (const { node, name } of variable.defs) {
      if (isNode(node) && isFunction(node)) this.#parameter(node, name as Node, keys);
    }
    this.#assignedTo(keys);
  }

  /** What calls of a function that has a name give for one of its parameters. */
  #parameter(fn: Node, name: Node, keys: readonly string[]): void {
    const index = (fn.params as Node[]).findIndex(
      (param) => param === name || (param.type === "AssignmentPattern" && param.left === name),
    );
    const parent = this.#bindings.parentOf(fn);
    const declared = fn.type === "FunctionDeclaration" ? fn.id : parent?.id;
    if (index < 0 || !isNode(declared)) return;
    for (const use of this.#bindings.usesOf(declared)) {
      const call = this.#bindings.parentOf(use);
      if (call?.type === "CallExpression" && call.callee === use) {
        this.follow(argumentsOf(call)[index], keys);
      }
    }
  }

  /** Another name may stand for the same object, so an assignment to a member of any object counts. */
  #assignedTo([key, ...rest]: readonly string[]): void {
    if (key === undefined) return;
    for (const value of this.#assigned.get(key) ?? []) this.follow(value, rest);
  }

  #member(node: Node, keys: readonly string[]): void {
    const name = memberName(node);
    if (name === undefined) {
      this.follow(node.object, []);
      return;
    }
    const path = [name, ...keys];
    this.#assignedTo(path);
    if ((node.object as Node).type === "ThisExpression") {
      this.follow(this.#fieldOf(node, name), keys);
    } else this.follow(node.object, path);
  }

  #fieldOf(node: Node, name: string): unknown {
    const body = this.#bindings.nearestAround(node, ({ type }) => type === "ClassBody");
    const members = (body?.body ?? []) as Node[];
    return members.find((member) => propertyName(member) === name)?.value;
  }

  #object(node: Node, keys: readonly string[]): void {
    const [key, ...rest] = keys;
    for (const property of node.properties as Node[]) {
      if (property.type !== "Property") this.follow(property.argument, keys);
      else {
        const name = propertyName(property);
        if (key === undefined || name === undefined || name === key) {
          this.follow(property.value, rest);
        }
      }
    }
  }

  #array(node: Node, keys: readonly string[]): void {
    const [, ...rest] = keys;
    this.#all(node.elements, rest);
  }

  #call(node: Node, keys: readonly string[]): void {
    const callee = unwrapped(node.callee as Node);
    const isSame = node.type === "CallExpression" && this.#bindings.returnsItsArgument(node);
    this.#all(argumentsOf(node), isSame ? keys : []);
    // A method may return a part of its object: `birth.slice(2)`.
    if (callee.type === "MemberExpression") this.follow(callee.object, []);
    const declared =
      callee.type === "Identifier"
        ? (this.#bindings.valueOf(callee) ?? this.#bindings.declarationOf(callee))
        : callee;
    if (declared && isFunction(declared)) this.#returned(declared, keys);
  }

  #returned(fn: Node, keys: readonly string[]): void {
    const body = fn.body as Node;
    if (body.type !== "BlockStatement") {
      this.follow(body, keys);
      return;
    }
    for (const node of nodesOutsideFunctions(body)) {
      if (node.type === "ReturnStatement") this.follow(node.argument, keys);
    }
  }
}
