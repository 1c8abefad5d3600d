import { describe, expect, test } from "vitest";
import { compareTimes } from "../../../dist/validator/times.js";

describe("Two times", () => {
  test.each([
    ["2026-12-01T00:00:00+09:00", "2026-12-02T00:00:00+09:00", true, true],
    ["2026-12-02T00:00:00+09:00", "2026-12-01T00:00:00+09:00", false, false],
    ["2026-12-01T00:00:00+09:00", "2026-12-01T00:00:00+09:00", true, false],
    // One moment, in two zones.
    ["2026-12-01T09:00:00+09:00", "2026-12-01T00:00:00Z", true, false],
    ["2026-12-01T09:00:01", "2026-12-01T00:00:00Z", false, false],
    ["2026-12-01T09:00:00+09:00", "2026-12-01t00:00:00z", true, false],
    ["2026-12-01", "2026-12-01T18:00:00", true, true],
    ["2026-12-01T00:00:00.5", "2026-12-01T00:00:00", true, false],
    ["2026-12-02", "2026-12-01", false, false],
    ["20261201", "2026-12-01", true, false],
    ["2026-12-01T18:00:00", "2026-12-01", true, false],
    ["tomorrow", "2026-12-01", true, true],
    [undefined, "2026-12-01", true, true],
  ])(
    "The times %j and %j are in order: %j, and the first is before the other: %j",
    (a, b, inOrder, isBefore) => {
      expect(compareTimes(a, b, { is: "<=" })).toBe(inOrder);
      expect(compareTimes(a, b, { is: "<" })).toBe(isBefore);
    },
  );
});
