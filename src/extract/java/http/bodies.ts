import type { CallHandler, LibraryCall, Run } from "../../program/library.js";
import { isObject, type ObjectValue, type Value } from "../../program/values.js";
import { pairOf } from "../collections.js";
import { isHeaders } from "./headers.js";

const firstArgument: CallHandler = ({ arguments: [given] }) => given?.value;

/** Classes whose objects carry a body or a part of one, by the name of the class. */
const classes: readonly (readonly [pattern: RegExp, make: CallHandler])[] = [
  [/^(?:HttpEntity|RequestEntity)$/, entity],
  [/^(?:String|ByteArray|Json\w*)Entity$/, firstArgument],
  [/^UrlEncodedFormEntity$/, formOfPairs],
  [/^(?:BasicNameValuePair|NameValuePair)$/, pairOf],
];

/** Functions that make a body, by the end of their path. */
const makers: readonly (readonly [pattern: RegExp, make: CallHandler])[] = [
  [/BodyPublishers\.of(?:String|ByteArray)$/, firstArgument],
  [/BodyInserters\.(?:fromValue|fromObject|fromPublisher)$/, firstArgument],
  [/BodyInserters\.fromFormData$/, formData],
  [/^RequestBody\.create$/, writtenBody],
];

/** What carries a body: `HttpEntity`, publishers of bodies, entities of Apache's client, `BodyInserters`. */
export function interpretBodyCall(site: LibraryCall, path: string, run: Run): Value | undefined {
  const { receiver, name, isNew } = site;
  if (isObject(receiver) && receiver.object.type === "form" && /^(?:with|addEncoded)$/.test(name)) {
    return addToForm(receiver, site, run);
  }
  const byClass = isNew ? classes.find(([pattern]) => pattern.test(name)) : undefined;
  const make = (byClass ?? makers.find(([pattern]) => pattern.test(path)))?.[1];
  if (make) return make(site, run);
  return isNew && path === "FormBody.Builder" ? run.make("form", site.span) : undefined;
}

/** `BodyInserters.fromFormData("a", "1").with("b", "2")`, `new FormBody.Builder().addEncoded("a", "1")` */
function addToForm(form: ObjectValue, { span, arguments: args }: LibraryCall, run: Run): Value {
  const [key, value] = args;
  if (key && value && typeof key.value.known === "string") {
    const spans = { key: key.span, property: span };
    run.objects.put(form.object, key.value.known, value.value, spans);
  } else run.objects.forget(form.object);
  return form;
}

function entity({ span, arguments: args }: LibraryCall, run: Run): Value {
  const made = run.make("entity", span);
  const { object } = made;
  const values = args.map(({ value }) => value);
  const [first] = values;
  const headers = values.find(isHeaders);
  if (first && !isHeaders(first)) run.objects.put(object, "body", first);
  if (headers) run.objects.put(object, "headers", headers);
  return made;
}

function formData({ span, arguments: [first, second] }: LibraryCall, run: Run): Value {
  const made = run.make("form", span);
  if (first && second && typeof first.value.known === "string") {
    const spans = { key: first.span, property: span };
    run.objects.put(made.object, first.value.known, second.value, spans);
  } else if (first) run.objects.copyInto(made.object, first.value);
  return made;
}

/** `RequestBody.create(text, type)`, or with the type first. */
function writtenBody({ arguments: args }: LibraryCall): Value | undefined {
  return args.map(({ value }) => value).find(isWrittenBody);
}

/** `MediaType.parse(...)` is the other argument of `RequestBody.create`. */
const isWrittenBody = ({ letters, serialized }: Value): boolean =>
  letters !== undefined || serialized !== undefined;

function formOfPairs({ span, arguments: [pairs] }: LibraryCall, run: Run): Value | undefined {
  if (!pairs) return undefined;
  const made = run.make("form", span);
  const { object } = pairs.value;
  if (!object?.isList || run.objects.header(object).isOpen) run.objects.open(made.object);
  for (const [, { value: one }] of object ? run.objects.entries(object) : []) {
    putPair(made, one, run);
  }
  return made;
}

function putPair(form: ObjectValue, { object }: Value, run: Run): void {
  const key = object && run.objects.get(object, "key");
  const value = object && run.objects.get(object, "value");
  if (key && value && typeof key.known === "string") {
    const spans = { key: key.origin ?? key.span, property: object.span };
    run.objects.put(form.object, key.known, value, spans);
  } else run.objects.forget(form.object);
}
