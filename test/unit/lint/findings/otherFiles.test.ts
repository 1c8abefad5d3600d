import { describe, expect, it } from "vitest";
import { loadedAt, writtenAt } from "../../../../dist/lint/findings/otherFiles.js";

describe("A place in another file is told", () => {
  it.each([
    ["with its line", { file: "a.js", line: 3 }, "a.js:3"],
    ["without a line that is not known", { file: "a.js" }, "a.js"],
    ["without control characters", { file: "a\u001b[1m.js", line: 1 }, "a\\u001b[1m.js:1"],
  ])("A place in another file is told %s", (_how, place, shown) => {
    expect(loadedAt(place, "en")).toBe(`It is loaded at ${shown}.`);
    expect(loadedAt(place, "ko")).toBe(`불러오는 위치: ${shown}`);
    expect(writtenAt(place, "en")).toBe(`It is written at ${shown}.`);
    expect(writtenAt(place, "ko")).toBe(`작성된 위치: ${shown}`);
  });
});
