import { expect, it } from "vitest";
import { readJava } from "../../../../../dist/extract/java/read.js";
import { payloadsBy } from "../../shownPayload.js";

/** What a class has whose method makes a payload `m` and sends it. */
const inClass = (code: string) => `class Shop {
  static final String CONSTANT = "c"; private Object changed = 1; private final String kept = "k";
  void change() { changed = "a"; }
  void fill(Map<String, Object> o, Object v) { o.put("x", v); }
  void fill(Map<String, Object> o) { o.put("f", 1); }
  Object one(Object a) { return a; }
  Object one(Object a, Object b) { return b; }
  Object any(String a, Object... others) { return a; }
  Object two(String a) { return 1; }
  Object two(String a, Object... others) { return "v"; }
  Object oneOf(boolean flag) { if (flag) { return 1; } return "a"; }
  Object always() { return 1; }
  Map<String, Object> early(boolean flag) { Map<String, Object> o = new HashMap<>(); o.put("x", 1); if (flag) { return o; } o.put("y", 1); return o; }
  @Data @AllArgsConstructor static class Item { private String name; private int count; private Boolean big; @JsonIgnore private String hidden; private String last = "l"; String label() { return name + "-" + count; } }
  record Pair(String left, int right) {}
  @Builder static class Built { String name; int count; }
  void pay(String id, Map<String, Object> given, boolean flag, List<String> ids) {
    Map<String, Object> m = new HashMap<>();
    ${code}
    rest.postForObject("https://api.iamport.kr/payments/cancel", m, String.class);
  }
}
`;

