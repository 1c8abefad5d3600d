import type { SyntaxNode } from "@lezer/common";
import type { JsonType } from "../../validator/unknown.js";
import type { Expression, FunctionModel, Parameter, Statement } from "../program/model.js";
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
import { isReader } from "./collectionMethods.js";
import { CallLowering } from "./lowerCall.js";
import { operandsOf } from "./operands.js";
import { writtenText } from "./texts.js";

const isDefinition = ({ name }: SyntaxNode): boolean => name === "Definition";

const comparisons = new Set(["CompareOp", "LogicOp"]);

/** Lowers the expressions of Java. */
export class JavaExpressionLowering implements Lowering {
  readonly #text: string;
  readonly #calls: CallLowering;
  readonly #statementsIn: (block: SyntaxNode) => readonly Statement[];

  constructor(text: string, statementsIn: (block: SyntaxNode) => readonly Statement[]) {
    this.#text = text;
    this.#calls = new CallLowering(text, this, statementsIn);
    this.#statementsIn = statementsIn;
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
        return { is: "constant", span, value: sourceOf(node, this.#text) === "true" };
      case "null":
        return { is: "constant", span, value: null };
      case "this":
        return { is: "self", span };
      case "Identifier":
        return { is: "name", span, name: sourceOf(node, this.#text) };
      case "ParenthesizedExpression":
      case "CastExpression":
        return this.#last(node);
      case "FieldAccess":
        return this.#member(node);
      case "MethodInvocation":
        return this.#calls.invocation(node) ?? this.#unknown(node);
      case "ObjectCreationExpression":
        return this.#calls.creation(node, expected) ?? this.#unknown(node);
      case "BinaryExpression":
        return this.#binary(node);
      case "UnaryExpression":
        return this.#unary(node);
      case "TernaryExpression":
        return this.#ternary(node);
      case "LambdaExpression":
        return { is: "function", span, fn: this.#lambda(node) };
      case "MethodReference":
        return this.#reference(node);
      case "ArrayAccess":
        return this.#item(node);
      case "ArrayInitializer":
        return { is: "list", span, items: this.#calls.arguments(node) };
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
    const parts = [...operandsOf(node), ...(list ? operandsOf(list) : [])]
      .filter(({ name }) => name !== "ArgumentList" && !/Type|Modifiers|MethodName/.test(name))
      .map((part) => this.lower(part));
    return { is: "unknown", span: spanOf(node), parts, isBroken: true };
  }

  #last(node: SyntaxNode): Expression {
    const last = operandsOf(node).at(-1);
    return last ? this.lower(last) : this.#unknown(node);
  }

  #number(node: SyntaxNode): Expression {
    const written = sourceOf(node, this.#text).replaceAll("_", "");
    const isHex = /^0[xXbB]/.test(written);
    const digits = written.replace(isHex ? /[lL]$/ : /[lLfFdD]$/, "");
    const isOctal = /^0[0-7]+$/.test(digits);
    const value = isOctal ? Number.parseInt(digits, 8) : Number(digits);
    return { is: "constant", span: spanOf(node), value };
  }

  #member(node: SyntaxNode): Expression {
    const [of, key] = operandsOf(node);
    if (!of || !key) return this.#unknown(node);
    return {
      is: "member",
      span: spanOf(node),
      of: this.lower(of),
      name: sourceOf(key, this.#text),
      key: spanOf(key),
    };
  }

  #binary(node: SyntaxNode): Expression {
    const [left, right] = operandsOf(node);
    const operator = childrenOf(node).find(({ name }) => name.endsWith("Op"));
    if (!left || !right || !operator) return this.#unknown(node);
    const span = spanOf(node);
    switch (sourceOf(operator, this.#text)) {
      case "*":
        return { is: "product", span, parts: [this.lower(left), this.lower(right)] };
      case "==":
      case "!=":
        return { is: "equality", span, sides: [this.lower(left), this.lower(right)] };
      case "+": {
        const parts = joinedBy(node, (at) => this.#summands(at)).map((part) => this.lower(part));
        return { is: "sum", span, parts };
      }
      default:
        return this.#unknown(node, [comparisons.has(operator.name) ? "boolean" : "number"]);
    }
  }

  #summands(node: SyntaxNode): [SyntaxNode, SyntaxNode] | undefined {
    const [left, right] = operandsOf(node);
    const sign = childrenOf(node).find(({ name }) => name.endsWith("Op"));
    const isSum = sign !== undefined && sourceOf(sign, this.#text) === "+";
    return isSum && left && right ? [left, right] : undefined;
  }

  #unary(node: SyntaxNode): Expression {
    const [operand] = operandsOf(node);
    const sign = this.#text[node.from];
    if (operand && sign === "-")
      return { is: "negative", span: spanOf(node), of: this.lower(operand) };
    if (operand && sign === "+") return this.lower(operand);
    return this.#unknown(node, [sign === "!" ? "boolean" : "number"]);
  }

  #ternary(node: SyntaxNode): Expression {
    const [test, ...choices] = operandsOf(node);
    const condition = test && { condition: this.lower(test) };
    return {
      is: "either",
      span: spanOf(node),
      ...condition,
      choices: choices.map((one) => this.lower(one)),
    };
  }

  /** `map::put`: whoever calls it may change the object, unless the method only reads. */
  #reference(node: SyntaxNode): Expression {
    const [of, method] = childrenOf(node);
    const isOfObject = of?.name === "Identifier" || of?.name === "FieldAccess";
    return isOfObject && method && !isReader(sourceOf(method, this.#text))
      ? { is: "unknown", span: spanOf(node), parts: [this.lower(of)], isBroken: true }
      : this.#unknown(node);
  }

  #item(node: SyntaxNode): Expression {
    const [of, at] = operandsOf(node);
    if (!of || !at) return this.#unknown(node);
    return { is: "item", span: spanOf(node), of: this.lower(of), at: this.lower(at) };
  }

  #assignment(node: SyntaxNode): Expression {
    const [target, value] = operandsOf(node);
    const operator = childNamed(node, "AssignOp");
    if (!target || !value || !operator) return this.#unknown(node);
    const span = spanOf(node);
    const given = this.lower(value);
    const assigned = { is: "assign", span, target: this.lower(target), value: given } as const;
    const both = [this.lower(target), given];
    switch (sourceOf(operator, this.#text)) {
      case "=":
        return assigned;
      case "+=":
        return { ...assigned, isUpdate: true };
      case "*=":
        return { ...assigned, value: { is: "product", span, parts: both } };
      case "&=":
      case "|=":
      case "^=":
        return { ...assigned, value: { is: "unknown", span, parts: both } };
      default:
        return { ...assigned, value: { is: "unknown", span, parts: both, types: ["number"] } };
    }
  }

  #lambda(node: SyntaxNode): FunctionModel {
    const [given, body] = childrenOf(node).filter((child) => !isToken(child));
    const list = given && !isDefinition(given) ? childrenOf(given) : [given];
    const parameters = list.flatMap((one): Parameter[] => {
      const name = one && (isDefinition(one) ? one : childNamed(one, "Definition"));
      return name ? [{ name: sourceOf(name, this.#text), span: spanOf(name) }] : [];
    });
    return { name: "", span: spanOf(node), parameters, body: body ? this.#bodyOf(body) : [] };
  }

  #bodyOf(body: SyntaxNode): readonly Statement[] {
    return body.name === "Block"
      ? this.#statementsIn(body)
      : [{ is: "return", value: this.lower(body) }];
  }
}
