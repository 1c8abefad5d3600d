import { isWholeText, textOf as knownText } from "../../../validator/unknown.js";
import type { LibraryCall, Run } from "../../program/library.js";
import type { Value } from "../../program/values.js";
import { textOf } from "../values.js";

/** What Java's classes of addresses do. One that is put together is an object with the entry `text`. */

const addressMakers = ["URI.create", "URI", "URL", "HttpUrl.parse", "HttpUrl.get"];

const builderOfAddress =
  /^UriComponentsBuilder\.(?:from\w+|newInstance)$|^ServletUriComponentsBuilder\.|^URIBuilder$/;

/** What a call gives that makes an address or adds to one; undefined of others. */
export function interpretAddressCall(site: LibraryCall, path: string, run: Run): Value | undefined {
  const { receiver, name, span, arguments: args } = site;
  const first = args[0]?.value;
  if (!receiver && addressMakers.includes(path)) return first;
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
      if (first) run.objects.put(object, "text", textOf([text, first], site, run));
      return receiver;
    case "replacePath":
    case "setPath":
      if (first) run.objects.put(object, "text", textOf([hostIn(text, run), first], site, run));
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

/** What an address has before its path. */
function hostIn({ span, known }: Value, run: Run): Value {
  const whole = knownText(known) ?? "";
  const text = whole.slice(0, whole.search(/(?<![:/])[/?#](?!\/)|$/));
  return isWholeText(text) && text !== ""
    ? { span, known: text }
    : run.unknown(span, { types: ["string"], ...(text !== "" && { text }) });
}

const slash = ({ span }: Value): Value => ({ span, known: "/" });
