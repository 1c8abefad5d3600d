import type { Span } from "../../text/positions.js";
import { hole, textOf } from "../../validator/unknown.js";
import { type Address, type Call, type CallKind, kindsCalled, nameOfPath } from "../calls.js";
import { type Located, locatedAt } from "../located.js";
import type { Extraction } from "../reader.js";
import { isNode, memberName, type Node, parentsIn, unwrapped } from "./ast.js";
import { Names, type ScopeManager } from "./bindings.js";
import { Evaluator } from "./constantFolding.js";

/** A program as a parser and eslint-scope (or ESLint itself) give it. */
export interface Program {
  readonly text: string;
  readonly root: Node;
  readonly scopes: ScopeManager;
  /** Stretches where a page's own language decides what of the script is there. */
  readonly controls: readonly Span[];
}

/** The payment calls in a program, in the order of the text, and the addresses among its texts. */
export function readProgram(
  program: Program,
  kinds: readonly CallKind[],
): Pick<Extraction, "calls" | "addresses"> {
  const finder = new Finder(program, kinds);
  return { calls: finder.calls(), addresses: finder.addresses() };
}

/** The value of a program that is one expression. */
export function valueOfProgram(program: Program): Located | undefined {
  const body = program.root.body as Node[];
  const [statement] = body;
  if (body.length !== 1 || statement?.type !== "ExpressionStatement") return undefined;
  return new Finder(program, []).evaluate(statement.expression as Node);
}

const httpMethods = new Set(["post", "put"]);

/** Keys that only the options of a request have, not a body. */
const optionKeys = new Set(["json", "form", "body", "data", "headers", "method", "url", "uri"]);

const formMakers = /^(?:URLSearchParams|(?:qs|querystring|Qs|\$)\.(?:stringify|param)|stringify)$/;

class Finder {
  readonly #program: Program;
  readonly #kinds: readonly CallKind[];
  readonly #names: Names;
  readonly #nodes: readonly Node[];
  readonly #evaluator: Evaluator;

  constructor(program: Program, kinds: readonly CallKind[]) {
    const parents = parentsIn(program.root);
    this.#program = program;
    this.#kinds = kinds;
    this.#names = new Names(program.scopes, parents);
    this.#nodes = [...parents.keys()];
    this.#evaluator = new Evaluator(program.text, this.#names, program.controls, (call) =>
      Boolean(this.#sdkFunction(call)),
    );
  }

  evaluate(node: Node): Located {
    return this.#evaluator.evaluate(node);
  }

  calls(): Call[] {
    return this.#nodes
      .filter(({ type }) => type === "CallExpression")
      .flatMap((node) => this.#sdkCall(node) ?? this.#restCall(node) ?? [])
      .sort((left, right) => left.span[0] - right.span[0]);
  }

  addresses(): { text: string; span: Span }[] {
    return this.#nodes.flatMap(({ value, range }) =>
      typeof value === "string" && /^(?:https?:)?\/\//.test(value)
        ? [{ text: value, span: range }]
        : [],
    );
  }

