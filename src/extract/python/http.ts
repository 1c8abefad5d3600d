import type { Span } from "../../text/positions.js";
import { textOf as knownText } from "../../validator/unknown.js";
import type { ArgumentValue, LibraryCall, Run } from "../program/library.js";
import type { Value } from "../program/values.js";

/** What Python's clients of HTTP do: requests, httpx, aiohttp, urllib, http.client. */

/** What a call of a client of HTTP gives; undefined of others. */
export function interpretHttpCall(site: LibraryCall, path: string, run: Run): Value | undefined {
  return clients(site, path, run) ?? requestOfUrllib(site, path, run) ?? request(site, run);
}

const clientMakers = /(?:^|\.)(?:Session|session|Client|AsyncClient|ClientSession)$/;

/** `requests.Session()`, `httpx.Client(base_url=...)`, `http.client.HTTPSConnection(host)`. */
function clients(
  { span, arguments: args }: LibraryCall,
  path: string,
  run: Run,
): Value | undefined {
  const isConnection = /^(?:http\.client|httplib)\.HTTPS?Connection$/.test(path);
  const isClient = /^(?:requests|httpx|aiohttp)\./.test(path) && clientMakers.test(path);
  if (!isConnection && !isClient) return undefined;
  const made = run.make("client", span);
  const host = args[0]?.value;
  if (isConnection && host) run.objects.put(made.object, "base", hostAsBase(host));
  const isOfAiohttp = path === "aiohttp.ClientSession" && !args[0]?.name;
  const base = isClient
    ? (named(args, "base_url") ?? (isOfAiohttp ? args[0] : undefined))
    : undefined;
  if (base) run.objects.put(made.object, "base", base.value);
  return made;
}

const hostAsBase = (host: Value): Value =>
  typeof host.known === "string" ? { ...host, known: `https://${host.known}` } : host;

const named = (args: readonly ArgumentValue[], ...names: string[]): ArgumentValue | undefined =>
  args.find(({ name }) => name && names.includes(name.text));

/** `urllib.request.Request(address, data=...)`, which is sent by whoever opens it. */
function requestOfUrllib(site: LibraryCall, path: string, run: Run): Value | undefined {
  if (!/^(?:urllib\.request\.(?:Request|urlopen)|urllib2\.(?:Request|urlopen))$/.test(path)) {
    return undefined;
  }
  const { span, arguments: args } = site;
  const positional = args.filter(({ name }) => !name);
  const address = positional[0] ?? named(args, "url", "full_url");
  const body = named(args, "data") ?? positional[1];
  const method = named(args, "method")?.value.known ?? "POST";
  if (address && body && typeof method === "string") {
    record({ method, address: address.value, body: body.value }, site, run);
  }
  return run.unknown(span);
}

const methodNames = /^(?:get|post|put|patch|delete|request)$/;

/** `requests.post(address, data)`, `session.request("POST", address, json=...)`, `connection.request("POST", path, body)`. */
function request(site: LibraryCall, run: Run): Value | undefined {
  const { name, receiver, span, arguments: args } = site;
  if (!methodNames.test(name)) return undefined;
  if (receiver?.object && receiver.object.type !== "client") return undefined;
  const positional = args
    .filter(({ name: given, spread }) => !given && !spread)
    .map(({ value }) => value);
  const isNamed = name === "request";
  const says = isNamed ? (named(args, "method")?.value ?? positional[0]) : undefined;
  const isMethod = typeof says?.known === "string" && /^[A-Za-z]+$/.test(says.known);
  if (isNamed && !isMethod) return undefined;
  const method = isNamed ? String(says?.known) : name;
  const others = isNamed && says === positional[0] ? positional.slice(1) : positional;
  const address = named(args, "url")?.value ?? others[0];
  const text = address && knownText(address.known);
  if (!address || text === undefined) return undefined;
  // A dictionary has a `get`, too.
  if (name === "get" && !receiver?.object && !/^https?:/.test(text)) return undefined;
  const base = receiver?.object && run.objects.get(receiver.object, "base");
  const authorization = authorizationIn(site, run);
  record(
    { method, address, base, authorization, ...bodyIn(args, others.slice(1), run) },
    site,
    run,
  );
  return run.unknown(span);
}

/** What the `Authorization` header holds; null where there is none, which only a function of a module tells. */
function authorizationIn(
  { arguments: args, path }: LibraryCall,
  run: Run,
): Value | null | undefined {
  const isWhole = args.every(
    ({ spread, name }) => !spread && !/^(?:auth|cookies)$/.test(name?.text ?? ""),
  );
  const headers = named(args, "headers")?.value;
  if (!headers) return isWhole && /^(?:requests|httpx)\.\w+$/.test(path ?? "") ? null : undefined;
  if (!headers.object) return undefined;
  const own = run.objects
    .entries(headers.object)
    .find(([key]) => key.toLowerCase() === "authorization");
  if (own) return own[1].value;
  // Another header may hold the token.
  if (run.objects.entries(headers.object).some(([key]) => /token/i.test(key))) return undefined;
  const isOpen = run.objects.header(headers.object).isOpen || !isWhole;
  return !isOpen && /^(?:requests|httpx)\.\w+$/.test(path ?? "") ? null : undefined;
}

interface Sent {
  readonly method: string;
  readonly address: Value;
  readonly base?: Value | undefined;
  readonly body?: Value | undefined;
  readonly isJson?: boolean;
  readonly authorization?: Value | null | undefined;
}

/** The body among the arguments of a request. */
function bodyIn(
  args: readonly ArgumentValue[],
  positional: readonly Value[],
  run: Run,
): Pick<Sent, "body" | "isJson"> {
  const json = named(args, "json")?.value;
  if (json && json.known !== null) return { body: json, isJson: true };
  const data = named(args, "data", "content", "body")?.value ?? positional[0];
  if (data) return { body: data };
  const options = args.find(({ spread }) => spread === "named")?.value;
  const object = options?.object;
  if (!object) return options ? { body: options } : {};
  const ofJson = run.objects.get(object, "json");
  if (ofJson) return { body: ofJson, isJson: true };
  const ofData = run.objects.get(object, "data");
  return ofData ? { body: ofData } : {};
}

function record(
  { method, address, base, body, isJson, authorization }: Sent,
  site: LibraryCall,
  run: Run,
): void {
  const isObject = body?.object !== undefined;
  const span: Span = site.span;
  run.record({
    is: "request",
    node: site.expression,
    span,
    method,
    address,
    base,
    body,
    isForm: isJson ? false : isObject ? true : undefined,
    authorization,
  });
}
