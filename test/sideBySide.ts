import { spawn } from "node:child_process";

/**
 * `sideBySide.ts <script> …`: runs scripts of package.json at once, and shows what each printed when it is done. Much of the
 * build has use for one core only.
 */

const run = (script: string) =>
  new Promise<void>((resolve) => {
    const printed: Buffer[] = [];
    // By a shell, since npm is a script of the shell on Windows.
    const child = spawn(`npm run --silent ${script}`, {
      shell: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => printed.push(chunk));
    }
    child.on("close", (status) => {
      process.stdout.write(
        `> ${script}${status === 0 ? "" : " failed"}\n${Buffer.concat(printed)}`,
      );
      if (status !== 0) process.exitCode = 1;
      resolve();
    });
  });

await Promise.all(process.argv.slice(2).map(run));
