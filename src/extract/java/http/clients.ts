import type { LibraryCall, Run } from "../../program/library.js";
import { isObject, type ObjectValue, type Value } from "../../program/values.js";
import { methodIn } from "./sending.js";

const methodNames = /^(?:post|put|patch|delete|get)$/;

/** `WebClient` and `RestClient`, which begin requests and may know the beginning of their addresses. */
export function interpretClientCall(site: LibraryCall, path: string, run: Run): Value | undefined {
  const { receiver, span, arguments: args } = site;
  if (/^(?:WebClient|RestClient)\.(?:create|builder)$/.test(path)) {
    const made = run.make("client", span);
    const first = args[0]?.value;
    if (first) run.objects.put(made.object, "base", first);
    return made;
  }
  if (isObject(receiver)) {
    return receiver.object.type === "client" ? clientMethod(receiver, site, run) : undefined;
  }
  return receiver && chain(receiver, site, run);
}

/** A client with its base: `WebClient.builder().baseUrl(...).build()`. */
function clientMethod(client: ObjectValue, site: LibraryCall, run: Run): Value {
  const { name, arguments: args } = site;
  if (methodNames.test(name) || name === "method") {
    return begun(run.objects.get(client.object, "base"), site, run);
  }
  const base = /^(?:baseUrl|rootUri)$/.test(name) ? args[0]?.value : undefined;
  if (base) run.objects.put(client.object, "base", base);
  return client;
}

/** The first step of a chain: `webClient.post()`. */
function begun(base: Value | undefined, site: LibraryCall, run: Run): Value {
  const { name, span, arguments: args } = site;
  const made = run.make("request", span);
  const method = name === "method" ? methodIn(args[0], site, run) : { span, known: name };
  run.objects.put(made.object, "method", method);
  if (base) run.objects.put(made.object, "base", base);
  return made;
}

/** A chain that begins at a client which is not known. */
function chain(client: Value, site: LibraryCall, run: Run): Value | undefined {
  const { receiverSource, name, span, arguments: args } = site;
  const isMethod =
    (methodNames.test(name) && args.length === 0) ||
    (name === "method" && args.length === 1 && /HttpMethod/.test(run.sourceOf(span)));
  if (isMethod) {
    const isOfTest = /test|mock/i.test(`${client.type} ${receiverSource}`);
    return begun(isOfTest ? undefined : run.unknown(client.span), site, run);
  }
  const isClient = /client|builder|template/i.test(`${client.type} ${receiverSource}`);
  if (/^(?:baseUrl|rootUri)$/.test(name) && isClient && args[0]) {
    const made = run.make("client", span);
    run.objects.put(made.object, "base", args[0].value);
    return made;
  }
  return undefined;
}
