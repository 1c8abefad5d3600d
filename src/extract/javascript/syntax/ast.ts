/** A node of an ESTree, from whatever parser. */
export interface Node {
  readonly type: string;
  readonly range: readonly [start: number, end: number];
  readonly [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const notBelow = new Set(["parent", "range", "loc", "tokens", "comments", "start", "end"]);

/** The nodes directly below one. */
function* childrenOf(node: Node): Generator<Node> {
  for (const key of Object.keys(node)) {
    if (notBelow.has(key)) continue;
    const value = node[key];
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) yield item;
    } else if (isNode(value)) yield value;
  }
}

/** Every node with the one above it, without recursion: sources can be nested deeply. */
export function parentsIn(root: Node): Map<Node, Node | undefined> {
  const parents = new Map<Node, Node | undefined>([[root, undefined]]);
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const child of childrenOf(node)) {
      if (parents.has(child)) continue;
      parents.set(child, node);
      waiting.push(child);
    }
  }
  return parents;
}

/** A node and the nodes below it, without those inside of the functions below it. */
export function* nodesOutsideFunctions(root: Node): Generator<Node> {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    for (const child of childrenOf(node)) if (!isFunction(child)) waiting.push(child);
  }
}

const wrappers = new Set([
  "ChainExpression",
  "ParenthesizedExpression",
  "TSAsExpression",
  "TSInstantiationExpression",
  "TSNonNullExpression",
  "TSSatisfiesExpression",
  "TSTypeAssertion",
]);

export const isWrapper = ({ type }: Node) => wrappers.has(type);

/** The expression itself, without parentheses, type assertions and the like. */
export function unwrapped(node: Node): Node {
  let inner = node;
  while (isWrapper(inner)) inner = inner.expression as Node;
  return inner;
}

/** The name after the dot, or in brackets as a text; undefined where it is not written out. */
export function memberName(node: Node): string | undefined {
  const property = node.property as Node;
  if (node.computed !== true) return property.name as string | undefined;
  return typeof property.value === "string" ? property.value : undefined;
}

/** The name of a property that is written out as a name, a text or a number; undefined of a computed one. */
export function propertyName({ key, computed }: Node): string | undefined {
  if (computed === true || !isNode(key)) return undefined;
  return key.type === "Identifier" ? (key.name as string) : String(key.value);
}

export const isFunction = ({ type }: Node): boolean =>
  type === "FunctionDeclaration" ||
  type === "FunctionExpression" ||
  type === "ArrowFunctionExpression";

/** The arguments of a call; those behind a spread have no known place. */
export function argumentsOf(call: Node): Node[] {
  const all = call.arguments as Node[];
  const spread = all.findIndex(({ type }) => type === "SpreadElement");
  return spread < 0 ? all : all.slice(0, spread);
}

/** The expression of a key, where an object is written out. */
export function valueOfKey(node: Node | undefined, key: string): Node | undefined {
  const object = node && unwrapped(node);
  if (object?.type !== "ObjectExpression") return undefined;
  const property = (object.properties as Node[]).find((one) => propertyName(one) === key);
  return property?.value as Node | undefined;
}
