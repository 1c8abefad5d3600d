import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../text/positions.js";
import type { Expression, Import, Statement } from "../program/model.js";
import { childNamed, childrenOf, isToken, sourceOf, spanOf } from "../program/syntax.js";
import { importsIn } from "./imports.js";
import type { PythonDeclarationLowering } from "./lowerDeclaration.js";
import type { PythonExpressionLowering } from "./lowerExpression.js";

/** Lowers the statements of Python. */
export class PythonStatementLowering {
  /** What the statements import that were lowered. */
  readonly imports: Import[] = [];
  readonly #text: string;
  readonly #expressions: PythonExpressionLowering;
  readonly #declarations: PythonDeclarationLowering;

  constructor(
    text: string,
    expressions: PythonExpressionLowering,
    declarations: PythonDeclarationLowering,
  ) {
    this.#text = text;
    this.#expressions = expressions;
    this.#declarations = declarations;
  }

  /** The statements of a body. */
  statementsIn(body: SyntaxNode): Statement[] {
    return childrenOf(body).flatMap((node) => this.statement(node));
  }

  /** A statement directly in a class. */
  member(node: SyntaxNode): Statement[] {
    switch (node.name) {
      case "StatementGroup":
        return childrenOf(node).flatMap((child) => this.member(child));
      case "FunctionDefinition":
        return this.#declarations.method(node);
      case "DecoratedStatement":
        return this.#declarations.decoratedMember(node);
      default:
        return this.statement(node);
    }
  }

