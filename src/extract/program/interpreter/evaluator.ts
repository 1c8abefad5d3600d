import type { Expression } from "../model.js";
import type { Scope } from "../scopes.js";
import type { Value } from "../values.js";

/** What evaluates the expressions in an expression or a statement. */
export interface Evaluator {
  evaluate(expression: Expression, scope: Scope): Value;
  /** The value of an expression that passes it to other code, which then reads it too. */
  escaping(expression: Expression, scope: Scope): Value;
}
