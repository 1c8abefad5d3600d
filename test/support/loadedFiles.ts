import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commandFile, folderWith } from "./command.js";

/** A run of the command in a process, with the files of code that it loaded: those that Node would report the coverage of. */
export function runWithLoadedFiles(args: readonly string[], cwd: string) {
  const folder = folderWith();
  const { stdout, stderr, status } = spawnSync(process.execPath, [commandFile, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NODE_V8_COVERAGE: folder },
  });
  const loaded = readdirSync(folder).flatMap((report) => {
    const { result } = JSON.parse(readFileSync(join(folder, report), "utf8"));
    return (result as { url: string }[]).flatMap(({ url }) =>
      url.startsWith("file:") ? [fileURLToPath(url)] : [],
    );
  });
  return { stdout, stderr, status, loaded };
}
