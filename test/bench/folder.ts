import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measure } from "./measure.js";

const files = 5_000;
const calls = 20;
const filesAFolder = 50;

const folder = mkdtempSync(join(tmpdir(), "paylint-bench-"));
for (let file = 0; file < files; file++) {
  const at = join(folder, "src", `part${Math.floor(file / filesAFolder)}`);
  mkdirSync(at, { recursive: true });
  const code = Array.from(
    { length: 60 },
    (_, index) =>
      `export function step${index}(items, by) {\n  return items.map((item) => item + by * ${file}); // one of many\n}\n`,
  );
  if (file % (files / calls) === 0) {
    code.push(
      `IMP.request_pay({ pg: "ksnet.2999199999", amount: "${file}" }, (rsp) => rsp.success);\n`,
    );
  }
  writeFileSync(join(at, `file${file}.ts`), code.join(""));
}

const main = join(import.meta.dirname, "../../dist/bin/paylint.cjs");
const started =
  (command: string, ...args: string[]) =>
  () => {
    const { error } = spawnSync(command, args, { cwd: folder, stdio: "ignore" });
    if (error) throw error;
  };
try {
  measure(
    `a folder of ${files} files with ${calls} calls, cold start included`,
    [
      { name: "grep -rl request_pay", run: started("grep", "-rl", "request_pay", ".") },
      { name: "node, nothing", run: started(process.execPath, "-e", "0") },
      { name: "paylint", run: started(process.execPath, main, ".") },
    ],
    15,
    1,
  );
} finally {
  rmSync(folder, { recursive: true });
}
