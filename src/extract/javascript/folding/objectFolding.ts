import type { Span } from "../../../text/positions.js";
import { isOpen, isSeen, markOpen, Unknown } from "../../../validator/unknown.js";
import { type DuplicateKey, type Located, leaf, mostParts, opened, sizeOf } from "../../located.js";
import { type Node, unwrapped } from "../syntax/ast.js";
import { elisionLetter, hasElision } from "./placeholders.js";
import { templateLetter } from "./templateText.js";

/** What folding an object or a list asks of the folding of expressions. */
export interface Folding {
  readonly text: string;
  /** True of a sample in a document, where a comment can stand for keys. */
  readonly isSample: boolean;
  /** Ranges where the template language of a page decides which part of the script is present. */
  readonly templateRegions: readonly Span[];
  evaluate(node: Node, depth: number): Located;
  /** Whether an expression has a value, as far as the code shows. */
  isGiven(node: Node): boolean;
  /** The literals that an expression, or a key of it, may come from. */
  originsOf(node: Node, key?: string): readonly Span[];
}

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  isSeen(value) && !Array.isArray(value);

/** An expression as the value of a key or an item of a list, with the literals that it may come from. */
export function evaluatePart(folding: Folding, node: Node, depth: number): Located {
  const part = folding.evaluate(node, depth);
  return part.children.size > 0 || unwrapped(node).type === "Literal"
    ? part
    : withOrigins(part, folding.originsOf(node));
}

/** A value that may come from further places too. */
export function withOrigins(located: Located, origins: readonly Span[]): Located {
  if (origins.length === 0) return located;
  return { ...located, origins: [...(located.origins ?? []), ...origins] };
}

/** Folds the object or the list that an expression makes. */
export function foldLiteral(node: Node, folding: Folding, depth: number): Located {
  const isObject = node.type === "ObjectExpression";
  const folded = isObject
    ? new ObjectFolding(node, folding, depth).fold()
    : foldArray(node, folding, depth);
  if (sizeOf(folded) <= mostParts) return folded;
  const source = folding.text.slice(...node.range);
  return leaf(new Unknown(source, [isObject ? "object" : "array"]), node.range);
}

class ObjectFolding {
  readonly #node: Node;
  readonly #folding: Folding;
  readonly #depth: number;
  readonly #value: Record<string, unknown> = {};
  readonly #children = new Map<string, Located>();
  readonly #duplicateKeys: DuplicateKey[] = [];
  /** The keys written since the last spread. */
  #written = new Set<string>();
  #isWhole = true;
  /** Whether a sample says that it leaves something out here. */
  #isExcerpt = false;

  constructor(node: Node, folding: Folding, depth: number) {
    this.#node = node;
    this.#folding = folding;
    this.#depth = depth;
  }

  fold(): Located {
    const properties = this.#node.properties as Node[];
    for (const property of properties) {
      if (property.type === "Property") this.#define(property);
      else this.#spread(property.argument as Node);
    }
    if (isDividedByTemplate(this.#node, this.#folding)) {
      this.#forget(this.#children.keys(), this.#node);
      this.#isWhole = false;
      this.#duplicateKeys.length = 0;
    }
    const located = {
      value: this.#isWhole ? this.#value : markOpen(this.#value),
      span: this.#node.range,
      children: this.#children,
      duplicateKeys: this.#duplicateKeys,
    };
    const isExcerpt = this.#isExcerpt || isElided(this.#node, properties, this.#folding);
    return isExcerpt ? opened(located) : located;
  }

  /** The last value of a key counts, at the place of the last. */
  #set(key: string, child: Located): void {
    if (key === "__proto__") {
      this.#isWhole = false;
      return;
    }
    this.#children.delete(key);
    delete this.#value[key];
    this.#children.set(key, child);
    this.#value[key] = child.value;
  }

  /** Keys that may have another value by something unknown. */
  #forget(keys: Iterable<string>, by: Node): void {
    for (const key of [...keys]) {
      const known = this.#children.get(key);
      const value = new Unknown(this.#sourceOf(by));
      const likely = known?.likely ?? known?.value;
      const forgotten: Located = {
        span: by.range,
        ...known,
        children: new Map(),
        duplicateKeys: [],
        value,
        likely,
      };
      this.#set(key, withOrigins(forgotten, this.#folding.originsOf(by, key)));
    }
  }

