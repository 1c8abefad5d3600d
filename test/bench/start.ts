import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { plain } from "../support/payloads.js";
import { measure } from "./measure.js";
import { paylint, runNode, workFolder } from "./processes.js";

/** Whole processes, from their start to their end. */

const folder = workFolder();
const one = join(folder, "one.request-pay.json");
const code = join(folder, "one.ts");
writeFileSync(one, JSON.stringify(plain, null, 2));
writeFileSync(code, `IMP.request_pay(${JSON.stringify(plain)});\n`);

const command = (name: string, ...args: string[]) => ({ name, run: () => runNode(args) });

measure(
  "a process",
  [
    command("node -e 0", "-e", "0"),
    command("node -e 'import(\"zod\")'", "-e", 'import("zod")'),
    command("eslint, one file", "node_modules/eslint/bin/eslint.js", "--no-config-lookup", code),
    command("paylint --version", paylint, "--version"),
    command("paylint --help", paylint, "--help"),
    command("paylint one.json", paylint, one),
    command("paylint one.ts", paylint, code),
  ],
  15,
  1,
);
