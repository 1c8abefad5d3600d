import { asMaps, type DataValue, isData } from "../program/dataClasses.js";
import { handlers } from "../program/handlers.js";
import type { ArgumentValue, CallHandler, LibraryCall, Run } from "../program/library.js";
import { frozen } from "../program/payload.js";
import { isObject, type ObjectValue, type Value } from "../program/values.js";

/** What Python's dictionaries, lists and writers of JSON do. */

/** Functions of modules and built-in ones, by their whole names. */
const makers = handlers<CallHandler>(
  [["dict", "collections.OrderedDict"], dictionary],
  [["list", "tuple"], listMade],
  [["copy.copy", "copy.deepcopy"], copied],
  [["dataclasses.asdict", "attr.asdict", "attrs.asdict", "vars"], byFieldNames],
  [["fastapi.encoders.jsonable_encoder"], byWrittenKeys],
  [["json.dumps", "simplejson.dumps", "ujson.dumps", "orjson.dumps"], writtenAsJson],
  [["urllib.parse.urlencode", "urllib.urlencode"], writtenAsForm],
);

type DictionaryMethod = (dictionary: ObjectValue, site: LibraryCall, run: Run) => Value | undefined;

const dictionaryMethods = handlers<DictionaryMethod>(
  [["update"], updateWith],
  [["|"], merged],
  [["setdefault"], setDefault],
  [["pop"], pop],
  [["copy"], (dictionary, _, run) => copyOf(dictionary, run)],
  [["encode"], (dictionary) => dictionary],
  [["get"], get],
);

/** A call of a dictionary, a list or what writes JSON; undefined of others. */
export function interpretCollectionCall(
  site: LibraryCall,
  path: string,
  run: Run,
): Value | undefined {
  const { receiver } = site;
  if (isData(receiver)) return dataMethod(receiver, site, run);
  if (isObject(receiver)) return collectionMethod(receiver, site, run);
  return makers.get(path)?.(site, run);
}

function dictionary({ span, arguments: args }: LibraryCall, run: Run): Value {
  const made = run.make("map", span);
  update(made, args, run);
  return made;
}

function listMade({ span, arguments: [given] }: LibraryCall, run: Run): Value {
  return given ? listOf(given.value, span, run) : run.make("list", span);
}

/** A list of its own with the same items. */
function listOf({ object }: Value, span: Value["span"], run: Run): Value {
  const made = run.make("list", span);
  if (object?.isList && !run.objects.header(object).isOpen) {
    for (const [, { value }] of run.objects.entries(object)) run.objects.append(made.object, value);
  } else run.objects.open(made.object);
  return made;
}

function copied({ span, arguments: [given] }: LibraryCall, run: Run): Value | undefined {
  const value = given?.value;
  if (!isObject(value)) return value;
  return value.object.isList ? listOf(value, span, run) : copyOf(value, run);
}

function copyOf(dictionary: ObjectValue, run: Run): ObjectValue {
  const made = run.make("map", dictionary.object.span);
  run.objects.copyInto(made.object, dictionary);
  return made;
}

function byFieldNames({ arguments: [given] }: LibraryCall, run: Run): Value | undefined {
  return given && plain(given.value, run, "names");
}

function byWrittenKeys({ arguments: [given] }: LibraryCall, run: Run): Value | undefined {
  return given && plain(given.value, run, "written keys");
}

function writtenAsJson({ span, arguments: [given] }: LibraryCall, run: Run): Value {
  return given?.value.object ? asJson(given.value, span, run) : run.unknown(span, text);
}

function writtenAsForm({ span, arguments: [given] }: LibraryCall, run: Run): Value {
  const made = run.make("form", given?.value.object?.span ?? span);
  if (given) run.objects.copyInto(made.object, given.value);
  return made;
}

const text = { types: ["string"] } as const;

const asJson = (value: Value, span: Value["span"], run: Run): Value => ({
  ...run.unknown(span, text),
  serialized: frozen(value, run.objects),
});

