import { isOpen, isSeen, textOf, Unknown } from "../../../validator/unknown.js";
import { type Api, apiAt } from "../../apis.js";
import type { Located } from "../../located.js";
import type { CodeFact } from "../../reader.js";
import { hasOtherToken, hostFacts, isAsked, isRequest, pathFacts } from "../../restFacts.js";
import type { ConstantFolder } from "../folding/constantFolding.js";
import type { FoldingTools } from "../folding/foldingTools.js";
import { argumentsOf, memberName, type Node, unwrapped } from "../syntax/ast.js";
import { below, type HttpRequest, httpRequest } from "./httpConventions.js";
import { isOfBrowser } from "./surroundings.js";
import { wholeAddress } from "./wholeAddress.js";

/** A request of PortOne's REST API that a program makes. */
export interface ApiRequest {
  readonly node: Node;
  readonly request: HttpRequest;
  readonly api: Api;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  /** The function that makes it: `fetch`, `axios`. */
  readonly client: string;
}

/** A request of a program, with its whole address. */
interface AnyRequest extends Pick<ApiRequest, "node" | "request" | "method" | "client"> {
  readonly address: string;
}

/** The requests that a program makes to PortOne's REST API, or to a host like its own, as far as the code says the host. */
export function requestsIn(
  tools: FoldingTools,
  evaluator: ConstantFolder,
  apis: readonly Api[],
): AnyRequest[] {
  const { text, nodes, bindings, names } = tools.context;
  if (!mayHoldHost(apis).test(text)) return [];
  return nodes.flatMap((node): AnyRequest[] => {
    if (node.type !== "CallExpression" || argumentsOf(node).length === 0) return [];
    const request = httpRequest(node, evaluator);
    const address = request && wholeAddress(request, node, { text, bindings, evaluator });
    if (!request || !address) return [];
    const { global, module, path } = names.of(node.callee as Node);
    const client = global ?? module ?? path[0] ?? "";
    return [{ node, request, method: request.method.toUpperCase(), client, address: address.text }];
  });
}

/** Matches texts that may name the host of the API, or one like it. */
const mayHoldHost = (apis: readonly Api[]): RegExp =>
  new RegExp(apis.map(({ host }) => host.split(".").at(-2)).join("|") || "(?!)", "i");

/** Finds the facts about requests to the REST API. */
export class RequestFacts {
  readonly #tools: FoldingTools;
  readonly #apis: readonly Api[];

  constructor(tools: FoldingTools, apis: readonly Api[]) {
    this.#tools = tools;
    this.#apis = apis;
  }

