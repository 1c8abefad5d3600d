import type { SyntaxNode } from "@lezer/common";
import { constructorName, type Expression, type Statement } from "../program/model.js";
import { childNamed, childrenOf, isToken, sourceOf, spanOf } from "../program/syntax.js";
import type { JavaDeclarationLowering } from "./lowerDeclaration.js";
import type { JavaExpressionLowering } from "./lowerExpression.js";

/** Lowers the statements of Java. */
export class JavaStatementLowering {
  readonly #text: string;
  readonly #yields: ReadonlySet<number>;
  readonly #expressions: JavaExpressionLowering;
  readonly #declarations: JavaDeclarationLowering;

  /** `yields` are where the statements begin that give the value of a `switch`. */
  constructor(
    text: string,
    yields: ReadonlySet<number>,
    expressions: JavaExpressionLowering,
    declarations: JavaDeclarationLowering,
  ) {
    this.#text = text;
    this.#yields = yields;
    this.#expressions = expressions;
    this.#declarations = declarations;
  }

  /** The statements of a block. */
  statementsIn(block: SyntaxNode): Statement[] {
    return childrenOf(block).flatMap((node) => this.statement(node));
  }

  statement(node: SyntaxNode): Statement[] {
    switch (node.name) {
      case "LocalVariableDeclaration":
        return this.#declarations.variables(node);
      case "ExpressionStatement":
      case "⚠":
        return this.#parts(node).map((expression) => ({ is: "do", expression }));
      case "Block":
        return [{ is: "block", body: this.statementsIn(node) }];
      case "IfStatement":
        return [this.#if(node)];
      case "ForStatement":
      case "EnhancedForStatement":
      case "WhileStatement":
      case "DoStatement":
        return [this.#loop(node)];
      case "TryStatement":
      case "TryWithResourcesStatement":
        return [this.#try(node)];
      case "SwitchStatement":
        return [this.#switch(node)];
      case "ReturnStatement": {
        const [value] = this.#parts(node);
        return [{ is: "return", ...(value && { value }) }];
      }
      case "ThrowStatement": {
        const [value] = this.#parts(node);
        const is = this.#yields.has(node.from) ? "return" : "throw";
        return [{ is, ...(value && { value }) }];
      }
      case "LabeledStatement":
      case "SynchronizedStatement":
        return childrenOf(node)
          .filter((child) => child.name !== "Label" && child.name !== "ParenthesizedExpression")
          .flatMap((child) => this.statement(child));
      case "ExplicitConstructorInvocation":
        return [this.#constructorCall(node)];
      default:
        return this.#declarations.class(node);
    }
  }

  /** `this(...)`; `super(...)` may put anything into the object. */
  #constructorCall(node: SyntaxNode): Statement {
    const span = spanOf(node);
    const list = childNamed(node, "ArgumentList");
    const args = list ? this.#parts(list) : [];
    const isOwn = childNamed(node, "this") !== undefined;
    const self: Expression = { is: "self", span };
    const expression: Expression =
      isOwn && list
        ? {
            is: "call",
            span,
            callee: { is: "name", span, name: constructorName },
            arguments: args.map((value) => ({ value, span: value.span })),
            list: spanOf(list),
          }
        : { is: "unknown", span, parts: [self, ...args], isBroken: true };
    return { is: "do", expression };
  }

  /** The expressions directly below a node. */
  #parts(node: SyntaxNode): Expression[] {
    return childrenOf(node)
      .filter((child) => !isToken(child) || child.name === "this" || child.name === "null")
      .map((child) => this.#expressions.lower(child));
  }

  #if(node: SyntaxNode): Statement {
    const condition = childNamed(node, "ParenthesizedExpression");
    const [then, otherwise] = childrenOf(node).filter(
      (child) => !isToken(child) && child.name !== "ParenthesizedExpression",
    );
    return {
      is: "branch",
      conditions: condition ? [this.#expressions.lower(condition)] : [],
      alternatives: [then ? this.#body(then) : [], ...(otherwise ? [this.#body(otherwise)] : [])],
      isComplete: otherwise !== undefined,
    };
  }

  #loop(node: SyntaxNode): Statement {
    const header = childNamed(node, "ForSpec", "ParenthesizedExpression");
    const body = childrenOf(node).filter((child) => !isToken(child));
    const inner = body.filter(
      ({ name }) => name !== "ForSpec" && name !== "ParenthesizedExpression",
    );
    const each = header && node.name === "EnhancedForStatement" && childNamed(header, "Definition");
    const names = each ? [{ name: sourceOf(each, this.#text), span: spanOf(each) }] : [];
    const of = each && childrenOf(header).findLast((child) => !isToken(child));
    const spec = header?.name === "ForSpec" ? childrenOf(header) : [];
    const before = spec.flatMap((child) =>
      child.name === "LocalVariableDeclaration" ? this.#declarations.variables(child) : [],
    );
    const conditions = header?.name === "ParenthesizedExpression" ? [header] : [];
    return {
      is: "loop",
      before,
      ...(of && { of: this.#expressions.lower(of) }),
      names,
      body: [
        ...conditions.map(
          (one): Statement => ({ is: "do", expression: this.#expressions.lower(one) }),
        ),
        ...inner.flatMap((child) => this.#body(child)),
        ...spec.flatMap((child): Statement[] =>
          child.name === "UpdateExpression" || child.name === "AssignmentExpression"
            ? [{ is: "do", expression: this.#expressions.lower(child) }]
            : [],
        ),
      ],
    };
  }

  #try(node: SyntaxNode): Statement {
    const resources = childNamed(node, "ResourceSpecification");
    const declared = resources
      ? childrenOf(resources).flatMap((child): Statement[] => {
          const name = childNamed(child, "Definition");
          const value = childrenOf(child).at(-1);
          return name && value && value.from > name.from
            ? [this.#declarations.variable(child, name, value)]
            : [];
        })
      : [];
    const body = childNamed(node, "Block");
    const last = childNamed(node, "FinallyClause");
    const lastBlock = last && childNamed(last, "Block");
    return {
      is: "attempt",
      body: [...declared, ...(body ? this.statementsIn(body) : [])],
      handlers: childrenOf(node)
        .filter(({ name }) => name === "CatchClause")
        .map((clause) => {
          const block = childNamed(clause, "Block");
          return block ? this.statementsIn(block) : [];
        }),
      finally: lastBlock ? this.statementsIn(lastBlock) : [],
    };
  }

  #switch(node: SyntaxNode): Statement {
    const condition = childNamed(node, "ParenthesizedExpression");
    const block = childNamed(node, "SwitchBlock");
    const groups: { body: Statement[]; ends: boolean }[] = [];
    const cases: Expression[] = [];
    let hasDefault = false;
    let isLabel = false;
    for (const child of block ? childrenOf(block) : []) {
      if (child.name === "SwitchLabel") {
        hasDefault ||= childNamed(child, "default") !== undefined;
        cases.push(...this.#parts(child));
        if (!isLabel) groups.push({ body: [], ends: false });
      } else if (child.name === ":") {
        const group = groups.at(-1);
        // An arrow, which falls through to nothing.
        if (group && this.#text[child.from] === "-") group.ends = true;
      } else if (!isToken(child)) {
        const group = groups.at(-1);
        if (child.name === "BreakStatement") {
          if (group) group.ends = true;
        } else if (group) group.body.push(...this.statement(child));
      }
      isLabel = child.name === "SwitchLabel" || (isLabel && child.name === ":");
    }
    const alternatives = groups.map((_, index) => {
      const end = groups.findIndex(({ ends }, at) => at >= index && ends);
      return groups.slice(index, end < 0 ? undefined : end + 1).flatMap(({ body }) => body);
    });
    return {
      is: "branch",
      conditions: condition ? [this.#expressions.lower(condition)] : [],
      alternatives,
      isComplete: hasDefault,
      cases,
    };
  }

  /** The statements of a block, or a statement without one. */
  #body(node: SyntaxNode): Statement[] {
    return node.name === "Block" ? this.statementsIn(node) : this.statement(node);
  }
}
