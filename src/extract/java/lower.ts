import type { SyntaxNode } from "@lezer/common";
import type { Import, Program, Statement } from "../program/model.js";
import { childNamed, childrenOf, sourceOf } from "../program/syntax.js";
import { JavaDeclarationLowering } from "./lowerDeclaration.js";
import { JavaExpressionLowering } from "./lowerExpression.js";
import { JavaStatementLowering } from "./lowerStatement.js";
import { parse } from "./parse.js";

/** Lowers a file of Java, or a sample, in which statements may be by themselves. */
export function programOf(text: string, isSample: boolean): Program {
  const { root, yields } = parse(text, isSample);
  const statementsIn = (block: SyntaxNode) => statements.statementsIn(block);
  const expressions = new JavaExpressionLowering(text, statementsIn);
  const declarations = new JavaDeclarationLowering(text, expressions, statementsIn);
  const statements = new JavaStatementLowering(text, yields, expressions, declarations);
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
