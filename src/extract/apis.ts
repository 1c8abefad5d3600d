import { editDistance } from "../validator/knownKeys.js";
import { anyCharacter, fits, hole } from "../validator/unknown.js";

/** A version of PortOne's REST API: which requests it takes; made from the tables. */
export interface Api {
  /** As kinds have it in their id: `v1`. */
  readonly version: string;
  readonly host: string;
  /** Other hosts that answer the same. */
  readonly otherHosts?: readonly string[];
  /** Matches hosts that code takes for this one. */
  readonly likeHost: string;
  /** Method and path of each request; a segment in braces varies. */
  readonly paths: readonly string[];
  /** Those of them that take no `Authorization` header. */
  readonly open: readonly string[];
  /** Other headers, and parameters of the address, that hold the token, in lower case. */
  readonly tokens: readonly string[];
  /** The object that an answer holds what is asked for in; without it there is no such object. */
  readonly envelope?: Envelope;
  /** Where in the body of an answer the paid amount is, with slashes between the keys. */
  readonly amounts: readonly string[];
  readonly payment: PaymentAnswer;
  readonly hook: Hook;
  /** Beginnings of paths that earlier descriptions had in front. */
  readonly oldBases?: readonly string[];
  /** Requests that the API does not have, each with the one that does what is meant. */
  readonly instead?: Readonly<Record<string, string>>;
}

/** The object that an answer holds what is asked for in. */
interface Envelope {
  readonly in: string;
  /** Fields that are in it and never beside it. */
  readonly fields: readonly string[];
  /** The field beside it that says whether the request was carried out, whatever the HTTP status is. */
  readonly outcome: string;
}

/** What is known of a payment that was looked up. */
interface PaymentAnswer {
  /** Method and path of the requests that answer with a payment. */
  readonly answers: readonly string[];
  readonly statuses: readonly string[];
  /** Fields that are objects. */
  readonly objects: readonly string[];
  /** Fields that only the other version's payment has, with slashes between the keys. */
  readonly foreign: readonly string[];
}

/** What is known of a webhook. */
export interface Hook {
  /** Fields that name the payment. */
  readonly ids: readonly string[];
  /** The field that says what happened. */
  readonly says: string;
  /** Matches the values of that field. */
  readonly values: string;
  /** True where such a value alone tells that a body is a webhook of PortOne's. */
  readonly isTold: boolean;
  /** Every text that reads such a webhook contains one of these words. */
  readonly words: readonly string[];
  /** Addresses that webhooks are sent from. */
  readonly senders: readonly string[];
  /** Matches names of functions and objects that ask PortOne. */
  readonly askedBy: string;
}

/** Whether a text is a value that a webhook's field has. */
export const isSaid = ({ values }: Hook, text: string): boolean =>
  new RegExp(values, "u").test(text);

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
  const { host, path } = partsOf(address);
  const api = apis.find((one) => one.host === host || one.otherHosts?.includes(host));
  // A base that ends in a slash gives two of them.
  return api && { api, path: path.replace(/^\/+/, "/") };
}

function partsOf(address: string): { readonly host: string; readonly path: string } {
  const [bare = ""] = address.split(/[?#]/);
  const [, host = "", path = "/"] = /^(?:https?:)?\/\/([^/:]+)(?::\d+)?(\/.*)?$/s.exec(bare) ?? [];
  return { host, path };
}

/** The address at which the API has a request that is sent to another host of a name like its own; undefined of any other. */
export function hostMeant(
  apis: readonly Api[],
  method: string,
  address: string,
): { readonly path: string; readonly right: string } | undefined {
  const { host, path } = partsOf(address);
  if (host === "" || apiAt(apis, address)) return undefined;
  const isMeant = (api: Api) =>
    new RegExp(api.likeHost, "iu").test(host) || editDistance(host, api.host) <= 2;
  const like = apis.filter(isMeant);
  if (like.length === 0) return undefined;
  const has = ({ paths }: Api) =>
    paths.map(splitRequest).some((one) => one.method === method && isExactly(one.path, path));
  const api = [...like, ...apis].find(has);
  return api && { path, right: `https://${api.host}` };
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
    return isUnknown(segment) ? fits(own, segment) : own === segment;
  });
}

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
  const named = requests.filter((own) => own.path === path.replace(/\/$/, ""));
  const isOfOther = named.length > 0 && named.every((own) => own.method !== method);
  if (has(path) && !isOfOther) return undefined;
  const base = api.oldBases?.find((one) => path.startsWith(`${one}/`));
  if (base !== undefined && has(path.slice(base.length))) {
    return { is: "old", right: shown(path.slice(base.length)) };
  }
  const plain = path.replace(/^\/(?:v\d+|api)(?=\/)/, "");
  if (plain !== path && has(plain)) return { is: "near", right: `${method} ${shown(plain)}` };
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
