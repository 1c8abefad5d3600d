import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { plain } from "../support/payloads.js";
import { tsc } from "../support/system.js";

/** What the compiler does for a file that writes a payload down, by `tsc --extendedDiagnostics`. */

// Below the repository, so that its packages are found.
const folder = resolve("coverage/bench-types");
mkdirSync(folder, { recursive: true });

const payload = JSON.stringify(plain);
const ofZod = readFileSync("test/bench/rivals/zod.ts", "utf8")
  .replaceAll('"../', '"../../test/bench/')
  .replace(
    /export const zodAccepts[\s\S]*/,
    `export const order: z.infer<typeof schema> = ${payload};`,
  );
const files = {
  "defineRequestPay(payload)": `import { defineRequestPay } from "paylint/ksnet/v1";\nexport const order = defineRequestPay(${payload});\n`,
  "payload: RequestPay": `import type { RequestPay } from "paylint/ksnet/v1";\nexport const order: RequestPay = ${payload};\n`,
  "payload: z.infer<typeof schema>": ofZod,
};

const options =
  "--noEmit --extendedDiagnostics --strict --module nodenext --target es2022 --skipLibCheck";
console.log("\nthe type checker");
for (const [name, text] of Object.entries(files)) {
  const file = `${folder}/${name.replace(/\W+/g, "-")}.ts`;
  writeFileSync(file, text);
  const times: number[] = [];
  let instantiations = "";
  for (let round = 0; round < 7; round++) {
    const { stdout } = tsc(options, [file]);
    if (stdout.includes("error TS")) throw new Error(stdout);
    instantiations = /Instantiations:\s+(\d+)/.exec(stdout)?.[1] ?? "?";
    times.push(Number(/Check time:\s+([\d.]+)/.exec(stdout)?.[1]) * 1000);
  }
  const median = times.sort((left, right) => left - right)[3];
  console.log(
    `${name.padEnd(34)} ${instantiations.padStart(7)} instantiations, ${median?.toFixed(0)} ms`,
  );
}
rmSync(folder, { recursive: true });
