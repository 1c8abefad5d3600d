import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, runIn } from "../../../support/command.js";

const call = 'IMP.request_pay({\n  pg: "ksnet",\n  amount: "1",\n});\n';

describe("paylint baseline", () => {
  const baseline = "paylint.baseline.json";
  const counts = async (cwd: string, args: string[] = ["."]) => {
    const run = await runIn(cwd, ["--format", "json", ...args]);
    return {
      ...run,
      found: JSON.parse(run.stdout).diagnostics.map(
        (one: { file: string; rule: string }) => `${one.file} ${one.rule}`,
      ) as string[],
    };
  };

  it("A baseline leaves only what is new to later runs, also where lines have moved", async () => {
    const cwd = folderWith({ "src/a.js": call, "src/b.js": call });
    const { status, stdout } = await runIn(cwd, ["baseline"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^paylint\.baseline\.json: \d+ findings; later runs show only new ones\n$/,
    );
    expect(await counts(cwd)).toMatchObject({ status: 0, found: [] });

    writeFileSync(
      join(cwd, "src/a.js"),
      `// moved\n\n${call.replace("});", "  currency: 1,\n});")}`,
    );
    expect(await counts(cwd)).toMatchObject({ status: 1, found: ["src/a.js shape/type"] });
    expect((await runIn(cwd, ["."])).stdout).toMatch(/^\d+ known findings not shown$/m);
    expect((await counts(cwd, ["--no-baseline", "."])).found.length).toBeGreaterThan(6);
  });

  it("A baseline holds a second finding of the same sort to be new", async () => {
    const cwd = folderWith({ "a.js": call });
    await runIn(cwd, ["baseline"]);
    writeFileSync(join(cwd, "a.js"), call + call);
    expect((await counts(cwd)).found).toContain("a.js shape/type");
  });

  it("A baseline is beside the configuration, and is found from below", async () => {
    const cwd = folderWith({ "paylint.config.json": "{}", "shop/src/a.js": call });
    await runIn(join(cwd, "shop"), ["baseline", "src"]);
    const { version, findings } = JSON.parse(readFileSync(join(cwd, baseline), "utf8"));
    expect(version).toBe(1);
    expect(Object.keys(findings)).toEqual(["shop/src/a.js"]);
    expect((await counts(join(cwd, "shop/src"))).found).toEqual([]);
  });

  it("A baseline is the same for the same findings, in Korean too, and holds nothing of the code", async () => {
    const secret = call.replace('"1"', '"1",\n  card_number: "5555-5555-5555-4444"');
    const cwd = folderWith({ "b.js": secret, "a.js": call });
    await runIn(cwd, ["baseline", "b.js", "a.js"]);
    const before = readFileSync(join(cwd, baseline), "utf8");
    const { stdout } = await runIn(cwd, ["baseline", "--locale", "ko"]);
    expect(stdout).toMatch(/새로운 문제만 표시합니다/);
    expect(readFileSync(join(cwd, baseline), "utf8")).toBe(before);
    expect(before).not.toContain("5555");
  });

  it("A baseline is not written where a file cannot be read, and a broken one is trouble", async () => {
    const cwd = folderWith({ "a.request-pay.json": "{" });
    expect((await runIn(cwd, ["baseline"])).status).toBe(2);
    const broken = folderWith({ [baseline]: "{}", "a.js": call });
    expect(await runIn(broken, ["."])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^paylint: paylint\.baseline\.json: is not a baseline/),
    });
  });
});
