import { fieldAt, isBesideEnvelope, statusMeant } from "../../answerFacts.js";
import type { Api } from "../../apis.js";
import type { CodeFact } from "../../reader.js";
import { isRequest } from "../../restFacts.js";
import type { Sdk } from "../../sdks.js";
import type { ApiRequest } from "../calls/requests.js";
import { isNamed, type SdkCall } from "../calls/sdkCalls.js";
import type { FoldingTools } from "../folding/foldingTools.js";
import type { Node } from "../syntax/ast.js";
import { memberName, unwrapped } from "../syntax/ast.js";
import { Received } from "./received.js";
import { type ResultRead, ResultReads } from "./resultReads.js";

const equal = new Set(["===", "!==", "==", "!="]);
const comparisons = new Set([...equal, "<", "<=", ">", ">="]);

/** An interceptor may take the body out of the response. */
const interceptors = /\binterceptors\b/;

/** What a response says of HTTP alone. */
const ofHttp = new Set(["ok", "status", "statusText"]);

const conversions = /^(?:Number|String|parseInt|parseFloat|Number\.parse(?:Int|Float))$/;

/** What an answer holds that was asked for: keys that lead to it, and where it is read. */
interface AnswerRead extends ResultRead {
  readonly field: string;
}

/** Finds how a program uses what a request or a payment gives. */
export class ResultFacts {
  readonly #tools: FoldingTools;
  readonly #reads: ResultReads;
  readonly #received: Received;
  readonly #sdks: readonly Sdk[];
  readonly #apis: readonly Api[];

  constructor(tools: FoldingTools, sdks: readonly Sdk[], apis: readonly Api[]) {
    this.#tools = tools;
    this.#reads = new ResultReads(tools.context.bindings, tools.functions);
    this.#received = new Received(tools);
    this.#sdks = sdks;
    this.#apis = apis;
  }

