/** What a description says of a key. */
export interface DescribedKey {
  /** Sorted; empty where anything is right. */
  readonly types: readonly string[];
  readonly required: boolean;
  readonly maxLength?: number;
  /** Sorted. */
  readonly enum?: readonly string[];
}

/** The keys of a payload by pointer, with `*` for an item of a list. */
export type DescribedKeys = ReadonlyMap<string, DescribedKey>;

/** Payloads by the REST call (`POST /payments/cancel`) or the SDK's function (`requestPayment`) that takes them. */
export type Descriptions = ReadonlyMap<string, DescribedKeys>;

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const nodesIn = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

const methods = ["get", "post", "put", "patch", "delete"];

/**
 * Reads what PortOne publishes: an OpenAPI description (2 or 3), the browser SDK's, or figures taken of one.
 * @throws when the document is none of these.
 */
export function descriptionsIn(document: unknown): Descriptions {
  if (Array.isArray(document)) return fromOperations(listed(document), {});
  if (!isNode(document)) throw new Error("the file is no description");
  if (isNode(document.paths)) return fromOperations(fromPaths(document.paths), document);
  if (isNode(document.operations)) return fromOperations(document.operations, document);
  if (isNode(document.methods)) return fromMethods(document.methods, document);
  throw new Error("the file has none of paths, operations and methods");
}

/** Operations of a list, each with its method and path. */
const listed = (all: readonly unknown[]): Node =>
  Object.fromEntries(nodesIn(all).map((one) => [`${String(one.method)} ${String(one.path)}`, one]));

const fromPaths = (paths: Node): Node =>
  Object.fromEntries(
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(isNode(operations) ? operations : {})
        .filter(([method]) => methods.includes(method))
        .map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation]),
    ),
  );

function fromOperations(operations: Node, root: Node): Descriptions {
  return new Map(
    Object.entries(operations).map(([call, operation]) => {
      const keys = new Map<string, DescribedKey>();
      if (isNode(operation)) readOperation(operation, new Walk(root, keys));
      return [call, keys];
    }),
  );
}

/** Where parameters are that are not in the body. */
const outside = ["path", "query", "header", "cookie"];

function readOperation(operation: Node, walk: Walk): void {
  const parameters = operation.parameters ?? operation.params;
  const named: readonly Node[] = isNode(parameters)
    ? Object.entries(parameters).map(([name, one]) => ({ ...(isNode(one) ? one : {}), name }))
    : nodesIn(parameters).map((one) => walk.resolved(one));
  for (const one of named) {
    if (outside.includes(String(one.in))) continue;
    if (one.in === "body") walk.object(isNode(one.schema) ? one.schema : {}, "");
    else
      walk.key(isNode(one.schema) ? { ...one.schema, ...one } : one, `/${String(one.name)}`, false);
  }
  if (isNode(operation.body)) walk.object(operation.body, "");
  const content = isNode(operation.requestBody) ? walk.resolved(operation.requestBody).content : {};
  for (const one of Object.values(isNode(content) ? content : {})) {
    if (isNode(one) && isNode(one.schema)) walk.object(one.schema, "");
  }
}

function fromMethods(all: Node, root: Node): Descriptions {
  return new Map(
    Object.entries(all).map(([name, method]) => {
      const keys = new Map<string, DescribedKey>();
      const input = isNode(method) ? (method.input ?? method.params) : undefined;
      const schema = typeof input === "string" ? { ref: input } : input;
      if (isNode(schema)) new Walk(root, keys).object(schema, "");
      return [name, keys];
    }),
  );
}

/** Deeper than this a description goes in circles. */
const deepest = 8;

/** Goes through the schemas of a description and notes the keys. */
class Walk {
  readonly #root: Node;
  readonly #keys: Map<string, DescribedKey>;

  constructor(root: Node, keys: Map<string, DescribedKey>) {
    this.#root = root;
    this.#keys = keys;
  }

  /** What a reference stands for, with what is beside the reference. */
  resolved(node: Node, depth = 0): Node {
    const { $ref, ref, ...beside } = node;
    const name = $ref ?? ref;
    if (typeof name !== "string" || depth > deepest) return node;
    const target = this.#target(name);
    return target ? { ...this.resolved(target, depth + 1), ...beside } : beside;
  }

  #target(name: string): Node | undefined {
    const path = name.startsWith("#/") ? name.slice(2).split("/") : undefined;
    const at = path?.reduce<unknown>(
      (node, key) =>
        isNode(node) ? node[key.replaceAll("~1", "/").replaceAll("~0", "~")] : undefined,
      this.#root,
    );
    const types = isNode(this.#root.types) ? this.#root.types[name] : undefined;
    return isNode(at) ? at : isNode(types) ? types : undefined;
  }

  /** The keys of an object, those of all its parts and forms. */
  object(node: Node, at: string, depth = 0): void {
    if (depth > deepest) return;
    const schema = this.resolved(node);
    const required = Array.isArray(schema.required) ? schema.required : [];
    const children =
      schema.properties ??
      (Array.isArray(schema.children) ? named(schema.children) : schema.children);
    const body = Array.isArray(schema.body) ? named(schema.body) : undefined;
    for (const [name, child] of Object.entries((children ?? body ?? {}) as Node)) {
      if (isNode(child)) this.key(child, `${at}/${name}`, required.includes(name), depth, schema);
    }
    const parts = [schema.allOf, schema.oneOf, schema.anyOf, schema.types].flatMap(nodesIn);
    for (const part of parts) this.object(part, at, depth + 1);
  }

  key(node: Node, at: string, isListed: boolean, depth = 0, around?: Node): void {
    const schema = this.resolved(node);
    // The SDK's description marks what is optional, the others what is required.
    const isNeeded =
      isListed ||
      schema.required === true ||
      (around !== undefined && around.required === undefined && "optional" in schema
        ? schema.optional !== true
        : false);
    const types = [schema.type ?? []]
      .flat()
      .map(String)
      .filter((type) => type in plainTypes);
    const values = Array.isArray(schema.enum) ? schema.enum.map(String) : undefined;
    this.#keys.set(at, {
      types: types.map((type) => plainTypes[type] as string).sort(),
      required: isNeeded,
      ...(typeof schema.maxLength === "number" && { maxLength: schema.maxLength }),
      ...(values && { enum: values.sort() }),
    });
    const items = isNode(schema.items) ? schema.items : undefined;
    const isList = types.includes("array");
    if (items) this.object(items, `${at}/*`, depth + 1);
    else this.object(schema, isList ? `${at}/*` : at, depth + 1);
  }
}

const named = (all: readonly unknown[]): Node =>
  Object.fromEntries(nodesIn(all).map((one) => [String(one.name), one]));

/** Types of descriptions by the names that the tables have for them. */
const plainTypes: Readonly<Record<string, string>> = {
  ...{ string: "string", number: "number", integer: "integer", boolean: "boolean" },
  ...{ array: "array", object: "object", null: "null" },
};
