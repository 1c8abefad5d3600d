import type { Span } from "../../text/positions.js";
import { hole, isOpen, isSeen, type JsonType, markOpen, Unknown } from "../../validator/unknown.js";
import { type DuplicateKey, type Located, leaf } from "../located.js";
import { memberName, type Node, unwrapped } from "./ast.js";
import type { Change, Names } from "./bindings.js";

/** What stands in a page's script where the page's own language puts a value; a letter, so that it can be a name. */
export const templateLetter = "\ua66e";

/** Also what stands in quotes in a script that is itself made from a template; of the length that such things have. */
const templateStretch = new RegExp(
  String.raw`${templateLetter}+|\$\{[^{}]*\}|\{\{.{0,500}?\}\}|<%.{0,500}?%>|<\?.{0,500}?\?>`,
  "gs",
);

const deepest = 40;

/** Methods that return a text, and functions that return a text, a number, a yes or no. */
const textMethods = new Set([
  "toString",
  "toFixed",
  "toISOString",
  "toLocaleString",
  "toPrecision",
]);
const returns: Readonly<Record<string, JsonType>> = {
  String: "string",
  Number: "number",
  parseInt: "number",
  parseFloat: "number",
  Boolean: "boolean",
  encodeURIComponent: "string",
  "JSON.stringify": "string",
  "Date.now": "number",
};

/** Functions that only read the object they are given; clients of HTTP among them. */
const readers =
  /^(?:JSON\.stringify|console\.\w+|Object\.(?:keys|values|entries)|structuredClone|axios|fetch|got|ky|request|[\s\S]*\.(?:ajax|fetch|post|put|request))$/;

/** Reads expressions as far as the file itself says what they are. */
export class Evaluator {
  readonly #text: string;
  readonly #names: Names;
  /** Where a page's own language decides what of the script is there. */
  readonly #controls: readonly Span[];
  readonly #known = new Map<Node, Located>();
  readonly #isPaymentCall: (call: Node) => boolean;

  constructor(
    text: string,
    names: Names,
    controls: readonly Span[],
    isPaymentCall: (call: Node) => boolean,
  ) {
    this.#text = text;
    this.#names = names;
    this.#controls = controls;
    this.#isPaymentCall = isPaymentCall;
  }

  sourceOf({ range }: Node): string {
    return this.#text.slice(range[0], range[1]);
  }

  evaluate(node: Node, depth = 0): Located {
    const expression = unwrapped(node);
    const span = expression.range;
    const is = (value: unknown) => leaf(value, span);
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
        return this.#object(expression, depth);
      case "ArrayExpression":
        return this.#array(expression, depth);
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
      default:
        return is(this.#unknown(expression));
    }
  }

