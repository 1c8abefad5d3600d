import { asMaps } from "../program/dataClasses.js";
import { handlers } from "../program/handlers.js";
import type { CallHandler, LibraryCall, Run } from "../program/library.js";
import { isObject, type ObjectValue, type Value } from "../program/values.js";
import { asJson, interpretCollectionMethod, isReader, putAt } from "./collectionMethods.js";

/** How Java's maps, lists and objects of JSON are made, and written as JSON. */

const mapClasses =
  /^(?:(?:Linked|Concurrent|Weak|Identity)?HashMap|TreeMap|Hashtable|ModelMap|ExtendedModelMap|ObjectNode)$/;
const jsonClasses = /^(?:JSONObject|JsonObject|JSONArray|JsonArray)$/;
const formClasses = /^(?:LinkedMultiValueMap|MultiValueMapAdapter|HttpHeaders)$/;
const listClasses = /^(?:ArrayList|LinkedList|Vector|CopyOnWriteArrayList|JSONArray|JsonArray)$/;

const serializers =
  /^(?:writeValueAsString|writeValueAsBytes|toJson|toJSONString|toJsonString|valueToTree|serialize)$/;

/** A call of a map, a list or what writes JSON; undefined of others. */
export function interpretCollectionCall(
  site: LibraryCall,
  path: string,
  run: Run,
): Value | undefined {
  const { receiver, isNew, name } = site;
  if (isObject(receiver)) return interpretCollectionMethod(receiver, site, run);
  if (receiver?.among && isReader(site.name)) return run.unknown(site.span);
  const made = isNew ? creation(site, run) : serialized(site, run);
  return made ?? (staticFactories.get(path) ?? factoryMethods.get(name))?.(site, run);
}

/** The type of a map by the types of what it holds: what holds texts only takes nothing else. */
const mapTypeOf = ({ expression: { of } }: LibraryCall): string =>
  of?.[1] === undefined || of[1] === "Object" ? "map" : "texts";

/** The type of what a class makes; undefined of classes that are no collections. */
function typeMade(site: LibraryCall): string | undefined {
  const { name } = site;
  if (listClasses.test(name)) return "list";
  if (formClasses.test(name)) return "form";
  if (jsonClasses.test(name)) return "json";
  return mapClasses.test(name) ? mapTypeOf(site) : undefined;
}

function creation(site: LibraryCall, run: Run): Value | undefined {
  const type = typeMade(site);
  if (type === undefined) return undefined;
  const made = run.make(type, site.span);
  const first = site.arguments[0]?.value;
  // A number is how much the collection has room for.
  if (!first || typeof first.known === "number") return made;
  if (type === "list") appendAll(made, first, run);
  else run.objects.copyInto(made.object, first);
  return made;
}

function appendAll(list: ObjectValue, { object: from }: Value, run: Run): void {
  if (from?.isList && !run.objects.header(from).isOpen) {
    for (const [, { value }] of run.objects.entries(from)) run.objects.append(list.object, value);
  } else run.objects.open(list.object);
}

const ofType =
  (type: string): CallHandler =>
  ({ span }, run) =>
    run.make(type, span);

const itself: CallHandler = ({ arguments: [given] }) => given?.value;

/** By class and method. */
const staticFactories = handlers<CallHandler>(
  [["Map.of", "ImmutableMap.of", "Collections.singletonMap"], mapOfPairs],
  [["Map.entry", "AbstractMap.SimpleEntry", "AbstractMap.SimpleImmutableEntry"], pairOf],
  [["Map.ofEntries"], mapOfEntries],
  [["List.of", "Arrays.asList", "Collections.singletonList", "ImmutableList.of"], listOfItems],
  [["Map.copyOf", "List.copyOf", "Collections.unmodifiableMap"], itself],
  [["ImmutableMap.builder"], ofType("map")],
);

/** By the name of the method, for any receiver. */
const factoryMethods = handlers<CallHandler>(
  [["convertValue"], converted],
  [["createObjectBuilder", "createObjectNode", "objectNode"], ofType("json")],
  [["createArrayBuilder", "createArrayNode", "arrayNode"], ofType("list")],
);

function mapOfPairs(site: LibraryCall, run: Run): Value {
  const { span, arguments: args } = site;
  const made = run.make(mapTypeOf(site), span);
  for (const [index, key] of args.entries()) {
    const value = args[index + 1];
    if (index % 2 === 0 && value) {
      putAt(made, { key, value: value.value, property: [key.span[0], value.span[1]] }, run);
    }
  }
  return made;
}

/** A key with its value: `Map.entry("a", 1)`, `new BasicNameValuePair("a", "1")`. */
export function pairOf({ span, arguments: [key, value] }: LibraryCall, run: Run): Value {
  const made = run.make("entry", span);
  if (key) run.objects.put(made.object, "key", key.value);
  if (value) run.objects.put(made.object, "value", value.value);
  return made;
}

function mapOfEntries({ span, arguments: args }: LibraryCall, run: Run): Value {
  const made = run.make("map", span);
  for (const { value, span: property } of args) putEntry(made, value, property, run);
  return made;
}

function putEntry(map: ObjectValue, { object }: Value, property: Value["span"], run: Run): void {
  const key = object && run.objects.get(object, "key");
  const value = object && run.objects.get(object, "value");
  if (key && value) {
    putAt(map, { key: { value: key, span: key.origin ?? key.span }, value, property }, run);
  } else run.objects.forget(map.object);
}

function listOfItems({ span, arguments: args }: LibraryCall, run: Run): Value {
  const made = run.make("list", span);
  for (const { value } of args) run.objects.append(made.object, value);
  return made;
}

/** `objectMapper.convertValue(data, Map.class)` */
function converted({ arguments: [given] }: LibraryCall, run: Run): Value | undefined {
  return given && asMaps(given.value, (type, at) => run.make(type, at), run.objects, true);
}

/** `objectMapper.writeValueAsString(map)`, `gson.toJson(map)`. */
function serialized({ name, span, arguments: [given] }: LibraryCall, run: Run): Value | undefined {
  return given && serializers.test(name) ? asJson(given.value, span, run) : undefined;
}
