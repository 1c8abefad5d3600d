import { textOf as knownText } from "../../validator/unknown.js";
import { isData } from "../program/dataClasses.js";
import type { ArgumentValue, CallSite, Run } from "../program/library.js";
import type { ObjectCell } from "../program/objects.js";
import type { Value } from "../program/values.js";
import { isMap } from "./collections.js";
import { declaredRequest } from "./httpInterface.js";
import { textOf } from "./values.js";

/**
 * What Java's clients of HTTP do. A request that is put together is an object with the entries `method`, `address`, `base`,
 * `body` and `form`, whichever client's builder it is.
 */

/** What a call of a client of HTTP gives; undefined of others. */
export function callOfHttp(site: CallSite, path: string, run: Run): Value | undefined {
  const { object } = site.receiver ?? {};
  if (path === declaredRequest) return declared(site, run);
  return (
    addresses(site, path, run) ??
    entities(site, path, run) ??
    makers(site, path, run) ??
    (object?.type === "request" ? builder(object, site, run) : undefined) ??
    template(site, run) ??
    (object?.type === "client" ? client(object, site, run) : undefined) ??
    (object?.type === "connection" ? connection(object, site, run) : undefined) ??
    chain(site, run)
  );
}

const addressMakers = new Set([
  ...["URI.create", "URI", "URL", "HttpUrl.parse", "HttpUrl.get", "URIBuilder"],
]);

const builderOfAddress =
  /^UriComponentsBuilder\.(?:from\w+|newInstance)$|^ServletUriComponentsBuilder\./;

function addresses(site: CallSite, path: string, run: Run): Value | undefined {
  const { receiver, name, span, arguments: args } = site;
  const first = args[0]?.value;
  if (!receiver && addressMakers.has(path)) return first;
  if (!receiver && builderOfAddress.test(path)) {
    const made = run.make("address", span);
    run.objects.put(made.object, "text", first ?? textOf([], site, run));
    return made;
  }
  if (receiver?.object?.type !== "address") {
    return name === "toURL" || name === "toUri" || name === "toURI" ? receiver : undefined;
  }
  const { object } = receiver;
  const text = run.objects.get(object, "text") ?? run.unknown(span);
  switch (name) {
    case "path":
    case "replacePath":
      if (first) run.objects.put(object, "text", textOf([text, first], site, run));
      return receiver;
    case "pathSegment": {
      const parts = args.flatMap(({ value }) => [slash(value), value]);
      run.objects.put(object, "text", textOf([text, ...parts], site, run));
      return receiver;
    }
    case "toUri":
    case "toUriString":
    case "toString":
    case "toURI":
      return text;
  }
  return receiver;
}

const slash = ({ span }: Value): Value => ({ span, known: "/" });

/** What carries a body: `HttpEntity`, publishers of bodies, entities of Apache's client, `BodyInserters`. */
function entities(site: CallSite, path: string, run: Run): Value | undefined {
  const { receiver, name, span, isNew, arguments: args } = site;
  const [first, second] = args.map(({ value }) => value);
  if (receiver?.object?.type === "form" && (name === "with" || name === "addEncoded")) {
    const [key, value] = args;
    if (key && value && typeof key.value.known === "string") {
      const place = { key: key.span, property: span };
      run.objects.put(receiver.object, key.value.known, value.value, place);
    } else run.objects.forget(receiver.object);
    return receiver;
  }
  if (isNew && (name === "HttpEntity" || name === "RequestEntity")) {
    const made = run.make("entity", span);
    const isBody = first && !isHeaders(first);
    const headers = args.map(({ value }) => value).find(isHeaders);
    if (isBody) run.objects.put(made.object, "body", first);
    else if (!first?.object) run.objects.open(made.object);
    if (headers) run.objects.put(made.object, "headers", headers);
    else if (args.length > 1) run.objects.open(made.object);
    return made;
  }
  if (isNew && /^(?:String|ByteArray|Json\w*)Entity$/.test(name)) return first;
  if (isNew && name === "UrlEncodedFormEntity") return first && formOfPairs(first, site, run);
  if (isNew && /^(?:BasicNameValuePair|NameValuePair)$/.test(name)) {
    const made = run.make("entry", span);
    if (first) run.objects.put(made.object, "key", first);
    if (second) run.objects.put(made.object, "value", second);
    return made;
  }
  if (/BodyPublishers\.of(?:String|ByteArray)$/.test(path)) return first;
  if (/BodyInserters\.(?:fromValue|fromObject|fromPublisher)$/.test(path)) return first;
  if (/BodyInserters\.fromFormData$/.test(path)) {
    const made = run.make("form", span);
    if (first && second && typeof first.known === "string" && args[0]) {
      run.objects.put(made.object, first.known, second, { key: args[0].span, property: span });
    } else if (first) run.objects.copyInto(made.object, first);
    return made;
  }
  if (path === "RequestBody.create") return args.map(({ value }) => value).find(isWrittenBody);
  if (isNew && path.endsWith("FormBody.Builder")) return run.make("form", span);
  return undefined;
}