  #fact = (what: string, { range }: Node, value: string): CodeFact => ({
    ...{ what, value, span: range, terms: { name: value.replace(/^v\d /, "") } },
    isSample: this.#tools.context.isSample,
  });

  /** What is read of the answer to a request. */
  ofRequest({ node, api, client, method, path }: ApiRequest): CodeFact[] {
    if (interceptors.test(this.#tools.context.text)) return [];
    const body = client === "axios" ? "data" : /fetch$/.test(client) ? "json()" : undefined;
    if (body === undefined) return [];
    const { reads, escapes } = this.#reads.of(node);
    const ofBody = reads.filter(({ path: [first], path: { length } }) => {
      return first === body && length > 1;
    });
    const isPayment = api.payment.answers.some((one) => isRequest(one, method, path));
    const unread = escapes ? [] : this.#unread(reads, api);
    return [
      ...(client === "axios" ? this.#besideBody(node, reads, api) : []),
      ...ofBody.flatMap((read) => this.#envelope(read, api)),
      ...(isPayment ? this.#payment(answered(ofBody, api), api) : []),
      ...unread,
    ];
  }

  /** What is read of a payment that a server's SDK looks up. */
  ofLookUp(node: Node): CodeFact[] {
    if (node.type !== "CallExpression") return [];
    const named = this.#tools.context.names.of(node.callee as Node);
    const sdk = this.#sdks.find(({ looksUp = [], ...one }) =>
      looksUp.some((name) => isNamed(named, one, name)),
    );
    const api = sdk && this.#apis.find(({ version }) => version === sdk.version);
    if (!api) return [];
    const { reads } = this.#reads.of(node);
    return this.#payment(
      reads.map((read) => ({ ...read, field: read.path.join("/") })),
      api,
    );
  }

  /** A field that is read beside the object that holds it, or an object that this version has not. */
  #envelope({ path: [, ...keys], key }: ResultRead, api: Api) {
    return isBesideEnvelope(api, keys)
      ? [this.#fact("envelope", key, `${api.version} ${keys[0]}`)]
      : [];
  }

  /** What PortOne answers, read of the response of axios, which has it in `data`. */
  #besideBody(request: Node, reads: readonly ResultRead[], { version, envelope }: Api): CodeFact[] {
    // What `catch` gives can be anything.
    if (this.#isCaught(request)) return [];
    const { in: inside, outcome, fields = [] } = envelope ?? {};
    return reads.flatMap(({ path: [name = "", ...below], node, key }) => {
      const isRead = name === "status" ? this.#isComparedWithWord(node) : !ofHttp.has(name);
      const isField = fields.includes(name);
      const isOfBody = isField || name === "status" || name === inside || name === outcome;
      if (below.length > 0 || !isRead || !isOfBody) return [];
      const right = ["data", ...(isField && inside ? [inside] : []), name].join(".");
      return [{ ...this.#fact("beside-body", key, `${version} ${name}`), terms: { name, right } }];
    });
  }

  #isCaught(promise: Node): boolean {
    const { bindings } = this.#tools.context;
    const member = bindings.parentOf(promise);
    const call = member?.type === "MemberExpression" ? bindings.parentOf(member) : undefined;
    if (!member || call?.type !== "CallExpression" || call.callee !== member) return false;
    return memberName(member) === "catch" || this.#isCaught(call);
  }

  #isComparedWithWord = (node: Node): boolean =>
    this.#comparedWith(node, equal).some(
      ({ value }) => typeof value === "string" && !/^\d+$/.test(value),
    );

  #payment(reads: readonly AnswerRead[], api: Api): CodeFact[] {
    return reads.flatMap((read) => [
      ...this.#amount(read, api),
      ...this.#otherVersion(read, api),
      ...this.#status(read, api),
    ]);
  }

  /** The paid amount, compared with what the browser sent. */
  #amount({ field, node }: AnswerRead, { amounts, envelope }: Api): CodeFact[] {
    if (!amounts.includes(envelope ? `${envelope.in}/${field}` : field)) return [];
    return this.#comparedWith(node, equal)
      .filter((other) => this.#received.isValue(other))
      .map((other) => this.#fact("amount-received", other, ""));
  }

  /** A field that only the other version's payment has, and an object that is compared as if it were a number. */
  #otherVersion({ field, node, key }: AnswerRead, { version, payment }: Api): CodeFact[] {
    if (payment.foreign.includes(field)) {
      return [this.#fact("foreign-payment", key, `${version} ${field.replaceAll("/", ".")}`)];
    }
    const isObject = payment.objects.includes(field);
    return isObject && this.#comparedWith(node, comparisons).some(isNumberLike)
      ? [this.#fact("object-compared", key, `${version} ${field}`)]
      : [];
  }

  /** A status that is compared with a text that is none, but for its case. */
  #status({ field, node }: AnswerRead, api: Api): CodeFact[] {
    if (field !== "status") return [];
    return this.#comparedWith(node, equal).flatMap((other) => {
      const { value } = other;
      const right = typeof value === "string" ? statusMeant(api, field, value) : undefined;
      return right === undefined
        ? []
        : [
            {
              ...this.#fact("status-case", other, api.version),
              terms: { name: `${value}`, right },
            },
          ];
    });
  }

  /** What a value, or a name for it, is compared with. */
  #comparedWith(node: Node, by: ReadonlySet<string>): Node[] {
    const { bindings } = this.#tools.context;
    const isName = node.type === "Identifier";
    const uses = isName ? bindings.usesOf(node).filter((use) => use !== node) : [node];
    return uses.flatMap((use) => {
      const value = this.#converted(use);
      const parent = bindings.parentOf(value);
      if (parent?.type !== "BinaryExpression" || !by.has(parent.operator as string)) return [];
      return [(parent.left === value ? parent.right : parent.left) as Node];
    });
  }

  /** `Number(value)` of a value, where it is so converted. */
  #converted(value: Node): Node {
    const { bindings } = this.#tools.context;
    const parent = bindings.parentOf(value);
    if (parent && unwrapped(parent) !== parent) return this.#converted(parent);
    const isConverted =
      parent?.type === "CallExpression" &&
      parent.callee !== value &&
      conversions.test(this.#tools.sourceOf(parent.callee as Node));
    return isConverted ? parent : value;
  }

  /** A request whose outcome is told by its HTTP status alone, which is the same for one that was refused. */
  #unread(reads: readonly ResultRead[], { version, envelope }: Api): CodeFact[] {
    if (!envelope || reads.some(({ path: [first = ""] }) => !ofHttp.has(first))) return [];
    const [read] = reads.filter(({ path: [first], node }) => first === "ok" || this.#isTest(node));
    return read ? [this.#fact("outcome-unread", read.key, `${version} ${envelope.outcome}`)] : [];
  }

  #isTest = (node: Node): boolean =>
    this.#comparedWith(node, comparisons).some(({ value }) => value === 200 || value === 201);

  /** What is read of a payment's result by the names of the other version. */
  ofSdkCall(node: Node, { kinds, takes, callback }: SdkCall): CodeFact[] {
    const sdk = this.#sdks.find(
      ({ version, notInResult }) =>
        notInResult && kinds.some(({ kind }) => kind.split(".")[1] === version),
    );
    const { notInResult: foreign = [], version } = sdk ?? {};
    if (!("resultIn" in takes) || foreign.length === 0 || node.type !== "CallExpression") return [];
    return this.#readsOfResult(node, takes.resultIn === "promise" ? undefined : callback)
      .filter(({ path }) => path.length === 1 && foreign.includes(path[0] as string))
      .map(({ path: [field = ""], key }) =>
        this.#fact("foreign-result", key, `${version} ${field}`),
      );
  }

  /** What is read of what a window gives: in a callback, or, without one, of a promise. */
  #readsOfResult(call: Node, callback: Node | undefined): readonly ResultRead[] {
    if (!callback) return this.#reads.of(call).reads;
    const fn = this.#tools.functions.named(callback);
    const [parameter] = fn ? (fn.params as Node[]) : [];
    return parameter ? this.#reads.ofParameter(parameter).reads : [];
  }
}

const isNumberLike = ({ value }: Node): boolean => typeof value !== "string" && value !== null;

/** What is read of the object that was asked for. */
const answered = (reads: readonly ResultRead[], api: Api): AnswerRead[] =>
  reads.flatMap((read) => {
    const field = fieldAt(api, read.path.slice(1));
    return field === undefined ? [] : [{ ...read, field }];
  });
