import { describe, expect, it } from "vitest";
import type { Suppression } from "../../../../dist/lint/suppression/directives.js";
import { suppress } from "../../../../dist/lint/suppression/suppress.js";

type Lines = readonly [first: number, last: number];

const suppression = (first: number, last: number, ...rules: string[]): Suppression => ({
  rules,
  span: [first, last],
  lines: [first, last],
});

const heard = (
  suppressions: readonly Suppression[],
  findings: readonly string[],
  { off = [], unchecked = [] }: { off?: readonly string[]; unchecked?: readonly Lines[] } = {},
) => {
  const { remaining, unused } = suppress(
    suppressions,
    findings,
    (finding) => ({ line: Number(finding.split(" ")[0]), rule: finding.split(" ")[1] ?? "" }),
    (rule) => off.includes(rule),
    unchecked,
  );
  return { remaining, unused: unused.map(({ lines, rules }) => [...lines, ...rules].join(" ")) };
};

describe("Suppressions leave", () => {
  const findings = ["1 a", "2 a", "2 b", "3 a", "4 b"];
  it.each([
    ["everything where there are none", [], findings],
    ["what is on other lines than their own", [suppression(2, 2)], ["1 a", "3 a", "4 b"]],
    ["what is before and behind their lines", [suppression(2, 3)], ["1 a", "4 b"]],
    ["what is of another rule", [suppression(2, 2, "b")], ["1 a", "2 a", "3 a", "4 b"]],
    ["what is of another rule on several lines", [suppression(1, 4, "a")], ["2 b", "4 b"]],
    ["what is of none of several rules", [suppression(1, 2, "b", "a")], ["3 a", "4 b"]],
    [
      "what none of several on one line is about",
      [suppression(2, 2, "a"), suppression(2, 2, "b")],
      ["1 a", "3 a", "4 b"],
    ],
    [
      "what neither a line's own nor one of several lines is about",
      [suppression(2, 2, "b"), suppression(1, 2, "a")],
      ["3 a", "4 b"],
    ],
  ])("Suppressions leave: %s", (_name, suppressions, expected) => {
    expect(heard(suppressions, findings)).toEqual({ remaining: expected, unused: [] });
  });
});

describe("A suppression is unused", () => {
  it.each([
    ["where it covers no finding", [suppression(2, 2)], ["1 a"], ["2 2"]],
    [
      "with the rules alone of which nothing is found",
      [suppression(1, 1, "a", "b")],
      ["1 a"],
      ["1 1 b"],
    ],
    [
      "where the rule is found on another line",
      [suppression(2, 3, "a")],
      ["1 a", "4 a"],
      ["2 3 a"],
    ],
    [
      "beside another one that is used",
      [suppression(1, 1, "b"), suppression(1, 1, "a")],
      ["1 a"],
      ["1 1 b"],
    ],
  ])("A suppression is unused: %s", (_name, suppressions, findings, unused) => {
    expect(heard(suppressions, findings).unused).toEqual(unused);
  });

  it.each([
    [
      "of several that cover the same finding",
      [suppression(1, 2, "a"), suppression(1, 1)],
      ["1 a"],
      {},
    ],
    ["whose rules are off", [suppression(1, 1, "a")], [], { off: ["a"] }],
    [
      "whose last line holds the first of what was not checked",
      [suppression(1, 2)],
      [],
      { unchecked: [[2, 5]] },
    ],
    [
      "whose first line holds the last of what was not checked",
      [suppression(5, 6)],
      [],
      { unchecked: [[2, 5]] },
    ],
    [
      "that is within what was not checked",
      [suppression(3, 3)],
      [],
      {
        unchecked: [
          [9, 9],
          [2, 5],
        ],
      },
    ],
  ] as const)("A suppression is unused, but none %s", (_name, suppressions, findings, known) => {
    expect(heard(suppressions, findings, known).unused).toEqual([]);
  });

  it.each([
    ["above what was not checked", suppression(1, 1)],
    ["below it", suppression(6, 7)],
  ])("A suppression is unused: %s", (_name, one) => {
    expect(heard([one], [], { unchecked: [[2, 5]] }).unused).toHaveLength(1);
  });

  it("A suppression is unused with the rules alone that are not off", () => {
    expect(heard([suppression(1, 1, "a", "b")], [], { off: ["a"] }).unused).toEqual(["1 1 b"]);
  });
});