  statement(node: SyntaxNode): Statement[] {
    switch (node.name) {
      case "ImportStatement":
        this.imports.push(...importsIn(sourceOf(node, this.#text)));
        return [];
      case "AssignStatement":
        return this.#assignments(node);
      case "UpdateStatement":
        return this.#update(node);
      case "ExpressionStatement":
      case "AssertStatement":
      case "⚠":
        return this.#do(expressionsIn(node));
      case "StatementGroup":
        return childrenOf(node).flatMap((child) => this.statement(child));
      case "ReturnStatement": {
        const [value] = expressionsIn(node);
        return [{ is: "return", ...(value && { value: this.#expressions.lower(value) }) }];
      }
      case "RaiseStatement": {
        const [value] = expressionsIn(node);
        return [{ is: "throw", ...(value && { value: this.#expressions.lower(value) }) }];
      }
      case "DeleteStatement":
        return expressionsIn(node).map((target) => ({
          is: "do",
          expression: { is: "remove", span: spanOf(node), target: this.#expressions.lower(target) },
        }));
      case "ScopeStatement": {
        const names = childrenOf(node).filter(({ name }) => name === "VariableName");
        return [{ is: "outer", names: names.map((name) => sourceOf(name, this.#text)) }];
      }
      case "IfStatement":
        return [this.#if(node)];
      case "WhileStatement":
      case "ForStatement":
        return [this.#loop(node)];
      case "TryStatement":
        return [this.#try(node)];
      case "WithStatement":
        return this.#with(node);
      case "MatchStatement":
        return [this.#match(node)];
      case "FunctionDefinition":
        return this.#declarations.function(node);
      case "ClassDefinition":
        return this.#declarations.class(node);
      case "DecoratedStatement":
        return this.#declarations.decorated(node);
      default:
        return [];
    }
  }

  #body(node: SyntaxNode | undefined): Statement[] {
    return node ? this.statementsIn(node) : [];
  }

  #do(nodes: readonly SyntaxNode[]): Statement[] {
    return nodes.map((node) => ({ is: "do", expression: this.#expressions.lower(node) }));
  }

  /** `a = b = value`, `a, b = value`, `name: type = value`. */
  #assignments(node: SyntaxNode): Statement[] {
    const groups: SyntaxNode[][] = [];
    let group: SyntaxNode[] = [];
    for (const child of childrenOf(node)) {
      if (child.name === "AssignOp") {
        groups.push(group);
        group = [];
      } else if (!isToken(child) && child.name !== "TypeDef") group.push(child);
    }
    if (group.length === 0) return [];
    const span = spanOf(node);
    const value = this.#listed(group, span);
    return groups.map((targets): Statement => {
      const target = this.#listed(targets, span);
      return { is: "do", expression: { is: "assign", span, target, value } };
    });
  }

  /** What is written between commas: a list, unless it is one expression. */
  #listed(nodes: readonly SyntaxNode[], span: Span): Expression {
    const values = nodes.map((node) => this.#expressions.lower(node));
    const [first] = values;
    if (first && values.length === 1) return first;
    return { is: "list", span, items: values.map((value) => ({ value, span: value.span })) };
  }

  #update(node: SyntaxNode): Statement[] {
    const [target, value] = expressionsIn(node);
    if (!target || !value) return [];
    const span = spanOf(node);
    const operator = childNamed(node, "UpdateOp");
    const given = this.#expressions.lower(value);
    const sign = operator && sourceOf(operator, this.#text);
    const isMerge = sign === "|=";
    const expression: Expression = isMerge
      ? {
          is: "call",
          span,
          callee: {
            is: "member",
            span,
            of: this.#expressions.lower(target),
            name: "update",
            key: span,
          },
          arguments: [{ value: given, span: spanOf(value) }],
          list: span,
        }
      : {
          is: "assign",
          span,
          target: this.#expressions.lower(target),
          ...updated(sign, span, [this.#expressions.lower(target), given]),
        };
    return [{ is: "do", expression }];
  }

  #if(node: SyntaxNode): Statement {
    const conditions: Expression[] = [];
    const alternatives: Statement[][] = [];
    let hasElse = false;
    for (const child of childrenOf(node)) {
      if (child.name === "else") hasElse = true;
      else if (child.name === "Body") alternatives.push(this.#body(child));
      else if (!isToken(child)) conditions.push(this.#expressions.lower(child));
    }
    return { is: "branch", conditions, alternatives, isComplete: hasElse };
  }

  #loop(node: SyntaxNode): Statement {
    const children = childrenOf(node);
    const inside = children.findIndex(({ name }) => name === "in");
    const isFor = inside >= 0;
    const names = (isFor ? children.slice(0, inside) : [])
      .flatMap((child) => (child.name === "TupleExpression" ? childrenOf(child) : [child]))
      .filter(({ name }) => name === "VariableName")
      .map((child) => ({ name: sourceOf(child, this.#text), span: spanOf(child) }));
    const header = children
      .slice(inside + 1)
      .filter((child) => !isToken(child) && child.name !== "Body");
    return {
      is: "loop",
      before: [],
      ...(isFor && { of: this.#listed(header, spanOf(node)) }),
      names,
      body: [
        ...(isFor ? [] : this.#do(header)),
        ...children.flatMap((child) => (child.name === "Body" ? this.#body(child) : [])),
      ],
    };
  }

  #try(node: SyntaxNode): Statement {
    const parts: Record<"try" | "except" | "else" | "finally", Statement[][]> = {
      try: [],
      except: [],
      else: [],
      finally: [],
    };
    let at: keyof typeof parts = "try";
    for (const child of childrenOf(node)) {
      if (child.name in parts) at = child.name as keyof typeof parts;
      else if (child.name === "Body") parts[at].push(this.#body(child));
    }
    return {
      is: "attempt",
      body: [...parts.try.flat(), ...parts.else.flat()],
      handlers: parts.except,
      finally: parts.finally.flat(),
    };
  }

  #with(node: SyntaxNode): Statement[] {
    const statements: Statement[] = [];
    let context: SyntaxNode | undefined;
    let isName = false;
    const flush = () => {
      if (context) statements.push(...this.#do([context]));
      context = undefined;
    };
    for (const child of childrenOf(node)) {
      if (child.name === "as") isName = true;
      else if (child.name === "Body") {
        flush();
        statements.push(...this.#body(child));
      } else if (!isToken(child)) {
        if (isName && context) {
          const target = this.#expressions.lower(child);
          const value = this.#expressions.lower(context);
          const expression: Expression = { is: "assign", span: spanOf(child), target, value };
          statements.push({ is: "do", expression });
          context = undefined;
        } else {
          flush();
          context = child;
        }
        isName = false;
      }
    }
    return statements;
  }

  #match(node: SyntaxNode): Statement {
    const body = childNamed(node, "MatchBody");
    const clauses = body ? childrenOf(body).filter(({ name }) => name === "MatchClause") : [];
    const subject = expressionsIn(node)[0];
    return {
      is: "branch",
      conditions: subject ? [this.#expressions.lower(subject)] : [],
      alternatives: clauses.map((clause) => this.#body(childNamed(clause, "Body"))),
      cases: clauses.flatMap((clause) => this.#texts(clause)),
      isComplete: clauses.some((clause) => /^case\s+_\s*:/.test(sourceOf(clause, this.#text))),
    };
  }

  /** The texts of a pattern: `case "a" | "b"`. */
  #texts(pattern: SyntaxNode): Expression[] {
    return childrenOf(pattern).flatMap((child) =>
      child.name === "String"
        ? [this.#expressions.lower(child)]
        : /Pattern$/.test(child.name)
          ? this.#texts(child)
          : [],
    );
  }
}

/** The new value of the target, the first operand, after `+=`, `*=` or a similar assignment. */
function updated(
  sign: string | undefined,
  span: Span,
  both: readonly [target: Expression, given: Expression],
): Pick<Extract<Expression, { is: "assign" }>, "value" | "isUpdate"> {
  if (sign === "+=") return { value: both[1], isUpdate: true };
  return { value: { is: sign === "*=" ? "product" : "unknown", span, parts: both } };
}

/** The expressions directly below a statement. */
const expressionsIn = (node: SyntaxNode): SyntaxNode[] =>
  childrenOf(node).filter(
    (child) => !isToken(child) && !/^(?:Body|MatchBody|\w+Op)$/.test(child.name),
  );
