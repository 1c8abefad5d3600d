import { asMaps } from "../program/dataClasses.js";
import type { CallSite, Run } from "../program/library.js";
import { frozen } from "../program/payload.js";
import type { Value } from "../program/values.js";
import { textOf } from "./values.js";

/** What Java's maps, lists and builders of JSON do. */

const mapClasses =
  /^(?:(?:Linked|Concurrent|Weak|Identity|Tree)?HashMap|TreeMap|Hashtable|ModelMap|ExtendedModelMap|ObjectNode)$/;
const jsonClasses = /^(?:JSONObject|JsonObject|JSONArray|JsonArray)$/;
const formClasses = /^(?:LinkedMultiValueMap|MultiValueMapAdapter|HttpHeaders)$/;
const listClasses = /^(?:ArrayList|LinkedList|Vector|CopyOnWriteArrayList|JSONArray|JsonArray)$/;

const mapTypes = new Set(["map", "texts", "json", "form"]);

/** Whether an object is a map of any sort. */
export const isMap = (value: Value | undefined): boolean =>
  value?.object !== undefined && mapTypes.has(value.object.type);

const serializers =
  /^(?:writeValueAsString|writeValueAsBytes|toJson|toJSONString|toJsonString|valueToTree|serialize)$/;

/** A call of a map, a list or what writes JSON; undefined of others. */
export function callOfCollections(site: CallSite, path: string, run: Run): Value | undefined {
  const { receiver, isNew } = site;
  if (receiver?.object) return methodOf({ ...receiver, object: receiver.object }, site, run);
  if (receiver?.among && readers.test(site.name)) return run.unknown(site.span);
  if (isNew) return creation(site, run);
  return factory(site, path, run) ?? serialized(site, run);
}

/** The type of a map by the types of what it holds: what holds texts only takes nothing else. */
const mapTypeOf = ({ expression: { of } }: CallSite): string =>
  of?.at(-1) === undefined || of.at(-1) === "Object" ? "map" : "texts";

function creation(site: CallSite, run: Run): Value | undefined {
  const { name, span, arguments: args } = site;
  const isList = listClasses.test(name);
  const isForm = formClasses.test(name);
  if (!isList && !isForm && !mapClasses.test(name) && !jsonClasses.test(name)) return undefined;
  const type = isList
    ? "list"
    : isForm
      ? "form"
      : jsonClasses.test(name)
        ? "json"
        : mapTypeOf(site);
  const made = run.make(type, span);
  const first = args[0]?.value;
  if (!first || typeof first.known === "number") return made;
  if (isList && first.object?.isList && !run.objects.header(first.object).isOpen) {
    for (const [, { value }] of run.objects.entries(first.object))
      run.objects.append(made.object, value);
  } else if (isList) run.objects.open(made.object);
  else run.objects.copyInto(made.object, first);
  return made;
}

function factory(site: CallSite, path: string, run: Run): Value | undefined {
  const { name, span, arguments: args } = site;
  switch (path) {
    case "Map.of":
    case "ImmutableMap.of":
    case "Collections.singletonMap": {
      const made = run.make(mapTypeOf(site), span);
      for (let index = 0; index + 1 < args.length; index += 2) {
        const key = args[index];
        const value = args[index + 1];
        if (key && value) putAt(made, key, value.value, [key.span[0], value.span[1]], run);
      }
      return made;
    }
    case "Map.entry":
    case "AbstractMap.SimpleEntry":
    case "AbstractMap.SimpleImmutableEntry": {
      const made = run.make("entry", span);
      const [key, value] = args;
      if (key) run.objects.put(made.object, "key", key.value);
      if (value) run.objects.put(made.object, "value", value.value);
      return made;
    }
    case "Map.ofEntries": {
      const made = run.make("map", span);
      for (const { value, span: property } of args) putEntry(made, value, property, run);
      return made;
    }
    case "List.of":
    case "Arrays.asList":
    case "Collections.singletonList":
    case "ImmutableList.of": {
      const made = run.make("list", span);
      for (const { value } of args) run.objects.append(made.object, value);
      return made;
    }
    case "Map.copyOf":
    case "List.copyOf":
    case "Collections.unmodifiableMap":
      return args[0]?.value;
    case "ImmutableMap.builder":
      return run.make("map", span);
  }
  const given = args[0]?.value;
  if (name === "convertValue" && given) {
    return asMaps(given, (type, at) => run.make(type, at), run.objects, true);
  }
  if (name === "createObjectBuilder") return run.make("json", span);
  if (name === "createArrayBuilder") return run.make("list", span);
  if (name === "createObjectNode" || name === "objectNode") return run.make("json", span);
  if (name === "createArrayNode" || name === "arrayNode") return run.make("list", span);
  return undefined;
}

/** `objectMapper.writeValueAsString(map)`, `gson.toJson(map)`. */
function serialized(site: CallSite, run: Run): Value | undefined {
  const { name, span, arguments: args } = site;
  const value = args[0]?.value;
  if (!serializers.test(name) || !value) return undefined;
  return asJson(value, span, run);
}

function asJson(value: Value, span: Value["span"], run: Run): Value {
  const text = run.unknown(span, { types: ["string"] });
  return value.object || value.members ? { ...text, serialized: frozen(value, run.objects) } : text;
}

