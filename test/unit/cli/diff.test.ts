import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, runIn } from "../../support/command.js";
import { plain } from "../../support/payloads.js";

const broken = { ...plain, amount: "80000" };

describe("a diff", () => {
  it("The diff of a file outside the working folder has paths that git apply takes above", async () => {
    const cwd = folderWith({ "y.request-pay.json": JSON.stringify(broken, null, 1), "in/x": "" });
    const { stdout } = await runIn(join(cwd, "in"), ["--diff", "../y.request-pay.json"]);
    expect(stdout).toMatch(/^--- a\/y\.request-pay\.json\n\+\+\+ b\/y\.request-pay\.json\n/);
    execFileSync("git", ["apply", "--unsafe-paths", "-"], { cwd, input: stdout });
    expect(JSON.parse(readFileSync(join(cwd, "y.request-pay.json"), "utf8")).amount).toBe(80000);
  });
});
