import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandFile, folderWith, paylint } from "../support/command.js";
import { runWithLoadedFiles } from "../support/loadedFiles.js";
import { plain } from "../support/payloads.js";
import { isPosix } from "../support/system.js";

// What only a process of its own shows. Everything else is tested without one, in test/unit/cli.

// Its findings are more than a pipe holds at once, which is 64 KB.
const many = { "a.request-pay.ndjson": '{"amount":"1"}\n'.repeat(120) };
const bad = { "a.request-pay.json": JSON.stringify({ ...plain, amount: "1" }) };

const spawned = (args: readonly string[], cwd: string, options: object = {}) =>
  spawnSync(process.execPath, [commandFile, ...args], { cwd, encoding: "utf8", ...options });

const shell = (script: string, cwd: string) =>
  spawnSync("bash", ["-c", script], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", NODE: process.execPath, PAYLINT: commandFile },
  });

const nonblocking = `
import os, subprocess, sys
reader, writer = os.pipe()
os.set_blocking(writer, False)
process = subprocess.Popen(sys.argv[2:], stdout=writer, stderr=subprocess.PIPE)
os.close(writer)
output = os.read(reader, 65536)
if sys.argv[1] == "all":
    while chunk := os.read(reader, 65536):
        output += chunk
os.close(reader)
print(len(output), process.wait(), len(process.stderr.read()))`;

const readSlowly = (how: "all" | "some") =>
  spawnSync(
    "python3",
    ["-c", nonblocking, how, process.execPath, commandFile, "a.request-pay.ndjson"],
    { cwd: folderWith(many), encoding: "utf8" },
  ).stdout.trim();

describe("The process", () => {
  it("The process has the exit status, standard output and standard error of the run", async () => {
    const run = spawned(["a.request-pay.json", "missing.json"], folderWith(bad), {
      env: { ...process.env, NO_COLOR: "1" },
    });
    const { stdout, stderr, status } = await paylint(["a.request-pay.json", "missing.json"], bad);
    expect([run.status, run.stdout, run.stderr]).toEqual([status, stdout, stderr]);
    expect(status).toBe(2);
  });

  it("The process reads standard input, and prints its fixed text there", () => {
    const input = JSON.stringify({ ...plain, amount: "80000" });
    const args = ["--kind", "ksnet.v1.request-pay", "--fix", "-"];
    const run = spawned(args, folderWith(), { input });
    expect(JSON.parse(run.stdout)).toEqual({ ...plain, amount: 80000 });
  });

  it("The process asks its questions of standard input, and ends when they are answered", () => {
    const cwd = folderWith();
    const run = spawned(["init", "--locale", "ko"], cwd, { input: "ksnet\nnone\n" });
    expect(run.status).toBe(0);
    expect(JSON.parse(readFileSync(join(cwd, "paylint.config.json"), "utf8")).gateways).toEqual([
      "ksnet",
    ]);
  });
});

describe.runIf(isPosix)("The output of the process", () => {
  it("The output of the process waits for a slow reader", async () => {
    const { stdout } = await paylint(["a.request-pay.ndjson"], many);
    expect(stdout.length).toBeGreaterThan(1 << 16);
    expect(readSlowly("all")).toBe(`${Buffer.byteLength(stdout)} 1 0`);
  });

  it("The process ends with 141 and no word where the reader of its output goes away", () => {
    expect(readSlowly("some")).toMatch(/^\d+ 141 0$/);
  });

  it("The process ends with 141 also while lines without end come in", () => {
    // In long lines, as those of the first chunk are all linted before the first word of them.
    const memo = "x".repeat(10_000);
    const script = `yes '{"amount":"1","memo":"${memo}"}' | "$NODE" "$PAYLINT" --kind ksnet.v1.request-pay - | head -1 >/dev/null; echo "\${PIPESTATUS[1]}"`;
    expect(shell(script, folderWith()).stdout).toBe("141\n");
  });

  it.runIf(process.platform === "linux")("The process tells a full disk in one plain line", () => {
    const run = shell('"$NODE" "$PAYLINT" . >/dev/full', folderWith(bad));
    expect([run.status, run.stderr]).toEqual([
      2,
      "paylint: standard output: no space left on the disk\n",
    ]);
  });
});

describe.runIf(isPosix)("A named pipe", () => {
  it("A named pipe is read like standard input: JSON, lines of JSON, and YAML", () => {
    const json = `<(printf '{"amount":"1"}')`;
    const lines = `<(printf '{"amount":1}\\n{"amount":"1"}\\n')`;
    const yaml = `<(printf 'amount: "1"')`;
    const script = `"$NODE" "$PAYLINT" --kind ksnet.v1.request-pay ${json} ${lines} ${yaml}`;
    const { stdout } = shell(script, folderWith());
    for (const place of ["1:11", "2:11", "1:9"])
      expect(stdout).toContain(` ${place} error   shape/type`);
  });
});

describe.runIf(isPosix)("A run that is interrupted", () => {
  it("A run that is interrupted ends by the signal, and leaves no file half written and nothing beside it", async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `${index}.request-pay.json`);
    const before = JSON.stringify({ ...plain, amount: "80000" });
    const after = JSON.stringify({ ...plain, amount: 80000 });
    const cwd = folderWith();
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      for (const name of names) writeFileSync(join(cwd, name), before);
      const child = spawn(process.execPath, [commandFile, "--fix", "."], { cwd, stdio: "ignore" });
      const ended = new Promise((resolve) =>
        child.once("exit", (status, by) => resolve(by ?? status)),
      );
      // Once the first file is written, the others are being.
      while (readFileSync(join(cwd, "0.request-pay.json"), "utf8") === before) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        if (child.exitCode !== null) break;
      }
      child.kill(signal);
      expect([signal, 128 + constants.signals[signal]]).toContain(await ended);
      expect(readdirSync(cwd).toSorted()).toEqual(names.toSorted());
      const contents = new Set(names.map((name) => readFileSync(join(cwd, name), "utf8")));
      expect([before, after]).toEqual(expect.arrayContaining([...contents]));
    }
  });
});

describe("The start of the command", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

  it("The command tells its version with one file loaded", () => {
    const { stdout, loaded } = runWithLoadedFiles(["--version"], folderWith());
    expect(stdout).toBe(`${version}\n`);
    expect(loaded).toEqual([commandFile]);
  });

  it("The command tells its version also beside other options", () => {
    const { stdout } = spawned(["--version", "--locale", "ko"], folderWith());
    expect(stdout).toBe(`${version}\n`);
  });

  it.runIf(process.platform === "linux")(
    "The command tells what keeps it from telling its version",
    () => {
      const run = shell('"$NODE" "$PAYLINT" --version >/dev/full', folderWith());
      expect([run.status, run.stderr]).toEqual([
        2,
        "paylint: standard output: no space left on the disk\n",
      ]);
    },
  );

  it("The start of the command loads nothing that only some runs need", () => {
    const { stderr, loaded } = runWithLoadedFiles(["--help"], folderWith());
    expect(stderr).toBe("");
    expect(loaded.length).toBeGreaterThan(2);
    expect(loaded.join("\n")).not.toMatch(/picomatch|configFile|gatewayFacts|init|pretty/);
  });
});
