import type { Span } from "../../text/positions.js";
import { hole, isSeen, isWholeText, type JsonType, Unknown } from "../../validator/unknown.js";
import { type Located, leaf } from "../located.js";
import { argumentsOf, memberName, type Node, unwrapped } from "./ast.js";
import type { Bindings } from "./bindings.js";
import { BoundValues } from "./boundValues.js";
import { isDate, returnedBy, serializedDate } from "./knownFunctions.js";
import { Mutations } from "./mutations.js";
import { type Folding, foldArray, foldObject } from "./objectFolding.js";
import { Origins } from "./origins.js";
import { withPlaceholderHoles } from "./placeholders.js";
import { withLetterHoles, withTemplateHoles } from "./templateText.js";

const deepest = 40;

/** Functions that only read the object they are given; clients of HTTP among them. */
const readers =
  /^(?:JSON\.stringify|console\.\w+|Object\.(?:keys|values|entries)|structuredClone|axios|fetch|got|ky|request|[\s\S]*\.(?:ajax|fetch|post|put|request))$/;

/** What folding needs of a program. */
export interface FoldingContext {
  readonly text: string;
  readonly bindings: Bindings;
  readonly nodes: readonly Node[];
  readonly templateRegions: readonly Span[];
  readonly isSample: boolean;
  /** Whether a call or a component hands a payload to an SDK, which changes nothing of it. */
  isHandover(node: Node): boolean;
}

/** Folds constants: reads expressions as far as the file itself says what they are. */
export class Evaluator {
  readonly #text: string;
  readonly #bindings: Bindings;
  readonly #isSample: boolean;
  readonly #isSerialized: boolean;
  readonly #bound: BoundValues;
  readonly #folding: Folding;

