import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Span } from "../text/positions.js";
import { type DuplicateKey, type Located, leaf } from "./located.js";
import { deepestNesting, TooDeep } from "./nesting.js";
import { scalarValue, UnreadableNode } from "./yamlScalar.js";

/** How many values aliases may still stand for, so that a short text cannot become a huge value. */
interface Budget {
  aliased: number;
}

/** Where a node is read. */
interface Context {
  readonly depth: number;
  /** True below an alias: the same is read where it is written. */
  readonly isAliased: boolean;
  /** True at and below an anchor that an alias refers to. */
  readonly isShared: boolean;
}

/** Reads a document as a value with its places, with aliases followed and maps merged. */
export class DocumentReader {
  readonly #document: Document;
  readonly #budget: Budget;
  readonly #targets = new Map<Alias, Node | undefined>();
  readonly #aliased = new Set<Node | null | undefined>();
  /** The targets of the aliases that are being followed. */
  readonly #open = new Set<Node>();

  constructor(document: Document, budget: Budget) {
    this.#document = document;
    this.#budget = budget;
    const anchored = new Map<string, Node>();
    visit(document, {
      Alias: (_, alias) => {
        const target = anchored.get(alias.source);
        this.#targets.set(alias, target);
        this.#aliased.add(target);
      },
      Value: (_, node) => {
        if (node.anchor !== undefined) anchored.set(node.anchor, node);
      },
    });
  }

  /**
   * @throws {UnreadableNode} for an alias or a tag that no loader accepts
   * @throws {TooDeep} when values are nested more than `deepestNesting` levels deep
   */
  root(): Located {
    const context = { depth: 0, isAliased: false, isShared: false };
    return this.#located(this.#document.contents as Node | null, context);
  }

  /** A value with its places. `at` is where a value would be that is left out, as in `{ key }`. */
  #located(node: Node | null, from: Context, at = 0): Located {
    if (isAlias(node)) return this.#follow(node, from);
    const span: Span = spanOf(node) ?? [at, at];
    if (from.depth > deepestNesting) throw new TooDeep(span[0]);
    if (from.isAliased && this.#budget.aliased-- <= 0) {
      throw new UnreadableNode(
        { en: "the alias count is excessive", ko: "별칭이 너무 많습니다" },
        span[0],
      );
    }
    const isShared = from.isShared || this.#aliased.has(node);
    const context = { ...from, depth: from.depth + 1, isShared };
    const located = isMap(node)
      ? this.#map(node as YAMLMap<Node | null, Node | null>, span, context)
      : isSeq(node)
        ? this.#list(node as YAMLSeq<Node | null>, span, context)
        : leaf(isScalar(node) ? scalarValue(node) : null, span);
    return isShared ? { ...located, isShared } : located;
  }

  #follow(alias: Alias, from: Context): Located {
    return this.#opened(alias, (target) =>
      this.#located(target, { ...from, isAliased: true, isShared: true }),
    );
  }

  /** Reads the target of an alias, unless that is what the alias itself is in. */
  #opened<Read>(alias: Alias, read: (target: Node) => Read): Read {
    const target = this.#targets.get(alias);
    const at = alias.range?.[0] ?? 0;
    if (!target)
      throw new UnreadableNode(
        {
          en: "no anchor above has the name of this alias",
          ko: "이 별칭에 해당하는 앵커가 앞에 없습니다",
        },
        at,
      );
    if (this.#open.has(target))
      throw new UnreadableNode(
        {
          en: "this alias refers to the value that it is in",
          ko: "별칭이 자신을 포함한 값을 가리킵니다",
        },
        at,
      );
    this.#open.add(target);
    try {
      return read(target);
    } finally {
      this.#open.delete(target);
    }
  }

  #list({ items }: YAMLSeq<Node | null>, span: Span, context: Context): Located {
    const children = new Map<string, Located>();
    for (const [index, item] of items.entries()) {
      const located = this.#located(item, context);
      // An alias and its value are at different places.
      const own = spanOf(item);
      children.set(String(index), own ? { ...located, property: own } : located);
    }
    const value = [...children.values()].map((item) => item.value);
    return { value, span, children, duplicateKeys: [] };
  }

  #map(map: YAMLMap<Node | null, Node | null>, span: Span, context: Context): Located {
    const children = new Map<string, Located>();
    const duplicateKeys: DuplicateKey[] = [];
    for (const pair of map.items) {
      if (isMerge(pair)) continue;
      const key = this.#keyOf(pair.key);
      const keySpan = spanOf(pair.key) ?? span;
      const located = this.#located(pair.value, context, keySpan[1]);
      const earlier = children.get(key)?.property;
      if (earlier && !context.isAliased) duplicateKeys.push({ key, span: keySpan, earlier });
      children.delete(key);
      const to = Math.max(keySpan[1], spanOf(pair.value)?.[1] ?? 0);
      children.set(key, { ...located, property: [keySpan[0], to], key: keySpan });
    }
    this.#merge(map, children, context);
    const value = Object.fromEntries([...children].map(([key, child]) => [key, child.value]));
    return { value, span, children, duplicateKeys };
  }

  /** Adds what merge keys bring. Own keys win over merged ones, and of several maps the earlier. */
  #merge(map: YAMLMap<Node | null, Node | null>, children: Map<string, Located>, from: Context) {
    for (const pair of map.items) {
      if (!isMerge(pair)) continue;
      for (const source of this.#sources(pair, from)) {
        for (const [key, child] of source.children) {
          if (!children.has(key)) children.set(key, child);
        }
      }
    }
  }

  /** The maps that a merge key names: one, or a list of them. */
  #sources({ key, value }: Pair<Node | null, Node | null>, context: Context): Located[] {
    const read = (node: Node | null, mayBeList: boolean): Located[] => {
      if (isAlias(node)) return this.#opened(node, (target) => read(target, mayBeList));
      if (isMap(node)) {
        return [this.#located(node, { ...context, isAliased: true, isShared: true })];
      }
      if (isSeq(node) && mayBeList) {
        return node.items.flatMap((item) => read(item as Node | null, false));
      }
      const at = spanOf(value)?.[0] ?? spanOf(key)?.[0] ?? 0;
      throw new UnreadableNode(
        {
          en: "a merge key needs a map or a list of maps",
          ko: "병합 키(<<)에는 맵이나 맵의 목록이 필요합니다",
        },
        at,
      );
    };
    return read(value, true);
  }

  #keyOf(key: Node | null): string {
    if (isAlias(key)) return this.#opened(key, (target) => this.#keyOf(target));
    if (!isScalar(key)) return String(key);
    const value = scalarValue(key);
    return value === null ? "" : String(value);
  }
}

/** `<<`, unless it is in quotes. */
const isMerge = ({ key }: Pair<Node | null, Node | null>): boolean =>
  isScalar(key) && key.source === "<<" && key.type === Scalar.PLAIN && key.tag !== "!";

const spanOf = (node: Node | null): Span | undefined =>
  node?.range ? [node.range[0], endOf(node)] : undefined;

/** Where a node ends. For the parser a block whose last value is left out ends behind the comments below it. */
function endOf(node: Node): number {
  const isBlock = (isMap(node) || isSeq(node)) && !node.flow;
  const last = isBlock ? node.items.at(-1) : undefined;
  const within = isPair(last) ? [last.key, last.value] : [last];
  const ends = within.filter(isNode).map(endOf);
  return ends.length > 0 ? Math.max(...ends) : (node.range?.[1] ?? 0);
}
