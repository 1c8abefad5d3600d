import { describe, expect, it } from "vitest";
import { isAhead, withTime } from "../../../dist/validator/currentTime.js";

const on = withTime(0b101, Date.parse("2026-12-01T03:00:00Z") / 1000);

describe("A time is ahead of the present", () => {
  it.each([
    ["2026-12-01T12:00:00+09:00", true],
    ["2026-12-01T11:59:59+09:00", false],
    ["2026-12-01T03:00:00Z", true],
    ["2026-12-01T02:59:59.999Z", false],
    ["2026-11-30T22:00:00-05:00", true],
    ["2026-12-01T08:30:00+05:30", true],
    ["2026-12-01T08:29:59+05:30", false],
    ["2026-11-30T23:30:00-03:30", true],
    ["2026-12-01 12:00:00", true],
    ["20261201115959", false],
    ["202612011200", true],
    [1_796_094_000, true],
    [1_796_093_999, false],
  ])(
    "A time is ahead of the present by the second, in Korea where no zone is written: %s",
    (value, isSo) => {
      expect(isAhead(value, on, { atLeast: 0 })).toBe(isSo);
    },
  );

  it.each([
    ["20261201", true],
    ["2026-11-30", false],
    ["20261202", true],
  ])("A time is ahead of the present by the day, which lasts to its end: %s", (value, isSo) => {
    expect(isAhead(value, on, { atLeast: 0 })).toBe(isSo);
  });

  it("A time is ahead of the present by as many seconds as are asked for", () => {
    const within = (value: string) => isAhead(value, on, { atLeast: 60, atMost: 3600 });
    expect(within("2026-12-01 12:00:59")).toBe(false);
    expect(within("2026-12-01 12:01:00")).toBe(true);
    expect(within("2026-12-01 13:00:00")).toBe(true);
    expect(within("2026-12-01 13:00:01")).toBe(false);
    // A day counts from its first second to its last.
    expect(within("2026-12-01")).toBe(true);
    expect(within("2026-12-02")).toBe(false);
    expect(isAhead("2026-12-02", on, { atMost: 12 * 3600 })).toBe(true);
  });

  it("A time is left to other rules where it cannot be read", () => {
    for (const value of ["tomorrow", "", "2020", null, undefined, {}, Number.NaN, true]) {
      expect(isAhead(value, on, { atLeast: 0 })).toBe(true);
    }
  });
});
