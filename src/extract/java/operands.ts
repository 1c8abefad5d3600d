import type { SyntaxNode } from "@lezer/common";
import { childrenOf, isToken } from "../program/syntax.js";

/** What an expression is made of, without its operators and brackets. */
export const operandsOf = (node: SyntaxNode): SyntaxNode[] =>
  childrenOf(node).filter(
    (child) =>
      child.name === "this" ||
      child.name === "null" ||
      (!isToken(child) && !child.name.endsWith("Op")),
  );
