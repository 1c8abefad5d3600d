import { describe, expect, it } from "vitest";
import { failingSink, folderWith, runIn } from "../../support/command.js";

const bad = '{"amount":"1"}';
const files = { "a.request-pay.json": bad, "b.request-pay.json": bad };

describe("an output that cannot be written", () => {
  it("A run ends with 141 and no word where its output was closed", async () => {
    const stdout = failingSink("EPIPE");
    const run = await runIn(folderWith(files), ["."], "", { stdout });
    expect([run.status, run.stderr]).toEqual([141, ""]);
  });

  it("A run ends with one plain line where the disk is full", async () => {
    const stdout = failingSink("ENOSPC");
    const run = await runIn(folderWith(files), ["."], "", { stdout });
    expect([run.status, run.stderr]).toEqual([
      2,
      "paylint: standard output: no space left on the disk\n",
    ]);
  });

  it.each([["--help"], ["--version"], ["rules"]])(
    "A run of %s ends with 141 where its output was closed",
    async (argument) => {
      const stdout = failingSink("EPIPE");
      expect((await runIn(folderWith(), [argument], "", { stdout })).status).toBe(141);
    },
  );

  it("A failure to write to standard error does not change the status", async () => {
    const stderr = failingSink("EPIPE");
    expect((await runIn(folderWith(), ["missing.json"], "", { stderr })).status).toBe(2);
  });
});
