import { hole, isSeen, isWholeText, type JsonType, Unknown } from "../../../validator/unknown.js";
import { boundsOf } from "../../bounds.js";
import { type Located, leaf } from "../../located.js";
import { isThisMember } from "../scope/fields.js";
import { returnsOf } from "../scope/ownFunctions.js";
import { shared } from "../scope/sharing.js";
import { argumentsOf, isNode, memberName, type Node, unwrapped } from "../syntax/ast.js";
import type { FoldingTools } from "./foldingTools.js";
import { Frame } from "./frame.js";
import { isGiven } from "./given.js";
import { isNewDate, type Known } from "./knownValues.js";
import { NamedValues, used } from "./namedValues.js";
import { type Folding, foldLiteral } from "./objectFolding.js";
import { binary, either, isText, logical, unary, writtenAs } from "./operators.js";
import { withPlaceholderHoles } from "./placeholders.js";
import { isoDate, milliseconds, type Returned } from "./returned.js";
import { withLetterHoles, withTemplateHoles } from "./templateText.js";

const deepest = 40;

/** Functions that call functions are followed this far. */
const mostFrames = 4;

interface FoldingOptions {
  /** True for what is sent as JSON, where a date becomes a text. */
  readonly isSerialized: boolean;
  /** The call of the function in whose body expressions are folded. */
  readonly frame?: Frame;
  /** Whether calls of the program's own functions are followed, as they usually are; else they are unknown, which costs much less. */
  readonly inlines?: boolean;
}

/** Folds constants: reads expressions as far as the program itself says what they are. */
export class ConstantFolder {
  readonly #tools: FoldingTools;
  readonly #isSerialized: boolean;
  readonly #frame: Frame | undefined;
  readonly #inlines: boolean;
  readonly #named: NamedValues;
  readonly #folding: Folding;
  /** What calls of the program's own functions return here. */
  readonly #returned = new Map<Node, Located | undefined>();

