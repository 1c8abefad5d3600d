import type { SyntaxNode } from "@lezer/common";
import type { Import, Program, Statement } from "../program/model.js";
import { childNamed, childrenOf, sourceOf } from "../program/syntax.js";
import { DeclarationLowering } from "./lowerDeclaration.js";
import { ExpressionLowering } from "./lowerExpression.js";
import { StatementLowering } from "./lowerStatement.js";
import { parse } from "./parse.js";

/** Lowers a file of Java, or a sample, in which statements may be by themselves. */
export function programOf(text: string, isSample: boolean): Program {
  const { root, yields } = parse(text, isSample);
  const statementsIn = (block: SyntaxNode) => statements.statementsIn(block);
  const expressions = new ExpressionLowering(text, statementsIn);
  const declarations = new DeclarationLowering(text, expressions, statementsIn);
  const statements = new StatementLowering(text, yields, expressions, declarations);
  const atTop = (node: SyntaxNode): Statement[] => {
    const members = declarations.member(node);
    return members.length > 0 ? members : statements.statement(node);
  };
  const nodes = childrenOf(root);
  return {
    imports: nodes.flatMap((node) => importOf(node, text)),
    statements: nodes.flatMap(atTop),
  };
}

function importOf(node: SyntaxNode, text: string): Import[] {
  if (node.name !== "ImportDeclaration") return [];
  const path = childNamed(node, "ScopedIdentifier", "Identifier");
  if (!path) return [];
  const name = sourceOf(path, text);
  if (childNamed(node, "Asterisk")) return [{ name: "*", module: name }];
  const dot = name.lastIndexOf(".");
  const last = name.slice(dot + 1);
  return [{ name: last, imported: last, module: name.slice(0, Math.max(dot, 0)) }];
}
