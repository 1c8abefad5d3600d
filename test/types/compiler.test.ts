import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { readTypes } from "../../dist/cli/packageFile.js";
import { validators } from "../../dist/generated/validators.js";
import { commandFile } from "../support/command.js";
import { plain } from "../support/payloads.js";
import { repository, runNode, tsc } from "../support/system.js";

/**
 * The snippets of `types/refused.ts` are marked `// refused: <text>`: the compiler must complain once on the next
 * statement and its message must hold the text; of those marked `// refused at: <text>` it must point at the text. Those of `types/accepted.ts` must compile.
 */
const complaints = new Map<string, { line: number; column: number; text: string }[]>();

beforeAll(() => {
  const options = "--noEmit --strict --module nodenext --target es2022 --skipLibCheck";
  const files = ["test/types/accepted.ts", "test/types/refused.ts"];
  const { stdout: output } = tsc(options, files);
  for (const match of output.matchAll(/^(\S+?)\((\d+),(\d+)\): (.*(?:\n {2}.*)*)/gm)) {
    const [, file = "", line, column, text = ""] = match;
    const complaint = { line: Number(line), column: Number(column), text };
    complaints.set(file, [...(complaints.get(file) ?? []), complaint]);
  }
});

it("The compiler prints types that need nothing else", () => {
  const folder = mkdtempSync(join(tmpdir(), "paylint-"));
  const kinds = Object.keys(validators);
  const [some = ""] = kinds;
  expect(runNode(commandFile, ["types", some]).stdout).toBe(readTypes(some));
  for (const kind of kinds) {
    const printed = readTypes(kind);
    expect(printed, kind).not.toContain("import");
    writeFileSync(join(folder, `${kind}.d.ts`), printed);
  }
  const options = "--noEmit --strict --target es2022";
  const files = kinds.map((kind) => join(folder, `${kind}.d.ts`));
  const { stdout } = tsc(options, files, folder);
  expect(stdout).toBe("");
});

it("The types cost the compiler little to check a payload", () => {
  const folder = mkdtempSync(join(repository, "test/types/counted-"));
  const payload = JSON.stringify(plain);
  const files = {
    "defined.ts": `import { defineRequestPay } from "paylint/ksnet/v1";\ndefineRequestPay(${payload});\n`,
    "annotated.ts": `import type { RequestPay } from "paylint/ksnet/v1";\nexport const order: RequestPay = ${payload};\n`,
  };
  const options =
    "--noEmit --extendedDiagnostics --strict --module nodenext --target es2022 --skipLibCheck --singleThreaded";
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = join(folder, name);
      writeFileSync(file, text);
      const { stdout } = tsc(options, [file]);
      expect(stdout).not.toContain("error TS");
      const [, count] = /Instantiations:\s+(\d+)/.exec(stdout) ?? [];
      expect(Number(count), name).toBeLessThan(1_500);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("The types accept what the validator accepts", () => {
  expect(complaints.get("test/types/accepted.ts") ?? []).toEqual([]);
});

const lines = readFileSync(fileURLToPath(new URL("refused.ts", import.meta.url)), "utf8").split(
  "\n",
);
const marks = lines.flatMap((line, index) => {
  const [, at, wanted] = /^\/\/ refused( at)?: (.+)$/.exec(line) ?? [];
  if (!wanted) return [];
  const next = lines.findIndex((other, line) => line > index && other.startsWith("// refused"));
  const isAt = at !== undefined;
  return [{ wanted, isAt, from: index + 1, to: next < 0 ? lines.length : next }];
});

it("The types accept the same where null is not checked", () => {
  // As in a project whose framework wrote its tsconfig.json.
  const options = "--noEmit --module nodenext --target es2022 --skipLibCheck --strict false";
  const { stdout } = tsc(options, ["test/types/accepted.ts"]);
  expect(stdout).toBe("");
});

it.each(marks)("The compiler refuses line $from, naming $wanted", ({ wanted, isAt, from, to }) => {
  const here = (complaints.get("test/types/refused.ts") ?? []).filter(
    ({ line }) => line > from && line <= to,
  );
  expect(here).toHaveLength(1);
  const { line = 0, column = 0, text = "" } = here[0] ?? {};
  if (isAt) expect(lines[line - 1]?.slice(column - 1)).toMatch(new RegExp(`^${wanted}\\b`));
  else expect(text).toContain(wanted);
  expect(text).not.toContain("'undefined'");
  expect(text).not.toContain("Property<");
});
