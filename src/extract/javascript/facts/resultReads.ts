import type { Bindings } from "../scope/bindings.js";
import type { OwnFunctions } from "../scope/ownFunctions.js";
import { isFunction, memberName, type Node, propertyName, unwrapped } from "../syntax/ast.js";

/** A part of what a call gives that code reads. */
export interface ResultRead {
  /** Keys that lead to it; `json()` is the body of a response, read as JSON. */
  readonly path: readonly string[];
  /** The member, or the name that a pattern gives it. */
  readonly node: Node;
  /** Where its last key is written. */
  readonly key: Node;
}

/** What code does with what a call gives. */
interface ResultUse {
  readonly reads: readonly ResultRead[];
  /** True where something else may get it whole. */
  readonly escapes: boolean;
}

/** Values are not followed through more names and members. */
const mostSteps = 200;

/** Finds what code reads of what a call gives, also by `await` and `then`, and where a function returns it. */
export class ResultReads {
  readonly #bindings: Bindings;
  readonly #functions: OwnFunctions;

  constructor(bindings: Bindings, functions: OwnFunctions) {
    this.#bindings = bindings;
    this.#functions = functions;
  }

  of(call: Node): ResultUse {
    const following = new Following(this.#bindings, this.#functions);
    following.follow(call, []);
    return following;
  }

  /** What code reads of what a function is given. */
  ofParameter(pattern: Node): ResultUse {
    const following = new Following(this.#bindings, this.#functions);
    following.take(pattern, []);
    return following;
  }
}

class Following implements ResultUse {
  readonly reads: ResultRead[] = [];
  escapes = false;
  readonly #bindings: Bindings;
  readonly #functions: OwnFunctions;
  readonly #paths = new Map<Node, readonly string[]>();

  constructor(bindings: Bindings, functions: OwnFunctions) {
    this.#bindings = bindings;
    this.#functions = functions;
  }

  follow(node: Node, path: readonly string[]): void {
    if (this.#paths.has(node) || this.#paths.size > mostSteps) return;
    this.#paths.set(node, path);
    const parent = this.#bindings.parentOf(node);
    if (!parent) return;
    if (parent.type === "AwaitExpression" || unwrapped(parent) !== parent)
      this.follow(parent, path);
    else if (parent.type === "MemberExpression" && parent.object === node)
      this.#member(parent, path);
    else if (parent.type === "VariableDeclarator" && parent.init === node) {
      this.take(parent.id as Node, path);
    } else if (parent.type === "AssignmentExpression" && parent.right === node) {
      const target = parent.left as Node;
      if (target.type === "Identifier" && this.#isWrittenBy(target, parent))
        this.#uses(target, path);
      else this.escapes = true;
    } else if (isReturn(parent, node)) this.#returned(parent, path);
    else if (parent.type !== "ExpressionStatement" && path.length === 0) this.escapes = true;
  }

  /** What a function of the program returns is what its calls give. */
  #returned(parent: Node, path: readonly string[]): void {
    let fn: Node | undefined = parent;
    while (fn && !isFunction(fn)) fn = this.#bindings.parentOf(fn);
    this.escapes = true;
    const isSure = fn && fn.generator !== true;
    if (isSure) for (const call of this.#functions.callsOf(fn as Node)) this.follow(call, path);
  }

  /** Whether a name is declared without a value and written only here. */
  #isWrittenBy(name: Node, assignment: Node): boolean {
    const writes = (this.#bindings.variableOf(name)?.references ?? []).filter((one) =>
      one.isWrite(),
    );
    return writes.length === 1 && writes[0]?.writeExpr === assignment.right;
  }

  #member(member: Node, path: readonly string[]): void {
    const name = memberName(member);
    const call = this.#callOf(member);
    if (name === undefined) {
      this.escapes = true;
      return;
    }
    if (call && name === "then") this.#then(call, path);
    else if (call && /^(?:catch|finally)$/.test(name)) this.follow(call, path);
    else if (call && name === "json") this.follow(call, [...path, "json()"]);
    else if (!call) {
      this.reads.push({ path: [...path, name], node: member, key: member.property as Node });
      this.follow(member, [...path, name]);
    }
  }

  #callOf(member: Node): Node | undefined {
    let above = this.#bindings.parentOf(member);
    if (above?.type === "ChainExpression") above = this.#bindings.parentOf(above);
    return above?.type === "CallExpression" && unwrapped(above.callee as Node) === member
      ? above
      : undefined;
  }

  #then(call: Node, path: readonly string[]): void {
    const [callback] = call.arguments as Node[];
    const fn = callback && unwrapped(callback);
    const [parameter] = fn && isFunction(fn) ? (fn.params as Node[]) : [];
    if (!fn || !parameter) return;
    this.take(parameter, path);
    const returned = returnedBy(fn);
    const given = returned && this.#paths.get(returned);
    if (given) this.follow(call, given);
  }

  take(pattern: Node, path: readonly string[]): void {
    if (pattern.type === "AssignmentPattern") this.take(pattern.left as Node, path);
    else if (pattern.type === "Identifier") this.#uses(pattern, path);
    else if (pattern.type === "ObjectPattern") {
      for (const property of pattern.properties as Node[]) {
        const name = property.type === "Property" ? propertyName(property) : undefined;
        if (name === undefined) continue;
        const value = property.value as Node;
        const target = value.type === "AssignmentPattern" ? (value.left as Node) : value;
        this.reads.push({ path: [...path, name], node: target, key: property.key as Node });
        this.take(target, [...path, name]);
      }
    }
  }

  #uses(name: Node, path: readonly string[]): void {
    const writes = (this.#bindings.variableOf(name)?.references ?? []).filter((one) =>
      one.isWrite(),
    );
    if (writes.length > 1) return;
    for (const use of this.#bindings.usesOf(name)) if (use !== name) this.follow(use, path);
  }
}

/** The expression that a function returns, where that is one. */
function returnedBy(fn: Node): Node | undefined {
  const body = fn.body as Node;
  if (body.type !== "BlockStatement") return unwrapped(body);
  const [statement, ...others] = body.body as Node[];
  const only = statement?.type === "ReturnStatement" && others.length === 0;
  const argument = only ? (statement.argument as Node | null) : undefined;
  return argument ? unwrapped(argument) : undefined;
}

const isReturn = (parent: Node, node: Node): boolean =>
  parent.type === "ReturnStatement" ||
  (parent.type === "ArrowFunctionExpression" && parent.body === node);
