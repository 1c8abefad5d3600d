import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { formats } from "../../dist/extract/formats.js";
import { folderWith } from "../support/command.js";

const root = process.cwd();
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

describe.skipIf(process.platform === "win32")("The GitHub action", () => {
  const action = parse(readFileSync("action.yml", "utf8"));
  const [step] = action.runs.steps as [{ run: string; env: Record<string, string> }];
  /** Runs its step where npx and the project's paylint only say what they are given. */
  const run = (inputs: Record<string, string>, files: Record<string, string> = {}) => {
    const cwd = folderWith({ "bin/npx": '#!/bin/sh\necho npx "$@"\n', ...files });
    chmodSync(join(cwd, "bin/npx"), 0o755);
    const inputFor = (template: string) => {
      const [, name = ""] = /inputs\.([\w-]+)/.exec(template) ?? [];
      return inputs[name] ?? action.inputs[name].default;
    };
    const env = Object.fromEntries(
      Object.entries(step.env).map(([name, template]) => [name, inputFor(template)]),
    );
    const { stdout, status } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", step.run], {
      cwd,
      env: { ...env, GITHUB_ACTION_PATH: root, PATH: `${join(cwd, "bin")}:${process.env.PATH}` },
      encoding: "utf8",
    });
    expect(status).toBe(0);
    return stdout.trim();
  };

  it("The GitHub action runs the release that it is of, and fetches no other", () => {
    expect(run({})).toBe(`npx --yes paylint@${version} --format github .`);
    expect(run({ version: "9.9.9", args: "--since main", paths: "a b" })).toBe(
      "npx --yes paylint@9.9.9 --format github --since main a b",
    );
  });

  it("The GitHub action runs the project's own paylint where it is installed", () => {
    const files = {
      "node_modules/paylint/dist/bin/paylint.cjs": "console.log('own', ...process.argv.slice(2))",
    };
    expect(run({}, files)).toBe("own --format github .");
    expect(run({ version: "9.9.9" }, files)).toContain("npx --yes paylint@9.9.9");
  });
});

describe("The hook of pre-commit", () => {
  const [hook] = parse(readFileSync(".pre-commit-hooks.yaml", "utf8")) as [Record<string, string>];

  it("The hook of pre-commit takes the files that paylint reads, and no other", () => {
    const files = new RegExp(hook.files as string);
    const endings = formats.flatMap((format) => format.endings);
    expect(endings.filter((ending) => !files.test(`src/a${ending}`))).toEqual([]);
    expect(["a.css", "a.mjsx", "json"].filter((name) => files.test(name))).toEqual([]);
    expect(hook).toMatchObject({ id: "paylint", entry: "paylint", language: "node" });
  });
});
