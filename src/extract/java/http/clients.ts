import type { LibraryCall, Run } from "../../program/library.js";
import type { ObjectCell } from "../../program/objects.js";
import type { Value } from "../../program/values.js";
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
  const { object } = receiver ?? {};
  return object?.type === "client" ? clientMethod(object, site, run) : chain(site, run);
}

/** A client with its base: `WebClient.builder().baseUrl(...).build()`. */
function clientMethod(object: ObjectCell, site: LibraryCall, run: Run): Value | undefined {
  const { receiver, name, arguments: args } = site;
  if (methodNames.test(name) || name === "method") return begun(site, run);
  const first = args[0]?.value;
  if (/^(?:baseUrl|rootUri)$/.test(name) && first) run.objects.put(object, "base", first);
  return receiver;
}

/** The first step of a chain: `webClient.post()`. */
function begun(site: LibraryCall, run: Run): Value {
  const { receiver, name, span, arguments: args } = site;
  const made = run.make("request", span);
  const method = name === "method" ? methodIn(args[0], run) : { span, known: name };
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
function chain(site: LibraryCall, run: Run): Value | undefined {
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
