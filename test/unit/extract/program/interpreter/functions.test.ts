import { describe, expect, it } from "vitest";
import { readJava } from "../../../../../dist/extract/java/read.js";
import { payloadsBy } from "../../shownPayload.js";
import { originsIn, sending, sent } from "./pythonFile.js";

const times = (count: number, line: string) => `    ${line}\n`.repeat(count);

describe("A function is followed where the program calls it", () => {
  it.each([
    ["three", "c()", `{ x: "r" }`],
    ["four", "d()", "{ x: ? }"],
  ])("A text that %s functions hand on is read up to the third: %s", (_name, call, payload) => {
    const before = [
      ...[`def a():\n    return "r"`, "def b():\n    return a()"],
      ...["def c():\n    return b()", "def d():\n    return c()"],
    ];
    expect(sending(`{"x": ${call}}`, before.join("\n"))).toEqual([payload]);
  });

  it("A function whose calls cost too much does not keep the rest of the file from being read", () => {
    const before = [
      ...[`def c():\n${times(50, "1")}`, `def b():\n${times(50, "c()")}`],
      `def a():\n${times(50, "b()")}    return "r"\n`,
    ];
    const calls = "a()\n".repeat(8);
    expect(sending(`{"x": a()}`, before.join(""), calls)).toEqual([`{ x: "r" }`]);
  });

  it.each([
    ["an object", `{"k": 1}`, "{ x: { k: 1 } }"],
    ["a text", `"r"`, `{ x: "r" }`],
    ["what is not known", "given", "{ x: ? }"],
    ["nothing", "None", "{ x: null }"],
  ])("A call gives what the function returns: %s", (_name, returned, payload) => {
    expect(sending(`{"x": f()}`, `def f():\n    return ${returned}`)).toEqual([payload]);
  });

  it("An object that a function gives is hidden where it is written if it may be left out", () => {
    const before = `def f():\n    return {"k": 1}`;
    const lines = `d = {"y": 2}\nif flag:\n    d["x"] = f()`;
    expect(
      originsIn(
        `${before}\ndef pay(flag):\n    ${lines.replaceAll("\n", "\n    ")}\n    requests.post(URL, json=d)`,
      ),
    ).toEqual({ y: ["2"], x: [`{"k": 1}`] });
  });

  it.each([
    ["on one of its ways", "if flag:\n        return 1", "{ x: ?! }"],
    ["on all of its ways", "if flag:\n        return 1\n    return 2", "{ x: ?:number! }"],
    ["nowhere", "print(flag)", "{ x: ? }"],
    ["but for where it raises", "if flag:\n        raise E()\n    return 2", "{ x: 2 }"],
  ])(
    "What is known of a call depends on where its function returns: %s",
    (_name, body, payload) => {
      expect(sending(`{"x": f(flag)}`, `def f(flag):\n    ${body}`)).toEqual([payload]);
    },
  );
});

describe("A change that a function makes counts where the function returns", () => {
  it.each([
    ["before it returns early", `o["x"] = 1\nreturn o`, `o["x"] = 2`, "{ x: ?:number! }!"],
    ["not before it raises", `o["x"] = 1\nraise E()`, `o["y"] = 2`, "{ y: 2 }!"],
    ["unless another one replaces it", `o["x"] = 1`, `o["x"] = 2`, "{ x: 2 }!"],
    [
      "in each of the ways in which it returns early",
      `o["x"] = 1\nif o:\n    o["y"] = 1\n    return o\nelse:\n    o["y"] = 2\n    return o`,
      `o["x"] = 3\no["y"] = 3`,
      "{ x: ?:number!, y: ?:number! }!",
    ],
    [
      "before a way in which it returns early, and not before it raises",
      `o["x"] = 1\nif o:\n    return o\no["y"] = 1\nraise E()`,
      "pass",
      "{ x: ?! }!",
    ],
    [
      "not before it raises behind a loop that returns",
      `o["y"] = 1\nraise E()`,
      "pass",
      "{  }!",
      "for one in flag:\n        return o",
    ],
  ])(
    "A change that a function makes counts where the function returns: %s",
    (_name, early, late, payload, first = "") => {
      const indented = (lines: string, by: string) => lines.replaceAll("\n", `\n${by}`);
      const before = `def f(o, flag):
    ${first}
    if flag:
        ${indented(early, "        ")}
    ${indented(late, "    ")}
    return o`;
      expect(sending("f({}, flag)", before)).toEqual([payload]);
    },
  );
});

describe("A constructor runs before the methods of its class", () => {
  const post = `requests.post(URL, json={"x": self.reason})`;
  const making = (value: string) => `    def __init__(self):\n        self.reason = ${value}\n`;

  it("A method knows what the constructor puts into a field, wherever that is written", () => {
    const method = `    def pay(self):\n        ${post}\n`;
    expect(sent(`class Shop:\n${making(`"r"`)}${method}`)).toEqual([`{ x: "r" }`]);
    expect(sent(`class Shop:\n${method}${making(`"r"`)}`)).toEqual([`{ x: "r" }`]);
  });

  it("A field that another method changes has either value", () => {
    const method = `    def change(self):\n        self.reason = 1\n`;
    const pay = `    def pay(self):\n        ${post}\n`;
    expect(sent(`class Shop:\n${making(`"r"`)}${method}${pay}`)).toEqual([
      "{ x: ?:number|string! }",
    ]);
  });

  it("A field is not known of one of several objects that are made with different arguments", () => {
    const before = `class Shop:
    def __init__(self, reason):
        self.reason = reason
    def why(self):
        return self.reason`;
    expect(sending(`{"x": a.why()}`, before, `a = Shop("r")`)).toEqual([`{ x: "r" }`]);
    expect(sending(`{"x": a.why()}`, before, `a = Shop("r")\nb = Shop("s")`)).toEqual([
      "{ x: ?:string! }",
    ]);
  });
});

describe("A function without a name runs at the end of its statement unless it is called", () => {
  it.each([
    ["is not called", "f = lambda: d.update(x=2)", "{ x: ?:number! }"],
    ["is called", "f = (lambda: d.update(x=2))()", "{ x: 2 }"],
    ["is called by its name", "f = lambda: d.update(y=2)\nf()", "{ x: 1, y: 2 }"],
    ["code gets that is not known", "call(lambda: d.update(y=2))", "{ x: 1, y: ?! }"],
  ])("A function without a name may have run that %s", (_name, lines, payload) => {
    expect(sending("d", "", `d = {"x": 1}\n${lines}`)).toEqual([payload]);
  });
});

it("A call of one of several methods of a name reads the one that takes as many arguments", () => {
  const code = `class Shop {
      String make() { return "none"; }
      String make(String a, String b, String... more) { return "more"; }
      void pay() {
        Map<String, Object> m = new HashMap<>();
        m.put("none", make());
        m.put("one", make("a"));
        m.put("two", make("a", "b"));
        m.put("four", make("a", "b", "c", "d"));
        rest.postForObject("https://api.iamport.kr/payments/cancel", m, String.class); } }`;
  expect(payloadsBy(readJava, code)).toEqual([
    `{ none: "none", one: ?, two: "more", four: "more" }`,
  ]);
});
