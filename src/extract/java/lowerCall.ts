import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../text/positions.js";
import {
  type Argument,
  constructorName,
  type Expression,
  type Statement,
} from "../program/model.js";
import { childNamed, childrenOf, type Lowering, sourceOf, spanOf } from "../program/syntax.js";
import { operandsOf } from "./operands.js";
import { argumentsOfType, nameOfType, typeIn } from "./types.js";

/** Lowers the calls of Java, and what it makes with `new`. */
export class CallLowering {
  readonly #text: string;
  readonly #expressions: Lowering;
  readonly #statementsIn: (block: SyntaxNode) => readonly Statement[];

  constructor(
    text: string,
    expressions: Lowering,
    statementsIn: (block: SyntaxNode) => readonly Statement[],
  ) {
    this.#text = text;
    this.#expressions = expressions;
    this.#statementsIn = statementsIn;
  }

  invocation(node: SyntaxNode): Expression | undefined {
    const method = childNamed(node, "MethodName");
    const name = method && childNamed(method, "Identifier");
    if (!name) return undefined;
    if (sourceOf(name, this.#text) === "switch") return this.#switch(node);
    const [first] = childrenOf(node);
    const of = first && first.from < name.from ? first : undefined;
    const key = spanOf(name);
    const callee: Expression = of
      ? {
          is: "member",
          span: [of.from, name.to],
          of: this.#expressions.lower(of),
          name: sourceOf(name, this.#text),
          key,
        }
      : { is: "name", span: key, name: sourceOf(name, this.#text) };
    return { is: "call", span: spanOf(node), callee, ...this.#list(node) };
  }

  /** A `switch` that is an expression, which is parsed as a call; an arm with braces is a function in it. */
  #switch(node: SyntaxNode): Expression {
    const [selector, ...arms] = this.#list(node).arguments.map(({ value }) => value);
    const choices = arms.map((arm): Expression => {
      if (arm.is !== "function") return arm;
      return { is: "call", span: arm.span, callee: arm, arguments: [], list: arm.span };
    });
    return { is: "either", span: spanOf(node), ...(selector && { condition: selector }), choices };
  }

  #list(node: SyntaxNode): { arguments: Argument[]; list: Span } {
    const list = childNamed(node, "ArgumentList");
    return {
      arguments: list ? this.arguments(list) : [],
      list: list ? spanOf(list) : [node.to, node.to],
    };
  }

  arguments(list: SyntaxNode): Argument[] {
    return operandsOf(list).map((child) => ({
      value: this.#expressions.lower(child),
      span: spanOf(child),
    }));
  }

  creation(node: SyntaxNode, expected: readonly string[]): Expression | undefined {
    const type = typeIn(node);
    const name = nameOfType(type, this.#text);
    if (!type || name === undefined) return undefined;
    const own = argumentsOfType(type, this.#text);
    const of = own.length > 0 ? own : expected;
    const body = childNamed(node, "ClassBody");
    const blocks = body ? childrenOf(body).filter((child) => child.name === "Block") : [];
    const call: Expression = {
      is: "call",
      span: spanOf(node),
      callee: this.#typeAsName(type, name),
      ...this.#list(node),
      isNew: true,
      of,
      body: blocks.flatMap((block) => this.#statementsIn(block)),
    };
    const methods = body ? this.#methods(body) : [];
    if (methods.length === 0) return call;
    return { is: "unknown", span: spanOf(node), parts: [call, ...methods] };
  }

  /** `Request.Builder` as a member of a name. */
  #typeAsName(type: SyntaxNode, name: string): Expression {
    const span = spanOf(type);
    const [written = ""] = sourceOf(type, this.#text).split("<", 1);
    const [first = name, ...others] = written.split(".").map((part) => part.trim());
    return others.reduce<Expression>(
      (of, member) => ({ is: "member", span, of, name: member, key: span }),
      { is: "name", span, name: first },
    );
  }

  /** The methods of a class without a name, which run some time. */
  #methods(body: SyntaxNode): Expression[] {
    return childrenOf(body).flatMap((child): Expression[] => {
      const block = child.name === "MethodDeclaration" ? childNamed(child, "Block") : undefined;
      if (!block) return [];
      const span = spanOf(child);
      const fn = { name: constructorName, span, parameters: [], body: this.#statementsIn(block) };
      return [{ is: "function", span, fn }];
    });
  }
}
