import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, runIn } from "../../support/command.js";

const call = 'IMP.request_pay({\n  pg: "ksnet",\n  amount: "1",\n});\n';

describe("--since", () => {
  const git = (cwd: string, ...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.example", ...args], {
      cwd,
      stdio: "ignore",
    });
  const filesFound = async (cwd: string, ...args: string[]) => {
    const { stdout } = await runIn(cwd, ["--format", "compact", ...args]);
    return [...new Set(stdout.match(/^[^:\n]+/gm))];
  };

  it("--since looks only at files that have changed since the branch began, or that git does not know yet", async () => {
    const cwd = folderWith({ "shop/a.js": call, "shop/b.js": call, "shop/c.js": call });
    git(cwd, "init", "-b", "main");
    git(cwd, "add", ".");
    git(cwd, "commit", "-m", "1");
    git(cwd, "checkout", "-b", "work");
    writeFileSync(join(cwd, "shop/b.js"), `\n${call}`);
    git(cwd, "commit", "-am", "2");
    writeFileSync(join(cwd, "shop/한글.js"), call);
    git(cwd, "checkout", "main");
    writeFileSync(join(cwd, "shop/c.js"), `\n${call}`);
    git(cwd, "commit", "-am", "3");
    git(cwd, "checkout", "work");
    expect(await filesFound(cwd, "--since", "main")).toEqual(["shop/b.js", "shop/한글.js"]);
    expect(await filesFound(join(cwd, "shop"), "--since", "main", ".")).toEqual([
      "b.js",
      "한글.js",
    ]);
    expect(await filesFound(cwd, "--since", "main", "shop/a.js", "shop/b.js")).toEqual([
      "shop/b.js",
    ]);
    expect(await filesFound(cwd, "--since", "HEAD")).toEqual(["shop/한글.js"]);
    expect((await runIn(cwd, ["--since", "no-such"])).stderr).toBe(
      'paylint: --since: no commit "no-such"\n',
    );
    expect((await runIn(cwd, ["--since=--output=x"])).status).toBe(2);
  });

  it("--since needs a repository", async () => {
    expect((await runIn(folderWith({ "a.js": call }), ["--since", "main"])).stderr).toBe(
      "paylint: --since needs a git repository\n",
    );
  });
});
