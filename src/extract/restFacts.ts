import type { Span } from "../text/positions.js";
import { type Api, apiAt, pathFault, shown } from "./apis.js";
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

/** What is to be said of a request of the REST API that is written out. */
export function restFacts(
  apis: readonly Api[],
  { method, address, span, headers, isSample }: WrittenRequest,
): CodeFact[] {
  const at = apiAt(apis, address);
  if (!at) return [];
  const { api, path } = at;
  const fact = { span, isSample };
  const fault = pathFault(apis, api, method, path);
  if (fault) {
    const terms = { request: `${method} ${shown(path)}`, right: fault.right };
    return [{ ...fact, what: "rest-path", value: fault.is, terms }];
  }
  const given = headers.find((line) => /^authorization\s*:/i.test(line));
  // What a configuration of the tool adds is not seen, so that nothing is said of a header that is not there.
  if (!isAsked(api, method, path) || given === undefined) return [];
  const value = given
    .replace(/^[^:]*:\s*/, "")
    .replace(/\$\{?(\w+)\}?|\{\{\s*([\w.]+)\s*\}\}/g, "${$1$2}")
    .trim();
  return [{ ...fact, what: "rest-authorization", value: `${api.version} text:${value}` }];
}

/** Whether a request is one of the API's and needs an `Authorization` header. */
export const isAsked = ({ paths, open }: Api, method: string, path: string): boolean =>
  paths.some((one) => isRequest(one, method, path)) &&
  !open.some((one) => isRequest(one, method, path));

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
