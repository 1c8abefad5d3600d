import { textOf as knownText } from "../../../validator/unknown.js";
import type { LibraryCall, Run } from "../../program/library.js";
import type { ObjectCell } from "../../program/objects.js";
import type { Value } from "../../program/values.js";
import { textOf } from "../values.js";
import { isAuthorization } from "./headers.js";
import { methodIn, sendBuilt } from "./sending.js";

/** What begins a request, or puts it together; undefined of others. */
export function callOfBuilder(site: LibraryCall, path: string, run: Run): Value | undefined {
  const { object } = site.receiver ?? {};
  return object?.type === "request" ? methodOf(object, site, run) : begun(site, path, run);
}

function begun(site: LibraryCall, path: string, run: Run): Value | undefined {
  const { name, span, isNew, arguments: args } = site;
  const first = args[0]?.value;
  if (path === "HttpRequest.newBuilder" || (isNew && path.endsWith("Request.Builder"))) {
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

/** Puts a request together: the builders of `HttpRequest`, OkHttp, `WebClient`, `RestClient`, Apache's client. */
function methodOf(object: ObjectCell, site: LibraryCall, run: Run): Value | undefined {
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
    case "GET":
    case "DELETE":
    case "get":
    case "delete":
      says(name);
      return receiver;
    case "method":
      put("method", methodIn(args[0], run));
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
      if (isAuthorization(args[0], run)) put("authorization", second);
      return receiver;
    case "headers":
      if (first?.fn) put("authorization", authorizationByFunction(first, site, run));
      return receiver;
    case "build":
      if (objects.get(object, "sentWhenBuilt")) sendBuilt(object, site, run);
      return receiver;
    case "retrieve":
    case "exchange":
    case "exchangeToMono":
    case "exchangeToFlux":
    case "asJson":
    case "asString":
    case "asObject":
    case "asEmpty":
      sendBuilt(object, site, run);
      return run.unknown(span);
  }
  return receiver;
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
