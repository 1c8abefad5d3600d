import { chmodSync, linkSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, runIn } from "../../../support/command.js";
import { plain } from "../../../support/payloads.js";
import { isPosix } from "../../../support/system.js";

const broken = { ...plain, amount: "80000" };

describe("what a fix may not write", () => {
  const file = "a.request-pay.json";
  const text = JSON.stringify(broken);

  it("A read-only file stays as it is, and is reported", async () => {
    const cwd = folderWith({ [file]: text });
    chmodSync(join(cwd, file), 0o444);
    const { stderr, status } = await runIn(cwd, ["--fix", file]);
    expect(stderr).toBe(`paylint: ${file}: not fixed: the file is read-only\n`);
    expect(status).toBe(2);
    expect(readFileSync(join(cwd, file), "utf8")).toBe(text);
  });

  it("A file with several hard links stays one, and is reported", async () => {
    const cwd = folderWith({ [file]: text });
    linkSync(join(cwd, file), join(cwd, "same.txt"));
    const { stderr } = await runIn(cwd, ["--fix", file]);
    expect(stderr).toBe(
      `paylint: ${file}: not fixed: the file has 2 hard links, which a new file would separate\n`,
    );
    expect(readFileSync(join(cwd, file), "utf8")).toBe(text);
  });

  it.runIf(isPosix)(
    "A fix keeps the mode and a symbolic link, and leaves nothing beside the file",
    async () => {
      const cwd = folderWith({ [`real/${file}`]: text });
      chmodSync(join(cwd, "real", file), 0o640);
      symlinkSync(`real/${file}`, join(cwd, file));
      await runIn(cwd, ["--fix", file]);
      expect(JSON.parse(readFileSync(join(cwd, "real", file), "utf8")).amount).toBe(80000);
      expect(statSync(join(cwd, "real", file)).mode & 0o777).toBe(0o640);
      expect(readdirSync(join(cwd, "real"))).toEqual([file]);
    },
  );
});
