import { handlers } from "../program/handlers.js";
import type { ArgumentValue, LibraryCall, Run } from "../program/library.js";
import { frozen } from "../program/payload.js";
import type { ObjectValue, Value } from "../program/values.js";

/** What the methods of Java's maps, lists and objects of JSON do. */

type CollectionMethod = (receiver: ObjectValue, site: LibraryCall, run: Run) => Value;

const mapMethods = handlers<CollectionMethod>(
  [["put", "set", "add", "addProperty", "accumulate", "element", "putPOJO"], put],
  [["putIfAbsent"], putIfAbsent],
  [["replace"], replace],
  [["compute", "computeIfAbsent", "computeIfPresent", "merge"], putComputed],
  [["putAll", "setAll"], putAll],
  [["putObject"], (map, site, run) => putMade("json", map, site, run)],
  [["putArray"], (map, site, run) => putMade("list", map, site, run)],
  [["remove"], remove],
  [["toString", "toJSONString", "toJson"], mapAsText],
  [["build", "buildOrThrow"], (map) => map],
  [["get"], get],
);

const listMethods = handlers<CollectionMethod>(
  [["add", "put", "addPOJO"], append],
  [["addObject"], appendMade],
  [["toString", "toJSONString"], (list, { span }, run) => asJson(list, span, run)],
  [["get"], getItem],
  [["forEach"], forEachItem],
);

/** Methods that only read. */
const readers =
  /^(?:get\w*|opt\w*|containsKey|containsValue|contains|size|isEmpty|entrySet|keySet|values|equals|hashCode|has|keys|length|stream|forEach|iterator|toSingleValueMap|hasNonNull|path)$/;

/** Whether a method only reads, by its name. */
export const isReader = (name: string): boolean => readers.test(name);

const mapTypes = new Set(["map", "texts", "json", "form"]);

/** Whether an object is a map of any sort. */
export const isMap = (value: Value | undefined): boolean =>
  value?.object !== undefined && mapTypes.has(value.object.type);

/** What a method of a map or a list gives; undefined of others. */
export function interpretCollectionMethod(
  receiver: ObjectValue,
  site: LibraryCall,
  run: Run,
): Value | undefined {
  const { isList } = receiver.object;
  if (!isList && !isMap(receiver)) return undefined;
  const method = (isList ? listMethods : mapMethods).get(site.name);
  if (method) return method(receiver, site, run);
  return isReader(site.name) ? run.unknown(site.span) : undefined;
}

function put(map: ObjectValue, { span, arguments: [key, value] }: LibraryCall, run: Run): Value {
  if (key && value) putAt(map, { key, value: value.value, property: span }, run);
  else if (key) run.objects.copyInto(map.object, key.value);
  return map;
}

function putIfAbsent(map: ObjectValue, site: LibraryCall, run: Run): Value {
  const [key, value] = site.arguments;
  if (key && value && typeof key.value.known === "string") {
    const spans = { key: key.span, property: site.span };
    run.objects.putMaybe(map.object, key.value.known, value.value, spans);
  } else run.objects.forget(map.object);
  return map;
}

function replace(map: ObjectValue, { span, arguments: args }: LibraryCall, run: Run): Value {
  const { objects } = run;
  const [key, value] = args;
  if (key && value && args.length === 2 && typeof key.value.known === "string") {
    const entry = objects.entry(map.object, key.value.known);
    if (entry?.isSure) putAt(map, { key, value: value.value, property: span }, run);
    else if (entry) objects.putMaybe(map.object, key.value.known, value.value);
  } else objects.forget(map.object);
  return run.unknown(span);
}

/** A function says what `compute` and `merge` put, if anything. */
function putComputed({ object }: ObjectValue, site: LibraryCall, run: Run): Value {
  const [key] = site.arguments;
  if (typeof key?.value.known === "string") {
    run.objects.putMaybe(object, key.value.known, run.unknown(site.span), { key: key.span });
  } else run.objects.forget(object);
  return run.unknown(site.span);
}

function putAll(map: ObjectValue, { arguments: [from] }: LibraryCall, run: Run): Value {
  if (from) run.objects.copyInto(map.object, from.value);
  return map;
}

/** `putObject("customer")` puts an empty object, and gives it. */
function putMade(type: string, map: ObjectValue, site: LibraryCall, run: Run): Value {
  const [key] = site.arguments;
  const made = run.make(type, site.span);
  if (key) putAt(map, { key, value: made, property: site.span }, run);
  return made;
}

function remove({ object }: ObjectValue, { span, arguments: [key] }: LibraryCall, run: Run): Value {
  if (typeof key?.value.known === "string") run.objects.remove(object, key.value.known);
  else run.objects.forget(object);
  return run.unknown(span);
}

function mapAsText(map: ObjectValue, { span }: LibraryCall, run: Run): Value {
  return map.object.type === "json"
    ? asJson(map, span, run)
    : run.unknown(span, { types: ["string"] });
}

function get({ object }: ObjectValue, { span, arguments: [key] }: LibraryCall, run: Run): Value {
  const name = key?.value.known;
  const known = typeof name === "string" ? run.objects.get(object, name) : undefined;
  return known ?? run.unknown(span);
}

function append(list: ObjectValue, { arguments: args }: LibraryCall, run: Run): Value {
  const [item] = args;
  if (item && args.length === 1) run.objects.append(list.object, item.value);
  else run.objects.forget(list.object);
  return list;
}

function appendMade({ object }: ObjectValue, { span }: LibraryCall, run: Run): Value {
  const made = run.make("json", span);
  run.objects.append(object, made);
  return made;
}

/** A key with its value, and where both are together. */
interface WrittenEntry {
  readonly key: Pick<ArgumentValue, "value" | "span">;
  readonly value: Value;
  readonly property: Value["span"];
}

/** Puts a value under a key that may be a name for a text. */
export function putAt(
  { object }: ObjectValue,
  { key, value, property }: WrittenEntry,
  run: Run,
): void {
  const { known } = key.value;
  if (typeof known !== "string") {
    run.objects.forget(object);
    return;
  }
  // A number does not fit where the map holds texts.
  const isFixed = object.type === "texts" || object.type === "form";
  run.objects.put(object, known, isFixed ? { ...value, isShared: true } : value, {
    key: key.span,
    property,
  });
}

/** A value written as JSON. */
export function asJson(value: Value, span: Value["span"], run: Run): Value {
  const text = run.unknown(span, { types: ["string"] });
  return value.object || value.members ? { ...text, serialized: frozen(value, run.objects) } : text;
}

function getItem(list: ObjectValue, { span, arguments: [index] }: LibraryCall, run: Run): Value {
  const at = index?.value.known;
  const item = typeof at === "number" ? run.objects.get(list.object, String(at)) : undefined;
  return item ?? run.unknown(span, { among: run.objects.within(list) });
}

/** What it runs may change the items. */
function forEachItem(list: ObjectValue, { span }: LibraryCall, run: Run): Value {
  for (const object of run.objects.within(list)) run.objects.escape({ ...list, object });
  return run.unknown(span);
}