/** Methods that only read. */
const readers =
  /^(?:get\w*|opt\w*|containsKey|containsValue|contains|size|isEmpty|entrySet|keySet|values|equals|hashCode|has|keys|length|stream|forEach|iterator|toSingleValueMap|hasNonNull|path)$/;

type ObjectValue = Value & { readonly object: NonNullable<Value["object"]> };

function methodOf(receiver: ObjectValue, site: CallSite, run: Run): Value | undefined {
  const { object } = receiver;
  const { name, span, arguments: args } = site;
  const [first, second] = args;
  if (object.isList) return methodOfList(receiver, site, run);
  if (!isMap(receiver)) return undefined;
  switch (name) {
    case "put":
    case "set":
    case "add":
    case "addProperty":
    case "accumulate":
    case "element":
    case "putPOJO":
      if (first && second) putAt(receiver, first, second.value, span, run);
      else if (first) run.objects.copyInto(object, first.value);
      return receiver;
    case "putIfAbsent":
      if (first && second && typeof first.value.known === "string") {
        const spans = { key: first.span, property: span };
        run.objects.putMaybe(object, first.value.known, second.value, spans);
      } else run.objects.forget(object);
      return receiver;
    case "replace":
      if (first && second && args.length === 2 && typeof first.value.known === "string") {
        const key = first.value.known;
        if (run.objects.entry(object, key)?.isSure) putAt(receiver, first, second.value, span, run);
        else if (run.objects.entry(object, key)) run.objects.putMaybe(object, key, second.value);
      } else run.objects.forget(object);
      return run.unknown(span);
    case "compute":
    case "computeIfAbsent":
    case "computeIfPresent":
    case "merge":
      if (typeof first?.value.known === "string") {
        run.objects.putMaybe(object, first.value.known, run.unknown(span), { key: first.span });
      } else run.objects.forget(object);
      return run.unknown(span);
    case "putAll":
    case "setAll":
      if (first) run.objects.copyInto(object, first.value);
      return receiver;
    case "putObject":
    case "putArray": {
      const made = run.make(name === "putArray" ? "list" : "json", span);
      if (first) putAt(receiver, first, made, span, run);
      return made;
    }
    case "remove":
      if (typeof first?.value.known === "string") run.objects.remove(object, first.value.known);
      else run.objects.forget(object);
      return run.unknown(span);
    case "toString":
    case "toJSONString":
    case "toJson":
      return object.type === "json"
        ? asJson(receiver, span, run)
        : run.unknown(span, { types: ["string"] });
    case "build":
    case "buildOrThrow":
      return receiver;
    case "get": {
      const key = first?.value.known;
      const known = typeof key === "string" ? run.objects.get(object, key) : undefined;
      return known ?? run.unknown(span);
    }
  }
  return readers.test(name) ? run.unknown(span) : undefined;
}

function methodOfList(
  { object, ...rest }: ObjectValue,
  site: CallSite,
  run: Run,
): Value | undefined {
  const { name, span, arguments: args } = site;
  const [first] = args;
  switch (name) {
    case "add":
    case "put":
    case "addPOJO":
      if (first && args.length === 1) run.objects.append(object, first.value);
      else run.objects.forget(object);
      return { object, ...rest };
    case "addObject": {
      const made = run.make("json", span);
      run.objects.append(object, made);
      return made;
    }
    case "toString":
    case "toJSONString":
      return asJson({ object, ...rest }, span, run);
    case "get": {
      const index = first?.value.known;
      const known = typeof index === "number" ? run.objects.get(object, String(index)) : undefined;
      return known ?? run.unknown(span, { among: run.objects.within({ object, ...rest }) });
    }
    case "forEach":
      // What it runs may change the items.
      for (const cell of run.objects.within({ object, ...rest })) {
        run.objects.escape({ object: cell, ...rest });
      }
  }
  return readers.test(name) ? run.unknown(span) : undefined;
}

/** Puts a value under a key that may be a name for a text. */
function putAt(
  { object }: ObjectValue,
  key: { readonly value: Value; readonly span: Value["span"] },
  value: Value,
  property: Value["span"],
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

function putEntry(map: ObjectValue, entry: Value, property: Value["span"], run: Run): void {
  const { object } = entry;
  const key = object && run.objects.get(object, "key");
  const value = object && run.objects.get(object, "value");
  if (key && value) putAt(map, { value: key, span: key.origin ?? key.span }, value, property, run);
  else run.objects.forget(map.object);
}

/** What a `StringBuilder` does; undefined of other objects. */
export function callOfBuilder(site: CallSite, run: Run): Value | undefined {
  const { receiver, name, isNew, span, arguments: args } = site;
  if (isNew && /^String(?:Builder|Buffer)$/.test(name)) {
    const made = run.make("builder", span);
    const first = args[0]?.value;
    const isText = first && typeof first.known !== "number";
    run.objects.put(made.object, "text", isText ? first : textOf([], site, run));
    return made;
  }
  const object = receiver?.object;
  if (object?.type !== "builder") return undefined;
  const text = run.objects.get(object, "text") ?? run.unknown(span, { types: ["string"] });
  if (name === "append" && args[0]) {
    run.objects.put(object, "text", textOf([text, args[0].value], site, run));
    return receiver;
  }
  if (name === "toString") return text;
  if (name === "length" || name === "charAt" || name === "isEmpty") return run.unknown(span);
  run.objects.put(object, "text", run.unknown(span, { types: ["string"] }));
  return receiver;
}
