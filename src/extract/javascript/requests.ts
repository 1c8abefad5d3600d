import { anyCharacter, hole, isOpen, isSeen, Unknown } from "../../validator/unknown.js";
import { type Api, apiAt, type PathFault, pathFault, shown } from "../apis.js";
import type { Located } from "../located.js";
import type { CodeFact } from "../reader.js";
import { isAsked, isRequest } from "../restFacts.js";
import { argumentsOf, type Node, unwrapped } from "./ast.js";
import type { Evaluator } from "./constantFolding.js";
import type { FoldingTools } from "./foldingTools.js";
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

/** The requests of PortOne's REST API whose host the code says. */
export function requestsIn(
  tools: FoldingTools,
  evaluator: Evaluator,
  apis: readonly Api[],
): ApiRequest[] {
  const { text, nodes, bindings, names } = tools.context;
  if (!apis.some(({ host }) => text.includes(host))) return [];
  return nodes.flatMap((node): ApiRequest[] => {
    if (node.type !== "CallExpression" || argumentsOf(node).length === 0) return [];
    const request = httpRequest(node, evaluator);
    const address = request && wholeAddress(request, node, { text, bindings, evaluator });
    const at = address && apiAt(apis, address.text);
    if (!request || !at) return [];
    const { global, module, path } = names.of(node.callee as Node);
    const client = global ?? module ?? path[0] ?? "";
    return [{ ...at, node, request, method: request.method.toUpperCase(), client }];
  });
}

/** What is to be said of requests of the REST API. */
export class RequestFacts {
  readonly #tools: FoldingTools;
  readonly #apis: readonly Api[];

  constructor(tools: FoldingTools, apis: readonly Api[]) {
    this.#tools = tools;
    this.#apis = apis;
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
    const at = { range: request.address.span };
    const isId = this.#endsInId(request);
    // An id is one segment; anything else at the end may be several.
    const known = isId && path.endsWith(`/${hole}`) ? path.slice(0, -1) + anyCharacter : path;
    const fault =
      pathFault(this.#apis, api, method, known) ?? (isId ? withoutSlash(api, path) : undefined);
    if (!fault) return [];
    const terms = { request: `${method} ${shown(path)}`, right: fault.right };
    return [{ ...this.#fact("rest-path", at, fault.is), terms }];
  }

  /** Whether an address ends in a value that is an id, by its name or by how it is written. */
  #endsInId({ address }: HttpRequest): boolean {
    const source = this.#tools.context.text.slice(...address.span);
    return /(?:uid|id|encodeURIComponent\([^()]*\))[\s)}`]*$/i.test(source);
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

  #body({ request, method, client }: ApiRequest): CodeFact[] {
    const { written } = request;
    if (!/fetch$/.test(client) || !written) return [];
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
}

/** `"/payments/find" + merchantUid`: a word of the API's with an id right behind it. */
function withoutSlash({ paths }: Api, path: string): PathFault | undefined {
  if (!path.endsWith(hole) || path.endsWith(`/${hole}`)) return undefined;
  const known = path.slice(0, -hole.length);
  const right = paths.find((one) => one.slice(one.indexOf(" ") + 1).startsWith(`${known}/{`));
  return right === undefined ? undefined : { is: "near", right };
}

/**
 * The headers of a request; null where there are none, and undefined where that is not known: clients other than `fetch` may add
 * headers of their own.
 */
function headersOf({ options }: HttpRequest, client: string): Located | null | undefined {
  const headers = options && below(options, "headers");
  if (headers && childNamed(headers, "authorization")) return headers;
  if (!/fetch$/.test(client) || !isWhole(headers ?? options)) return undefined;
  return headers ?? null;
}

const isWhole = (located: Located | undefined): boolean =>
  !located || (isSeen(located.value) && !isOpen(located.value));

const childNamed = ({ children }: Located, name: string): Located | undefined =>
  [...children].find(([key]) => key.toLowerCase() === name)?.[1];
