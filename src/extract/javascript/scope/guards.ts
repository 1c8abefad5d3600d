import { isWrapper, type Node, nodesOutsideFunctions, unwrapped } from "../syntax/ast.js";
import { type Bindings, nameDeclaredBy } from "./bindings.js";
import type { ScopeVariable } from "./variables.js";

/** What an expression is while the field that it reads is missing. */
interface WhileMissing {
  /** Whether it counts as true. */
  readonly truth: boolean;
  /** True of the field itself, which is `undefined`. */
  readonly isUndefined: boolean;
  /** `||` or `&&` once the field has no say in a chain of these any more. */
  readonly leftTo?: string;
}

const missing: WhileMissing = { truth: false, isUndefined: true };

/** Names that stand for a part of a condition are followed this far. */
const mostNames = 5;

/**
 * Finds reads of fields that need not arrive, since the condition that they are part of then asks for a field that does:
 * `success || !error_msg`.
 */
export class Guards {
  readonly #bindings: Bindings;
  /** Members that read a field that arrives, and names that hold one. */
  readonly #members: ReadonlySet<Node>;
  readonly #names: ReadonlySet<ScopeVariable>;

  constructor(bindings: Bindings, arriving: readonly Node[]) {
    this.#bindings = bindings;
    this.#members = new Set(arriving);
    this.#names = new Set(arriving.flatMap((node) => bindings.variableOf(node) ?? []));
  }

  /** Whether a field that arrives decides where the field is missing that a member reads, or a name holds. */
  isGuarded(field: Node): boolean {
    return field.type === "Identifier"
      ? this.#everyUse(field, missing, 0)
      : this.#decides(field, missing, 0);
  }

  #everyUse(name: Node, state: WhileMissing, names: number): boolean {
    const uses = this.#bindings.usesOf(name).filter((use) => use !== name);
    return uses.length > 0 && uses.every((use) => this.#decides(use, state, names));
  }

  #decides(read: Node, first: WhileMissing, names: number): boolean {
    let node = read;
    let state = first;
    for (;;) {
      const parent = this.#bindings.parentOf(node);
      if (!parent) return false;
      const name = nameDeclaredBy(parent);
      if (name) {
        const isOnlyValue = this.#bindings.valueOf(name) === node;
        return isOnlyValue && names < mostNames && this.#everyUse(name, state, names + 1);
      }
      if (parent.type === "LogicalExpression") {
        const other = (parent.left === node ? parent.right : parent.left) as Node;
        const next = throughLogical(parent, node, state);
        if (!next) return false;
        if (next.leftTo !== undefined && this.#arrives(other)) return true;
        state = next;
      } else if (parent.type === "ConditionalExpression") {
        return parent.test === node && this.#isDecidedByBranch(parent, state);
      } else {
        const next = isWrapper(parent) ? state : throughOperator(parent, node, state);
        if (!next) return false;
        state = next;
      }
      node = parent;
    }
  }

  /** `success ? true : !error_msg` is `success || !error_msg`. */
  #isDecidedByBranch({ consequent, alternate }: Node, { truth, leftTo }: WhileMissing): boolean {
    const [taken, other] = (truth ? [consequent, alternate] : [alternate, consequent]) as [
      Node,
      Node,
    ];
    return leftTo === undefined && unwrapped(other).value === !truth && this.#arrives(taken);
  }

  /** Whether an expression asks for a field that arrives, itself or through a name. */
  #arrives(expression: Node, names = 0): boolean {
    for (const node of nodesOutsideFunctions(expression)) {
      if (this.#members.has(node)) return true;
      if (node.type !== "Identifier") continue;
      const variable = this.#bindings.variableOf(node);
      if (variable && this.#names.has(variable)) return true;
      const value = names < mostNames ? this.#bindings.valueOf(node) : undefined;
      if (value && this.#arrives(value, names + 1)) return true;
    }
    return false;
  }
}

/** Through `||`, `&&` and `??`; undefined where nothing is sure. */
function throughLogical(parent: Node, node: Node, state: WhileMissing): WhileMissing | undefined {
  const operator = parent.operator as string;
  if (state.leftTo !== undefined) return operator === state.leftTo ? state : undefined;
  if (operator === "??") {
    if (parent.left !== node) return undefined;
    return state.isUndefined ? { ...state, leftTo: operator } : state;
  }
  const isLeftToOther = state.truth === (operator === "&&");
  return isLeftToOther ? { ...state, leftTo: operator } : { ...state, isUndefined: false };
}

/** Through `!`, `Boolean(...)` and comparisons with a constant. */
function throughOperator(parent: Node, node: Node, state: WhileMissing): WhileMissing | undefined {
  if (state.leftTo !== undefined) return undefined;
  if (parent.type === "UnaryExpression" && parent.operator === "!") {
    return { truth: !state.truth, isUndefined: false };
  }
  if (parent.type === "CallExpression" && (parent.callee as Node).name === "Boolean") {
    return { truth: state.truth, isUndefined: false };
  }
  if (parent.type !== "BinaryExpression" || !state.isUndefined) return undefined;
  const [, negation, strictness] = /^(=|!)=(=?)$/.exec(String(parent.operator)) ?? [];
  const other = constantOf(unwrapped((parent.left === node ? parent.right : parent.left) as Node));
  if (negation === undefined || other === undefined) return undefined;
  const isEqual = strictness === "=" ? other === "undefined" : other !== "other";
  return { truth: isEqual === (negation === "="), isUndefined: false };
}

/** Whether an expression is `undefined`, `null` or another constant; undefined where it is none. */
function constantOf(node: Node): "undefined" | "null" | "other" | undefined {
  if (node.type === "Identifier") return node.name === "undefined" ? "undefined" : undefined;
  if (node.type !== "Literal") return undefined;
  return node.value === null && !node.regex ? "null" : "other";
}
