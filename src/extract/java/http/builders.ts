import { textOf as knownText } from "../../../validator/unknown.js";
import { handlers } from "../../program/handlers.js";
import type { LibraryCall, Run } from "../../program/library.js";
import { isObject, type ObjectValue, type Value } from "../../program/values.js";
import { textOf } from "../values.js";
import { isAuthorization } from "./headers.js";
import { methodIn, sendBuilt } from "./sending.js";

/** What begins a request, or puts it together; undefined of others. */
export function interpretBuilderCall(site: LibraryCall, path: string, run: Run): Value | undefined {
  const { receiver, name } = site;
  if (!isObject(receiver) || receiver.object.type !== "request") return begun(site, path, run);
  return (builderMethods.get(name) ?? otherStep)(receiver, site, run);
}

/** A step that says nothing of what is sent. */
const otherStep: BuilderMethod = (request) => request;

function begun(site: LibraryCall, path: string, run: Run): Value | undefined {
  const { name, span, isNew, arguments: args } = site;
  const first = args[0]?.value;
  if (path === "HttpRequest.newBuilder" || (isNew && path === "Request.Builder")) {
    const made = run.make("request", span);
    if (first) run.objects.put(made.object, "address", first);
    run.objects.put(made.object, "sentWhenBuilt", { span, known: true });
    return made;
  }
  const ofMethod = /^RequestEntity\.(post|put|patch|delete|get)$/.exec(path);
  const ofApache = isNew ? /^Http(Post|Put|Patch|Get|Delete)$/.exec(name) : null;
  const ofUnirest = /^Unirest\.(post|put|patch|delete|get)$/.exec(path);
  const method = ofMethod?.[1] ?? ofApache?.[1] ?? ofUnirest?.[1];
  if (method !== undefined) {
    const made = run.make("request", span);
    run.objects.put(made.object, "method", { span, known: method });
    if (first) run.objects.put(made.object, "address", first);
    return made;
  }
  return undefined;
}

type BuilderMethod = (request: ObjectValue, site: LibraryCall, run: Run) => Value;

/** The builders of `HttpRequest`, OkHttp, `WebClient`, `RestClient`, Apache's client, and what else their methods are called. */
const builderMethods = handlers<BuilderMethod>(
  [["uri", "url", "setURI"], setAddress],
  [["POST", "PUT", "PATCH", "post", "put", "patch"], setMethodAndBody],
  [["GET", "DELETE", "get", "delete"], setNamedMethod],
  [["method"], setMethod],
  [["body", "bodyValue", "syncBody", "setEntity"], setBody],
  [["contentType", "header", "addHeader", "setHeader"], setHeader],
  [["headers"], setHeaders],
  [["build"], build],
  [["retrieve", "exchange", "exchangeToMono", "exchangeToFlux"], sendNow],
  [["asJson", "asString", "asObject", "asEmpty"], sendNow],
);

function putInto(request: ObjectValue, key: string, value: Value | undefined, run: Run): Value {
  if (value) run.objects.put(request.object, key, value);
  return request;
}

function setAddress(request: ObjectValue, site: LibraryCall, run: Run): Value {
  const given = site.arguments[0]?.value;
  return putInto(request, "address", given?.fn ? addressByFunction(given, site, run) : given, run);
}

/** `get()`: the method's name says the method of HTTP. */
function setNamedMethod(request: ObjectValue, { name, span }: LibraryCall, run: Run): Value {
  return putInto(request, "method", { span, known: name }, run);
}

/** `post(body)` */
function setMethodAndBody(request: ObjectValue, site: LibraryCall, run: Run): Value {
  setNamedMethod(request, site, run);
  return setBody(request, site, run);
}

/** `method("POST", body)` */
function setMethod(request: ObjectValue, site: LibraryCall, run: Run): Value {
  const [method, body] = site.arguments;
  putInto(request, "method", methodIn(method, site, run), run);
  return putInto(request, "body", body?.value, run);
}

function setBody(request: ObjectValue, { arguments: [body] }: LibraryCall, run: Run): Value {
  return putInto(request, "body", body?.value, run);
}

function setHeader(request: ObjectValue, site: LibraryCall, run: Run): Value {
  const { span, arguments: args } = site;
  const [name, value] = args;
  const saysForm = args.some((one) => /urlencoded/i.test(run.sourceOf(one.span)));
  if (saysForm) putInto(request, "form", { span, known: true }, run);
  if (isAuthorization(name, run)) putInto(request, "authorization", value?.value, run);
  return request;
}

function setHeaders(request: ObjectValue, site: LibraryCall, run: Run): Value {
  const given = site.arguments[0]?.value;
  const found = given?.fn && authorizationByFunction(given, site, run);
  return putInto(request, "authorization", found, run);
}

function build(request: ObjectValue, site: LibraryCall, run: Run): Value {
  if (run.objects.get(request.object, "sentWhenBuilt")) sendBuilt(request.object, site, run);
  return request;
}

function sendNow({ object }: ObjectValue, site: LibraryCall, run: Run): Value {
  sendBuilt(object, site, run);
  return run.unknown(site.span);
}

/** `uri(builder -> builder.path("/payments/cancel").build())` */
function addressByFunction(fn: Value, site: LibraryCall, run: Run): Value {
  const made = run.make("address", site.span);
  run.objects.put(made.object, "text", textOf([], site, run));
  const given = run.apply(fn, [made]);
  return given.object?.type === "address" || knownText(given.known) !== undefined ? given : made;
}

/** `headers(headers -> headers.setBearerAuth(token))` */
function authorizationByFunction(fn: Value, { span }: LibraryCall, run: Run): Value | undefined {
  const made = { ...run.make("form", span), type: "HttpHeaders" };
  run.apply(fn, [made]);
  return run.objects.get(made.object, "Authorization");
}
