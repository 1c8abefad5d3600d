import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, paylint, runIn } from "../../../support/command.js";
import { plain } from "../../../support/payloads.js";
import { isPosix } from "../../../support/system.js";

const bad = JSON.stringify({ ...plain, amount: "1" });
const broken = { ...plain, amount: "80000" };

interface Report {
  readonly files: number;
  readonly diagnostics: readonly { readonly file: string }[];
}
const filesIn = (stdout: string) => [
  ...new Set((JSON.parse(stdout) as Report).diagnostics.map(({ file }) => file)),
];

describe("a file that cannot be read", () => {
  it.each([
    ["missing.json", "missing.json: no such file or folder"],
    ["a.request-pay.json/b.json", "a.request-pay.json/b.json: no such file or folder"],
    ["--config=missing.json", "missing.json: no such file or folder"],
  ])("An argument that names no file is told in plain words: %s", async (argument, message) => {
    const { status, stderr } = await paylint([argument], { "a.request-pay.json": bad });
    expect([status, stderr]).toEqual([2, `paylint: ${message}\n`]);
  });
});

describe("globs", () => {
  const files = {
    "src/a.request-pay.json": bad,
    "src/deep/b.request-pay.json": bad,
    "src/deep/b.request-pay.yaml": "amount: '1'",
    "src/node_modules/c.request-pay.json": bad,
    "other/d.request-pay.json": bad,
  };

  it("Globs name the files that match below their fixed part, as a walk meets them", async () => {
    const run = await paylint(["--format", "json", "src/**/*.json"], files);
    expect(filesIn(run.stdout)).toEqual(["src/a.request-pay.json", "src/deep/b.request-pay.json"]);
  });

  it("A glob is told when it matches nothing", async () => {
    const { status, stderr } = await paylint(["src/**/*.vue"], files);
    expect([status, stderr]).toEqual([
      2,
      "paylint: src/**/*.vue: matches no file that paylint reads\n",
    ]);
  });

  it("A glob is a plain name where such a file exists", async () => {
    const run = await paylint(["--format", "json", "[a].request-pay.json"], {
      "[a].request-pay.json": bad,
      "a.request-pay.json": bad,
    });
    expect(filesIn(run.stdout)).toEqual(["[a].request-pay.json"]);
  });
});

describe("names that are hard to write", () => {
  it("A name that is not UTF-8 is shown with escapes, and its file is checked and fixed", async () => {
    const cwd = folderWith();
    const folder = Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from([0x66, 0xe9])]);
    mkdirSync(folder);
    const path = Buffer.concat([
      folder,
      Buffer.from("/"),
      Buffer.from([0xe9]),
      Buffer.from(".request-pay.json"),
    ]);
    writeFileSync(path, JSON.stringify(broken));
    const run = await runIn(cwd, ["--format", "json", "."]);
    expect(filesIn(run.stdout)).toEqual(["f\\xe9/\\xe9.request-pay.json"]);
    expect(run.stderr).toBe("");
    await runIn(cwd, ["--fix", "."]);
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ ...broken, amount: 80000 });
  });

  it.each(["pretty", "json", "sarif", "github", "junit"])(
    "Control characters of a name are not printed by %s",
    async (format) => {
      const name = "a\u001b[31m\u202e\u009b.request-pay.json";
      const run = await paylint(["--format", format, "."], { [name]: bad });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(run.stdout.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
      expect(run.stdout).toContain("request-pay.json");
    },
  );

  it.runIf(isPosix)(
    "Control characters of a name are not printed in troubles and diffs",
    async () => {
      const { stderr } = await paylint(["a\u001b[31m\nb.json"]);
      expect(stderr).toBe("paylint: a\\u001b[31m\\u000ab.json: no such file or folder\n");
      const name = 'q"\u001b.request-pay.json';
      const { stdout } = await paylint(["--diff", "."], { [name]: JSON.stringify(broken) });
      expect(stdout).toContain('--- "a/q\\"\\033.request-pay.json"\n');
    },
  );
});

describe.runIf(isPosix)("what is no regular file", () => {
  it("A walk passes over what is no regular file, and says how many there were", async () => {
    const cwd = folderWith({ "a.request-pay.json": bad });
    execFileSync("mkfifo", [join(cwd, "pipe.json"), join(cwd, "pipe.js")]);
    symlinkSync("nowhere", join(cwd, "link.json"));
    const { stderr, status } = await runIn(cwd, ["."]);
    expect(stderr).toBe("paylint: note: skipped 2 pipes, sockets or devices\n");
    expect(status).toBe(1);
  });

  it("A named device is read like standard input", async () => {
    const { stdout, status } = await paylint(["--kind", "ksnet.v1.request-pay", "/dev/null"]);
    expect(stdout + status).not.toContain("no format");
  });
});
