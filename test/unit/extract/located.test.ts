import { expect, it } from "vitest";
import { readShell } from "../../../dist/extract/curl.js";
import { readPage } from "../../../dist/extract/html.js";
import { readHttp } from "../../../dist/extract/http.js";
import { readJava } from "../../../dist/extract/java/read.js";
import { readScript } from "../../../dist/extract/javascript/script.js";
import { readJson } from "../../../dist/extract/json.js";
import type { Located } from "../../../dist/extract/located.js";
import { readMarkdown } from "../../../dist/extract/markdown.js";
import { readPython } from "../../../dist/extract/python/read.js";
import type { Reader } from "../../../dist/extract/reader.js";
import { readYaml } from "../../../dist/extract/yaml.js";
import { readBy } from "./shownPayload.js";

const readers: Readonly<Record<string, Reader>> = {
  ".md": readMarkdown,
  ".http": readHttp,
  ".sh": readShell,
  ".json": readJson,
  ".yaml": readYaml,
  ".html": readPage,
  ".ts": readScript,
  ".py": readPython,
  ".java": readJava,
};

/** What is at the places of each value of the payloads in a text: the key, the key with its value, and the value. */
function placesIn(ending: string, text: string): string[] {
  const { calls, payloads } = readBy(readers[ending] as Reader, text, { ending });
  const at = (span: readonly [number, number] | undefined) => (span ? text.slice(...span) : "-");
  const below = ({ children }: Located, path = ""): string[] =>
    [...children].flatMap(([key, child]) => [
      [path + key, at(child.key), at(child.property), at(child.origin ?? child.span)].join(" | "),
      ...below(child, `${path}${key}/`),
    ]);
  return [...calls, ...payloads].flatMap(({ payload }) =>
    payload
      ? [
          ...below(payload),
          ...payload.duplicateKeys.map(
            ({ key, span, earlier }) => `twice ${key} | ${at(span)} | ${at(earlier)}`,
          ),
        ]
      : [],
  );
}

const cancel = "https://api.iamport.kr/payments/cancel";

