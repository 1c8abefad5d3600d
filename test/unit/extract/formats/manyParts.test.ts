import { expect, it } from "vitest";
import { linted } from "../shared.js";

const times = 40;
/** Statements, each of which uses twice what the one before it made. */
const doubling = (statement: (name: string, before: string) => string) =>
  Array.from({ length: times }, (_, index) => statement(`a${index + 1}`, `a${index}`));

const cancel = "https://api.iamport.kr/payments/cancel";
const last = `a${times}`;
const inPython = (...lines: string[]) =>
  ["import requests", "def pay():", ...lines.map((line) => `    ${line}`)].join("\n");
const sent = (what: string) => `requests.post("${cancel}", json=${what})`;

it.each([
  [
    "JavaScript, as it is written",
    "a.js",
    `const a0 = 1; ${doubling((a, b) => `const ${a} = { x: ${b}, y: ${b} };`).join("\n")} IMP.request_pay(${last});`,
  ],
  [
    "JavaScript, as it is assigned",
    "a.js",
    `const a0 = 1; ${doubling((a, b) => `const ${a} = {}; ${a}.x = ${b}; ${a}.y = ${b};`).join("\n")} IMP.request_pay(${last});`,
  ],
  [
    "lists of JavaScript",
    "a.js",
    `const a0 = 1; ${doubling((a, b) => `const ${a} = [${b}, ${b}];`).join("\n")} IMP.request_pay({ x: ${last} });`,
  ],
  [
    "Python",
    "a.py",
    inPython("a0 = 1", ...doubling((a, b) => `${a} = {"x": ${b}, "y": [${b}]}`), sent(last)),
  ],
  [
    "Java",
    "A.java",
    `class A { void pay() { int a0 = 1; ${doubling((a, b) => `Map<String, Object> ${a} = new HashMap<>(); ${a}.put("x", ${b}); ${a}.put("y", ${b});`).join("\n")} rest.postForObject("${cancel}", ${last}, String.class); } }`,
  ],
  [
    "an object in itself, in JavaScript",
    "a.js",
    "const a = {}; a.x = a; a.y = a; IMP.request_pay(a);",
  ],
  [
    "an object in itself, in Python",
    "a.py",
    inPython("a = {}", 'a["x"] = a', 'a["y"] = a', sent("a")),
  ],
])(
  "A short text that makes an endless payload is read in the time of its length: %s",
  async (_name, filename, text) => {
    const start = performance.now();
    expect((await linted(filename, text)).calls).toBe(1);
    expect(performance.now() - start).toBeLessThan(20_000);
  },
);
