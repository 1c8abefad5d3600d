import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../text/positions.js";
import type { JsonType } from "../../validator/unknown.js";
import {
  type Argument,
  constructorName,
  type Expression,
  type FunctionModel,
  type Parameter,
  type Statement,
} from "../program/model.js";
import { childNamed, childrenOf, isBroken, isToken, joinedBy, spanOf } from "../program/syntax.js";
import { writtenText } from "./texts.js";
import { argumentsOfType, nameOfType, typeIn } from "./types.js";

const comparisons = new Set(["CompareOp", "LogicOp"]);

/** Lowers the expressions of Java. */
export class ExpressionLowering {
  readonly #text: string;
  readonly #bodyOf: (node: SyntaxNode) => readonly Statement[];

  constructor(text: string, bodyOf: (node: SyntaxNode) => readonly Statement[]) {
    this.#text = text;
    this.#bodyOf = bodyOf;
  }

  #source({ from, to }: SyntaxNode): string {
    return this.#text.slice(from, to);
  }

  /** Lowers an expression; `expected` are the arguments of the type that it is declared to be of. */
  lower(node: SyntaxNode, expected: readonly string[] = []): Expression {
    const span = spanOf(node);
    if (isBroken(node)) return this.#broken(node);
    switch (node.name) {
      case "StringLiteral":
      case "TextBlock":
      case "CharacterLiteral": {
        const written = () => writtenText(this.#text, span);
        return { is: "text", span, text: written().text, written };
      }
      case "IntegerLiteral":
      case "FloatingPointLiteral":
        return this.#number(node);
      case "BooleanLiteral":
        return { is: "constant", span, value: this.#source(node) === "true" };
      case "null":
        return { is: "constant", span, value: null };
      case "this":
        return { is: "self", span };
      case "Identifier":
      case "TypeName":
        return { is: "name", span, name: this.#source(node) };
      case "ParenthesizedExpression":
        return this.#last(node);
      case "CastExpression":
        return this.#last(node);
      case "FieldAccess":
      case "ScopedIdentifier":
        return this.#member(node);
      case "MethodInvocation":
        return this.#invocation(node);
      case "ObjectCreationExpression":
        return this.#creation(node, expected);
      case "BinaryExpression":
        return this.#binary(node);
      case "UnaryExpression":
        return this.#unary(node);
      case "TernaryExpression":
        return this.#ternary(node);
      case "LambdaExpression":
        return { is: "function", span, fn: this.#lambda(node) };
      case "ArrayAccess":
        return this.#item(node);
      case "ArrayInitializer":
        return { is: "list", span, items: this.#arguments(node) };
      case "ArrayCreationExpression": {
        const initializer = childNamed(node, "ArrayInitializer");
        return initializer ? this.lower(initializer) : this.#unknown(node);
      }
      case "AssignmentExpression":
        return this.#assignment(node);
      case "UpdateExpression": {
        const target = childNamed(node, "Identifier", "FieldAccess");
        const value: Expression = { is: "unknown", span, parts: [], types: ["number"] };
        return target ? { is: "assign", span, target: this.lower(target), value } : value;
      }
      case "InstanceofExpression":
        return this.#unknown(node, ["boolean"]);
      default:
        return this.#unknown(node);
    }
  }

  #unknown(node: SyntaxNode, types?: readonly JsonType[]): Expression {
    const parts = childrenOf(node)
      .filter((child) => !isToken(child) && !/Type|Modifiers/.test(child.name))
      .map((child) => this.lower(child));
    return { is: "unknown", span: spanOf(node), parts, ...(types && { types }) };
  }

  /** What is in a broken expression, however deep it is in lists of arguments. */
  #broken(node: SyntaxNode): Expression {
    const list = childNamed(node, "ArgumentList");
    const parts = [...this.#operands(node), ...(list ? this.#operands(list) : [])]
      .filter(({ name }) => name !== "ArgumentList" && !/Type|Modifiers|MethodName/.test(name))
      .map((part) => this.lower(part));
    return { is: "unknown", span: spanOf(node), parts, isBroken: true };
  }

  #operands(node: SyntaxNode): SyntaxNode[] {
    return childrenOf(node).filter(
      (child) =>
        child.name === "this" ||
        child.name === "null" ||
        (!isToken(child) && !/Op$/.test(child.name)),
    );
  }

  #last(node: SyntaxNode): Expression {
    const last = this.#operands(node).at(-1);
    return last ? this.lower(last) : this.#unknown(node);
  }

  #number(node: SyntaxNode): Expression {
    const written = this.#source(node).replaceAll("_", "");
    const isHex = /^0[xXbB]/.test(written);
    const digits = written.replace(isHex ? /[lL]$/ : /[lLfFdD]$/, "");
    const isOctal = /^0[0-7]+$/.test(digits);
    const value = isOctal ? Number.parseInt(digits, 8) : Number(digits);
    return { is: "constant", span: spanOf(node), value };
  }

  #member(node: SyntaxNode): Expression {
    const [of, key] = this.#operands(node);
    if (!of || !key) return this.#unknown(node);
    return {
      is: "member",
      span: spanOf(node),
      of: this.lower(of),
      name: this.#source(key),
      key: spanOf(key),
    };
  }

  #invocation(node: SyntaxNode): Expression {
    const method = childNamed(node, "MethodName");
    const name = method && childNamed(method, "Identifier");
    if (!name) return this.#unknown(node);
    if (this.#source(name) === "switch") return this.#switch(node);
    const [of] = childrenOf(node).filter(
      (child) =>
        child.from < name.from &&
        (child.name === "this" || child.name === "super" || !isToken(child)) &&
        !/^(?:MethodName|TypeArguments)$/.test(child.name),
    );
    const key = spanOf(name);
    const callee: Expression = of
      ? {
          is: "member",
          span: [of.from, name.to],
          of: this.lower(of),
          name: this.#source(name),
          key,
        }
      : { is: "name", span: key, name: this.#source(name) };
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
      arguments: list ? this.#arguments(list) : [],
      list: list ? spanOf(list) : [node.to, node.to],
    };
  }

  #arguments(list: SyntaxNode): Argument[] {
    return this.#operands(list).map((child) => ({
      value: this.lower(child),
      span: spanOf(child),
    }));
  }

  #creation(node: SyntaxNode, expected: readonly string[]): Expression {
    const type = typeIn(node);
    const name = nameOfType(type, this.#text);
    if (!type || name === undefined) return this.#unknown(node);
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
      ...(of.length > 0 && { of }),
      ...(blocks.length > 0 && { body: blocks.flatMap((block) => this.#bodyOf(block)) }),
    };
    const methods = body ? this.#methods(body) : [];
    if (methods.length === 0) return call;
    return { is: "unknown", span: spanOf(node), parts: [call, ...methods] };
  }

  /** `Request.Builder` as a member of a name. */
  #typeAsName(type: SyntaxNode, name: string): Expression {
    const span = spanOf(type);
    const [written = ""] = this.#source(type).split("<", 1);
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
      const fn = { name: constructorName, span, parameters: [], body: this.#bodyOf(block) };
      return [{ is: "function", span, fn }];
    });
  }

  #binary(node: SyntaxNode): Expression {
    const operator = childrenOf(node).find(({ name }) => /Op$/.test(name));
    const factors = operator && this.#source(operator) === "*" ? this.#operands(node) : [];
    if (factors.length === 2) {
      return { is: "product", span: spanOf(node), parts: factors.map((one) => this.lower(one)) };
    }
    const [left, right] = this.#operands(node);
    if (operator && left && right && /^[=!]=$/.test(this.#source(operator))) {
      return { is: "equality", span: spanOf(node), sides: [this.lower(left), this.lower(right)] };
    }
    if (!operator || this.#source(operator) !== "+") {
      const isTest = operator !== undefined && comparisons.has(operator.name);
      return this.#unknown(node, [isTest ? "boolean" : "number"]);
    }
    const parts = joinedBy(node, (at) => this.#summands(at)).map((part) => this.lower(part));
    return { is: "sum", span: spanOf(node), parts };
  }

  #summands(node: SyntaxNode): [SyntaxNode, SyntaxNode] | undefined {
    const [left, right] = this.#operands(node);
    const sign = childrenOf(node).find(({ name }) => /Op$/.test(name));
    const isSum = node.name === "BinaryExpression" && sign && this.#source(sign) === "+";
    return isSum && left && right ? [left, right] : undefined;
  }

  #unary(node: SyntaxNode): Expression {
    const [operand] = this.#operands(node);
    const sign = this.#text[node.from];
    if (operand && sign === "-")
      return { is: "negative", span: spanOf(node), of: this.lower(operand) };
    if (operand && sign === "+") return this.lower(operand);
    return this.#unknown(node, [sign === "!" ? "boolean" : "number"]);
  }

  #ternary(node: SyntaxNode): Expression {
    const [test, ...choices] = this.#operands(node);
    const condition = test && { condition: this.lower(test) };
    return {
      is: "either",
      span: spanOf(node),
      ...condition,
      choices: choices.map((one) => this.lower(one)),
    };
  }

  #item(node: SyntaxNode): Expression {
    const [of, at] = this.#operands(node);
    if (!of || !at) return this.#unknown(node);
    return { is: "item", span: spanOf(node), of: this.lower(of), at: this.lower(at) };
  }

  #assignment(node: SyntaxNode): Expression {
    const [target, value] = this.#operands(node);
    const operator = childNamed(node, "AssignOp");
    if (!target || !value || !operator) return this.#unknown(node);
    const isUpdate = this.#source(operator) !== "=";
    return {
      is: "assign",
      span: spanOf(node),
      target: this.lower(target),
      value: this.lower(value),
      ...(isUpdate && { isUpdate }),
    };
  }

  #lambda(node: SyntaxNode): FunctionModel {
    const body = childrenOf(node).at(-1);
    const list = childNamed(node, "FormalParameters", "InferredParameters") ?? node;
    const names = childrenOf(list).flatMap((child) =>
      child.name === "Definition" ? [child] : (childNamed(child, "Definition") ?? []),
    );
    const parameters = names
      .filter((name) => body === undefined || name.from < body.from)
      .map((name): Parameter => ({ name: this.#source(name), span: spanOf(name) }));
    const span = spanOf(node);
    const statements =
      body?.name === "Block"
        ? this.#bodyOf(body)
        : body
          ? [{ is: "return" as const, value: this.lower(body) }]
          : [];
    return { name: "", span, parameters, body: statements };
  }
}
