import { describe, expect, it } from "vitest";
import { readJava } from "../../../../dist/extract/java/read.js";
import { payloadsBy } from "../shownPayload.js";

/** The only payload of a method that makes it and sends it as `m`. */
function payloadOf(code: string): string | undefined {
  const payloads = payloadsBy(
    readJava,
    `class Shop { void pay(String id, Map<String, Object> given, Object other) {
      ${code}
      rest.postForObject("https://api.iamport.kr/payments/cancel", m, String.class);
    } }`,
  );
  return payloads.length === 1 ? payloads[0] : undefined;
}

describe("A map is known whatever class it is of", () => {
  it.each([
    "HashMap",
    "LinkedHashMap",
    "ConcurrentHashMap",
    "WeakHashMap",
    "IdentityHashMap",
    "TreeMap",
    "Hashtable",
    "ModelMap",
    "ExtendedModelMap",
    "ObjectNode",
    "JSONObject",
    "JsonObject",
  ])("A map is known whatever class it is of: %s", (name) => {
    expect(payloadOf(`var m = new ${name}(); m.put("x", 1);`)).toBe("{ x: 1 }");
  });
  it.each(["LinkedMultiValueMap", "MultiValueMapAdapter"])(
    "A map is known whatever class it is of: %s, which is a form",
    (name) => {
      expect(payloadOf(`var m = new ${name}<>(); m.add("x", "1");`)).toBe(`{ x: "1"! } as a form`);
    },
  );
  it.each([
    ["a class that is none", `var m = new Things(); m.put("x", 1);`],
    ["a class whose name ends so", `var m = new MyHashMap(); m.put("x", 1);`],
    ["a class whose name begins so", `var m = new HashMapped(); m.put("x", 1);`],
    ["a form whose name is longer", `var m = new LinkedMultiValueMaps(); m.put("x", 1);`],
    ["an object of JSON whose name is longer", `var m = new JSONObjects(); m.put("x", 1);`],
    ["a form whose name only ends so", `var m = new MyLinkedMultiValueMap(); m.put("x", 1);`],
    ["an object of JSON whose name only ends so", `var m = new MyJSONObject(); m.put("x", 1);`],
    ["a list whose name only ends so", `var m = new MyArrayList(); m.add(1);`],
    ["a list whose name is longer", `var m = new ArrayListed(); m.add(1);`],
  ])("A map is known whatever class it is of, but not of %s", (_name, code) => {
    expect(payloadOf(code)).toBe("?");
  });

  it.each([
    ["Map.of", `var m = Map.of("x", 1);`],
    ["ImmutableMap.of", `var m = ImmutableMap.of("x", 1);`],
    ["Collections.singletonMap", `var m = Collections.singletonMap("x", 1);`],
    ["Map.ofEntries", `var m = Map.ofEntries(Map.entry("x", 1));`],
    ["SimpleEntry", `var m = Map.ofEntries(new AbstractMap.SimpleEntry("x", 1));`],
    [
      "SimpleImmutableEntry",
      `var m = Map.ofEntries(new AbstractMap.SimpleImmutableEntry("x", 1));`,
    ],
    ["ImmutableMap.builder", `var m = ImmutableMap.builder().put("x", 1).build();`],
    ["buildOrThrow", `var m = ImmutableMap.builder().put("x", 1).buildOrThrow();`],
    ["Json", `var m = Json.createObjectBuilder().add("x", 1).build();`],
    ["createObjectNode", `var m = mapper.createObjectNode(); m.put("x", 1);`],
    ["objectNode", `var m = JsonNodeFactory.instance.objectNode(); m.put("x", 1);`],
  ])("A map is known whatever class it is of made with %s", (_name, code) => {
    expect(payloadOf(code)).toBe("{ x: 1 }");
  });

  it.each([
    ["Map.copyOf", `var m = Map.copyOf(Map.of("x", 1));`],
    ["Collections.unmodifiableMap", `var m = Collections.unmodifiableMap(Map.of("x", 1));`],
    ["convertValue", `var m = mapper.convertValue(Map.of("x", 1), Map.class);`],
  ])("A map is known whatever class it is of copied with %s", (_name, code) => {
    expect(payloadOf(code)?.replace("!", "")).toBe("{ x: 1 }");
  });

  it.each([
    "writeValueAsString",
    "writeValueAsBytes",
    "toJson",
    "toJSONString",
    "toJsonString",
    "valueToTree",
    "serialize",
  ])("A map is known whatever class it is of written with %s", (name) => {
    expect(payloadOf(`var m = mapper.${name}(Map.of("x", 1));`)).toBe("{ x: 1 }");
  });
  it.each(["toString", "toJSONString", "toJson"])(
    "A map is known whatever class it is of written with its own %s",
    (name) => {
      expect(payloadOf(`var o = new JSONObject(); o.put("x", 1); var m = o.${name}();`)).toBe(
        "{ x: 1 }",
      );
    },
  );
  it("A map is known whatever class it is of, but not by the text that any other map gives", () => {
    expect(payloadOf(`var o = new HashMap<>(); o.put("x", 1); var m = o.toString();`)).toBe(
      "?:string",
    );
  });
});

