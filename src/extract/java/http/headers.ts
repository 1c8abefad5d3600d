import type { ArgumentValue, LibraryCall, Run } from "../../program/library.js";
import type { Value } from "../../program/values.js";
import { textOf } from "../values.js";

/** What Java's code says in the headers of a request. */

/** `HttpHeaders`, which are a form of their own names. */
export function interpretHeaderCall(site: LibraryCall, run: Run): Value | undefined {
  const { receiver, name, span, arguments: args } = site;
  if (!receiver || !isHeaders(receiver)) return undefined;
  const { object } = receiver;
  const first = args[0]?.value;
  if (object && name === "setContentType" && first) {
    run.objects.put(object, "Content-Type", first);
    return run.unknown(span);
  }
  if (object && name === "setBearerAuth" && first) {
    const scheme = { span, known: "Bearer " };
    run.objects.put(object, "Authorization", textOf([scheme, first], site, run));
    return run.unknown(span);
  }
  if (object && /^(?:set|add)$/.test(name) && isAuthorization(args[0], run) && args[1]) {
    run.objects.put(object, "Authorization", args[1].value);
    return run.unknown(span);
  }
  return /^set[A-Z]/.test(name) && name !== "setAll" ? run.unknown(span) : undefined;
}

export const isHeaders = ({ object, type }: Value): boolean =>
  type === "HttpHeaders" || object?.source.includes("HttpHeaders") === true;

/** `header(HttpHeaders.AUTHORIZATION, ...)`, or a text. */
export function isAuthorization(key: ArgumentValue | undefined, run: Run): boolean {
  const written = typeof key?.value.known === "string" ? key.value.known : undefined;
  const source = key ? run.sourceOf(key.span) : "";
  return /^authorization$/i.test(written ?? source.replace(/^HttpHeaders\s*\.\s*/, ""));
}

export const authorizationIn = ({ object }: Partial<Value> = {}, run: Run): Value | undefined =>
  object && run.objects.entries(object).find(([key]) => /^authorization$/i.test(key))?.[1].value;

/** Whether headers say that the body is a form. */
export function saysForm(headers: Value | undefined, run: Run): boolean {
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