  #unknown(node: Node, types?: readonly JsonType[], text?: string): Unknown {
    return new Unknown(this.sourceOf(node), types, text);
  }

  #literal(node: Node): unknown {
    if (node.regex) return this.#unknown(node);
    return this.#textOf(node, node.value);
  }

  /** A text in which a template language has a say has holes. */
  #textOf(node: Node, value: unknown): unknown {
    if (typeof value !== "string") return value;
    const text = value.replace(templateStretch, hole);
    return text === value ? value : this.#unknown(node, ["string"], text);
  }

  #template(node: Node, depth: number): unknown {
    const quasis = node.quasis as { value: { cooked?: string | null } }[];
    const parts = (node.expressions as Node[]).map((expression) =>
      this.#asText(this.evaluate(expression, depth + 1).value),
    );
    const text = quasis.map(({ value }, index) => (value.cooked ?? hole) + (parts[index] ?? ""));
    const whole = text.join("").replaceAll(new RegExp(`${templateLetter}+`, "g"), hole);
    return whole.includes(hole) ? this.#unknown(node, ["string"], whole) : whole;
  }

  #asText(value: unknown): string {
    if (value instanceof Unknown) return value.text ?? hole;
    return ["string", "number", "boolean"].includes(typeof value) ? String(value) : hole;
  }

  #object(node: Node, depth: number): Located {
    const value: Record<string, unknown> = {};
    const children = new Map<string, Located>();
    const duplicateKeys: DuplicateKey[] = [];
    let seen = new Set<string>();
    let isWhole = true;
    const set = (key: string, child: Located) => {
      if (key === "__proto__") {
        isWhole = false;
        return;
      }
      children.delete(key);
      delete value[key];
      children.set(key, child);
      value[key] = child.value;
    };
    const forget = (keys: Iterable<string>, by: Node) => {
      for (const key of [...keys]) {
        const known = children.get(key);
        const value = this.#unknown(by);
        const likely = known?.likely ?? known?.value;
        set(key, {
          span: by.range,
          ...known,
          children: new Map(),
          duplicateKeys: [],
          value,
          likely,
        });
      }
    };
    for (const property of node.properties as Node[]) {
      if (property.type === "SpreadElement" || property.type === "ExperimentalSpreadProperty") {
        const argument = property.argument as Node;
        const spread = this.evaluate(argument, depth + 1);
        seen = new Set();
        if (isPlainObject(spread.value) && !isOpen(spread.value)) {
          for (const [key, child] of spread.children) set(key, child);
          continue;
        }
        const possible = this.#possibleKeys(argument, depth);
        forget(possible ?? children.keys(), argument);
        if (!possible) {
          if (isPlainObject(spread.value)) {
            for (const [key, child] of spread.children) set(key, child);
          }
          isWhole = false;
        }
        continue;
      }
      const key = this.#keyOf(property, depth);
      if (key === undefined) {
        forget(children.keys(), property);
        isWhole = false;
        continue;
      }
      if (seen.has(key)) {
        const earlier = children.get(key)?.property;
        duplicateKeys.push({ key, span: (property.key as Node).range, earlier });
      }
      seen.add(key);
      const isData = property.kind === "init" && property.method !== true;
      const of = property.value as Node;
      const child = isData ? this.evaluate(of, depth + 1) : leaf(this.#unknown(property), of.range);
      set(key, { ...child, property: property.range, key: (property.key as Node).range });
    }
    const [start, end] = node.range;
    if (this.#controls.some(([from, to]) => from >= start && to <= end)) {
      forget(children.keys(), node);
      isWhole = false;
      duplicateKeys.length = 0;
    }
    return { value: isWhole ? value : markOpen(value), span: node.range, children, duplicateKeys };
  }

  /** The keys that a spread can bring at most: of `condition && {...}` and `condition ? {...} : {...}`. */
  #possibleKeys(node: Node, depth: number): string[] | undefined {
    const expression = unwrapped(node);
    const parts =
      expression.type === "LogicalExpression" && expression.operator === "&&"
        ? [expression.right]
        : expression.type === "ConditionalExpression"
          ? [expression.consequent, expression.alternate]
          : undefined;
    if (!parts) return undefined;
    const keys: string[] = [];
    for (const part of parts as Node[]) {
      const { value } = this.evaluate(part, depth + 1);
      if (value === null || value === undefined) continue;
      if (!isPlainObject(value) || isOpen(value)) return undefined;
      keys.push(...Object.keys(value));
    }
    return keys;
  }

  #keyOf(property: Node, depth: number): string | undefined {
    const key = property.key as Node;
    if (property.computed !== true) {
      if (key.type === "Identifier") {
        const name = key.name as string;
        return name.includes(templateLetter) ? undefined : name;
      }
      return String(key.value);
    }
    const { value } = this.evaluate(key, depth + 1);
    return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  }

  #array(node: Node, depth: number): Located {
    const value: unknown[] = [];
    const children = new Map<string, Located>();
    const add = (child: Located) => {
      children.set(String(value.length), child);
      value.push(child.value);
    };
    for (const element of node.elements as (Node | null)[]) {
      if (!element) {
        value.push(undefined);
      } else if (element.type === "SpreadElement") {
        const spread = this.evaluate(element.argument as Node, depth + 1);
        if (!Array.isArray(spread.value) || isOpen(spread.value)) {
          // What follows has no known place.
          return { value: markOpen(value), span: node.range, children, duplicateKeys: [] };
        }
        for (const child of spread.children.values()) add(child);
      } else add(this.evaluate(element, depth + 1));
    }
    const [start, end] = node.range;
    const isControlled = this.#controls.some(([from, to]) => from >= start && to <= end);
    return {
      value: isControlled ? markOpen([]) : value,
      span: node.range,
      children: isControlled ? new Map() : children,
      duplicateKeys: [],
    };
  }

  #identifier(node: Node, depth: number): Located {
    const name = node.name as string;
    const at = (value: unknown) => leaf(value, node.range);
    if (this.#names.isGlobal(node)) {
      if (name === "undefined") return at(undefined);
      if (name === "NaN") return at(Number.NaN);
      if (name === "Infinity") return at(Number.POSITIVE_INFINITY);
      return at(this.#unknown(node));
    }
    const init = this.#names.valueOf(node);
    if (!init) return at(this.#unknown(node));
    const known = this.#known.get(init) ?? this.#followed(node, init, depth);
    if (known.children.size > 0 || typeof known.value === "object") return known;
    return { ...at(known.value), origin: known.origin ?? known.span };
  }

  #followed(identifier: Node, init: Node, depth: number): Located {
    // While it is being worked out it is unknown, so that a circle ends.
    const unknown = this.#unknown(identifier);
    this.#known.set(init, leaf(unknown, init.range));
    let found = this.evaluate(init, depth + 1);
    if (isSeen(found.value)) {
      const changes = this.#names.changesOf(identifier, (call) => this.#isHarmless(call));
      for (const change of changes) found = this.#changed(found, change, identifier);
    }
    this.#known.set(init, found);
    return found;
  }

  #isHarmless(call: Node): boolean {
    const names = this.#names;
    if (this.#isPaymentCall(call) || names.returnsItsArgument(call)) return true;
    return names.isOfOurLibrary(call) || readers.test(this.sourceOf(call.callee as Node));
  }

  /** What remains known of an object that the program may change. */
  #changed(located: Located, { keys, how }: Change, by: Node): Located {
    const isObject = isSeen(located.value);
    const [key, ...rest] = keys;
    if (key === undefined) {
      if (how !== "assigned" && !isObject) return located;
      if (how === "shared") {
        return [...located.children.keys()].reduce(
          (so, below) => this.#changed(so, { keys: [below], how: "passed on" }, by),
          located,
        );
      }
      const types: JsonType[] = [Array.isArray(located.value) ? "array" : "object"];
      const value = this.#unknown(by, how === "passed on" ? types : undefined);
      return { ...located, value, children: new Map(), duplicateKeys: [] };
    }
    if (!isObject) return located;
    // `list.length = 0`
    if (Array.isArray(located.value) && !/^\d+$/.test(key)) {
      return this.#changed(located, { keys: [], how: "passed on" }, by);
    }
    const child = located.children.get(key);
    if (!child && how !== "assigned") return located;
    const changed = this.#changed(child ?? leaf(undefined, located.span), { keys: rest, how }, by);
    const children = new Map(located.children).set(key, changed);
    const value = Array.isArray(located.value)
      ? located.value.map((item, index) => (String(index) === key ? changed.value : item))
      : { ...located.value, [key]: changed.value };
    if (isOpen(located.value as object)) markOpen(value);
    return { ...located, value, children };
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
    const [left, right] = [node.left, node.right].map(
      (side) => this.evaluate(side as Node, depth + 1).value,
    );
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
    const isText = (side: unknown) =>
      typeof side === "string" ||
      (side instanceof Unknown && side.types?.length === 1 && side.types[0] === "string");
    if (!isText(left) && !isText(right)) return this.#unknown(node);
    const text = this.#asText(left) + this.#asText(right);
    return text.includes(hole) ? this.#unknown(node, ["string"], text) : text;
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
    const callee = unwrapped(node.callee as Node);
    const name = this.sourceOf(callee);
    const [argument] = node.arguments as Node[];
    const is = (value: unknown) => leaf(value, node.range);
    if (argument && this.#names.returnsItsArgument(node)) return this.evaluate(argument, depth + 1);
    const isOwn = callee.type === "Identifier" && !this.#names.isGlobal(callee);
    const type = Object.hasOwn(returns, name) && !isOwn ? returns[name] : undefined;
    if (type) return is(this.#unknown(node, [type]));
    if (callee.type === "MemberExpression" && textMethods.has(memberName(callee) ?? "")) {
      return is(this.#unknown(node, ["string"]));
    }
    if (/^Math\.\w+$/.test(name)) return is(this.#unknown(node, ["number"]));
    return is(this.#unknown(node));
  }
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  isSeen(value) && !Array.isArray(value);

function typesOf(value: unknown): readonly JsonType[] | undefined {
  if (value instanceof Unknown) return value.types;
  if (value === null) return ["null"];
  if (Array.isArray(value)) return ["array"];
  const type = typeof value;
  return type === "string" || type === "number" || type === "boolean" || type === "object"
    ? [type]
    : undefined;
}
