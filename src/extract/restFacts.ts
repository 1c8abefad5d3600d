import type { Span } from "../text/positions.js";
import { anyCharacter, hole } from "../validator/unknown.js";
import { type Api, apiAt, hostMeant, type PathFault, pathFault, shown } from "./apis.js";
import type { CodeFact } from "./reader.js";

/** A request that a text writes out: a command, or a request of a file of those. */
interface WrittenRequest {
  readonly method: string;
  /** With holes for what is not known. */
  readonly address: string;
  readonly span: Span;
  /** Lines of headers as they are written. */
  readonly headers: readonly string[];
  readonly isSample: boolean;
}

/** The facts about a request of the REST API that is written out. */
export function restFacts(
  apis: readonly Api[],
  { method, address, span, headers, isSample }: WrittenRequest,
): CodeFact[] {
  const at = apiAt(apis, address);
  if (!at) return hostFacts(apis, { method, address, span, isSample });
  const { api, path } = at;
  const wrong = pathFacts(apis, { api, method, path, source: "", span, isSample });
  if (wrong.length > 0) return wrong;
  const given = headers.find((line) => /^authorization\s*:/i.test(line));
  // What a configuration of the tool adds is not seen, so that nothing is said of a header that is not there.
  if (!isAsked(api, method, path) || given === undefined) return [];
  const value = given
    .replace(/^[^:]*:\s*/, "")
    .replace(/\$\{?(\w+)\}?|\{\{\s*([\w.]+)\s*\}\}/g, "${$1$2}")
    .trim();
  return [{ span, isSample, what: "rest-authorization", value: `${api.version} text:${value}` }];
}

/** The facts about a request to a host that resembles the API's but is not it. */
export function hostFacts(
  apis: readonly Api[],
  { method, address, span, isSample }: Omit<WrittenRequest, "headers">,
): CodeFact[] {
  const meant = hostMeant(apis, method, address);
  if (!meant) return [];
  const terms = { request: `${method} ${shown(meant.path)}`, right: meant.right };
  return [{ what: "rest-path", value: "host", span, terms, isSample }];
}

/** A request at the API. */
interface RequestAt {
  readonly api: Api;
  readonly method: string;
  readonly path: string;
  /** How the address is written. */
  readonly source: string;
  readonly span: Span;
  readonly isSample: boolean;
}

/** Code that ends in a value that is an id, by its name or by how it is written. */
const endsInId = /(?:id|encodeURIComponent\([^()]*\)|quote\([^()]*\))[\s)}`"']*$/i;

/** The facts about a request's method and path. */
export function pathFacts(
  apis: readonly Api[],
  { api, method, path, source, span, isSample }: RequestAt,
): CodeFact[] {
  const isId = endsInId.test(source);
  // An id is one segment; anything else at the end may be several.
  const known = isId && path.endsWith(`/${hole}`) ? path.slice(0, -1) + anyCharacter : path;
  const fault = (isId ? withoutSlash(api, path) : undefined) ?? pathFault(apis, api, method, known);
  if (!fault) return [];
  const terms = { request: `${method} ${shown(path)}`, right: fault.right };
  return [{ what: "rest-path", value: fault.is, span, terms, isSample }];
}

/** `"/payments/find" + merchantUid`: a word of the API's with an id right behind it. */
function withoutSlash({ paths }: Api, path: string): PathFault | undefined {
  if (!path.endsWith(hole) || path.endsWith(`/${hole}`)) return undefined;
  const known = path.slice(0, -hole.length);
  const right = paths.find((one) => one.slice(one.indexOf(" ") + 1).startsWith(`${known}/{`));
  return right === undefined ? undefined : { is: "near", right };
}

/** Whether a request is one of the API's and needs an `Authorization` header. */
export const isAsked = ({ paths, open }: Api, method: string, path: string): boolean =>
  paths.some((one) => isRequest(one, method, path)) &&
  !open.some((one) => isRequest(one, method, path));

/** Whether headers, or an address, hold the token in another way than by `Authorization`. */
export const hasOtherToken = (
  { tokens }: Api,
  headers: Iterable<string>,
  address: string,
): boolean => {
  const given = new Set([...headers].map((key) => key.toLowerCase()));
  const [, query = ""] = address.split("?");
  return tokens.some((one) => given.has(one) || query.includes(`${one}=`));
};

/** Whether a method and a path are those of a request of the API. */
export function isRequest(one: string, method: string, path: string): boolean {
  const [verb, template = ""] = one.split(" ");
  const [wanted, segments] = [template.split("/"), path.replace(/\/$/, "").split("/")];
  return (
    verb === method &&
    wanted.length === segments.length &&
    wanted.every((own, index) => own.startsWith("{") || own === segments[index])
  );
}
