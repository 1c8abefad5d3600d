import type { LibraryCall, Run } from "../program/library.js";
import { isObject, type ObjectValue, type Value } from "../program/values.js";
import { textOf } from "./values.js";

/** What a `StringBuilder` or a `StringBuffer` does, which is an object with the entry `text`; undefined of others. */
export function interpretStringBuilder(site: LibraryCall, run: Run): Value | undefined {
  const { receiver, name, isNew } = site;
  if (isNew && /^String(?:Builder|Buffer)$/.test(name)) return builderMade(site, run);
  return isObject(receiver) && receiver.object.type === "builder"
    ? builderMethod(receiver, site, run)
    : undefined;
}

function builderMade(site: LibraryCall, run: Run): Value {
  const made = run.make("builder", site.span);
  const first = site.arguments[0]?.value;
  // A number is how much the builder has room for.
  const isText = first && typeof first.known !== "number";
  run.objects.put(made.object, "text", isText ? first : textOf([], site, run));
  return made;
}

function builderMethod(builder: ObjectValue, site: LibraryCall, run: Run): Value {
  const { name, span } = site;
  const { object } = builder;
  const unknownText = () => run.unknown(span, { types: ["string"] });
  const text = run.objects.get(object, "text") ?? unknownText();
  if (name === "toString") return text;
  if (name === "length" || name === "charAt" || name === "isEmpty") return run.unknown(span);
  const appended = name === "append" ? site.arguments[0]?.value : undefined;
  const now = appended ? textOf([text, appended], site, run) : unknownText();
  run.objects.put(object, "text", now);
  return builder;
}
