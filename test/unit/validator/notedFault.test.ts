import { describe, expect, it } from "vitest";
import { notedFault } from "../../../src/validator/notedFault.js";

describe("The fault that a check notes", () => {
  const faults = ["/a", "/a/*/b", "/a/*/b/*", "/a*/*", "/*/*/x"].map((path) => ({ path }));
  it.each<[noted: Parameters<typeof notedFault>[1], path: string]>([
    [0, "/a"],
    [1, "/a/*/b"],
    [[1, 0], "/a/0/b"],
    [[2, 3], "/a/3/b/*"],
    [[2, 3, 12], "/a/3/b/12"],
    [[3, 4], "/a*/4"],
    [[4, 1, 2], "/1/2/x"],
  ])("The fault that a check notes as %j is at %s", (noted, path) => {
    const { fault, path: at } = notedFault(faults, noted);
    expect(at).toBe(path);
    expect(fault).toBe(faults[[noted].flat()[0] as number]);
  });
});
