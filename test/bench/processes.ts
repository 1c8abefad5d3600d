import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The command as it is shipped. */
export const paylint = resolve("dist/bin/paylint.cjs");

export const workFolder = () => mkdtempSync(join(tmpdir(), "paylint-bench-"));

/** Runs Node once; whatever the exit status of a finding. */
export function runNode(args: readonly string[], input?: string): void {
  const stdin = input === undefined ? "ignore" : openSync(input, "r");
  const { status, stderr } = spawnSync(process.execPath, args, {
    stdio: [stdin, "ignore", "pipe"],
  });
  if (typeof stdin === "number") closeSync(stdin);
  if (status !== 0 && status !== 1) throw new Error(`${args.join(" ")}: ${stderr}`);
}