  /** `isSerialized` is true for what is sent as JSON, where a date becomes a text. */
  constructor(context: FoldingContext, isSerialized: boolean) {
    const { text, bindings, nodes, templateRegions, isSample, isHandover } = context;
    this.#isSerialized = isSerialized;
    this.#text = text;
    this.#bindings = bindings;
    this.#isSample = isSample;
    const origins = new Origins(bindings, nodes);
    this.#folding = {
      text,
      isSample,
      templateRegions,
      evaluate: (node, depth) => this.evaluate(node, depth),
      originsOf: (node, key) => origins.of(node, key),
    };
    const mutations = new Mutations(bindings, (call) => {
      if (isHandover(call)) return true;
      if (call.type !== "CallExpression") return false;
      if (bindings.returnsItsArgument(call)) return true;
      return bindings.isOfOurLibrary(call) || readers.test(this.sourceOf(call.callee as Node));
    });
    this.#bound = new BoundValues(bindings, mutations, this.#folding);
  }

  sourceOf({ range }: Node): string {
    return this.#text.slice(range[0], range[1]);
  }

  evaluate(node: Node, depth = 0): Located {
    const expression = unwrapped(node);
    const is = (value: unknown) => leaf(value, expression.range);
    if (depth > deepest) return is(this.#unknown(expression));
    switch (expression.type) {
      case "Literal":
      case "StringLiteral":
      case "NumericLiteral":
      case "BooleanLiteral":
        return is(this.#literal(expression));
      case "TemplateLiteral":
        return is(this.#template(expression, depth));
      case "ObjectExpression":
        return foldObject(expression, this.#folding, depth);
      case "ArrayExpression":
        return foldArray(expression, this.#folding, depth);
      case "Identifier":
        return this.#identifier(expression, depth);
      case "MemberExpression":
        return this.#member(expression, depth);
      case "UnaryExpression":
        return is(this.#unary(expression, depth));
      case "BinaryExpression":
        return is(this.#binary(expression, depth));
      case "ConditionalExpression":
        return is(this.#either(expression, [expression.consequent, expression.alternate], depth));
      case "CallExpression":
        return this.#call(expression, depth);
      case "NewExpression":
        return is(isDate(expression) ? this.#date(expression) : this.#unknown(expression));
      default:
        return is(this.#unknown(expression));
    }
  }

  #unknown(node: Node, types?: readonly JsonType[], text?: string): Unknown {
    return new Unknown(this.sourceOf(node), types, text);
  }

  #date(node: Node): Unknown {
    return this.#isSerialized
      ? this.#unknown(node, serializedDate.types, serializedDate.text)
      : this.#unknown(node, ["object"]);
  }

  #literal(node: Node): unknown {
    if (node.regex) return this.#unknown(node);
    if (typeof node.value !== "string") return node.value;
    return this.#asKnown(node, this.#withPlaceholders(withTemplateHoles(node.value)));
  }

  /** A text, or what is known of one. */
  #asKnown(node: Node, text: string): unknown {
    return isWholeText(text) ? text : this.#unknown(node, ["string"], text);
  }

  #withPlaceholders(text: string): string {
    return this.#isSample ? withPlaceholderHoles(text) : text;
  }

  #template(node: Node, depth: number): unknown {
    const quasis = node.quasis as { value: { cooked?: string | null } }[];
    const parts = (node.expressions as Node[]).map((one) => this.#textOf(one, depth + 1));
    const text = quasis.map(({ value }, index) => (value.cooked ?? hole) + (parts[index] ?? ""));
    return this.#asKnown(node, this.#withPlaceholders(withLetterHoles(text.join(""))));
  }

  #textOf(node: Node, depth: number): string {
    return this.#asText(node, this.evaluate(node, depth).value, depth);
  }

  /** What an expression with this value is in a text. */
  #asText(node: Node, value: unknown, depth: number): string {
    if (!(value instanceof Unknown)) {
      return ["string", "number", "boolean"].includes(typeof value) ? String(value) : hole;
    }
    return value.text ?? this.#returned(node, depth)?.text ?? hole;
  }

  /** What the call of a well-known function returns, also by a name that stands for it. */
  #returned(node: Node, depth: number) {
    let expression = unwrapped(node);
    for (let step = depth; expression.type === "Identifier" && step < deepest; step++) {
      const value = this.#bindings.valueOf(expression);
      if (!value) return undefined;
      expression = unwrapped(value);
    }
    if (expression.type !== "CallExpression") return undefined;
    return returnedBy(expression, this.#bindings, (one) => this.#textOf(one, depth + 1));
  }

  #identifier(node: Node, depth: number): Located {
    const name = node.name as string;
    const at = (value: unknown) => leaf(value, node.range);
    if (this.#bindings.isGlobal(node)) {
      if (name === "undefined") return at(undefined);
      if (name === "NaN") return at(Number.NaN);
      if (name === "Infinity") return at(Number.POSITIVE_INFINITY);
      return at(this.#unknown(node));
    }
    const init = this.#bindings.valueOf(node);
    if (!init) return at(this.#unknown(node));
    const known = this.#bound.valueAt(node, init, depth);
    if (known.children.size > 0 || typeof known.value === "object") return known;
    const { origin = known.span, isShared } = known;
    return { ...at(known.value), origin, ...(isShared && { isShared }) };
  }

  #member(node: Node, depth: number): Located {
    const of = this.evaluate(node.object as Node, depth + 1);
    const name = memberName(node);
    const child = name === undefined ? undefined : of.children.get(name);
    if (child && isSeen(of.value)) {
      const origin = child.origin ?? child.span;
      return { ...child, span: node.range, origin, property: undefined, key: undefined };
    }
    return leaf(this.#unknown(node), node.range);
  }

  #unary(node: Node, depth: number): unknown {
    const { value } = this.evaluate(node.argument as Node, depth + 1);
    switch (node.operator) {
      case "!":
        return value instanceof Unknown ? this.#unknown(node, ["boolean"]) : !value;
      case "-":
        return typeof value === "number" ? -value : this.#unknown(node, ["number"]);
      case "+":
        return typeof value === "number" ? value : this.#unknown(node, ["number"]);
      case "void":
        return undefined;
      case "typeof":
        return this.#unknown(node, ["string"]);
      default:
        return this.#unknown(node);
    }
  }

  #binary(node: Node, depth: number): unknown {
    const sides = [node.left as Node, node.right as Node];
    const [left, right] = sides.map((side) => this.evaluate(side, depth + 1).value);
    const operator = node.operator as string;
    if (/^(?:[=!]==?|[<>]=?|in|instanceof)$/.test(operator))
      return this.#unknown(node, ["boolean"]);
    if (typeof left === "number" && typeof right === "number") {
      const computed: Record<string, number> = {
        "+": left + right,
        "-": left - right,
        "*": left * right,
        "/": left / right,
        "%": left % right,
      };
      return computed[operator] ?? this.#unknown(node, ["number"]);
    }
    if (operator !== "+") return this.#unknown(node, ["number"]);
    if (!isText(left) && !isText(right)) return this.#unknown(node);
    const texts = [left, right].map((value, index) =>
      this.#asText(sides[index] as Node, value, depth + 1),
    );
    return this.#asKnown(node, texts.join(""));
  }

  /** One of several values: known where they agree, else what their types have in common. */
  #either(node: Node, choices: readonly unknown[], depth: number): unknown {
    const values = (choices as Node[]).map((choice) => this.evaluate(choice, depth + 1).value);
    const [first] = values;
    const isScalar = typeof first !== "object" || first === null;
    if (isScalar && values.every((value) => value === first)) return first;
    const types = values.map(typesOf);
    return types.every((one) => one !== undefined)
      ? this.#unknown(node, [...new Set(types.flat() as JsonType[])])
      : this.#unknown(node);
  }

  #call(node: Node, depth: number): Located {
    const [argument] = argumentsOf(node);
    if (argument && this.#bindings.returnsItsArgument(node)) {
      return this.evaluate(argument, depth + 1);
    }
    const returned = this.#returned(node, depth);
    if (!returned) return leaf(this.#unknown(node), node.range);
    const { types, text } = returned;
    const value =
      text !== undefined && types[0] === "string"
        ? this.#asKnown(node, text)
        : this.#unknown(node, types);
    return leaf(value, node.range);
  }
}

const isText = (value: unknown): boolean =>
  typeof value === "string" ||
  (value instanceof Unknown && value.types?.length === 1 && value.types[0] === "string");

function typesOf(value: unknown): readonly JsonType[] | undefined {
  if (value instanceof Unknown) return value.types;
  if (value === null) return ["null"];
  if (Array.isArray(value)) return ["array"];
  const type = typeof value;
  return type === "string" || type === "number" || type === "boolean" || type === "object"
    ? [type]
    : undefined;
}
