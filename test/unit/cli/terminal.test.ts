import { describe, expect, it } from "vitest";
import { folderWith, keepingSink, runIn } from "../../support/command.js";

const files = { "a.request-pay.json": '{"amount":"1"}' };

describe("colours", () => {
  const isColored = async (env: Record<string, string>, isTerminal: boolean) => {
    const stdout = keepingSink(isTerminal);
    await runIn(folderWith(files), ["."], "", { stdout, env });
    return stdout.text().includes("\u001b[");
  };

  it("Colours are for terminals", async () => {
    expect(await isColored({}, true)).toBe(true);
    expect(await isColored({}, false)).toBe(false);
    expect(await isColored({ TERM: "dumb" }, true)).toBe(false);
  });

  it("Colours follow NO_COLOR before FORCE_COLOR, and that before the terminal", async () => {
    expect(await isColored({ NO_COLOR: "1", FORCE_COLOR: "1" }, true)).toBe(false);
    expect(await isColored({ FORCE_COLOR: "1" }, false)).toBe(true);
    expect(await isColored({ FORCE_COLOR: "0" }, true)).toBe(false);
  });
});
