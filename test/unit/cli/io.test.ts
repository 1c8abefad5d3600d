import { describe, expect, it } from "vitest";
import { failingSink, folderWith, runIn } from "../../support/command.js";

const bad = '{"amount":"1"}';
const files = { "a.request-pay.json": bad, "b.request-pay.json": bad };

describe("an output that cannot be written", () => {
  it("ends the run with 141 and no word where it was closed", async () => {
    const stdout = failingSink("EPIPE");
    const run = await runIn(folderWith(files), ["."], "", { stdout });
    expect([run.status, run.stderr]).toEqual([141, ""]);
  });

  it("ends the run with one plain line where the disk is full", async () => {
    const stdout = failingSink("ENOSPC");
    const run = await runIn(folderWith(files), ["."], "", { stdout });
    expect([run.status, run.stderr]).toEqual([
      2,
      "paylint: standard output: no space left on the disk\n",
    ]);
  });

  it.each([["--help"], ["--version"], ["rules"]])("ends %s the same way", async (argument) => {
    const stdout = failingSink("EPIPE");
    expect((await runIn(folderWith(), [argument], "", { stdout })).status).toBe(141);
  });

  it("is not missed on standard error", async () => {
    const stderr = failingSink("EPIPE");
    expect((await runIn(folderWith(), ["missing.json"], "", { stderr })).status).toBe(2);
  });
});