describe("A key is put into a map", () => {
  it.each(["put", "set", "add", "addProperty", "accumulate", "element", "putPOJO"])(
    "with %s",
    (name) => {
      expect(payloadOf(`var m = new JSONObject(); m.${name}("x", 1);`)).toBe("{ x: 1 }");
      expect(payloadOf(`var m = new JSONObject(); m.${name}(Map.of("x", 1));`)).toBe("{ x: 1 }");
    },
  );
  it.each(["putAll", "setAll"])("A key is put into a map with %s", (name) => {
    expect(payloadOf(`var m = new JSONObject(); m.${name}(Map.of("x", 1));`)).toBe("{ x: 1 }");
  });
  it.each([
    ["putObject", `m.putObject("x").put("y", 1);`, "{ x: { y: 1 } }"],
    ["putArray", `m.putArray("x").add(1);`, "{ x: [1] }"],
  ])("A key is put into a map with %s", (_name, code, payload) => {
    expect(payloadOf(`var m = new JSONObject(); ${code}`)).toBe(payload);
  });
  it.each(["compute", "computeIfAbsent", "computeIfPresent", "merge"])(
    "with %s, whose value is not known",
    (name) => {
      const begun = `var m = new HashMap<>(); m.put("x", 1); m.put("y", 2);`;
      expect(payloadOf(`${begun} m.${name}("x", f);`)).toBe("{ x: ?!, y: 2 }");
      expect(payloadOf(`${begun} m.${name}(id, f);`)).toBe("{ x: ?, y: ?, … }");
    },
  );
  it.each([
    ["replaces a value that is there", `m.replace("x", 2);`, "{ x: 2 }"],
    ["replaces none that is not", `m.replace("y", 2);`, "{ x: 1 }"],
    ["replaces a value by a condition", `m.replace("x", 1, 2);`, "{ x: ?, … }"],
    ["replaces a value of any key", "m.replace(id, 2);", "{ x: ?, … }"],
    ["puts a value of any key if there is none", "m.putIfAbsent(id, 2);", "{ x: ?, … }"],
    ["puts a value if there is none", `m.putIfAbsent("y", 2);`, "{ x: 1, y: ?! }"],
    ["takes a key out", `m.remove("x");`, "{}"],
    ["takes any key out", "m.remove(id);", "{ x: ?, … }"],
    ["reads a key", `m.put("y", m.get("x"));`, "{ x: 1, y: 1 }"],
    ["reads any key", `m.put("y", m.get(id));`, "{ x: 1, y: ? }"],
  ])("A key is put into a map, or code %s", (_name, code, payload) => {
    expect(
      payloadOf(`var m = new HashMap<>(); m.put("x", 1); ${code}`)?.replace("{  }", "{}"),
    ).toBe(payload);
  });
});

describe("A map stays what it is where code only reads it", () => {
  it.each([
    `getOrDefault("x", 2)`,
    `optString("x")`,
    `containsKey("x")`,
    "containsValue(1)",
    `contains("x")`,
    "size()",
    "isEmpty()",
    "entrySet()",
    "keySet()",
    "values()",
    "equals(other)",
    "hashCode()",
    `has("x")`,
    "keys()",
    "length()",
    "stream()",
    "forEach(f)",
    "iterator()",
    "toSingleValueMap()",
    `hasNonNull("x")`,
    `path("x")`,
  ])("A map stays what it is where code only reads it with %s", (call) => {
    expect(payloadOf(`var m = new HashMap<>(); m.put("x", 1); m.${call};`)).toBe("{ x: 1 }");
    expect(
      payloadOf(`var l = new ArrayList<>(); l.add(1); l.${call}; var m = Map.of("x", l);`),
    ).toBe("{ x: [1] }");
  });
  it.each(["clear()", "replaceAll(f)", "sizes()", "forget(1)", "adopt(1)", "has_no()"])(
    "and not with %s",
    (call) => {
      expect(payloadOf(`var m = new HashMap<>(); m.put("x", 1); m.${call};`)).toBe("{ x: ?, … }");
    },
  );
});

