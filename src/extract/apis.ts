import { editDistance } from "../validator/knownKeys.js";
import { anyCharacter, fits, hole } from "../validator/unknown.js";

/** A version of PortOne's REST API: which requests it takes; made from the tables. */
export interface Api {
  /** As kinds have it in their id: `v1`. */
  readonly version: string;
  readonly host: string;
  /** Method and path of each request; a segment in braces varies. */
  readonly paths: readonly string[];
  /** Those of them that take no `Authorization` header. */
  readonly open: readonly string[];
  /** What an answer holds beside the object that is asked for, and fields that are in it alone; without it there is no such object. */
  readonly envelope?: { readonly in: string; readonly fields: readonly string[] };
  /** Where in the body of an answer the paid amount is, with slashes between the keys. */
  readonly amounts: readonly string[];
  /** Beginnings of paths that earlier descriptions had in front. */
  readonly oldBases?: readonly string[];
  /** Requests that the API does not have, each with the one that does what is meant. */
  readonly instead?: Readonly<Record<string, string>>;
}

/** What is wrong with the path of a request. */
export interface PathFault {
  /** `near`: another path is meant, `none`: no such path, `method`, `version`: the other version's, `old`: an old base. */
  readonly is: "near" | "none" | "method" | "version" | "old";
  /** What is right, as far as that is known. */
  readonly right: string;
}

/** The API that an address is at, and its path there; undefined where the text does not say so. */
export function apiAt(
  apis: readonly Api[],
  address: string,
): { readonly api: Api; readonly path: string } | undefined {
  const [bare = ""] = address.split(/[?#]/);
  for (const api of apis) {
    const [, path] = /^(?:https?:)?\/\/([^/]+)(\/.*)?$/s.exec(bare)?.slice(1) ?? [];
    const [, host] = /^(?:https?:)?\/\/([^/:]+)/.exec(bare) ?? [];
    // A base that ends in a slash gives two of them.
    if (host === api.host) return { api, path: (path ?? "/").replace(/^\/+/, "/") };
  }
  return undefined;
}

const segmentsOf = (path: string): string[] => path.replace(/\/$/, "").split("/").slice(1);

const isParameter = (segment: string) => segment.startsWith("{");
const isUnknown = (segment: string) => segment.includes(hole) || segment.includes(anyCharacter);

/** Whether a path may be one of a template: what is unknown at its end may be several segments. */
function mayBe(template: string, path: string): boolean {
  const [wanted, segments] = [segmentsOf(template), segmentsOf(path)];
  const last = segments.at(-1);
  const isOpenEnded = last?.endsWith(hole) === true;
  if (isOpenEnded ? wanted.length < segments.length : wanted.length !== segments.length)
    return false;
  return segments.every((segment, index) => {
    const own = wanted[index] as string;
    if (isParameter(own)) return segment !== "";
    const isLast = index === segments.length - 1;
    if (isLast && isOpenEnded && wanted.length > segments.length) return mayBegin(own, segment);
    return isUnknown(segment) ? fits(own, segment) : own === segment;
  });
}

const mayBegin = (own: string, segment: string) => fits(own, segment) || fits(`${own}/`, segment);

/** Whether a path is of a template without a word of the path standing for what varies. */
const isExactly = (template: string, path: string): boolean =>
  mayBe(template, path) &&
  segmentsOf(template).every((own, index) => {
    const segment = segmentsOf(path)[index] ?? "";
    return isParameter(own) ? isUnknown(segment) : own === segment;
  });

/** What is wrong with a request's method and path; undefined where nothing is, or where that is not known. */
export function pathFault(
  apis: readonly Api[],
  api: Api,
  method: string,
  path: string,
): PathFault | undefined {
  const [first = ""] = segmentsOf(path);
  if (first === "" || isUnknown(first)) return undefined;
  const requests = api.paths.map(splitRequest);
  const has = (one: string) =>
    requests.some((own) => own.method === method && mayBe(own.path, one));
  if (has(path)) return undefined;
  const base = api.oldBases?.find((one) => path.startsWith(`${one}/`));
  if (base !== undefined && has(path.slice(base.length))) {
    return { is: "old", right: shown(path.slice(base.length)) };
  }
  const instead = Object.entries(api.instead ?? {}).find(([wrong]) => {
    const one = splitRequest(wrong);
    return one.method === method && mayBe(one.path, path) && !path.endsWith(`/${hole}`);
  });
  if (instead) return { is: "near", right: instead[1] };
  const methods = requests.filter((own) => isExactly(own.path, path));
  if (methods.length > 0) {
    return { is: "method", right: methods.map((own) => `${own.method} ${own.path}`).join(", ") };
  }
  const other = apis.find(
    (one) =>
      one !== api &&
      one.paths.map(splitRequest).some((own) => own.method === method && isExactly(own.path, path)),
  );
  if (other) return { is: "version", right: `https://${other.host}` };
  const near = nearest(requests, method, path);
  if (near !== undefined) return { is: "near", right: near };
  const families = new Set(requests.map((own) => segmentsOf(own.path)[0]));
  return families.has(first) ? { is: "none", right: "" } : undefined;
}

function splitRequest(request: string): { readonly method: string; readonly path: string } {
  const [method = "", path = ""] = request.split(" ");
  return { method, path };
}

const unknownStretch = new RegExp(`${hole}|${anyCharacter}+`, "g");

/** A path as messages show it. */
export const shown = (path: string): string => path.replace(unknownStretch, "…");

/** The path with the same method whose words are the nearest; undefined where none is near. */
function nearest(
  requests: readonly { readonly method: string; readonly path: string }[],
  method: string,
  path: string,
): string | undefined {
  const wordsOf = (one: string) =>
    segmentsOf(one).filter((own) => !isParameter(own) && !isUnknown(own));
  const own = wordsOf(path);
  let best: { readonly request: string; readonly distance: number } | undefined;
  for (const request of requests) {
    if (request.method !== method) continue;
    const words = wordsOf(request.path);
    if (words.length !== own.length || segmentsOf(request.path).length !== segmentsOf(path).length)
      continue;
    const distance = words.reduce(
      (sum, word, index) => sum + editDistance(word, own[index] as string),
      0,
    );
    if (distance <= 3 && distance < (best?.distance ?? 4)) {
      best = { request: `${request.method} ${request.path}`, distance };
    }
  }
  return best?.request;
}
