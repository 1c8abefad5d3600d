import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Whether the system has POSIX's pipes, signals, file modes and shells. */
export const isPosix = process.platform !== "win32";

const { resolve } = createRequire(import.meta.url);

export interface Printed {
  readonly status: number | null;
  readonly stdout: string;
}

/** Runs a script of Node, in the folder of the repository unless another is given. */
export const runNode = (
  script: string,
  args: readonly string[],
  { cwd = repository, env = process.env }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Printed =>
  spawnSync(process.execPath, [script, ...args], {
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });

/** Runs the TypeScript compiler without the project's own options. */
export const tsc = (options: string, files: readonly string[], cwd = repository): Printed =>
  runNode(
    resolve("typescript/package.json").replace("package.json", "bin/tsc"),
    ["--ignoreConfig", "--pretty", "false", ...options.split(" "), ...files],
    { cwd },
  );