/** `MediaType.parse(...)` is the other argument of `RequestBody.create`. */
const isWrittenBody = ({ letters, serialized, known, type }: Value): boolean =>
  letters !== undefined || serialized !== undefined || (knownText(known) !== undefined && !type);

const isHeaders = ({ object, type }: Value): boolean =>
  type === "HttpHeaders" || object?.source.includes("HttpHeaders") === true;

function formOfPairs(pairs: Value, { span }: CallSite, run: Run): Value {
  const made = run.make("form", span);
  const { object } = pairs;
  if (!object?.isList || run.objects.header(object).isOpen) run.objects.open(made.object);
  for (const [, { value: pair }] of object ? run.objects.entries(object) : []) {
    const key = pair.object && run.objects.get(pair.object, "key");
    const value = pair.object && run.objects.get(pair.object, "value");
    if (key && value && typeof key.known === "string") {
      const place = { key: key.origin ?? key.span, property: pair.object?.span };
      run.objects.put(made.object, key.known, value, place);
    } else run.objects.forget(made.object);
  }
  return made;
}

/** What begins a request, a client, a stream. */
function makers(site: CallSite, path: string, run: Run): Value | undefined {
  const { receiver, name, span, isNew, arguments: args } = site;
  const first = args[0]?.value;
  if (path === "HttpRequest.newBuilder" || (isNew && path.endsWith("Request.Builder"))) {
    const made = run.make("request", span);
    if (first) run.objects.put(made.object, "address", first);
    run.objects.put(made.object, "sentWhenBuilt", { span, known: true });
    return made;
  }
  const ofMethod = /^RequestEntity\.(post|put|patch|delete|get)$/.exec(path);
  const ofApache = isNew ? /^Http(Post|Put|Patch)$/.exec(name) : null;
  const ofUnirest = /^Unirest\.(post|put|patch|delete)$/.exec(path);
  const method = ofMethod?.[1] ?? ofApache?.[1] ?? ofUnirest?.[1];
  if (method !== undefined) {
    const made = run.make("request", span);
    run.objects.put(made.object, "method", { span, known: method });
    if (first) run.objects.put(made.object, "address", first);
    return made;
  }
  if (/^(?:WebClient|RestClient)\.(?:create|builder)$/.test(path)) {
    const made = run.make("client", span);
    if (first) run.objects.put(made.object, "base", first);
    return made;
  }
  if (name === "openConnection" && receiver) {
    const made = run.make("connection", span);
    run.objects.put(made.object, "address", receiver);
    return made;
  }
  const isWriter = isNew && /(?:Writer|OutputStream)$/.test(name);
  return isWriter && first?.object?.type === "connection" ? first : undefined;
}

/** Puts a request together: the builders of `HttpRequest`, OkHttp, `WebClient`, `RestClient`, Apache's client. */
function builder(object: ObjectCell, site: CallSite, run: Run): Value | undefined {
  const { receiver, name, span, arguments: args } = site;
  const { objects } = run;
  const [first, second] = args.map(({ value }) => value);
  const put = (key: string, value: Value | undefined) => {
    if (value) objects.put(object, key, value);
  };
  const says = (method: string) => put("method", { span, known: method });
  switch (name) {
    case "uri":
    case "url":
    case "setURI":
      put("address", first?.fn ? addressByFunction(first, site, run) : first);
      return receiver;
    case "POST":
    case "PUT":
    case "PATCH":
    case "post":
    case "put":
    case "patch":
      says(name);
      put("body", first);
      return receiver;
    case "method":
      put("method", methodIn(first, args[0], run));
      put("body", second);
      return receiver;
    case "body":
    case "bodyValue":
    case "syncBody":
    case "setEntity":
      put("body", first);
      return receiver;
    case "contentType":
    case "header":
    case "addHeader":
    case "setHeader":
      if (/urlencoded/i.test(run.sourceOf(span).slice(-200))) put("form", { span, known: true });
      return receiver;
    case "build":
      if (objects.get(object, "sentWhenBuilt")) record(object, undefined, site, run);
      return receiver;
    case "retrieve":
    case "exchange":
    case "exchangeToMono":
    case "exchangeToFlux":
    case "asJson":
    case "asString":
    case "asObject":
    case "asEmpty":
      record(object, undefined, site, run);
      return run.unknown(span);
  }
  return receiver;
}

