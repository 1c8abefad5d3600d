import type { SyntaxNode } from "@lezer/common";
import { constructorName, type Expression, type Statement } from "../program/model.js";
import { childNamed, childrenOf, isToken, sourceOf, spanOf } from "../program/syntax.js";
import type { JavaDeclarationLowering } from "./lowerDeclaration.js";
import type { JavaExpressionLowering } from "./lowerExpression.js";

/** Statements in which a `break` ends what is around them. */
const around =
  /^(?:Block|(?:If|Labeled|Synchronized|Try|TryWithResources)Statement|CatchClause|FinallyClause)$/;

/** Whether a statement ends the switch that it is in. */
const breaks = (node: SyntaxNode): boolean =>
  node.name === "BreakStatement" || (node.name === "Block" && childrenOf(node).some(breaks));

/** Whether a statement may end the switch that it is in. */
const mayBreak = (node: SyntaxNode): boolean =>
  node.name === "BreakStatement" || (around.test(node.name) && childrenOf(node).some(mayBreak));

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
        return this.statementsIn(node);
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
    const branches = childrenOf(node).filter(
      (child) => !isToken(child) && child.name !== "ParenthesizedExpression",
    );
    return {
      is: "branch",
      conditions: condition ? [this.#expressions.lower(condition)] : [],
      alternatives: branches.map((one) => this.statement(one)),
      isComplete: branches.length > 1,
    };
  }

  #loop(node: SyntaxNode): Statement {
    const header = childNamed(node, "ForSpec", "ParenthesizedExpression");
    const parts = header ? childrenOf(header).filter((child) => !isToken(child)) : [];
    const each = header && childNamed(header, "Definition");
    const names = each ? [{ name: sourceOf(each, this.#text), span: spanOf(each) }] : [];
    const of = each && parts.at(-1);
    const steps = parts
      .filter(({ name }) => !each && name !== "LocalVariableDeclaration")
      .map((one): Statement => ({ is: "do", expression: this.#expressions.lower(one) }));
    const inner = this.statementsIn(node);
    return {
      is: "loop",
      before: parts.flatMap((one) => this.#declarations.variables(one)),
      ...(of && { of: this.#expressions.lower(of) }),
      names,
      body: header?.name === "ForSpec" ? [...inner, ...steps] : [...steps, ...inner],
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
    return {
      is: "attempt",
      body: [...declared, ...this.#body(body)],
      handlers: childrenOf(node)
        .filter(({ name }) => name === "CatchClause")
        .map((clause) => this.#body(childNamed(clause, "Block"))),
      finally: this.#body(last && childNamed(last, "Block")),
    };
  }

  #body(block: SyntaxNode | undefined): Statement[] {
    return block ? this.statementsIn(block) : [];
  }

  #switch(node: SyntaxNode): Statement {
    const condition = childNamed(node, "ParenthesizedExpression");
    const block = childNamed(node, "SwitchBlock");
    const children = block ? childrenOf(block) : [];
    const labels = children.filter(({ name }) => name === "SwitchLabel");
    // An arrow falls through to nothing.
    const hasArrows = children.some(({ name, from }) => name === ":" && this.#text[from] === "-");
    const alternatives: Statement[][] = [];
    let behind: Statement[] = [];
    for (const child of children.reverse()) {
      const isLast = hasArrows && !isToken(child) && child.nextSibling?.name === "SwitchLabel";
      if (child.name === "SwitchLabel") alternatives.unshift(behind);
      else behind = this.#followed(child, isLast ? [] : behind);
    }
    return {
      is: "branch",
      conditions: condition ? [this.#expressions.lower(condition)] : [],
      alternatives,
      isComplete: labels.some((label) => childNamed(label, "default") !== undefined),
      cases: labels.flatMap((label) => this.#parts(label)),
    };
  }

  /** A statement in a switch with those behind it, as far as none ends the switch. */
  #followed(node: SyntaxNode, behind: Statement[]): Statement[] {
    const own: Statement[] =
      node.name === "Block"
        ? [
            {
              is: "block",
              body: childrenOf(node).reduceRight<Statement[]>(
                (rest, child) => this.#followed(child, rest),
                [],
              ),
            },
          ]
        : this.statement(node);
    if (breaks(node)) return own;
    return mayBreak(node)
      ? [...own, { is: "branch", conditions: [], alternatives: [behind], isComplete: false }]
      : [...own, ...behind];
  }
}
