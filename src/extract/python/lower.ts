import { parser } from "@lezer/python";
import type { Program } from "../program/model.js";
import { DeclarationLowering } from "./lowerDeclaration.js";
import { ExpressionLowering } from "./lowerExpression.js";
import { StatementLowering } from "./lowerStatement.js";

/** Lowers a file of Python. */
export function programOf(text: string): Program {
  const expressions = new ExpressionLowering(text, (list) => declarations.parameters(list));
  const declarations = new DeclarationLowering(text, expressions, () => statements);
  const statements = new StatementLowering(text, expressions, declarations);
  const all = statements.statementsIn(parser.parse(text).topNode);
  return { statements: all, imports: statements.imports };
}
