import { describe, expect, it } from "vitest";
import { remembered } from "../../../src/validator/remembered.js";

describe("A function that remembers", () => {
  it("A function that remembers makes the same of a text once, also where that is nothing", () => {
    const asked: string[] = [];
    const first = remembered((text) => {
      asked.push(text);
      return text[0];
    });
    expect([first("ab"), first(""), first("ab"), first("")]).toEqual([
      "a",
      undefined,
      "a",
      undefined,
    ]);
    expect(asked).toEqual(["ab", ""]);
  });

  it("A function that remembers keeps a thousand texts, however many it is asked for", () => {
    let asked = 0;
    const count = remembered(() => ++asked);
    for (let text = 0; text < 1_001; text++) count(String(text));
    expect(count("999")).toBe(1_000);
    expect(count("1000")).toBe(1_002);
    expect(count("1000")).toBe(1_003);
  });
});
