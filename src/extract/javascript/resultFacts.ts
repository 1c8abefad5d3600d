import type { Api } from "../apis.js";
import type { CodeFact } from "../reader.js";
import type { Sdk } from "../sdks.js";
import { isFunction, memberName, type Node, unwrapped } from "./ast.js";
import type { FoldingTools } from "./foldingTools.js";
import type { ApiRequest } from "./requests.js";
import { type ResultRead, ResultReads } from "./resultReads.js";
import type { Handover } from "./sdkCalls.js";

const comparisons = new Set(["===", "!==", "==", "!="]);

/** Code that hands on what a client gives may take it out of the response. */
const interceptors = /\binterceptors\b/;

/** Where the object that stands for a request has what it was sent with. */
const sent = /^(?:body|query|rawBody)$/;

/** Finds how a program uses what a request or a payment gives. */
export class ResultFacts {
  readonly #tools: FoldingTools;
  readonly #reads: ResultReads;

  constructor(tools: FoldingTools) {
    this.#tools = tools;
    this.#reads = new ResultReads(tools.context.bindings);
  }

  #fact = (what: string, { range }: Node, value: string): CodeFact => ({
    ...{ what, value, span: range, terms: { name: value.replace(/^v\d /, "") } },
    isSample: this.#tools.context.isSample,
  });

  /** What is read of the answer to a request. */
  ofRequest({ node, api, client }: ApiRequest): CodeFact[] {
    if (interceptors.test(this.#tools.context.text)) return [];
    const body = client === "axios" ? "data" : /fetch$/.test(client) ? "json()" : undefined;
    if (body === undefined) return [];
    return this.#reads.of(node).flatMap((read) => {
      if (read.path[0] !== body || read.path.length < 2) return [];
      return [...this.#envelope(read, api), ...this.#amount(read, api)];
    });
  }

  /** A field that is read beside the object that holds it, or an object that this version has not. */
  #envelope({ path: [, field = "", ...below], key }: ResultRead, { version, envelope }: Api) {
    const isWrong = envelope
      ? below.length === 0 && envelope.fields.includes(field)
      : field === "response" && below.length > 0;
    return isWrong ? [this.#fact("envelope", key, `${version} ${field}`)] : [];
  }

  /** The paid amount, compared with what the browser sent. */
  #amount({ path, node }: ResultRead, { amounts }: Api): CodeFact[] {
    const pointer = path.slice(1).join("/");
    if (!amounts.includes(pointer)) return [];
    const { bindings } = this.#tools.context;
    const isName = node.type === "Identifier";
    const uses = isName ? bindings.usesOf(node).filter((use) => use !== node) : [node];
    return uses.flatMap((use) => {
      const parent = bindings.parentOf(use);
      if (parent?.type !== "BinaryExpression" || !comparisons.has(parent.operator as string))
        return [];
      const other = (parent.left === use ? parent.right : parent.left) as Node;
      return this.#isReceived(other) ? [this.#fact("amount-received", other, "")] : [];
    });
  }

  #isReceived(expression: Node, steps = 0): boolean {
    const node = unwrapped(expression);
    if (steps > 5) return false;
    if (node.type === "CallExpression") {
      const [argument] = node.arguments as Node[];
      const isNumber = /^(?:Number|parseInt|parseFloat)$/.test(
        this.#tools.sourceOf(node.callee as Node),
      );
      return isNumber && argument !== undefined && this.#isReceived(argument, steps + 1);
    }
    if (node.type === "MemberExpression") return this.#isBody(node.object as Node);
    if (node.type !== "Identifier") return false;
    const { bindings } = this.#tools.context;
    const taken = bindings.takenFrom(node);
    if (taken) return this.#isBody(taken.from);
    const value = bindings.valueOf(node);
    return value !== undefined && this.#isReceived(value, steps + 1);
  }

  /** Whether an object is what a request to a server was sent with: of a parameter, or read from one. */
  #isBody(object: Node, steps = 0): boolean {
    const { bindings } = this.#tools.context;
    const node = unwrapped(object);
    const next = (one: unknown) => this.#isBody(one as Node, steps + 1);
    if (steps > 5) return false;
    switch (node.type) {
      case "AwaitExpression":
        return next(node.argument);
      case "Identifier": {
        const taken = bindings.takenFrom(node);
        if (taken) return sent.test(taken.key) && this.#isParameter(taken.from);
        const value = bindings.valueOf(node);
        return value !== undefined && next(value);
      }
      case "MemberExpression":
        return sent.test(memberName(node) ?? "") && this.#isParameter(node.object as Node);
      case "CallExpression": {
        const callee = unwrapped(node.callee as Node);
        const [argument] = node.arguments as Node[];
        if (callee.type === "Identifier") return callee.name === "readBody";
        if (this.#tools.sourceOf(callee) === "JSON.parse") return argument ? next(argument) : false;
        const isRead = callee.type === "MemberExpression" && memberName(callee) === "json";
        return isRead && this.#isParameter(callee.object as Node);
      }
      default:
        return false;
    }
  }

  /** Whether an expression begins with a parameter of a function: a request as frameworks hand it over. */
  #isParameter(expression: Node): boolean {
    let node = unwrapped(expression);
    while (node.type === "MemberExpression") node = unwrapped(node.object as Node);
    const [definition] = this.#tools.context.bindings.variableOf(node)?.defs ?? [];
    return definition?.type === "Parameter";
  }

  /** What is read of a payment's result by the names of the other version. */
  ofHandover(node: Node, { kinds, takes }: Handover, sdks: readonly Sdk[]): CodeFact[] {
    const versions = new Set(kinds.map(({ kind }) => kind.split(".")[1]));
    const foreign = sdks.flatMap(({ version, notInResult = [] }) =>
      versions.has(version) ? notInResult : [],
    );
    const isOfWindow = "resultIn" in takes && takes.resultIn === "promise";
    if (!isOfWindow || foreign.length === 0 || node.type !== "CallExpression") return [];
    return this.#reads
      .of(node)
      .filter(({ path }) => path.length === 1 && foreign.includes(path[0] as string))
      .map(({ path: [field = ""], key }) => this.#fact("foreign-result", key, field));
  }

  /** A webhook that is verified wrongly, or read by the names of the other version. */
  ofWebhook(node: Node, sdks: readonly Sdk[]): CodeFact[] {
    if (node.type !== "CallExpression") return [];
    const { names } = this.#tools.context;
    const { module, path } = names.of(node.callee as Node);
    const sdk = sdks.find(
      ({ packages = [], webhook }) =>
        webhook &&
        module !== undefined &&
        isWithin(packages, module) &&
        path.join(".").endsWith(webhook.name),
    );
    const webhook = sdk?.webhook;
    const body = webhook && (node.arguments as Node[])[webhook.body];
    if (!webhook || !body) return [];
    const isParsed = this.#isParsed(body);
    const around = this.#functionAround(node);
    return [
      ...(isParsed ? [this.#fact("parsed-webhook", body, "")] : []),
      ...(around ? this.#foreignIn(around, webhook.notInBody) : []),
    ];
  }

  #isParsed(body: Node): boolean {
    const source = this.#tools.sourceOf(unwrapped(body)).replace(/^await\s+/, "");
    if (/^JSON\.(?:stringify|parse)\(|\.json\(\)$/.test(source)) return true;
    const { text } = this.#tools.context;
    const isRaw =
      /\bexpress\.(?:raw|text)\(|\bbodyParser\.(?:raw|text)\(|\brawBody\b|\bverify\s*:/.test(text);
    return /\bbody$/.test(source) && !isRaw && /\b(?:express|bodyParser)\.json\(\)/.test(text);
  }

  #functionAround(node: Node): Node | undefined {
    const { bindings } = this.#tools.context;
    let above = bindings.parentOf(node);
    while (above && !isFunction(above)) above = bindings.parentOf(above);
    return above;
  }

  #foreignIn({ range: [start, end] }: Node, fields: readonly string[]): CodeFact[] {
    const { nodes, bindings } = this.#tools.context;
    return nodes.flatMap((node) => {
      if (node.range[0] < start || node.range[1] > end) return [];
      if (node.type === "Property" && bindings.parentOf(node)?.type === "ObjectPattern") {
        const pattern = bindings.parentOf(node) as Node;
        const declarator = bindings.parentOf(pattern);
        const from =
          declarator?.type === "VariableDeclarator" ? (declarator.init as Node | null) : null;
        const key = node.key as Node;
        const isOwn = from && this.#isBody(from) && fields.includes(key.name as string);
        return isOwn ? [this.#fact("foreign-webhook", key, key.name as string)] : [];
      }
      if (node.type !== "MemberExpression" || node.computed === true) return [];
      const key = node.property as Node;
      const isOwn = fields.includes(key.name as string) && this.#isBody(node.object as Node);
      return isOwn ? [this.#fact("foreign-webhook", key, key.name as string)] : [];
    });
  }
}

const isWithin = (packages: readonly string[], module: string): boolean =>
  packages.some((own) => module === own || module.startsWith(`${own}/`));
