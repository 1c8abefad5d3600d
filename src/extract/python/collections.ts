import { asMaps, type DataValue, isData } from "../program/dataClasses.js";
import type { ArgumentValue, LibraryCall, Run } from "../program/library.js";
import { frozen } from "../program/payload.js";
import type { Value } from "../program/values.js";

/** What Python's dictionaries, lists and writers of JSON do. */

type ObjectValue = Value & { readonly object: NonNullable<Value["object"]> };

/** A call of a dictionary, a list or what writes JSON; undefined of others. */
export function callOfCollections(site: LibraryCall, path: string, run: Run): Value | undefined {
  const { receiver, span, arguments: args } = site;
  const value = args[0]?.value;
  if (isData(receiver)) return methodOfData(receiver, site, run);
  if (receiver?.object) return methodOf({ ...receiver, object: receiver.object }, site, run);
  switch (path) {
    case "dict":
    case "collections.OrderedDict": {
      const made = run.make("map", span);
      update(made, args, run);
      return made;
    }
    case "list":
    case "tuple": {
      const made = run.make("list", span);
      if (!value) return made;
      if (value.object?.isList) return value;
      run.objects.open(made.object);
      return made;
    }
    case "copy.copy":
    case "copy.deepcopy": {
      if (!value?.object || value.object.isList) return value;
      const made = run.make("map", value.object.span);
      run.objects.copyInto(made.object, value);
      return made;
    }
    case "dataclasses.asdict":
    case "attr.asdict":
    case "attrs.asdict":
    case "vars":
      return value && plain(value, run, false);
    case "fastapi.encoders.jsonable_encoder":
      return value && plain(value, run, true);
    case "json.dumps":
    case "simplejson.dumps":
    case "ujson.dumps":
    case "orjson.dumps": {
      const text = run.unknown(span, { types: ["string"] });
      return value?.object ? { ...text, serialized: frozen(value, run.objects) } : text;
    }
    case "urllib.parse.urlencode":
    case "urllib.urlencode": {
      const made = run.make("form", value?.object?.span ?? span);
      if (value) run.objects.copyInto(made.object, value);
      return made;
    }
  }
  return undefined;
}

/** Data as dictionaries and lists. */
const plain = (value: Value, run: Run, isByKey: boolean): Value =>
  asMaps(value, (type, at) => run.make(type, at), run.objects, isByKey);

/** What the objects of pydantic's models and of named tuples write; undefined of other methods. */
function methodOfData(receiver: DataValue, site: LibraryCall, run: Run): Value | undefined {
  const { name, span, arguments: args } = site;
  if (!/^(?:model_dump|model_dump_json|dict|json|_asdict)$/.test(name)) return undefined;
  const says = (key: string) => args.find((one) => one.name?.text === key)?.value.known;
  // Which of the fields are written is said by other arguments.
  if (args.some((one) => /^(?:include|exclude)$/.test(one.name?.text ?? ""))) {
    return run.unknown(span);
  }
  const given = plain(receiver, run, says("by_alias") === true);
  if (!/json$/.test(name)) return given;
  return { ...run.unknown(span, { types: ["string"] }), serialized: frozen(given, run.objects) };
}

/** Methods that only read. */
const readers = /^(?:get|keys|values|items|copy|index|count|encode|__contains__)$/;

function methodOf(receiver: ObjectValue, site: LibraryCall, run: Run): Value | undefined {
  const { object } = receiver;
  const { name, span, arguments: args } = site;
  const [first, second] = args;
  const key = first?.value.known;
  if (object.isList) return methodOfList(receiver, site, run);
  if (object.type !== "map" && object.type !== "form") return undefined;
  switch (name) {
    case "update":
      update(receiver, args, run);
      return run.unknown(span);
    case "|": {
      const made = run.make("map", span);
      run.objects.copyInto(made.object, receiver);
      if (first) run.objects.copyInto(made.object, first.value);
      return made;
    }
    case "setdefault":
      if (first && second && typeof key === "string") {
        const spans = { key: first.span, property: span };
        if (run.objects.entry(object, key)?.isSure) return run.objects.get(object, key);
        run.objects.putMaybe(object, key, second.value, spans);
      } else run.objects.forget(object);
      return run.unknown(span);
    case "pop":
      if (typeof key !== "string") run.objects.forget(object);
      else {
        const value = run.objects.get(object, key);
        run.objects.remove(object, key);
        return value ?? run.unknown(span);
      }
      return run.unknown(span);
    case "copy": {
      const made = run.make("map", object.span);
      run.objects.copyInto(made.object, receiver);
      return made;
    }
    case "encode":
      return receiver;
    case "get": {
      const known = typeof key === "string" ? run.objects.get(object, key) : undefined;
      return known ?? run.unknown(span);
    }
  }
  return readers.test(name) ? run.unknown(span) : undefined;
}

function methodOfList({ object }: ObjectValue, site: LibraryCall, run: Run): Value | undefined {
  const { name, span, arguments: args } = site;
  const [first] = args;
  if (name === "append" && first) {
    run.objects.append(object, first.value);
    return run.unknown(span);
  }
  return readers.test(name) ? run.unknown(span) : undefined;
}

/** `dict(a, key=value)`, `payload.update(a, key=value, **more)` */
function update({ object }: ObjectValue, args: readonly ArgumentValue[], run: Run): void {
  for (const { value, name, span } of args) {
    if (!name) run.objects.copyInto(object, value);
    else run.objects.put(object, name.text, value, { key: name.span, property: span });
  }
}
