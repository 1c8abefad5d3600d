import type { SyntaxNode } from "@lezer/common";
import type { Mark } from "../program/model.js";
import { childNamed, childrenOf, sourceOf, spanOf } from "../program/syntax.js";
import { lettersOf } from "./texts.js";

interface Marked {
  readonly marks: readonly Mark[];
}

/** The decorators of a function or a class. */
export const marksOf = (decorators: readonly SyntaxNode[], text: string): Marked => ({
  marks: decorators.flatMap((one) => markOf(one, text) ?? []),
});

/** The calls in what a parameter is declared to be and begins with: `Body(...)` of `Annotated[dict, Body()]`. */
export const marksOfParameter = (nodes: readonly SyntaxNode[], text: string): Marked => ({
  marks: nodes.flatMap(callsIn).flatMap((one) => markOf(one, text) ?? []),
});

function markOf(node: SyntaxNode, text: string): Mark | undefined {
  const source = sourceOf(node, text);
  const path = /[\w.]+/.exec(source)?.[0];
  if (path === undefined) return undefined;
  const list = childNamed(node, "ArgList");
  const first = list && childNamed(list, "String");
  return {
    name: path.slice(path.lastIndexOf(".") + 1),
    source,
    ...(first && { text: lettersOf(text, spanOf(first)) }),
  };
}

function callsIn(node: SyntaxNode): SyntaxNode[] {
  if (node.name === "CallExpression") return [node];
  return childrenOf(node).flatMap(callsIn);
}

/** The names of the classes that a class extends, without their modules. */
export function basesOf(node: SyntaxNode, text: string): string[] {
  const list = childNamed(node, "ArgList");
  const all = list ? childrenOf(list) : [];
  // `total=False` names no class.
  const isOfArgument = (index: number) =>
    all[index - 1]?.name === "AssignOp" || all[index + 1]?.name === "AssignOp";
  return all
    .filter((child, index) => /Name$|Expression$/.test(child.name) && !isOfArgument(index))
    .map((child) => sourceOf(child, text).replace(/^.*\./, ""))
    .filter((name) => name !== "ABC");
}
