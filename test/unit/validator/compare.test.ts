import { describe, expect, test } from "vitest";
import { compare } from "../../../dist/validator/compare.js";

describe("A comparison", () => {
  const numbers = { path: "/a", to: "/b", is: "<=", as: "number" } as const;
  const days = { path: "/a", to: "/b", is: "<", as: "date" } as const;
  const texts = { path: "/a", to: "/b", is: "=", as: "text" } as const;
  test.each([
    [numbers, 1, 2, true],
    [numbers, 2, 2, true],
    [numbers, 3, 2, false],
    [numbers, "3", 2, true],
    [numbers, 3, "2", true],
    [numbers, Number.NaN, 2, true],
    [numbers, 3, undefined, true],
    [numbers, undefined, -1, true],
    [{ ...numbers, absentAs: 0 }, 3, undefined, false],
    [{ ...numbers, absentAs: 0 }, undefined, -1, false],
    [{ ...numbers, absentAs: 0 }, undefined, 0, true],
    [{ ...numbers, absentAs: 0 }, null, -1, false],
    [{ ...numbers, absentAs: 0 }, 3, null, false],
    [{ ...numbers, is: "<" as const }, 2, 2, false],
    [{ ...numbers, times: 10 }, 10, 100, true],
    [{ ...numbers, times: 10 }, 11, 100, false],
    [days, "2025-01-01", "20250102", true],
    [days, "2025-01-01", "20250101", false],
    [days, "20250103", "2025-01-02", false],
    [days, "2025-1-1", "1", true],
    [days, "20250102", "2025-1-1", true],
    [days, "20250101000000", "20240101", true],
    [days, "20250101", 20240101, true],
    [days, "20250101", undefined, true],
    [texts, "tote", "tote", true],
    [texts, "tote", "Tote", false],
    [texts, "tote", "tote ", false],
    [texts, "tote", 1, true],
    [texts, "tote", undefined, true],
    [days, 20250102, 20250101, true],
  ])("The comparison %j of %j and %j is %j", (comparison, a, b, holds) =>
    expect(compare({ a, b }, comparison)).toBe(holds),
  );
});
