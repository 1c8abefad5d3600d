import { textOf as knownText } from "../../../validator/unknown.js";
import type { LibraryCall, Run } from "../../program/library.js";
import type { Value } from "../../program/values.js";
import { isHeaders } from "./headers.js";

/** What carries a body: `HttpEntity`, publishers of bodies, entities of Apache's client, `BodyInserters`. */
export function callOfBody(site: LibraryCall, path: string, run: Run): Value | undefined {
  const { receiver, name, span, isNew, arguments: args } = site;
  const values = args.map(({ value }) => value);
  const [first, second] = values;
  if (receiver?.object?.type === "form" && (name === "with" || name === "addEncoded")) {
    const [key, value] = args;
    if (key && value && typeof key.value.known === "string") {
      const spans = { key: key.span, property: span };
      run.objects.put(receiver.object, key.value.known, value.value, spans);
    } else run.objects.forget(receiver.object);
    return receiver;
  }
  if (isNew && (name === "HttpEntity" || name === "RequestEntity")) {
    const made = run.make("entity", span);
    const isBody = first && !isHeaders(first);
    const headers = values.find(isHeaders);
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
  if (path === "RequestBody.create") return values.find(isWrittenBody);
  if (isNew && path.endsWith("FormBody.Builder")) return run.make("form", span);
  return undefined;
}

/** `MediaType.parse(...)` is the other argument of `RequestBody.create`. */
const isWrittenBody = ({ letters, serialized, known, type }: Value): boolean =>
  letters !== undefined || serialized !== undefined || (knownText(known) !== undefined && !type);

function formOfPairs(pairs: Value, { span }: LibraryCall, run: Run): Value {
  const made = run.make("form", span);
  const { object } = pairs;
  if (!object?.isList || run.objects.header(object).isOpen) run.objects.open(made.object);
  for (const [, { value: pair }] of object ? run.objects.entries(object) : []) {
    const key = pair.object && run.objects.get(pair.object, "key");
    const value = pair.object && run.objects.get(pair.object, "value");
    if (key && value && typeof key.known === "string") {
      const spans = { key: key.origin ?? key.span, property: pair.object?.span };
      run.objects.put(made.object, key.known, value, spans);
    } else run.objects.forget(made.object);
  }
  return made;
}