it.each<[name: string, ending: string, text: string, ...places: string[]]>([
  [
    "JSON",
    ".json",
    '{ "x" : 1, "l": [ "a" , {"k": null}], "x": 2 }',
    'l | "l" | "l": [ "a" , {"k": null}] | [ "a" , {"k": null}]',
    'l/0 | - | - | "a"',
    'l/1 | - | - | {"k": null}',
    'l/1/k | "k" | "k": null | null',
    'x | "x" | "x": 2 | 2',
    'twice x | "x" | "x" : 1',
  ],
  ["JSON behind a byte order mark", ".json", '\ufeff{"x":1}', 'x | "x" | "x":1 | 1'],
  [
    "YAML",
    ".yaml",
    'x: 1 # a\nl:\n  - "a"\n  - k: b\n\ny:\nx: 2\n',
    'l | l | l:\n  - "a"\n  - k: b | - "a"\n  - k: b',
    'l/0 | - | "a" | "a"',
    "l/1 | - | k: b | k: b",
    "l/1/k | k | k: b | b",
    "y | y | y: | ",
    "x | x | x: 2 | 2",
    "twice x | x | x: 1",
  ],
  [
    "aliases of YAML",
    ".yaml",
    "a: &a {x: 1, x: 2}\nb: *a\nl: [*a]\n",
    "a | a | a: &a {x: 1, x: 2} | {x: 1, x: 2}",
    "a/x | x | x: 2 | 2",
    "b | b | b: *a | {x: 1, x: 2}",
    "b/x | x | x: 2 | 2",
    "l | l | l: [*a] | [*a]",
    "l/0 | - | *a | {x: 1, x: 2}",
    "l/0/x | x | x: 2 | 2",
  ],
  [
    "a body of JSON in a request",
    ".http",
    'GET https://shop.example\n\n###\nPOST CANCEL\nContent-Type: application/json\n\n{"x": {{x}}, "y": "{{a}}b", "z": 1}\n',
    'x | "x" | "x": { | {',
    'y | "y" | "y": "{{a}}b" | "{{a}}b"',
    'z | "z" | "z": 1 | 1',
  ],
  [
    "a form in a request",
    ".http",
    "\n\nPOST CANCEL\n\na=1&b=x+y&a=2&&l[]=1&l[]=2\n",
    "a | a | - | 2",
    "b | b | - | x+y",
    "l[] | l[] | - | 2",
    "twice a | a | 1",
  ],
  ["a body behind blank lines", ".http", 'POST CANCEL\n\n\n  {"x": 1}\n', 'x | "x" | "x": 1 | 1'],
  [
    "JSON in a command",
    ".sh",
    'curl CANCEL -d \'{"x": 1, "y": "a"}\'',
    'x | "x" | "x": 1 | 1',
    'y | "y" | "y": "a" | "a"',
  ],
  [
    "JSON in double quotes in a command",
    ".sh",
    'curl CANCEL -d "{\\"x\\": $X, \\"y\\": \\"a\\"}"',
    'x | "x\\" | "x\\": $ | $',
    'y | "y\\" | "y\\": \\"a\\" | "a\\"',
  ],
  [
    "a form in a command",
    ".sh",
    "curl CANCEL -d a=1 -F 'b=\"c\";type=d' -d 'e=f%20g&h='",
    "a | a | - | 1",
    "b | b | - | c",
    "e | e | - | f%20g",
    "h | h | - | h=",
  ],
  [
    "a here-document",
    ".sh",
    'curl CANCEL -d @- <<E\n{"x": ${X},\n"y": 1}\nE\n',
    'x | "x" | "x": $ | $',
    'y | "y" | "y": 1 | 1',
  ],
  [
    "a block in a quotation",
    ".md",
    "a\n\n> ```js\n> IMP.request_pay({ x: 1, \"y\": 'a' });\n> ```\n",
    "x | x | x: 1 | 1",
    "y | \"y\" | \"y\": 'a' | 'a'",
  ],
  [
    "a sample of JSON",
    ".md",
    '```sh\ncurl CANCEL -d \'{"x": 1, ..., "y": {the id}, "z": [1, ... 2] /* omitted */ }\'\n```\n',
    'x | "x" | "x": 1 | 1',
    'y | "y" | "y": { | {',
    'z | "z" | "z": [1, ... 2] | [1, ... 2]',
    "z/0 | - | - | 1",
    "z/1 | - | - | 2",
  ],
  [
    "scripts and handlers",
    ".html",
    '<p>a</p><script>IMP.request_pay({ x: 1 });</script><button onclick="a(); IMP.request_pay({ y: 2 })">b</button>',
    "x | x | x: 1 | 1",
    "y | y | y: 2 | 2",
  ],
  [
    "a handler with an entity that is not known",
    ".html",
    '<button onclick="IMP.request_pay({ x: &quot;a&amp;b&#39;&quot;, y: &unknown; })">b</button>',
  ],
  [
    "JavaScript",
    ".ts",
    'const a = 1, o = { k: "b" }; IMP.request_pay({ x: a, o, [`y`]: 2, ...{ z: 3 }, x: 4 });',
    'o | o | o | { k: "b" }',
    'o/k | k | k: "b" | "b"',
    "y | `y` | [`y`]: 2 | 2",
    "z | z | z: 3 | 3",
    "x | x | x: 4 | 4",
  ],
  [
    "assignments in JavaScript",
    ".ts",
    "const o = { x: 1 }; o.y = 2; if (f) o.z = 3; (o).w = 4; IMP.request_pay(o);",
    "x | x | x: 1 | 1",
    "y | y | o.y = 2; | 2",
    "w | w | (o).w = 4; | 4",
    "z | z | - | 3",
  ],
  [
    "functions of JavaScript",
    ".ts",
    'const p = (v) => ({ x: v }); const t = "a"; IMP.request_pay({ ...p(t), y: p(1).x });',
    'x | x | x: v | "a"',
    "y | y | y: p(1).x | 1",
  ],
  [
    "assignments that may happen",
    ".ts",
    "const o = { x: 1 }; switch (k) { case 1: o.y = 2; } if (f) { o.z.a = 3; } IMP.request_pay(o);",
    "x | x | x: 1 | 1",
    "y | y | o.y = 2; | 2",
    "z | - | - | { x: 1 }",
  ],
  [
    "Python",
    ".py",
    'a = "1"\nb = a\nd = {"x": b, \'y\': 2, **{"z": 3}, "x": 4}\nd["w"] = 5\nd.update(v=6)\nrequests.post("CANCEL", json=d)',
    'x | "x" | "x": 4 | 4',
    "y | 'y' | 'y': 2 | 2",
    'z | "z" | "z": 3 | 3',
    'w | "w" | d["w"] = 5 | 5',
    "v | v | v=6 | 6",
  ],
  [
    "Java",
    ".java",
    'class A { void f() { String a = "1"; Map<String, Object> m = new HashMap<>(); m.put("x", a); m.put("l", List.of(1, "b")); m.putAll(Map.of("y", 2)); rest.postForObject("CANCEL", m, String.class); } }',
    'x | "x" | m.put("x", a) | "1"',
    'l | "l" | m.put("l", List.of(1, "b")) | List.of(1, "b")',
    "l/0 | - | - | 1",
    'l/1 | - | - | "b"',
    'y | "y" | "y", 2 | 2',
  ],
  [
    "texts of Java",
    ".java",
    'class A { void f(String id) { rest.postForObject("CANCEL", """\n    {"x": 1,\n     "y": "%s"}\n    """.formatted(id), String.class); rest.postForObject("CANCEL", "{\\"x\\":" + 12 + "}", String.class); } }',
    'x | "x" | "x": 1 | 1',
    'y | "y" | "y": "%s" | "%s"',
    'x | \\"x\\ | \\"x\\":" + 12 | 12',
  ],
])("Each value is at its place: %s", (_name, ending, text, ...places) => {
  expect(placesIn(ending, text.replaceAll("CANCEL", cancel))).toEqual(places);
});