  #kindsWith(name: string | undefined): CallKind[] {
    return name === undefined ? [] : this.#kinds.filter((kind) => kind.function === name);
  }

  /** The SDK's function that a call calls, by whatever name, and how many arguments stand before the payload. */
  #sdkFunction(call: Node): { kinds: CallKind[]; before: number } | undefined {
    const callee = unwrapped(call.callee as Node);
    const kinds = this.#kindsWith(this.#nameOf(callee));
    if (kinds.length > 0) return { kinds, before: 0 };
    if (callee.type === "MemberExpression" && memberName(callee) === "call") {
      const called = this.#kindsWith(this.#nameOf(unwrapped(callee.object as Node)));
      if (called.length > 0) return { kinds: called, before: 1 };
    }
    return undefined;
  }

  /** What a function is called where it is declared: follows aliases and destructuring. */
  #nameOf(callee: Node, depth = 0): string | undefined {
    if (callee.type === "MemberExpression") return memberName(callee);
    if (callee.type !== "Identifier" || depth > 5) return undefined;
    const value = this.#names.valueOf(callee);
    if (value) {
      const inner = unwrapped(value);
      // `const pay = IMP.request_pay.bind(IMP)`
      const isBound =
        inner.type === "CallExpression" &&
        (inner.callee as Node).type === "MemberExpression" &&
        memberName(inner.callee as Node) === "bind";
      const target = isBound ? unwrapped((inner.callee as Node).object as Node) : inner;
      return ["MemberExpression", "Identifier"].includes(target.type)
        ? this.#nameOf(target, depth + 1)
        : undefined;
    }
    const declaration = this.#names.declarationOf(callee);
    const pattern =
      declaration?.type === "VariableDeclarator" ? (declaration.id as Node) : undefined;
    if (pattern?.type !== "ObjectPattern") return undefined;
    const own = (pattern.properties as Node[]).find(
      ({ value }) => isNode(value) && value.type === "Identifier" && value.name === callee.name,
    );
    return own ? ((own.key as Node).name as string | undefined) : undefined;
  }

  #sdkCall(node: Node): Call | undefined {
    const called = this.#sdkFunction(node);
    if (!called) return undefined;
    const [payload, callback] = (node.arguments as Node[]).slice(called.before);
    return {
      kinds: called.kinds,
      name: called.kinds[0]?.function ?? "",
      span: node.range,
      syntax: "javascript",
      payload:
        payload && payload.type !== "SpreadElement" ? this.#evaluator.evaluate(payload) : undefined,
      isForm: false,
      reads: callback ? this.#readsOf(callback) : [],
    };
  }

  /** Fields of its first parameter that a function reads. */
  #readsOf(callback: Node): { name: string; span: Span }[] {
    const { written, bound } = boundTo(unwrapped(callback));
    const named = this.#functionOf(written);
    const parameter = (named?.params as Node[] | undefined)?.[bound];
    if (!parameter) return [];
    const reads = this.#readsByPattern(parameter);
    return [...reads].sort((left, right) => left.span[0] - right.span[0]);
  }

  /** The function that an expression is, by its name or as a member of the class around it. */
  #functionOf(written: Node): Node | undefined {
    const isOwn =
      written.type === "MemberExpression" && (written.object as Node).type === "ThisExpression";
    const named =
      written.type === "Identifier"
        ? (this.#names.valueOf(written) ?? this.#names.declarationOf(written))
        : isOwn
          ? this.#memberOfClass(written, memberName(written))
          : written;
    return named && /Function/.test(named.type) ? named : undefined;
  }

  #memberOfClass(node: Node, name: string | undefined): Node | undefined {
    let above: Node | undefined = node;
    while (above && above.type !== "ClassBody") above = this.#names.parentOf(above);
    const members = (above?.body ?? []) as Node[];
    const member = members.find(
      ({ key, computed }) => computed !== true && isNode(key) && key.name === name,
    );
    return isNode(member?.value) ? unwrapped(member.value) : undefined;
  }

  #readsByPattern(pattern: Node): { name: string; span: Span }[] {
    if (pattern.type === "AssignmentPattern") return this.#readsByPattern(pattern.left as Node);
    if (pattern.type === "ObjectPattern") {
      return (pattern.properties as Node[]).flatMap(({ type, key, computed }) =>
        type === "Property" && computed !== true
          ? [{ name: String((key as Node).name ?? (key as Node).value), span: (key as Node).range }]
          : [],
      );
    }
    if (pattern.type !== "Identifier") return [];
    return this.#names.usesOf(pattern).flatMap((use) => {
      const parent = this.#names.parentOf(use);
      if (parent?.type === "MemberExpression" && parent.object === use) {
        const name = memberName(parent);
        const above = this.#names.parentOf(parent);
        const isWritten = above?.type === "AssignmentExpression" && above.left === parent;
        return name === undefined || isWritten
          ? []
          : [{ name, span: (parent.property as Node).range }];
      }
      const isTakenApart =
        parent?.type === "VariableDeclarator" &&
        parent.init === use &&
        (parent.id as Node).type === "ObjectPattern";
      return isTakenApart ? this.#readsByPattern(parent.id as Node) : [];
    });
  }

  #restCall(node: Node): Call | undefined {
    const callee = unwrapped(node.callee as Node);
    const name = callee.type === "MemberExpression" ? memberName(callee) : (callee.name as string);
    const [first, second] = node.arguments as Node[];
    if (!first || first.type === "SpreadElement") return undefined;
    const target = this.#evaluator.evaluate(first);
    const hasAddress = textOf(target.value) !== undefined;
    const options = hasAddress
      ? second && second.type !== "SpreadElement"
        ? this.#evaluator.evaluate(second)
        : undefined
      : target;
    const address = hasAddress
      ? target
      : options && (below(options, "url") ?? below(options, "uri"));
    const called = this.#addressOf(address, options, callee);
    if (called === undefined) return undefined;
    const method = this.#methodOf(name, options);
    if (method === undefined) return undefined;
    const kinds = kindsCalled(this.#kinds, method, called);
    if (kinds.length === 0) return undefined;
    const sendsForm =
      /urlencoded/i.test(this.#evaluator.sourceOf(node)) ||
      /^(?:\$|jQuery)\./.test(this.#evaluator.sourceOf(callee));
    const written = hasAddress ? second : first;
    const body = this.#bodyOf(hasAddress, name, second, options, written, sendsForm);
    return {
      kinds,
      name: `${method.toUpperCase()} ${nameOfPath(called.text)}`,
      span: node.range,
      syntax: "javascript",
      reads: [],
      payload: body?.payload,
      isForm: body?.isForm ?? false,
    };
  }

  /** The whole address, with the base that a client's options give. */
  #addressOf(
    address: Located | undefined,
    options: Located | undefined,
    callee: Node,
  ): Address | undefined {
    const text = address && textOf(address.value);
    if (!address || text === undefined) return undefined;
    const file = this.#program.text;
    const written = file.slice(...address.span);
    if (/^(?:\w+:|\/\/)/.test(text) || text.startsWith(hole)) return { text, written, file };
    const base = (options && baseIn(options)) ?? this.#baseOf(callee);
    if (!base) return { text, written, file };
    const known = (textOf(base.value) ?? hole).replace(/\/$/, "");
    return {
      text: `${known}/${text.replace(/^\//, "")}`,
      written: file.slice(...base.span),
      file,
    };
  }

  /** `const api = axios.create({ baseURL })`, and the like of got and ky. */
  #baseOf(callee: Node): Located | undefined {
    const client = callee.type === "MemberExpression" ? unwrapped(callee.object as Node) : callee;
    const made = client.type === "Identifier" ? this.#names.valueOf(client) : undefined;
    const inner = made && unwrapped(made);
    const [argument] = inner?.type === "CallExpression" ? (inner.arguments as Node[]) : [];
    if (!argument || argument.type === "SpreadElement") return undefined;
    return baseIn(this.#evaluator.evaluate(argument));
  }

  #methodOf(name: string | undefined, options: Located | undefined): string | undefined {
    if (name !== undefined && httpMethods.has(name)) return name;
    const said = options && (below(options, "method") ?? below(options, "type"));
    return typeof said?.value === "string" ? said.value : undefined;
  }

  #bodyOf(
    hasAddress: boolean,
    name: string | undefined,
    second: Node | undefined,
    options: Located | undefined,
    optionsNode: Node | undefined,
    sendsForm: boolean,
  ): { payload: Located; isForm: boolean } | undefined {
    const isMethodCall = name !== undefined && httpMethods.has(name);
    const keys = options ? [...options.children.keys()] : [];
    const looksLikeOptions =
      keys.length > 0 && keys.every((key) => optionKeys.has(key) || /^[a-z]+[A-Z]/.test(key));
    if (hasAddress && isMethodCall && second && !looksLikeOptions)
      return this.#asBody(second, sendsForm);
    if (!options) return undefined;
    for (const key of ["json", "form", "data", "body"]) {
      const node = this.#propertyOf(optionsNode, key);
      const located = below(options, key);
      if (!located || (key === "json" && located.value === true)) continue;
      const isForm = key === "form" || (key !== "json" && sendsForm);
      return node ? this.#asBody(node, isForm) : { payload: located, isForm };
    }
    return undefined;
  }

  /** The expression of a key, where the options are written out. */
  #propertyOf(options: Node | undefined, key: string): Node | undefined {
    const object = options && unwrapped(options);
    if (object?.type !== "ObjectExpression") return undefined;
    const property = (object.properties as Node[]).find(
      (one) => one.type === "Property" && one.computed !== true && (one.key as Node).name === key,
    );
    return property?.value as Node | undefined;
  }

  /** What is sent: `JSON.stringify({...})`, `new URLSearchParams({...})`, or the object itself. */
  #asBody(node: Node, isForm: boolean): { payload: Located; isForm: boolean } {
    const expression = unwrapped(node);
    const isMade = expression.type === "CallExpression" || expression.type === "NewExpression";
    if (isMade) {
      const maker = this.#evaluator.sourceOf(expression.callee as Node);
      const [argument] = expression.arguments as Node[];
      if (argument && argument.type !== "SpreadElement") {
        if (maker === "JSON.stringify") {
          return { payload: this.#evaluator.evaluate(argument), isForm: false };
        }
        if (formMakers.test(maker)) {
          return { payload: this.#evaluator.evaluate(argument), isForm: true };
        }
      }
    }
    return { payload: this.#evaluator.evaluate(expression), isForm };
  }
}

/** `callback.bind(this, order)` as the callback, and how many of its parameters are given by that. */
function boundTo(node: Node): { written: Node; bound: number } {
  const callee = node.type === "CallExpression" ? unwrapped(node.callee as Node) : undefined;
  if (callee?.type !== "MemberExpression" || memberName(callee) !== "bind") {
    return { written: node, bound: 0 };
  }
  const given = (node.arguments as Node[]).length - 1;
  return { written: unwrapped(callee.object as Node), bound: Math.max(given, 0) };
}

/** The base of addresses, as axios, got and ky, and others call it. */
const baseIn = (options: Located): Located | undefined =>
  below(options, "baseURL") ?? below(options, "prefixUrl") ?? below(options, "baseUrl");

/** The child of an object that is there for sure. */
function below(located: Located, key: string): Located | undefined {
  return locatedAt(located, `/${key}`);
}
