import { parser } from "@lezer/python";
import type { Program } from "../program/model.js";
import { PythonDeclarationLowering } from "./lowerDeclaration.js";
import { PythonExpressionLowering } from "./lowerExpression.js";
import { PythonStatementLowering } from "./lowerStatement.js";

/** Lowers a file of Python. */
export function programOf(text: string): Program {
  const expressions = new PythonExpressionLowering(text, (list) => declarations.parameters(list));
  const declarations = new PythonDeclarationLowering(text, expressions, () => statements);
  const statements = new PythonStatementLowering(text, expressions, declarations);
  const all = statements.statementsIn(parser.parse(text).topNode);
  return { statements: all, imports: statements.imports };
}