/** `uri(builder -> builder.path("/payments/cancel").build())` */
function addressByFunction(fn: Value, site: CallSite, run: Run): Value {
  const made = run.make("address", site.span);
  run.objects.put(made.object, "text", textOf([], site, run));
  const given = run.apply(fn, [made]);
  return given.object?.type === "address" || knownText(given.known) !== undefined ? given : made;
}

/** `HttpMethod.POST`, or a text. */
function methodIn(value: Value | undefined, argument: ArgumentValue | undefined, run: Run): Value {
  if (value && typeof value.known === "string") return value;
  const source = argument ? run.sourceOf(argument.span) : "";
  const [, name] = /\bHttpMethod\s*\.\s*([A-Z]+)$/.exec(source) ?? /^([A-Z]+)$/.exec(source) ?? [];
  const span = argument?.span ?? [0, 0];
  return name === undefined ? run.unknown(span) : { span, known: name };
}

const methodNames = /^(?:post|put|patch|delete|get)$/;

/** A client with its base: `WebClient.builder().baseUrl(...).build()`. */
function client(object: ObjectCell, site: CallSite, run: Run): Value | undefined {
  const { receiver, name, arguments: args } = site;
  if (methodNames.test(name) || name === "method") return begun(site, run);
  const first = args[0]?.value;
  if (/^(?:baseUrl|rootUri)$/.test(name) && first) run.objects.put(object, "base", first);
  return receiver;
}

/** The first step of a chain: `webClient.post()`. */
function begun(site: CallSite, run: Run): Value {
  const { receiver, name, span, arguments: args } = site;
  const made = run.make("request", span);
  const method = name === "method" ? methodIn(args[0]?.value, args[0], run) : { span, known: name };
  run.objects.put(made.object, "method", method);
  const base = receiver?.object && run.objects.get(receiver.object, "base");
  const isOfTest = /test|mock/i.test(`${receiver?.type} ${site.receiverSource}`);
  const unknown =
    receiver && !receiver.object && !isOfTest ? run.unknown(receiver.span) : undefined;
  const from = base ?? unknown;
  if (from) run.objects.put(made.object, "base", from);
  return made;
}

/** A chain that begins at a client which is not known. */
function chain(site: CallSite, run: Run): Value | undefined {
  const { receiver, receiverSource, name, span, arguments: args } = site;
  if (!receiver || receiver.object) return undefined;
  if (methodNames.test(name) && args.length === 0) return begun(site, run);
  if (name === "method" && args.length === 1 && /HttpMethod/.test(run.sourceOf(span))) {
    return begun(site, run);
  }
  const isClient = /client|builder|template/i.test(`${receiver.type} ${receiverSource}`);
  if (/^(?:baseUrl|rootUri)$/.test(name) && isClient && args[0]) {
    const made = run.make("client", span);
    run.objects.put(made.object, "base", args[0].value);
    return made;
  }
  return undefined;
}

/** `HttpURLConnection`: what is written to its stream is the body. */
function connection(object: ObjectCell, site: CallSite, run: Run): Value | undefined {
  const { receiver, name, span, arguments: args } = site;
  const { objects } = run;
  const first = args[0]?.value;
  switch (name) {
    case "setRequestMethod":
      if (first) objects.put(object, "method", first);
      return run.unknown(span);
    case "getOutputStream":
      return receiver;
    case "write":
    case "writeBytes":
    case "writeUTF":
    case "print":
    case "println":
    case "append":
      if (first) objects.put(object, "body", first);
      if (!objects.get(object, "method")) objects.put(object, "method", { span, known: "POST" });
      record(object, undefined, site, run);
      return receiver;
  }
  return /^(?:set|add|get|is|flush|close|connect|disconnect|newLine)/.test(name)
    ? run.unknown(span)
    : undefined;
}