it.each<[name: string, code: string, payload: string]>([
  [
    "escapes of a text",
    String.raw`m.put("x", "a\tb\u0041\101\"\\\s|");`,
    String.raw`{ x: "a\tbAA\"\\ |" }`,
  ],
  [
    "a text block without the indentation of its lines",
    `m.put("x", """
      a
        b

      c
      """);`,
    String.raw`{ x: "a\n  b\n\nc\n" }`,
  ],
  [
    "letters by their numbers, with any number of u",
    String.raw`m.put("x", "\uuu0041\u00e9\7\12\377\400\"\'");`,
    `{ x: ${JSON.stringify("A\u00e9\x07\n\xff 0\"'")} }`,
  ],
  [
    "a text block with lines that hold nothing but blanks, and ends of Windows",
    'm.put("x", """\r\n      a\r\n  \r\n      b\r\n      """);',
    String.raw`{ x: "a\n\nb\n" }`,
  ],
  [
    "a text block whose line goes on behind an end of Windows",
    'm.put("x", """\r\n      a \\\r\n      b""");',
    `{ x: "a b" }`,
  ],
  [
    "a text block with quotes, and one that is empty",
    'm.put("x", """\n      a "b" ""c\n      """); m.put("y", """\n      """);',
    String.raw`{ x: "a \"b\" \"\"c\n", y: "" }`,
  ],
  [
    "a text block with a tab for its indentation",
    'm.put("x", """\n\t\ta\n\t\t\tb\n\t\t""");',
    String.raw`{ x: "a\n\tb\n" }`,
  ],
  [
    "a text block whose last line is the only one that is indented less",
    'm.put("x", """\n      a\n   b""");',
    String.raw`{ x: "   a\nb" }`,
  ],
  [
    "a text block whose end is indented less",
    `m.put("x", """
      a
    """);`,
    String.raw`{ x: "  a\n" }`,
  ],
  [
    "a text block whose end is on its last line",
    `m.put("x", """
      a
      b""");`,
    String.raw`{ x: "a\nb" }`,
  ],
  [
    "a text block without the blanks at the ends of its lines",
    `m.put("x", """
    a  
    b	
    """);`,
    String.raw`{ x: "a\nb\n" }`,
  ],
  [
    "a text block with a line that goes on",
    String.raw`m.put("x", """
    a \
    b\tc
    """);`,
    String.raw`{ x: "a b\tc\n" }`,
  ],
  [
    "sums of texts and numbers",
    `m.put("x", "a" + 1 + id); m.put("y", 1 + 2); m.put("z", 2 * 3 + 1); m.put("w", "n" + (1 + 2)); m.put("v", -4);`,
    `{ x: ?:string "a1…", y: 3, z: 7, w: "n3", v: -4 }`,
  ],
  [
    "nothing is no known part of a text",
    `String n = null; m.put("x", "a" + n);`,
    `{ x: ?:string "a…" }`,
  ],
  [
    "String.format and formatted",
    `m.put("x", String.format("%s-%d%%%n", "a", 2)); m.put("y", String.format("%5d|%s", 1, "b")); m.put("z", "%s-%s".formatted("a", id));`,
    String.raw`{ x: "a-2%\n", y: ?:string "…|b", z: ?:string "a-…" }`,
  ],
  [
    "conversions",
    `m.put("x", new BigDecimal("12")); m.put("y", Integer.parseInt("3")); m.put("z", Long.valueOf(4L)); m.put("w", String.valueOf(5)); m.put("v", BigDecimal.ZERO); m.put("u", Integer.parseInt(id));`,
    `{ x: 12, y: 3, z: 4, w: "5", v: 0, u: ?:number }`,
  ],
  [
    "methods of texts",
    `m.put("x", " a ".trim()); m.put("y", "a".trim()); m.put("z", "a".concat("b")); m.put("w", "a".toUpperCase()); m.put("v", id.substring(1)); m.put("u", "a".length());`,
    `{ x: ?:string, y: "a", z: "ab", w: ?:string, v: ?:string, u: ?:number }`,
  ],
  [
    "texts and numbers of which the length is known",
    `m.put("x", UUID.randomUUID().toString()); m.put("y", System.currentTimeMillis()); m.put("z", "o-" + System.currentTimeMillis()); m.put("w", new Date().getTime());`,
    `{ x: ?:string "____________________________________", y: ?:number "_____________" 1000000000000…9999999999999, z: ?:string "o-_____________", w: ?:number "_____________" 1000000000000…9999999999999 }`,
  ],
  [
    "a StringBuilder",
    `StringBuilder b = new StringBuilder("a"); b.append(1).append("b"); m.put("x", b.toString());`,
    `{ x: "a1b" }`,
  ],
  [
    "a StringBuilder of a size",
    `StringBuilder b = new StringBuilder(16); b.append("a"); m.put("x", b.toString());`,
    `{ x: "a" }`,
  ],
  [
    "a StringBuilder that is changed in another way",
    `StringBuilder b = new StringBuilder("a"); b.reverse(); m.put("x", b.toString());`,
    "{ x: ?:string }",
  ],
  [
    "a StringBuilder in a branch",
    `StringBuilder b = new StringBuilder("a"); if (flag) { b.append("b"); } m.put("x", b.toString());`,
    "{ x: ?:string! }",
  ],
  ["Map.of", `m = Map.of("x", 1, "y", "a", "z", true);`, `{ x: 1, y: "a", z: true }`],
  ["Map.ofEntries", `m = Map.ofEntries(Map.entry("x", 1), Map.entry(id, 2));`, "{ x: ?, … }"],
  [
    "a map of texts, whose values no fix makes numbers",
    `Map<String, String> n = new HashMap<>(); n.put("x", "1"); m.put("n", n);`,
    `{ n: { x: "1"! } }`,
  ],
  [
    "a map with another in its constructor",
    `Map<String, Object> n = new HashMap<>(); n.put("x", 1); m = new HashMap<>(n); n.put("x", 2);`,
    "{ x: 1 }",
  ],
  ["putAll", `m.put("x", 1); m.put("y", 1); m.putAll(Map.of("x", 2));`, "{ x: 2, y: 1 }"],
  [
    "putAll of what is not known",
    `m.put("x", 1); m.putAll(given); m.put("y", 2);`,
    "{ x: ?, y: 2, … }",
  ],
  [
    "putIfAbsent",
    `m.put("x", 1); m.putIfAbsent("x", 2); m.putIfAbsent("y", 2);`,
    "{ x: ?:number!, y: ?! }",
  ],
  ["replace", `m.put("x", 1); m.replace("x", 2); m.replace("y", 2);`, "{ x: 2 }"],
  ["replace if it is another", `m.put("x", 1); m.replace("x", 1, 2);`, "{ x: ?, … }"],
  [
    "compute and merge",
    `m.put("x", 1); m.put("y", 1); m.compute("x", (k, v) -> 2); m.merge("y", 1, Integer::sum);`,
    "{ x: ?!, y: ?! }",
  ],
  ["remove", `m.put("x", 1); m.put("y", 1); m.remove("x");`, "{ y: 1 }"],
  ["remove of what is not known", `m.put("x", 1); m.remove(id);`, "{ x: ?, … }"],
  ["get", `m.put("x", 1); m.put("y", m.get("x")); m.put("z", m.get("w"));`, "{ x: 1, y: 1, z: ? }"],
  ["a key that is not known", `m.put("x", 1); m.put(id, 2);`, "{ x: ?, … }"],
  ["a map that another method changes", `m.put("x", 1); m.clear();`, "{ x: ?, … }"],
  [
    "a map that only is read",
    `m.put("x", 1); m.containsKey("x"); m.entrySet(); m.forEach((k, v) -> log.info(k));`,
    "{ x: 1 }",
  ],
  [
    "a map in another that other code gets",
    `Map<String, Object> n = new HashMap<>(); n.put("k", 1); m.put("n", n); other.take(m);`,
    "{ n: ?, … }!",
  ],
  ["two names of one map", `Map<String, Object> n = m; n.put("x", 1);`, "{ x: 1 }"],
  [
    "one of two maps",
    `Map<String, Object> n = flag ? m : new HashMap<>(); m.put("x", 1); n.put("x", 2);`,
    "{ x: ?, … }",
  ],
  [
    "one of two maps by a branch",
    `Map<String, Object> n = new HashMap<>(); if (flag) { n = m; } m.put("x", 1); n.put("y", 2);`,
    "{ x: ?, … }",
  ],
  [
    "a JSONObject",
    `JSONObject o = new JSONObject(); o.put("x", 1).put("y", "a"); m.put("o", o);`,
    `{ o: { x: 1, y: "a" } }`,
  ],
  [
    "Jackson's nodes",
    `ObjectNode o = mapper.createObjectNode(); o.put("x", 1); o.putObject("y").put("z", 2); o.putArray("l").add(1).add(2); m.put("o", o);`,
    "{ o: { x: 1, y: { z: 2 }, l: [1, 2] } }",
  ],
  [
    "lists",
    `m.put("l", List.of(1, "a")); m.put("k", Arrays.asList(1));`,
    `{ l: [1, "a"], k: [1] }`,
  ],
  [
    "a list to which something is added",
    `List<Object> l = new ArrayList<>(); l.add(1); l.add("a"); m.put("l", l);`,
    `{ l: [1, "a"] }`,
  ],
  [
    "a list to which something may be added",
    `List<Object> l = new ArrayList<>(); l.add(1); if (flag) { l.add(2); } m.put("l", l);`,
    "{ l: [1, …] }",
  ],
  [
    "a list with something put in between",
    `List<Object> l = new ArrayList<>(); l.add(1); l.add(0, 2); m.put("l", l);`,
    "{ l: [?, …] }",
  ],
  [
    "a list with another in its constructor",
    `List<Object> l = new ArrayList<>(List.of(1)); l.add(2); m.put("l", l); m.put("k", new ArrayList<>(10)); m.put("j", new ArrayList<>(given));`,
    "{ l: [1, 2], k: [], j: […] }",
  ],
  ["a branch without an else", `m.put("x", 1); if (flag) m.put("x", 2);`, "{ x: ?:number! }"],
  [
    "a branch with an else",
    `if (flag) { m.put("x", 1); } else { m.put("x", 2); }`,
    "{ x: ?:number! }",
  ],
  ["a branch that returns", `m.put("x", 1); if (flag) { m.put("x", 2); return; }`, "{ x: 1 }"],
  [
    "a branch that throws",
    `m.put("x", 1); if (flag) { m.put("x", 2); throw new IllegalStateException(); }`,
    "{ x: 1 }",
  ],
  [
    "a name that is declared in a block is its own",
    `int x = 1; { int y = 2; x = y; } m.put("x", x);`,
    "{ x: 2 }",
  ],
  [
    "a switch without a default",
    `m.put("x", 1); switch (id) { case "a": m.put("x", 1); break; case "b": m.put("x", 2); break; }`,
    "{ x: ?:number! }",
  ],
  [
    "a switch with a default",
    `switch (id) { case "a": m.put("x", 1); break; default: m.put("x", 1); }`,
    "{ x: 1! }",
  ],
  [
    "a case that falls through",
    `switch (id) { case "a": m.put("x", 1); case "b": m.put("y", 1); break; default: m.put("y", 1); }`,
    "{ x: ?!, y: 1! }",
  ],
  [
    "cases with one body",
    `switch (id) { case "a": case "b": m.put("y", 1); break; default: m.put("y", 1); }`,
    "{ y: 1! }",
  ],
  [
    "a switch with arrows falls through nothing",
    `switch (id) { case "a" -> m.put("x", 1); case "b" -> m.put("y", 1); default -> {} }`,
    "{ x: ?!, y: ?! }",
  ],
  [
    "an arrow of a key that another arrow puts too",
    `switch (id) { case "a" -> m.put("x", 1); default -> m.put("x", 2); }`,
    "{ x: ?:number! }",
  ],
  [
    "a switch that is an expression",
    `m.put("x", switch (id) { case "a" -> 1; case "b" -> { int y = 2; yield y; } default -> throw new IllegalStateException(); });`,
    "{ x: ?:number! }",
  ],
  [
    "a condition",
    `m.put("x", flag ? 1 : 2); m.put("y", flag ? 1 : 1); m.put("z", flag ? 1 : "a");`,
    "{ x: ?:number!, y: 1!, z: ?:number|string! }",
  ],
  [
    "a comparison",
    `m.put("x", id == null); m.put("y", !flag); m.put("z", 1 < 2 && flag);`,
    "{ x: ?:boolean, y: ?:boolean, z: ?:boolean }",
  ],
  [
    "loops",
    `m.put("x", 1); m.put("y", 1); m.put("z", 1); for (int i = 0; i < 3; i++) m.put("x", i); for (String k : ids) { m.put("y", 2); } while (flag) { m.put("z", 2); }`,
    "{ x: ?:number!, y: ?:number!, z: ?:number! }",
  ],
  [
    "a key that is replaced where it may be",
    `if (flag) { m.put("x", 1); m.put("y", 1); } m.put("y", 2); m.replace("x", 2); m.replace("y", 3); m.replace("z", 4);`,
    "{ x: ?!, y: 3 }",
  ],
  [
    "what other operators make of a name",
    `int a = 5; a -= 2; int b = 5; b *= 2; int c = 5; c /= 2; int e = 5; e <<= 1; boolean f = true; f &= flag; m.put("a", a); m.put("b", b); m.put("c", c); m.put("e", e); m.put("f", f);`,
    "{ a: ?:number, b: 10, c: ?:number, e: ?:number, f: ? }",
  ],
  [
    "an object that a loop goes through and changes, and one that it reads",
    `Map<String, Object> a = new HashMap<>(); a.put("k", 1); Map<String, Object> b = new HashMap<>(); b.put("k", 1); for (Map<String, Object> one : List.of(a)) { one.put("k", "a"); } for (Map<String, Object> one : List.of(b)) { one.get("k"); } m.put("a", a); m.put("b", b);`,
    "{ a: { k: ?, … }!, b: { k: 1 }! }",
  ],
  [
    "an object that a list gives back, and one that a function gets of a list",
    `Map<String, Object> a = new HashMap<>(); a.put("k", 1); Map<String, Object> b = new HashMap<>(); b.put("k", 1); Map<String, Object> c = new HashMap<>(); c.put("k", 1); List<Map<String, Object>> l = List.of(a); l.get(0).put("k", 2); List.of(b).get(index()).put("k", 2); List.of(c).forEach(one -> one.put("k", 2)); m.put("a", a); m.put("b", b); m.put("c", c);`,
    "{ a: { k: 2 }!, b: { k: ?, … }!, c: { k: ?, … }! }",
  ],
  [
    "a loop that sees what it has written",
    `Object n = 1; m.put("x", 1); for (String k : ids) { m.put("x", n); n = "a"; }`,
    "{ x: ?:string|number! }",
  ],
  [
    "an attempt",
    `try { m.put("x", 1); other.risky(); m.put("y", 1); } catch (Exception e) { m.put("z", 1); } finally { m.put("w", 1); }`,
    "{ x: ?!, y: ?!, z: ?!, w: 1 }",
  ],
  [
    "an attempt that only goes on where it succeeded",
    `try { m.put("x", 1); other.risky(); } catch (Exception e) { return; }`,
    "{ x: 1 }",
  ],
  [
    "an attempt whose end sets what it has set too",
    `try { m.put("x", 1); other.risky(); } catch (Exception e) { m.put("x", 2); } finally { m.put("x", 3); }`,
    "{ x: 3 }",
  ],
  [
    "an attempt of two handlers",
    `try { m.put("x", 1); other.risky(); } catch (A e) { m.put("y", 1); } catch (B e) { m.put("z", 1); }`,
    "{ x: ?!, y: ?!, z: ?! }",
  ],
  [
    "an attempt with a resource by name",
    `try (Map<String, Object> r = new HashMap<>(); var q = other.open()) { r.put("x", 1); m.putAll(r); }`,
    "{ x: 1 }",
  ],
  [
    "a block that is held by one thread, and one with a name",
    `synchronized (this) { m.put("x", 1); } again: { m.put("y", 1); } once: for (String k : ids) { m.put("z", 1); }`,
    "{ x: 1, y: 1, z: ?! }",
  ],
  [
    "a loop with its condition behind it, one with a step that sets a name, and one with a condition that does",
    `int i = 0; int k = 0; do { m.put("x", 1); } while (flag); for (int j = 0; flag; i = 2) { m.put("z", j); } while (k++ < 3) { } m.put("i", i); m.put("k", k);`,
    "{ x: ?!, z: ?!, i: ?:number!, k: ?:number! }",
  ],
  ["an attempt with resources", `try (var r = other.open()) { m.put("x", 1); }`, "{ x: 1 }"],
  ["a method that sets a key", "fill(m, 1);", "{ x: 1 }!"],
  [
    "methods of one name",
    `fill(m); fill(m, 2); m.put("y", one(1)); m.put("z", one("a", "b"));`,
    `{ f: 1, x: 2, y: 1, z: "b" }!`,
  ],
  [
    "a method with any number of arguments",
    `m.put("x", any("a")); m.put("y", any("a", "b", "c")); m.put("z", any());`,
    `{ x: "a", y: "a", z: ?:string|null }`,
  ],
  [
    "a method that returns one of two",
    `m.put("x", oneOf(flag)); m.put("y", always());`,
    "{ x: ?:number|string!, y: 1 }",
  ],
  ["a method that returns early", "m = early(flag);", "{ x: 1, y: ?! }!"],
  [
    "methods of one name, of which one takes any number",
    `m.put("x", two("a")); m.put("y", two("a", "b"));`,
    `{ x: ?, y: "v" }`,
  ],
  [
    "a switch of which a case sets nothing",
    `switch (id) { case "a": m.put("x", 1); break; default: m.put("x", 2); m.put("y", 1); }`,
    "{ x: ?:number!, y: ?! }",
  ],
  ["a switch of one case", `switch (id) { case "a": m.put("x", 1); break; }`, "{ x: ?! }"],
  [
    "fields",
    `m.put("x", CONSTANT); m.put("y", changed); m.put("z", this.kept); m.put("w", kept);`,
    `{ x: "c", y: ?:string|number!, z: "k", w: "k" }`,
  ],
  [
    "a name that hides a field",
    `String kept = "b"; m.put("x", kept); m.put("y", this.kept);`,
    `{ x: "b", y: "k" }`,
  ],
  [
    "a lambda",
    `java.util.function.Supplier<Object> s = () -> 1; Runnable r = () -> m.put("x", 1); r.run();`,
    "{ x: ?! }!",
  ],
  [
    "an object of a class of data",
    `Item i = new Item("a", 1, null, "h", "z"); i.setCount(2); m.put("i", i); m.put("x", i.getName()); m.put("y", i.isBig());`,
    `{ i: { count: 2!, last: "z"!, name: "a"! }, x: "a"!, y: ? }`,
  ],
  [
    "a method of a class of data, which sees its fields",
    `m.put("x", new Item("a", 1, null, "h", "z").label());`,
    `{ x: "a-1" }`,
  ],
  [
    "a copy of a map, and a node that is given a plain object",
    `ObjectNode n = mapper.createObjectNode(); n.putPOJO("x", 1); m.put("n", n); m.put("o", Map.copyOf(Map.of("x", 1)));`,
    `{ n: { x: 1 }, o: { x: 1 }! }`,
  ],
  [
    "a record",
    `m.put("p", new Pair("a", 1)); m.put("x", new Pair("b", 2).left());`,
    `{ p: { right: 1!, left: "a"! }, x: "b"! }`,
  ],
  [
    "a builder of a class of data",
    `m.put("b", Built.builder().name("a").build());`,
    `{ b: { count: 0!, name: "a"! } }`,
  ],
  [
    "arrays and their items",
    `Object[] a = {1, "b"}; int[] b = new int[] {1, 2}; m.put("x", a[0]); m.put("y", b[1]); m.put("z", a); m.put("w", new int[3]); m.put("v", a[5]); m.put("u", a[ids.size()]);`,
    `{ x: 1, y: 2, z: [1, "b"], w: ?, v: ?, u: ? }`,
  ],
  [
    "an initializer of an anonymous class",
    `m = new HashMap<>() {{ put("x", 1); put("y", "a"); }};`,
    `{ x: 1, y: "a" }`,
  ],
  [
    "methods of anonymous classes, which may run or not",
    `run(new Runnable() { public void run() { m.put("y", 1); } }); m.put("x", 1);`,
    "{ y: ?!, x: 1 }",
  ],
  [
    "numbers in every spelling",
    `m.put("a", 1_000L); m.put("b", 0x1F); m.put("c", 0b11); m.put("d", 017); m.put("e", 1.5f); m.put("f", 2e3); m.put("g", 10d); m.put("h", -(3)); m.put("i", +3); m.put("j", ~3); m.put("k", -0x10);`,
    "{ a: 1000, b: 31, c: 3, d: 15, e: 1.5, f: 2000, g: 10, h: -3, i: 3, j: ?:number, k: -16 }",
  ],
  [
    "what operators make of numbers and conditions",
    `m.put("a", 7 - 2); m.put("b", 7 / 2); m.put("c", 7 % 2); m.put("d", 1 << 2); m.put("e", 3 & 1); m.put("f", flag || flag); m.put("g", 1 == 1); m.put("h", id instanceof String);`,
    "{ a: ?:number, b: ?:number, c: ?:number, d: ?:number, e: ?:number, f: ?:boolean, g: ?:boolean, h: ?:boolean }",
  ],
  [
    "casts, brackets, nothing and this",
    `m.put("a", (String) id); m.put("b", (Object) 1); m.put("c", (("v"))); m.put("d", null); m.put("e", this);`,
    `{ a: ?:string|null, b: 1, c: "v", d: null, e: ? }`,
  ],
  [
    "assignments as values, and what they leave in a name",
    `int i = 1; i++; int k = 1; m.put("a", i); m.put("b", k++); m.put("c", k = 5); m.put("d", k); int n = 1; n += 2; m.put("e", n); String s = "a"; s += "b"; m.put("f", s);`,
    `{ a: ?:number, b: ?:number, c: 5, d: 5, e: 3, f: "ab" }`,
  ],
  [
    "texts that are joined by a method",
    `m.put("x", id.concat("b")); m.put("y", "a".concat(id)); m.put("z", "a".concat("b").concat("c"));`,
    `{ x: ?:string "…b", y: ?:string "a…", z: "abc" }`,
  ],
  [
    "items of a list by their places",
    `List<Object> l = new ArrayList<>(); l.add(1); l.add("b"); m.put("x", l.get(0)); m.put("y", l.get(1)); m.put("z", l.get(2)); m.put("w", l.get(ids.size()));`,
    `{ x: 1, y: "b", z: ?, w: ? }`,
  ],
  [
    "keys that another map gives",
    `m.put("x", 1); for (Map.Entry<String, Object> e : given.entrySet()) m.put(e.getKey(), e.getValue());`,
    "{ x: ?, … }",
  ],
  [
    "keys that a lambda puts",
    `given.forEach((k, v) -> m.put(k, v)); m.put("x", 1);`,
    "{ x: 1, … }!",
  ],
  ["keys that a method by its name puts", `given.forEach(m::put); m.put("x", 1);`, "{ x: 1, … }"],
  [
    "a method by its name that only reads",
    `m.put("x", 1); ids.stream().map(m::get); ids.forEach(log::info);`,
    "{ x: 1 }",
  ],
  [
    "what other objects hold, of which nothing is known",
    `m.put("a", Optional.of(1).get()); m.put("b", future.get()); m.put("c", new StringBuilder("a")); m.put("d", new HttpEntity<>(given)); m.put("e", Map.entry("a", 1)); m.put("f", UriComponentsBuilder.newInstance()); m.put("g", HttpRequest.newBuilder()); m.put("h", WebClient.create()); m.put("i", flag ? new StringBuilder() : "a");`,
    "{ a: ?, b: ?, c: ?, d: ?, e: ?, f: ?, g: ?, h: ?, i: ?! }",
  ],
  [
    "what no constructor takes",
    `m.put("i", new Item("a", 1, 2));`,
    "{ i: { count: ?, last: ?, … } }",
  ],
])("What Java's code makes is known as far as the code says it: %s", (_name, code, payload) => {
  expect(payloadsBy(readJava, inClass(code))).toEqual([payload]);
});
