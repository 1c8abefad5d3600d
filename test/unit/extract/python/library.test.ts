import { describe, expect, it } from "vitest";
import { knownOf, payloadOf } from "./ownFile.js";

describe("A dictionary that is handed over stays what it is", () => {
  it.each(["print", "len", "isinstance", "type", "str", "repr", "bool", "hasattr", "id"])(
    "A dictionary that is handed over stays what it is: to %s",
    (name) => {
      expect(payloadOf(`d["x"] = 1\n${name}(d)`)?.replace("!", "")).toBe("{ x: 1 }");
    },
  );
  it.each([
    "logging.info",
    "logging.exception",
    "pprint.pprint",
    "logger.info",
    "self.logger.info",
    "lg.info",
    "lg.exception",
  ])("A dictionary that is handed over stays what it is: to %s", (name) => {
    expect(
      payloadOf(`d["x"] = 1\n${name}(d)`, "import logging, pprint\nimport logging as lg")?.replace(
        "!",
        "",
      ),
    ).toBe("{ x: 1 }");
  });
  it.each([
    "tools.print",
    "printed",
    "other.logger.take",
    "identify",
    "tools.logging.info",
    "(f or g)",
  ])("A dictionary that is handed over may change: by %s", (name) => {
    expect(payloadOf(`d["x"] = 1\n${name}(d)`, "import tools")?.replace("!", "")).toBe(
      "{ x: ?, … }",
    );
  });
});

describe("The fields of an object are known by its dictionary", () => {
  const heading = "from dataclasses import dataclass\n@dataclass\nclass D:\n    orderName: int = 1";
  it.each([
    ["__dict__", "{ orderName: 1! }"],
    ["__doc__", "?"],
  ])("The fields of an object are known by its dictionary: %s", (name, value) => {
    expect(knownOf(`D().${name}`, heading)).toBe(value);
  });
});