describe("A list is known whatever class it is of", () => {
  it.each([
    ["ArrayList", "new ArrayList<>()"],
    ["LinkedList", "new LinkedList<>()"],
    ["Vector", "new Vector<>()"],
    ["CopyOnWriteArrayList", "new CopyOnWriteArrayList<>()"],
    ["JSONArray", "new JSONArray()"],
    ["JsonArray", "new JsonArray()"],
    ["createArrayBuilder", "Json.createArrayBuilder()"],
    ["createArrayNode", "mapper.createArrayNode()"],
    ["arrayNode", "factory.arrayNode()"],
    ["List.of", "List.of()"],
    ["Arrays.asList", "Arrays.asList()"],
    ["ImmutableList.of", "ImmutableList.of()"],
  ])("A list is known whatever class it is of: %s", (_name, list) => {
    expect(payloadOf(`var l = ${list}; l.add(1); var m = Map.of("l", l);`)).toBe("{ l: [1] }");
  });
  it.each([
    ["List.of", "List.of(1, 2)"],
    ["Arrays.asList", "Arrays.asList(1, 2)"],
    ["ImmutableList.of", "ImmutableList.of(1, 2)"],
    ["List.copyOf", "List.copyOf(List.of(1, 2))"],
    ["a constructor", "new ArrayList<>(List.of(1, 2))"],
  ])("A list is known whatever class it is of with what %s puts into it", (_name, list) => {
    expect(payloadOf(`var m = Map.of("l", ${list});`)?.replace("!", "")).toBe("{ l: [1, 2] }");
  });
  it("A list is known whatever class it is of of one item", () => {
    expect(payloadOf(`var m = Map.of("l", Collections.singletonList(1));`)).toBe("{ l: [1] }");
  });
  it.each([
    ["add", "l.add(1);", "[1]"],
    ["put", "l.put(1);", "[1]"],
    ["addPOJO", "l.addPOJO(1);", "[1]"],
    ["addObject", `l.addObject().put("x", 1);`, "[{ x: 1 }]"],
    ["add at a place", "l.add(1); l.add(0, 2);", "[?, …]"],
    ["anything else", "l.add(1); l.sort(f);", "[?, …]"],
  ])("and to which code adds with %s", (_name, code, list) => {
    expect(payloadOf(`var l = new JSONArray(); ${code} var m = Map.of("l", l);`)).toBe(
      `{ l: ${list} }`,
    );
  });
  it.each(["toString", "toJSONString"])("and that is written with its own %s", (name) => {
    expect(payloadOf(`var l = new JSONArray(); l.add(1); var m = l.${name}();`)).toBe("[1]");
  });
});

describe("What a map holds that takes texts only stays a text", () => {
  it.each([
    ["by its types", `Map<String, String> m = new HashMap<String, String>();`, `{ x: "1"! }`],
    ["by its name's types", `Map<String, String> m = new HashMap<>();`, `{ x: "1"! }`],
    [
      "unless it takes anything",
      `Map<String, Object> m = new HashMap<String, Object>();`,
      `{ x: "1" }`,
    ],
    ["unless it says nothing", `var m = new HashMap();`, `{ x: "1" }`],
  ])("What a map holds that takes texts only stays a text: %s", (_name, code, payload) => {
    expect(payloadOf(`${code} m.put("x", "1");`)).toBe(payload);
  });
});

describe("A text that is built is known", () => {
  const built = (code: string, name = "StringBuilder") =>
    payloadOf(`var b = new ${name}("a"); ${code} var m = Map.of("x", b.toString());`);
  it.each(["StringBuilder", "StringBuffer"])("A text that is built is known by a %s", (name) => {
    expect(built("b.append(1);", name)).toBe(`{ x: "a1" }`);
  });
  it("A text that is built is known, but not by another class", () => {
    expect(built("b.append(1);", "StringBuildery")).toBe(`{ x: ?:string "…" }`);
  });
  it.each(["length()", "charAt(0)", "isEmpty()"])("and %s changes nothing", (call) => {
    expect(built(`b.${call};`)).toBe(`{ x: "a" }`);
  });
  it.each(["insert(0, 1)", "reverse()", "append()"])("and after %s only that it is one", (call) => {
    expect(built(`b.${call};`)).toBe("{ x: ?:string }");
  });
});

describe("A map is known as far as its pairs are written", () => {
  it.each([
    ["a key without a value", `Map.of("x")`, "{  }"],
    ["a second key without a value", `Map.of("x", 1, "y")`, "{ x: 1 }"],
    ["an entry without a value", `Map.ofEntries(Map.entry("x"))`, "{ … }"],
    ["an entry of nothing", "Map.ofEntries(Map.entry())", "{ … }"],
    ["something that is no entry", `Map.ofEntries(Map.entry("x", 1), other)`, "{ x: ?, … }"],
    ["an entry of which only the value is known", `Map.ofEntries(Map.of("value", 1))`, "{ … }"],
    ["a copy of nothing", "Map.copyOf()", "?"],
  ])("A map is known as far as its pairs are written: %s", (_name, map, payload) => {
    expect(payloadOf(`var m = ${map};`)).toBe(payload);
  });
  it("A map is known as far as its pairs are written, and takes more", () => {
    expect(payloadOf(`var m = Map.ofEntries(Map.entry("x", 1)); m.put("y", 2);`)).toBe(
      "{ x: 1, y: 2 }",
    );
  });
});

it.each(["toJsonTree", "deserialize", "serializeTo", "intoJson"])(
  "A map is not written as JSON by %s, whose name only holds that of a method which does",
  (name) => {
    expect(payloadOf(`var m = mapper.${name}(Map.of("x", 1));`)).toBe("?");
  },
);
