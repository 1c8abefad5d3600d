import { isNode, type Node } from "../syntax/ast.js";
import { type Bindings, nameDeclaredBy } from "./bindings.js";
import type { ScopeVariable } from "./variables.js";

/** Names that are written more often have no value that is looked for. */
const mostWrites = 50;

/** A write of a name: its declaration with a value, or an assignment. */
interface Write {
  /** The statement of the write. */
  readonly statement: Node;
  readonly value: Node;
}

/**
 * The expressions that a variable may stand for at a use: the last certain assignment in straight-line code before the use, and
 * those that may run between the two. Undefined if something else may assign it.
 */
export function valuesAt(use: Node, bindings: Bindings): readonly Node[] | undefined {
  const writes = writesOf(use, bindings);
  if (!writes) return undefined;
  const [only, ...others] = writes;
  if (only && others.length === 0 && (isAlways(only) || isSure(only, use, bindings))) {
    return [only.value];
  }
  const last = writes.filter((write) => isSure(write, use, bindings)).at(-1);
  if (!last) return undefined;
  const own = bindings.functionAround(last.statement);
  const isDeferred = bindings.functionAround(use) !== own;
  const possible = writes.filter(({ statement }) => {
    if (statement === last.statement) return false;
    if (bindings.functionAround(statement) !== own) return true;
    const isBefore = statement.range[1] <= last.statement.range[0];
    if (isBefore) return false;
    if (isDeferred || statement.range[0] < use.range[0]) return true;
    // What is written behind a use comes before it in the next round.
    const isLoopOfBoth = (above: Node) =>
      loops.test(above.type) && holds(above, use) && !holds(above, last.statement);
    return bindings.nearestAround(statement, isLoopOfBoth) !== undefined;
  });
  return [last.value, ...possible.map(({ value }) => value)];
}

const loops = /^(?:DoWhile|For|ForIn|ForOf|While)Statement$/;

const holds = ({ range: [start, end] }: Node, { range }: Node): boolean =>
  start <= range[0] && range[1] <= end;

const knownWrites = new WeakMap<ScopeVariable, readonly Write[] | null>();

/** Every write of a variable, in the order of the text; undefined where one is no assignment. */
function writesOf(use: Node, bindings: Bindings): readonly Write[] | undefined {
  const variable = bindings.variableOf(use);
  if (!variable) return undefined;
  let known = knownWrites.get(variable);
  if (known === undefined) {
    known = findWrites(variable, bindings) ?? null;
    knownWrites.set(variable, known);
  }
  return known ?? undefined;
}

function findWrites(variable: ScopeVariable, bindings: Bindings): Write[] | undefined {
  const [definition, ...others] = variable.defs;
  if (definition?.type !== "Variable" || others.length > 0) return undefined;
  const references = variable.references.filter((one) => one.isWrite());
  if (references.length > mostWrites) return undefined;
  const writes: Write[] = [];
  for (const { identifier, writeExpr } of references) {
    const parent = bindings.parentOf(identifier as Node);
    const isWhole =
      nameDeclaredBy(parent) === identifier ||
      (parent?.type === "AssignmentExpression" &&
        parent.left === identifier &&
        parent.operator === "=");
    const statement = parent && bindings.parentOf(parent);
    if (!isWhole || !isNode(writeExpr) || !statement) return undefined;
    writes.push({ statement, value: writeExpr });
  }
  return writes.sort((left, right) => left.statement.range[0] - right.statement.range[0]);
}

/** Whether the only write of a name is its declaration by `const` or `let`, above which no code can read it. */
const isAlways = ({ statement, value }: Write): boolean =>
  statement.type === "VariableDeclaration" &&
  statement.kind !== "var" &&
  (statement.declarations as Node[]).some(({ init }) => init === value);

/** Whether a write has surely happened at a use: its statement is above the use in a block that holds both. */
function isSure({ statement }: Write, use: Node, bindings: Bindings): boolean {
  if (!/^(?:ExpressionStatement|VariableDeclaration)$/.test(statement.type)) return false;
  return isBehind(use, statement, bindings);
}

/** Whether a use is reached only after a statement: it is below it in the same block, or deeper in that block. */
export function isBehind(use: Node, statement: Node, bindings: Bindings): boolean {
  if (statement.range[1] > use.range[0]) return false;
  let block = bindings.parentOf(statement);
  if (block?.type === "ExportNamedDeclaration") block = bindings.parentOf(block);
  if (!block || !/^(?:Program|BlockStatement|StaticBlock)$/.test(block.type)) return false;
  for (let above = bindings.parentOf(use); above; above = bindings.parentOf(above)) {
    if (above === block) return true;
    if (!isDeclared(above)) continue;
    // A function declaration is usable from the beginning of its block.
    if (firstCallOf(above, bindings) < statement.range[1]) return false;
  }
  return false;
}

const isDeclared = ({ type }: Node) => type === "FunctionDeclaration";

const knownFirstCalls = new WeakMap<Node, number>();

/** The first offset at which a declared function may be called: where it is named, or where a declared function that names it is. */
function firstCallOf(declaration: Node, bindings: Bindings): number {
  let first = knownFirstCalls.get(declaration);
  if (first !== undefined) return first;
  first = Number.POSITIVE_INFINITY;
  const reached = new Set([declaration]);
  for (const { id } of reached) {
    for (const name of isNode(id) ? bindings.usesOf(id) : []) {
      const around = bindings.nearestAround(name, isDeclared);
      if (around) reached.add(around);
      else first = Math.min(first, name.range[0]);
    }
  }
  knownFirstCalls.set(declaration, first);
  return first;
}