  constructor(tools: FoldingTools, { isSerialized, frame, inlines = true }: FoldingOptions) {
    this.#tools = tools;
    this.#inlines = inlines;
    this.#isSerialized = isSerialized;
    this.#frame = frame;
    const { text, isSample, templateRegions, bindings } = tools.context;
    this.#folding = {
      text,
      isSample,
      templateRegions,
      evaluate: (node, depth) => this.evaluate(node, depth),
      originsOf: (node, key) => tools.origins.of(node, key),
      isGiven: (node) => isGiven(node, bindings),
    };
    this.#named = new NamedValues(tools, this.#folding, frame, {
      dateOf: (node) => this.#date(node),
      // What only is looked at costs no reading of other modules.
      importedBy: (node) => (inlines ? tools.importedAs(node) : undefined),
      evaluateIn: (others, node) => new ConstantFolder(others, { isSerialized }).evaluate(node),
    });
  }

  /** A function that a call calls, as it is then; `tools` are those of its program. The arguments are evaluated here. */
  within(fn: Node, call: Node, tools = this.#tools): ConstantFolder {
    const frame = new Frame(fn, call, tools.functions, this, this.#frame);
    return new ConstantFolder(tools, { isSerialized: this.#isSerialized, frame });
  }

  sourceOf(node: Node): string {
    return this.#tools.sourceOf(node);
  }

  evaluate(node: Node, depth = 0): Located {
    const expression = unwrapped(node);
    const is = (value: unknown) => leaf(value, expression.range);
    if (depth > deepest) return is(this.#unknown(expression));
    const folded = (one: unknown) => this.evaluate(one as Node, depth + 1).value;
    switch (expression.type) {
      case "Literal":
      case "StringLiteral":
      case "NumericLiteral":
      case "BooleanLiteral":
        return is(this.#literal(expression));
      case "TemplateLiteral":
        return is(this.#template(expression, depth));
      case "ObjectExpression":
      case "ArrayExpression":
        return foldLiteral(expression, this.#folding, depth);
      case "Identifier":
        return this.#named.identifier(expression, depth);
      case "MemberExpression":
        return this.#member(expression, depth);
      case "UnaryExpression":
        return is(
          unary(
            expression.operator as string,
            this.#numeric(expression.argument as Node, depth),
            this.sourceOf(expression),
          ),
        );
      case "BinaryExpression":
        return is(this.#binary(expression, depth));
      case "LogicalExpression":
        return this.#logical(expression, depth);
      case "ConditionalExpression": {
        const choices = [expression.consequent, expression.alternate].map(folded);
        return is(either(choices, this.sourceOf(expression)));
      }
      case "AwaitExpression":
        return this.#awaited(expression, depth);
      case "CallExpression":
        return this.#call(expression, depth);
      case "NewExpression":
        return is(isNewDate(expression) ? this.#date(expression) : this.#unknown(expression));
      default:
        return is(this.#unknown(expression));
    }
  }

  /** What the caller of the function gives, where an expression is a parameter; else the expression itself. */
  givenAs(expression: Node): Node {
    const node = unwrapped(expression);
    return this.#frame?.argumentOf(node, this.#tools.context.bindings) ?? node;
  }

  #unknown(node: Node, types?: readonly JsonType[], text?: string): Unknown {
    return new Unknown(this.sourceOf(node), types, text);
  }

  #date(node: Node): Unknown {
    return this.#isSerialized
      ? this.#unknown(node, isoDate.types, isoDate.text)
      : this.#unknown(node, ["object"]);
  }

  #literal(node: Node): unknown {
    if (node.regex) return this.#unknown(node);
    if (typeof node.value !== "string") return node.value;
    return this.#asKnown(node, this.#withPlaceholders(withTemplateHoles(node.value)));
  }

  /** A text, or the known parts of one. */
  #asKnown(node: Node, text: string): unknown {
    return isWholeText(text) ? text : this.#unknown(node, ["string"], text);
  }

  #withPlaceholders(text: string): string {
    return this.#tools.context.isSample ? withPlaceholderHoles(text) : text;
  }

  #template(node: Node, depth: number): unknown {
    const quasis = node.quasis as { value: { cooked?: string | null } }[];
    const parts = (node.expressions as Node[]).map((one) => this.#textOf(one, depth + 1));
    const text = quasis.map(({ value }, index) => (value.cooked ?? hole) + (parts[index] ?? ""));
    return this.#asKnown(node, this.#withPlaceholders(withLetterHoles(text.join(""))));
  }

  /** An expression as a part of a text, with holes. */
  #textOf(node: Node, depth: number): string {
    const isDate = this.#tools.known.receiverOf(node) === "date";
    return (isDate ? undefined : writtenAs(this.evaluate(node, depth).value)) ?? hole;
  }

  #knownAt(depth: number): Known {
    return {
      textOf: (node) => this.#textOf(node, depth),
      boundsOf: (node) => boundsOf(this.#numeric(node, depth)),
      isText: (node) => isText(this.evaluate(node, depth).value),
    };
  }

  /** An expression where a number is needed: of a date its milliseconds. */
  #numeric(node: Node, depth: number): unknown {
    return this.#tools.known.receiverOf(node) === "date"
      ? this.#made(node, milliseconds)
      : this.evaluate(node, depth + 1).value;
  }

  #made(node: Node, { types, text, bounds }: Returned): unknown {
    return text !== undefined && types[0] === "string"
      ? this.#asKnown(node, text)
      : new Unknown(this.sourceOf(node), types, undefined, bounds);
  }

  #member(node: Node, depth: number): Located {
    const field = isThisMember(node) ? this.#named.field(node, depth) : undefined;
    if (field) return field;
    const of = this.evaluate(node.object as Node, depth + 1);
    const name = memberName(node);
    const child = name === undefined ? undefined : of.children.get(name);
    if (child && isSeen(of.value)) {
      const origin = child.origin ?? child.span;
      return { ...child, span: node.range, origin, property: undefined, key: undefined };
    }
    const held = this.#tools.known.heldBy(node);
    return leaf(held ? this.#made(node, held) : this.#named.typed(node), node.range);
  }

  #binary(node: Node, depth: number): unknown {
    const operator = node.operator as string;
    const sides = [node.left as Node, node.right as Node];
    if (operator !== "+") {
      const [left, right] = sides.map((side) => this.#numeric(side, depth));
      return binary(operator, left, right, this.sourceOf(node));
    }
    const [left, right] = sides.map((side) => this.evaluate(side, depth + 1).value);
    const isDate = sides.some((side) => this.#tools.known.receiverOf(side) === "date");
    if (isText(left) || isText(right) || isDate) {
      const texts = sides.map((side) => this.#textOf(side, depth + 1));
      return this.#asKnown(node, texts.join(""));
    }
    return binary(operator, left, right, this.sourceOf(node));
  }

  #logical(node: Node, depth: number): Located {
    const left = this.evaluate(node.left as Node, depth + 1);
    let right: Located | undefined;
    const rightValue = () => {
      right = this.evaluate(node.right as Node, depth + 1);
      return right.value;
    };
    const value = logical(node.operator as string, left.value, rightValue, this.sourceOf(node));
    // An object that one side is sure to be has its keys.
    const chosen = [left, right].find((one) => one?.value === value);
    return chosen && chosen.children.size > 0 ? chosen : leaf(value, node.range);
  }

  #awaited(node: Node, depth: number): Located {
    const call = unwrapped(node.argument as Node);
    const called = call.type === "CallExpression" ? this.#calledBy(call) : undefined;
    return (
      (called && this.#returnedByOwn(called.fn, call, depth, called.tools)) ??
      leaf(this.#unknown(node), node.range)
    );
  }

  #call(node: Node, depth: number): Located {
    const [argument] = argumentsOf(node);
    const { context, functions, known } = this.#tools;
    if (argument && context.bindings.returnsItsArgument(node)) {
      return this.evaluate(argument, depth + 1);
    }
    const called = this.#calledBy(node);
    if (called && called.fn.async !== true) {
      const { fn, tools } = called;
      const own = this.#returnedByOwn(fn, node, depth, tools);
      const annotation = isNode(fn.returnType) ? tools.types.read(fn.returnType) : {};
      return own && isKnown(own.value)
        ? own
        : leaf(this.#unknown(node, annotation.types), node.range);
    }
    const { path, global } = context.names.of(node.callee as Node);
    if (argument && (path.at(-1) ?? global) === "useMemo") {
      const [made, ...others] = returnsOf(functions.named(argument) ?? argument) ?? [];
      if (made && others.length === 0) return this.evaluate(made, depth + 1);
    }
    const returned = known.returnedBy(node, this.#knownAt(depth + 1));
    return leaf(returned ? this.#made(node, returned) : this.#unknown(node), node.range);
  }

  /** The function that a call calls, of this program or of a module that it imports. */
  #calledBy(call: Node): { fn: Node; tools: FoldingTools } | undefined {
    const fn = this.#tools.functions.calledBy(call);
    if (fn) return { fn, tools: this.#tools };
    const imported = this.#inlines ? this.#tools.importedFunction(call) : undefined;
    return imported && { fn: imported.fn, tools: imported.program.tools };
  }

  /** What a call of one of the program's own functions returns. */
  #returnedByOwn(fn: Node, call: Node, depth: number, tools: FoldingTools): Located | undefined {
    if (this.#returned.has(call)) return this.#returned.get(call);
    this.#returned.set(call, undefined);
    if (!this.#inlines || (this.#frame?.depth ?? 0) >= mostFrames) return undefined;
    const returns = returnsOf(fn);
    if (!returns || this.#frame?.isIn(fn)) return undefined;
    const inner = this.within(fn, call, tools);
    const all = returns.map((one) => inner.evaluate(one, depth + 2));
    const [only, ...others] = all;
    const values = all.map(({ value }) => value);
    const found =
      only && others.length === 0
        ? used(only, call)
        : leaf(either(values, this.sourceOf(call)), call.range);
    // What other calls return too is not for this payload alone.
    const own = tools.functions.usesOf(fn) > 1 ? shared(found) : found;
    this.#returned.set(call, own);
    return own;
  }
}

const isKnown = (value: unknown): boolean =>
  !(value instanceof Unknown) || value.types !== undefined;
