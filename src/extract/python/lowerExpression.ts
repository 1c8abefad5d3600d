import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../text/positions.js";
import type { JsonType } from "../../validator/unknown.js";
import type { Expression, Parameter } from "../program/model.js";
import {
  childNamed,
  childrenOf,
  isBroken,
  isToken,
  joinedBy,
  type Lowering,
  sourceOf,
  spanOf,
} from "../program/syntax.js";
import { ListLowering } from "./lowerList.js";
import { literalParts, writtenText } from "./texts.js";

/** Lowers the expressions of Python. */
export class PythonExpressionLowering implements Lowering {
  readonly #text: string;
  readonly #lists: ListLowering;
  readonly #parametersOf: (list: SyntaxNode) => readonly Parameter[];

  constructor(text: string, parametersOf: (list: SyntaxNode) => readonly Parameter[]) {
    this.#text = text;
    this.#lists = new ListLowering(text, this);
    this.#parametersOf = parametersOf;
  }

  lower(node: SyntaxNode): Expression {
    const span = spanOf(node);
    if (isBroken(node)) return this.#broken(node);
    switch (node.name) {
      case "String":
        return this.#string(node);
      case "FormatString":
        return this.#format(node);
      case "ContinuedString":
        return { is: "joined", span, parts: this.#all(childrenOf(node)) };
      case "Number":
        return this.#number(node);
      case "Boolean":
        return { is: "constant", span, value: sourceOf(node, this.#text) === "True" };
      case "None":
        return { is: "constant", span, value: null };
      case "VariableName":
        return { is: "name", span, name: sourceOf(node, this.#text) };
      case "ParenthesizedExpression":
      case "AwaitExpression":
        return this.#last(node);
      case "NamedExpression": {
        const [target, value] = this.#operands(node);
        if (!target || !value) return this.#unknown(node);
        return { is: "assign", span, target: this.lower(target), value: this.lower(value) };
      }
      case "MemberExpression":
        return this.#member(node);
      case "CallExpression":
        return this.#call(node);
      case "DictionaryExpression":
        return { is: "object", span, entries: this.#lists.entries(node) };
      case "ArrayExpression":
      case "TupleExpression":
        return { is: "list", span, items: this.#lists.arguments(node) };
      case "BinaryExpression":
        return this.#binary(node);
      case "UnaryExpression":
        return this.#unary(node);
      case "ConditionalExpression": {
        const [then, test, otherwise] = this.#operands(node);
        const condition = test && { condition: this.lower(test) };
        const choices = [then, otherwise].flatMap((one) => (one ? [this.lower(one)] : []));
        return { is: "either", span, ...condition, choices };
      }
      case "LambdaExpression":
        return this.#lambda(node);
      default:
        return this.#unknown(node);
    }
  }

  #all(nodes: readonly SyntaxNode[]): Expression[] {
    return nodes.filter((node) => !isToken(node)).map((node) => this.lower(node));
  }

  #operands(node: SyntaxNode): SyntaxNode[] {
    return childrenOf(node).filter((child) => !isToken(child) && !child.name.endsWith("Op"));
  }

  #last(node: SyntaxNode): Expression {
    const last = this.#operands(node).at(-1);
    return last ? this.lower(last) : this.#unknown(node);
  }

  /** A list or a dictionary that is made by a loop has parts that name what only the loop knows. */
  #unknown(node: SyntaxNode, types?: readonly JsonType[]): Expression {
    return {
      is: "unknown",
      span: spanOf(node),
      parts: this.#all(this.#operands(node)),
      ...(types && { types }),
    };
  }

  /** What is in a broken expression, its arguments among it. */
  #broken(node: SyntaxNode): Expression {
    const list = childNamed(node, "ArgList");
    const parts = [...this.#operands(node), ...(list ? this.#operands(list) : [])]
      .filter(({ name }) => name !== "ArgList" && name !== "PropertyName")
      .map((part) => this.lower(part));
    return { is: "unknown", span: spanOf(node), parts, isBroken: true };
  }

  #string(node: SyntaxNode): Expression {
    const span = spanOf(node);
    const { prefix, inner } = literalParts(this.#text, span);
    const written = () => writtenText(this.#text, inner, { isRaw: prefix.includes("r") });
    return { is: "text", span, text: written().text, written };
  }

  #format(node: SyntaxNode): Expression {
    const { prefix, inner } = literalParts(this.#text, spanOf(node));
    const isRaw = prefix.includes("r");
    const parts: Expression[] = [];
    const piece = (from: number, to: number) => {
      if (from >= to) return;
      const span: Span = [from, to];
      const written = () => writtenText(this.#text, span, { isRaw, isForm: true });
      parts.push({ is: "text", span, text: written().text, written });
    };
    let from = inner[0];
    for (const child of childrenOf(node)) {
      if (child.name !== "FormatReplacement") continue;
      piece(from, child.from);
      const value = this.#operands(child)[0];
      const isPlain = childNamed(child, "FormatSpec", "FormatConversion") === undefined;
      parts.push(value && isPlain ? this.lower(value) : this.#unknown(child));
      from = child.to;
    }
    piece(from, inner[1]);
    return { is: "joined", span: spanOf(node), parts };
  }

  #number(node: SyntaxNode): Expression {
    const value = Number(sourceOf(node, this.#text).replaceAll("_", ""));
    return Number.isNaN(value)
      ? this.#unknown(node)
      : { is: "constant", span: spanOf(node), value };
  }

  #member(node: SyntaxNode): Expression {
    const [of, , at, close] = childrenOf(node);
    const key = childNamed(node, "PropertyName");
    if (!of) return this.#unknown(node);
    const span = spanOf(node);
    if (key) {
      return {
        is: "member",
        span,
        of: this.lower(of),
        name: sourceOf(key, this.#text),
        key: spanOf(key),
      };
    }
    if (!at || close?.name !== "]") return this.#unknown(node);
    return { is: "item", span, of: this.lower(of), at: this.lower(at) };
  }

  #call(node: SyntaxNode): Expression {
    const [callee] = childrenOf(node);
    const list = childNamed(node, "ArgList");
    if (!callee || !list) return this.#unknown(node);
    return {
      is: "call",
      span: spanOf(node),
      callee: this.lower(callee),
      arguments: this.#lists.arguments(list),
      list: spanOf(list),
    };
  }

  #binary(node: SyntaxNode): Expression {
    const span = spanOf(node);
    const [left, right] = this.#operands(node);
    if (!left || !right) return this.#unknown(node);
    const sign = this.#between(left, right);
    if (sign === "+") {
      const parts = joinedBy(node, (at) => this.#summands(at)).map((part) => this.lower(part));
      return { is: "sum", span, parts };
    }
    if (sign === "or" || sign === "and") {
      return { is: "either", span, choices: [this.lower(left), this.lower(right)] };
    }
    if (sign === "%" || sign === "|") {
      return {
        is: "call",
        span,
        callee: { is: "member", span, of: this.lower(left), name: sign, key: spanOf(left) },
        arguments: [{ value: this.lower(right), span: spanOf(right) }],
        list: spanOf(right),
      };
    }
    if (sign === "*") {
      return { is: "product", span, parts: [this.lower(left), this.lower(right)] };
    }
    if (sign === "==" || sign === "!=") {
      return { is: "equality", span, sides: [this.lower(left), this.lower(right)] };
    }
    const isTest = /^(?:[<>]=?|in|is|not)$/.test(sign.split(/\s/)[0] ?? "");
    return this.#unknown(node, isTest ? ["boolean"] : undefined);
  }

  /** The operator between two operands. */
  #between(left: SyntaxNode, right: SyntaxNode): string {
    return this.#text
      .slice(left.to, right.from)
      .replace(/#[^\n]*|\\/g, "")
      .trim();
  }

  #summands(node: SyntaxNode): [SyntaxNode, SyntaxNode] | undefined {
    const [left, right] = this.#operands(node);
    const isSum = left && right && this.#between(left, right) === "+";
    return isSum && node.name === "BinaryExpression" ? [left, right] : undefined;
  }

  #unary(node: SyntaxNode): Expression {
    const [operand] = this.#operands(node);
    const sign = this.#text[node.from];
    if (operand && sign === "-")
      return { is: "negative", span: spanOf(node), of: this.lower(operand) };
    if (operand && sign === "+") return this.lower(operand);
    return this.#unknown(node, sign === "n" ? ["boolean"] : undefined);
  }

  #lambda(node: SyntaxNode): Expression {
    const list = childNamed(node, "ParamList");
    const body = this.#operands(node).find(({ name }) => name !== "ParamList");
    const span = spanOf(node);
    const value = body && this.lower(body);
    return {
      is: "function",
      span,
      fn: {
        name: "",
        span,
        parameters: list ? this.#parametersOf(list) : [],
        body: [{ is: "return", ...(value && { value }) }],
      },
    };
  }
}