const templateMethods: Readonly<Record<string, string>> = {
  postForEntity: "POST",
  postForObject: "POST",
  postForLocation: "POST",
  patchForObject: "PATCH",
  put: "PUT",
};

/** `RestTemplate`, and clients that are given a whole request. */
function template(site: CallSite, run: Run): Value | undefined {
  const { receiver, receiverSource, name, span, arguments: args } = site;
  if (receiver?.object && receiver.object.type !== "client") return undefined;
  const base = receiver?.object && run.objects.get(receiver.object, "base");
  const [first, second, third] = args.map(({ value }) => value);
  const sent = args.map(({ value }) => value.object).find((one) => one?.type === "request");
  if (sent && /^(?:execute|exchange|executeAsync)$/.test(name)) {
    record(sent, undefined, site, run);
    return run.unknown(span);
  }
  const method = Object.hasOwn(templateMethods, name) ? templateMethods[name] : undefined;
  const isTemplate = name !== "put" || /rest|template/i.test(`${receiver?.type} ${receiverSource}`);
  if (method !== undefined && isTemplate && first) {
    send({ method: { span, known: method }, address: first, entity: second, base }, site, run);
    return run.unknown(span);
  }
  if (name === "exchange" && first && second) {
    const entity = third?.object?.type === "entity" || third?.object ? third : undefined;
    send({ method: methodIn(second, args[1], run), address: first, entity, base }, site, run);
    return run.unknown(span);
  }
  return undefined;
}

/** A request that an interface declares. */
function declared(site: CallSite, run: Run): Value {
  const [method, address, entity, form] = site.arguments.map(({ value }) => value);
  if (method && address) {
    const body = entity?.known === null ? undefined : entity;
    send({ method, address, entity: body, isForm: form?.known === true }, site, run);
  }
  return run.unknown(site.span);
}

interface Sent {
  readonly method: Value;
  readonly address: Value;
  readonly entity: Value | undefined;
  readonly base?: Value | undefined;
  readonly isForm?: boolean;
}

/** A request with what it carries. */
function send({ method, address, entity, base, isForm }: Sent, site: CallSite, run: Run): void {
  const { objects } = run;
  const text = address.object?.type === "address" ? objects.get(address.object, "text") : address;
  if (typeof method.known !== "string" || !text) return;
  const isEntity = entity?.object?.type === "entity";
  const body = isEntity && entity.object ? objects.get(entity.object, "body") : entity;
  const headers = isEntity && entity.object ? objects.get(entity.object, "headers") : undefined;
  const isUrlEncoded = (isForm ?? false) || saysForm(headers, run);
  const isMapBody = isMap(body) || isData(body) || body?.object?.type.startsWith("client:");
  run.record({
    is: "request",
    node: site.expression,
    span: site.span,
    method: method.known,
    address: text,
    base,
    body,
    isForm: isMapBody ? body?.object?.type === "form" || isUrlEncoded : undefined,
  });
}

function record(object: ObjectCell, entity: Value | undefined, site: CallSite, run: Run): void {
  const { objects } = run;
  const address = objects.get(object, "address");
  const method = objects.get(object, "method");
  if (!address || !method) return;
  const isForm = objects.get(object, "form")?.known === true;
  const base = objects.get(object, "base");
  const body = entity ?? objects.get(object, "body");
  send({ method, address, entity: body, base, isForm }, site, run);
}

/** Whether headers say that the body is a form. */
function saysForm(headers: Value | undefined, run: Run): boolean {
  const { object } = headers ?? {};
  if (!object) return false;
  return run.objects
    .entries(object)
    .some(
      ([key, { value }]) =>
        /^content-type$/i.test(key) && /urlencoded/i.test(mediaType(value, run)),
    );
}

const mediaType = ({ known, span }: Value, run: Run): string =>
  typeof known === "string" ? known : run.sourceOf(span);

/** `HttpHeaders`, which are a form of their own names. */
export function callOfHeaders(site: CallSite, run: Run): Value | undefined {
  const { receiver, name, span, arguments: args } = site;
  if (!receiver || !isHeaders(receiver)) return undefined;
  const { object } = receiver;
  const first = args[0]?.value;
  if (object && name === "setContentType" && first) {
    run.objects.put(object, "Content-Type", first);
    return run.unknown(span);
  }
  return /^set[A-Z]/.test(name) && name !== "setAll" ? run.unknown(span) : undefined;
}