/** Data as dictionaries and lists. A function of its own may spell the keys of a class in any way. */
function plain(value: Value, run: Run, by: "names" | "written keys"): Value {
  const isByKey = by === "written keys";
  if (isByKey && isData(value) && value.data.spelling === "unsure") return run.unknown(value.span);
  return asMaps(value, (type, at) => run.make(type, at), run.objects, isByKey);
}

/** What the objects of pydantic's models and of named tuples write; undefined of other methods. */
function dataMethod(receiver: DataValue, site: LibraryCall, run: Run): Value | undefined {
  const { name, span, arguments: args } = site;
  if (!/^(?:model_dump|model_dump_json|dict|json|_asdict)$/.test(name)) return undefined;
  // Which of the fields are written is said by other arguments.
  if (args.some((one) => /^(?:include|exclude)$/.test(one.name?.text ?? ""))) {
    return run.unknown(span);
  }
  const byAlias = args.find((one) => one.name?.text === "by_alias")?.value.known === true;
  const given = plain(receiver, run, byAlias ? "written keys" : "names");
  return /json$/.test(name) ? asJson(given, span, run) : given;
}

/** Methods that only read. */
const readers = /^(?:keys|values|items|copy|index|count|__contains__)$/;

function collectionMethod(receiver: ObjectValue, site: LibraryCall, run: Run): Value | undefined {
  const { object } = receiver;
  if (object.isList && site.name === "append") return append(receiver, site, run);
  const isDictionary = object.type === "map" || object.type === "form";
  if (!object.isList && !isDictionary) return undefined;
  const method = isDictionary ? dictionaryMethods.get(site.name) : undefined;
  if (method) return method(receiver, site, run);
  return readers.test(site.name) ? run.unknown(site.span) : undefined;
}

function append({ object }: ObjectValue, site: LibraryCall, run: Run): Value | undefined {
  const [item] = site.arguments;
  if (!item) return undefined;
  run.objects.append(object, item.value);
  return run.unknown(site.span);
}

function updateWith(dictionary: ObjectValue, site: LibraryCall, run: Run): Value {
  update(dictionary, site.arguments, run);
  return run.unknown(site.span);
}

/** `payload | more` */
function merged(
  dictionary: ObjectValue,
  { span, arguments: [more] }: LibraryCall,
  run: Run,
): Value {
  const made = run.make("map", span);
  run.objects.copyInto(made.object, dictionary);
  if (more) run.objects.copyInto(made.object, more.value);
  return made;
}

function setDefault({ object }: ObjectValue, site: LibraryCall, run: Run): Value | undefined {
  const { objects } = run;
  const [key, value] = site.arguments;
  if (key && value && typeof key.value.known === "string") {
    const name = key.value.known;
    if (objects.entry(object, name)?.isSure) return objects.get(object, name);
    objects.putMaybe(object, name, value.value, { key: key.span, property: site.span });
  } else objects.forget(object);
  return run.unknown(site.span);
}

function pop({ object }: ObjectValue, { span, arguments: [key] }: LibraryCall, run: Run): Value {
  const name = key?.value.known;
  if (typeof name !== "string") {
    run.objects.forget(object);
    return run.unknown(span);
  }
  const value = run.objects.get(object, name);
  run.objects.remove(object, name);
  return value ?? run.unknown(span);
}

function get({ object }: ObjectValue, { span, arguments: [key] }: LibraryCall, run: Run): Value {
  const name = key?.value.known;
  const known = typeof name === "string" ? run.objects.get(object, name) : undefined;
  return known ?? run.unknown(span);
}

/** `dict(a, key=value)`, `payload.update(a, key=value, **more)` */
function update({ object }: ObjectValue, args: readonly ArgumentValue[], run: Run): void {
  for (const { value, name, span } of args) {
    if (!name) run.objects.copyInto(object, value);
    else run.objects.put(object, name.text, value, { key: name.span, property: span });
  }
}
