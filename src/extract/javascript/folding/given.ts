import type { Bindings } from "../scope/bindings.js";
import { type Node, unwrapped } from "../syntax/ast.js";

/**
 * Whether an expression is there, as far as the code shows. A parameter, or a member of one, can be left out; a condition or `?.`
 * shows that a value may be missing.
 */
export function isGiven(expression: Node, bindings: Bindings): boolean {
  let node = unwrapped(expression);
  if (node.type === "AwaitExpression") node = unwrapped(node.argument as Node);
  if (expression.type === "ChainExpression") return false;
  if (node.type === "CallExpression") return true;
  const isMember = node.type === "MemberExpression";
  while (node.type === "MemberExpression") node = unwrapped(node.object as Node);
  if (node.type !== "Identifier" || (bindings.isGlobal(node) && !isMember)) return false;
  const definitions = bindings.variableOf(node)?.defs ?? [];
  return definitions.every(({ type }) => type !== "Parameter");
}
