import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { run } from "../../dist/cli/command.js";
import type { Io, TextSink } from "../../dist/cli/io.js";
import type { Style } from "../../dist/cli/report.js";

/** The built command, for tests that need a process. */
export const commandFile = fileURLToPath(new URL("../../dist/bin/paylint.cjs", import.meta.url));

/** Contents by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that holds the files given, and goes when the test file is done. */
export function folderWith(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "paylint-test-"));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A sink that keeps what is written. */
export function keepingSink(isTerminal = false, columns?: number): TextSink & { text(): string } {
  const parts: string[] = [];
  return {
    isTerminal,
    columns,
    async write(text) {
      parts.push(text);
    },
    text: () => parts.join(""),
  };
}

/** How output looks that goes to no terminal. */
export const plainStyle: Style = {
  locale: "en",
  isColored: false,
  hasLinks: false,
  width: undefined,
  isVerbose: false,
};

/** A sink that fails as the system does. */
export const failingSink = (code: string): TextSink => ({
  isTerminal: false,
  write: async () => {
    throw Object.assign(new Error(`${code}: failed, write`), { code, syscall: "write" });
  },
});

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in this process, in a folder, with some input. */
export async function runIn(
  cwd: string,
  args: readonly string[],
  input: string | Uint8Array = "",
  surroundings: Partial<Io> = {},
): Promise<Ran> {
  const stdout = keepingSink();
  const stderr = keepingSink();
  const status = await run(args, {
    stdin: (async function* () {
      if (input.length > 0) yield Buffer.from(input);
    })(),
    stdout,
    stderr,
    cwd,
    env: { NO_COLOR: "1" },
    uninterrupted: (work) => work(),
    heedSignals: async () => undefined,
    ...surroundings,
  });
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

/** Runs the command in this process, in a new folder that holds the files given. */
export const paylint = (
  args: readonly string[],
  files: Files = {},
  input: string | Uint8Array = "",
): Promise<Ran> => runIn(folderWith(files), args, input);