  /** A request with the API that it is sent to; undefined where it is sent to another host. */
  atApi({ address, ...one }: AnyRequest): ApiRequest | undefined {
    const at = apiAt(this.#apis, address);
    return at && { ...at, ...one };
  }

  /** The facts about a request to a host that is not the API's. */
  ofOther({ request, method, address }: AnyRequest): CodeFact[] {
    const { isSample } = this.#tools.context;
    return hostFacts(this.#apis, { method, address, span: request.address.span, isSample });
  }

  of(one: ApiRequest): CodeFact[] {
    return [
      ...this.#path(one),
      ...this.#authorization(one),
      ...this.#body(one),
      ...this.#inBrowser(one),
    ];
  }

  #fact(what: string, { range }: { readonly range: Node["range"] }, value: string): CodeFact {
    return { what, value, span: range, isSample: this.#tools.context.isSample };
  }

  #path({ request, api, method, path }: ApiRequest): CodeFact[] {
    const { span } = request.address;
    const source = this.#tools.context.text.slice(...span);
    const { isSample } = this.#tools.context;
    return pathFacts(this.#apis, { api, method, path, source, span, isSample });
  }

  /** A request with a secret in it that a browser makes. */
  #inBrowser({ node, request, api, method, path, client }: ApiRequest): CodeFact[] {
    if (!isOfBrowser(this.#tools)) return [];
    const isForToken = api.open.some((one) => isRequest(one, method, path)) && method === "POST";
    const headers = headersOf(request, client);
    const isSigned = headers !== undefined && headers && childNamed(headers, "authorization");
    const { callee } = node as unknown as { callee: Node };
    return isForToken || isSigned ? [this.#fact("rest-browser", callee, api.version)] : [];
  }

  #authorization({ node, request, api, method, path, client }: ApiRequest): CodeFact[] {
    const { version } = api;
    if (!isAsked(api, method, path)) return [];
    const headers = headersOf(request, client);
    if (headers === undefined) return [];
    const given = headers && childNamed(headers, "authorization");
    const address = textOf(request.address.value) ?? "";
    if (!given && hasOtherToken(api, headers?.children.keys() ?? [], address)) return [];
    if (!given) {
      const { callee } = node as unknown as { callee: Node };
      return [this.#fact("rest-authorization", callee, `${version} absent`)];
    }
    return [
      this.#fact("rest-authorization", { range: given.span }, `${version} ${this.#written(given)}`),
    ];
  }

  /** A text as `text:` and what is known of it, any other expression as `code:` and its source. */
  #written({ value }: Located): string {
    if (typeof value === "string") return `text:${value}`;
    const source = value instanceof Unknown ? value.source : "";
    const [, head, tail] = /^["'`]([^"'`]*)["'`]\s*\+\s*([\w.!?]+)$/.exec(source) ?? [];
    if (head !== undefined) return `text:${head}\${${tail}}`;
    return /^["'`]/.test(source) ? `text:${source.replace(/^.|.$/g, "")}` : `code:${source}`;
  }

  #body(one: ApiRequest): CodeFact[] {
    return isFetch.test(one.client)
      ? this.#bodyOfFetch(one)
      : one.client === "axios"
        ? this.#bodyOfAxios(one)
        : [];
  }

  #bodyOfFetch({ request, method, client }: ApiRequest): CodeFact[] {
    const { written, options } = request;
    if (!written) {
      const ignored = options && !below(options, "body") && below(options, "data");
      const other = ignored || (options && !below(options, "body") && below(options, "json"));
      return other && isWhole(options)
        ? [this.#fact("rest-body", { range: other.key ?? other.span }, "option")]
        : [];
    }
    const { bindings } = this.#tools.context;
    const made = unwrapped(written);
    const named = made.type === "Identifier" ? bindings.valueOf(made) : undefined;
    const body = named ? unwrapped(named) : made;
    if (method === "GET") return [this.#fact("rest-body", made, "get")];
    if (body.type === "ObjectExpression") return [this.#fact("rest-body", made, "object")];
    const isJson =
      body.type === "CallExpression" &&
      this.#tools.sourceOf(unwrapped(body.callee as Node)) === "JSON.stringify";
    const headers = isJson ? headersOf(request, client) : undefined;
    const isUntyped = headers !== undefined && !(headers && childNamed(headers, "content-type"));
    return isUntyped ? [this.#fact("rest-body", made, "untyped")] : [];
  }

  /** Options where axios takes the body, a body where it takes options, and a body under a name that it does not read. */
  #bodyOfAxios({ node, request: { options } }: ApiRequest): CodeFact[] {
    const callee = unwrapped(node.callee as Node);
    const name = callee.type === "MemberExpression" ? memberName(callee) : undefined;
    const [, second, third] = argumentsOf(node);
    if (/^(?:post|put|patch)$/.test(name ?? "") && second) {
      const isOptions = !third && options && below(options, "headers");
      return isOptions ? [this.#fact("rest-body", second, "options")] : [];
    }
    if (/^(?:get|delete|head)$/.test(name ?? "")) {
      return third ? [this.#fact("rest-body", third, "ignored")] : [];
    }
    const body = options && !below(options, "data") && below(options, "body");
    return body && isWhole(options)
      ? [this.#fact("rest-body", { range: body.key ?? body.span }, "data")]
      : [];
  }
}

/** Functions that take what `fetch` of browsers takes. */
const isFetch = /^(?:(?:node-|cross-|isomorphic-|isomorphic-un)?fetch|undici)$/;

/**
 * The headers of a request; null where there are none, and undefined where that is not known: clients other than `fetch` may add
 * headers of their own.
 */
function headersOf({ options }: HttpRequest, client: string): Located | null | undefined {
  const headers = options && below(options, "headers");
  if (headers && childNamed(headers, "authorization")) return headers;
  if (!isFetch.test(client) || !isWhole(headers ?? options)) return undefined;
  return headers ?? null;
}

const isWhole = (located: Located | undefined): boolean =>
  !located || (isSeen(located.value) && !isOpen(located.value));

const childNamed = ({ children }: Located, name: string): Located | undefined =>
  [...children].find(([key]) => key.toLowerCase() === name)?.[1];
