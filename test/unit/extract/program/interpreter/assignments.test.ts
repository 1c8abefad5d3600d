import { describe, expect, it } from "vitest";
import { sending, writtenIn } from "./pythonFile.js";

it("A key that is assigned is written where it is assigned", () => {
  const lines = [
    `def pay():`,
    `    d = {"x": 1}`,
    `    d["y"] = 2`,
    "    requests.post(URL, json=d)",
  ];
  expect(writtenIn(lines.join("\n"))).toEqual([
    [`"x"`, `"x": 1`, "1"],
    [`"y"`, `d["y"] = 2`, "2"],
  ]);
});

describe("What a program removes is no longer there", () => {
  it.each([
    ["a key", `del d["x"]`, "{ y: 2 }"],
    ["a key that is not there", `del d["z"]`, "{ x: 1, y: 2 }"],
    ["a key that is not known", "del d[given]", "{ x: ?, y: ?, … }"],
    ["several keys", `del d["x"], d["y"]`, "{  }"],
    ["a name", "del given", "{ x: 1, y: 2 }"],
    ["a member of something else", "del given.x", "{ x: 1, y: 2 }"],
    ["a key of something else", `del given["x"]`, "{ x: 1, y: 2 }"],
    [
      "a key of what may be the object",
      `e = d if flag else {"x": 1}\ndel e["x"]`,
      "{ x: ?, y: ?, … }",
    ],
  ])("What a program removes is no longer there: %s", (_name, lines, payload) => {
    expect(sending("d", "", `d = {"x": 1, "y": 2}\n${lines}`)).toEqual([payload]);
  });
});
