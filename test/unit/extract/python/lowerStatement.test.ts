import { describe, expect, it } from "vitest";
import { payloadOf } from "./ownFile.js";

const one = `d["x"] = 1`;

describe("A statement of Python runs what it holds", () => {
  it.each([
    ["several on one line", `x = 1; y = 2; d["x"] = x; d["y"] = y`, "{ x: 1, y: 2 }"],
    ["a check", `${one}\nassert d.pop("x")`, "{  }"],
    ["a removal", `${one}\ndel d["x"]; d["y"] = 2`, "{ y: 2 }"],
    ["one value for two names", `a = b = 3\nd["x"] = a; d["y"] = b`, "{ x: 3, y: 3 }"],
    ["a name with a type", `a: int = 1\nd["x"] = a`, "{ x: 1 }"],
    ["several values for several names", `a, b = 1, 2\nd["x"] = a`, "{ x: ? }"],
    ["a value that is not written yet", `x =\n${one}`, "{ x: 1 }"],
    ["a value that is not written yet, of the name", `x =\nd["x"] = x`, "{ x: ? }"],
    ["a sum that is not written yet", `x +=\n${one}`, "{ x: 1 }"],
    ["what is no Python, behind it", `${one} ) d["y"] = 2`, "{ x: 1, y: 2 }"],
    ["what is no Python, in it", `${one}\n$ d.pop("x")`, "{  }"],
    ["a name that is set in a condition", `if (n := 3) > 2:\n    d["x"] = n`, "{ x: ?! }"],
  ])("A statement of Python runs what it holds: %s", (_name, lines, payload) => {
    expect(payloadOf(lines)).toBe(payload);
  });
  it("A statement of Python raises, so that what is before it has no effect behind it", () => {
    const raised = (what: string) =>
      payloadOf(`${one}\nif flag:\n    d["x"] = 2\n    raise ${what}`);
    expect(raised("")).toBe("{ x: 1 }");
    expect(raised("E")).toBe("{ x: 1 }");
  });
  it("A value that a function gives may be what an attempt in it has set before it raised", () => {
    const lines = `try:\n    d["x"] = 1\n    raise E(d.update(y=1))\nexcept E:\n    pass`;
    expect(payloadOf(lines)).toMatch(/y: /);
  });
});

describe("A loop of Python goes through what its head says", () => {
  const made = `a = {"k": 1}`;
  it.each([
    ["a list", `${made}\nfor o in [a]:\n    o["k"] = 2\nd["a"] = a`, "{ a: { k: ?, … } }"],
    [
      "values without brackets",
      `${made}\nfor o in a, given:\n    o["k"] = 2\nd["a"] = a`,
      "{ a: { k: ?, … } }",
    ],
    ["what a call gives", `${one}\nfor k in d.pop("x"):\n    pass`, "{  }"],
    ["several values, of which one is a call", `${one}\nfor k in d.pop("x"), 2:\n    pass`, "{  }"],
    ["a condition", `${one}\nwhile d.pop("x"):\n    d["y"] = 1`, "{ x: ?!, y: ?! }"],
    ["pairs", `for k, v in given.items():\n    d[k] = v`, "{ … }"],
    ["pairs in brackets", `for (k, v) in given:\n    d["x"] = k`, "{ x: ?! }"],
    ["names that hide others", `k = 1\nfor k in given:\n    pass\nd["x"] = k`, "{ x: ?! }"],
    [
      "names in brackets that hide others",
      `k = 1\nfor (k, v) in given:\n    pass\nd["x"] = k`,
      "{ x: ?! }",
    ],
    [
      "values, and what is behind them",
      `for k in given:\n    d["x"] = 1\nelse:\n    d["y"] = 1`,
      "{ x: ?!, y: ?! }",
    ],
  ])("A loop of Python goes through what its head says: %s", (_name, lines, payload) => {
    expect(payloadOf(lines)).toBe(payload);
  });
});

describe("What a block of Python is with runs before it", () => {
  const made = `a = {"k": 1}`;
  it.each([
    ["alone", `${one}\nwith d.pop("x"):\n    d["y"] = 1`, "{ y: 1 }"],
    ["before another", `${one}\nwith d.pop("x"), go() as f:\n    d["y"] = 1`, "{ y: 1 }"],
    ["behind another", `${one}\nwith go() as f, d.pop("x"):\n    d["y"] = 1`, "{ y: 1 }"],
    ["in brackets", `${one}\nwith (go() as f, d.pop("x") as g):\n    d["y"] = 1`, "{ y: 1 }"],
    ["by its name", `${made}\nwith a as b:\n    b["k"] = 2\nd["a"] = a`, "{ a: { k: 2 } }"],
    [
      "by the second name",
      `${made}\nwith go() as f, a as b:\n    b["k"] = 2\nd["a"] = a`,
      "{ a: { k: 2 } }",
    ],
  ])("What a block of Python is with runs before it: %s", (_name, lines, payload) => {
    expect(payloadOf(lines)).toBe(payload);
  });
});

describe("One of the cases of a match runs", () => {
  const matched = (...cases: string[]) =>
    payloadOf(`match uid:\n${cases.map((one) => `    ${one}:\n        d["x"] = 1`).join("\n")}`);
  it.each([
    ["with any", [`case "a"`, "case _"], "{ x: 1! }"],
    ["with any, written with spaces", [`case "a"`, "case   _  "], "{ x: 1! }"],
    ["without any", [`case "a" | "b"`], "{ x: ?! }"],
    ["with any under a condition", ["case _ if flag"], "{ x: ?! }"],
    ["with a text that only looks so", [`case "case _ :"`], "{ x: ?! }"],
  ])("One of the cases of a match runs: %s", (_name, cases, payload) => {
    expect(matched(...cases)).toBe(payload);
  });
});