  #define(property: Node): void {
    const keyNode = property.key as Node;
    const name = property.computed === true ? undefined : keyNode.name;
    if (typeof name === "string" && name.includes(elisionLetter)) {
      this.#isExcerpt = true;
      return;
    }
    const key = this.#keyOf(property);
    if (key === undefined) {
      this.#forget(this.#children.keys(), property);
      this.#isWhole = false;
      return;
    }
    if (this.#written.has(key)) {
      const earlier = this.#children.get(key)?.property;
      this.#duplicateKeys.push({ key, span: keyNode.range, earlier });
    }
    this.#written.add(key);
    const isData = property.kind === "init" && property.method !== true;
    const of = property.value as Node;
    const child = isData
      ? evaluatePart(this.#folding, of, this.#depth + 1)
      : leaf(new Unknown(this.#sourceOf(property)), of.range);
    const isGiven = isData && this.#folding.isGiven(of);
    const spans = { property: property.range, key: keyNode.range };
    this.#set(key, { ...child, ...spans, ...(isGiven && { isGiven }) });
  }

  #spread(argument: Node): void {
    const { value, children } = this.#folding.evaluate(argument, this.#depth + 1);
    this.#written = new Set();
    const isSpreadObject = isPlainObject(value);
    if (isSpreadObject && !isOpen(value)) {
      for (const [key, child] of children) this.#set(key, child);
      return;
    }
    const possible = this.#possibleKeys(argument);
    this.#forget(possible ?? this.#children.keys(), argument);
    if (possible) return;
    if (isSpreadObject) for (const [key, child] of children) this.#set(key, child);
    this.#isWhole = false;
  }

  /** The keys that a spread can bring at most: of `condition && {...}` and `condition ? {...} : {...}`. */
  #possibleKeys(node: Node): string[] | undefined {
    const parts = conditionalParts(unwrapped(node));
    if (!parts) return undefined;
    const keys: string[] = [];
    for (const part of parts) {
      const { value } = this.#folding.evaluate(part, this.#depth + 1);
      if (value === null || value === undefined) continue;
      if (!isPlainObject(value) || isOpen(value)) return undefined;
      keys.push(...Object.keys(value));
    }
    return keys;
  }

  #keyOf(property: Node): string | undefined {
    const key = property.key as Node;
    if (property.computed !== true) {
      if (key.type !== "Identifier") return String(key.value);
      const name = key.name as string;
      return name.includes(templateLetter) ? undefined : name;
    }
    const { value } = this.#folding.evaluate(key, this.#depth + 1);
    return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  }

  #sourceOf({ range }: Node): string {
    return this.#folding.text.slice(range[0], range[1]);
  }
}

function conditionalParts(expression: Node): Node[] | undefined {
  if (expression.type === "LogicalExpression" && expression.operator === "&&") {
    return [expression.right as Node];
  }
  return expression.type === "ConditionalExpression"
    ? [expression.consequent as Node, expression.alternate as Node]
    : undefined;
}

function foldArray(node: Node, folding: Folding, depth: number): Located {
  const value: unknown[] = [];
  const children = new Map<string, Located>();
  const located = (isWhole: boolean): Located => ({
    value: isWhole ? value : markOpen(value),
    span: node.range,
    children,
    duplicateKeys: [],
  });
  const add = (child: Located) => {
    children.set(String(value.length), child);
    value.push(child.value);
  };
  if (isDividedByTemplate(node, folding)) return located(false);
  const elements = node.elements as (Node | null)[];
  for (const element of elements) {
    if (!element) {
      value.push(undefined);
    } else if (element.type === "SpreadElement") {
      const spread = folding.evaluate(element.argument as Node, depth + 1);
      // What follows has no known place.
      if (!Array.isArray(spread.value) || isOpen(spread.value)) return located(false);
      for (const child of spread.children.values()) add(child);
    } else if (folding.isSample && String(element.name).includes(elisionLetter)) {
      return opened(located(true));
    } else add(evaluatePart(folding, element, depth + 1));
  }
  const items = elements.filter((element) => element !== null);
  return isElided(node, items, folding) ? opened(located(true)) : located(true);
}

function isDividedByTemplate({ range: [start, end] }: Node, { templateRegions }: Folding) {
  return templateRegions.some(([from, to]) => from >= start && to <= end);
}

/**
 * Whether a comment between the items of an object or a list of a sample says that there are more. It counts for nested objects
 * and lists too.
 */
function isElided({ range }: Node, items: readonly Node[], { isSample, text }: Folding): boolean {
  if (!isSample) return false;
  let from = range[0] + 1;
  for (const [index, { range: item }] of items.entries()) {
    if (hasElision(text.slice(from, item[0]), index === 0)) return true;
    from = item[1];
  }
  return hasElision(text.slice(from, range[1] - 1), items.length === 0);
}
