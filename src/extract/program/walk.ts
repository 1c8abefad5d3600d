import type { Expression, FunctionModel, Statement } from "./model.js";

/** What is looked at in the order of the text. */
interface Visitor {
  expression?(expression: Expression): void;
  statement?(statement: Statement): void;
  /** A function in what is visited, before its body. */
  inner?(fn: FunctionModel): void;
}

/** Visits statements and all that is in them, the bodies of functions among it. */
export function visit(statements: readonly Statement[], visitor: Visitor): void {
  for (const statement of statements) visitStatement(statement, visitor);
}

function visitStatement(statement: Statement, visitor: Visitor): void {
  visitor.statement?.(statement);
  const all = (expressions: readonly (Expression | undefined)[]) => {
    for (const one of expressions) if (one) visitExpression(one, visitor);
  };
  if (statement.is === "do") all([statement.expression]);
  else if (statement.is === "branch") all(statement.conditions);
  else if ("value" in statement) all([statement.value]);
  else if (statement.is === "loop") all([statement.of]);
  if (statement.is === "function") visitFunction(statement.fn, visitor);
  else if (statement.is === "class") visit(statement.class.body, visitor);
  else for (const body of bodiesOf(statement)) visit(body, visitor);
}

/** The statements in a statement that run where it runs, in the order of the text. */
export function bodiesOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.is) {
    case "block":
      return [statement.body];
    case "branch":
      return statement.alternatives;
    case "loop":
      return [statement.before, statement.body];
    case "attempt":
      return [statement.body, ...statement.handlers, statement.finally];
    default:
      return [];
  }
}

/** Visits what a function begins its parameters with, and its body. */
export function visitFunction(fn: FunctionModel, visitor: Visitor): void {
  visitor.inner?.(fn);
  for (const { initial } of fn.parameters) if (initial) visitExpression(initial, visitor);
  visit(fn.body, visitor);
}

function visitExpression(expression: Expression, visitor: Visitor): void {
  visitor.expression?.(expression);
  for (const part of partsOf(expression)) visitExpression(part, visitor);
  if (expression.is === "function") visitFunction(expression.fn, visitor);
  if (expression.is === "call") visit(expression.body ?? [], visitor);
}

/** The expressions directly in an expression; the bodies of functions are not among them. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.is) {
    case "constant":
    case "text":
    case "name":
    case "self":
    case "function":
      return [];
    case "joined":
    case "sum":
    case "product":
    case "unknown":
      return expression.parts;
    case "negative":
    case "member":
      return [expression.of];
    case "equality":
      return expression.sides;
    case "item":
      return [expression.of, expression.at];
    case "call":
      return [expression.callee, ...expression.arguments.map(({ value }) => value)];
    case "object":
      return expression.entries.flatMap((one) =>
        "spread" in one ? [one.spread] : [one.key, one.value],
      );
    case "list":
      return expression.items.map(({ value }) => value);
    case "either":
      return [...(expression.condition ? [expression.condition] : []), ...expression.choices];
    case "assign":
      return [expression.target, expression.value];
    case "remove":
      return [expression.target];
  }
}
