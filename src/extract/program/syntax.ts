import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../text/positions.js";
import type { Expression } from "./model.js";

/** Helpers for the trees of the parsers. */

/** What lowers the expressions in an expression. It is handed over itself: a function around it would take room on the stack. */
export interface Lowering {
  lower(node: SyntaxNode): Expression;
}

export const spanOf = ({ from, to }: SyntaxNode): Span => [from, to];

export const sourceOf = ({ from, to }: SyntaxNode, text: string): string => text.slice(from, to);

/** The nodes directly below one, tokens among them. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** The first node below one that has one of the names. */
export const childNamed = (node: SyntaxNode, ...names: string[]): SyntaxNode | undefined =>
  childrenOf(node).find(({ name }) => names.includes(name));

/** What a chain such as `a + b + c` joins, in order. It can be long, so it is followed without recursion. */
export function joinedBy(
  node: SyntaxNode,
  sidesOf: (node: SyntaxNode) => readonly [left: SyntaxNode, right: SyntaxNode] | undefined,
): SyntaxNode[] {
  const backwards: SyntaxNode[] = [];
  let first = node;
  for (let sides = sidesOf(node); sides; sides = sidesOf(first)) {
    backwards.push(sides[1]);
    first = sides[0];
  }
  return [first, ...backwards.reverse()];
}

/** Whether a node is a piece of syntax without a meaning of its own, such as a bracket, or a fault. */
export const isToken = ({ name }: SyntaxNode): boolean =>
  !/^[A-Z]/.test(name) || name.endsWith("Comment");

/** Whether the parser could not make sense of a part of an expression: of itself, or of its arguments. */
export const isBroken = (node: SyntaxNode): boolean =>
  childrenOf(node).some(
    (child) =>
      child.type.isError || (["ArgumentList", "ArgList"].includes(child.name) && isBroken(child)),
  );
