import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { importedModule } from "../../../src/project/importedModule.js";

const cwd = mkdtempSync(join(tmpdir(), "paylint-"));
afterAll(() => rmSync(cwd, { recursive: true }));

for (const name of [
  "lib/pay.ts",
  "lib/order.js",
  "lib/both.js",
  "lib/both.ts",
  "lib/ui/index.tsx",
]) {
  const file = join(cwd, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `// ${name}`);
}

const found = (specifier: string, importer = "lib/call.ts") =>
  importedModule(specifier, join(cwd, importer), cwd);

describe("The module that a relative import names", () => {
  it.each([
    ["./pay", "lib/pay.ts"],
    ["./pay.js", "lib/pay.ts"],
    ["./order.js", "lib/order.js"],
    ["./both.js", "lib/both.js"],
    ["./both", "lib/both.ts"],
    ["./ui", "lib/ui/index.tsx"],
    ["../lib/ui/", "lib/ui/index.tsx"],
  ])("A relative import names the module that is there: %s", (specifier, file) => {
    expect(found(specifier)).toEqual({ file, text: `// ${file}` });
  });

  it.each(["./none", "pay", "/lib/pay", "./ui/none", "."])(
    "A relative import names no module for %s",
    (specifier) => {
      expect(found(specifier)).toBeUndefined();
    },
  );
});

it("A folder, and a file that is too large, are no module", () => {
  mkdirSync(join(cwd, "lib/folder.ts"));
  writeFileSync(join(cwd, "lib/folder.js"), "// the file");
  expect(found("./folder")?.file).toBe("lib/folder.js");
  writeFileSync(join(cwd, "lib/large.ts"), " ".repeat(500_001));
  expect(found("./large")).toBeUndefined();
  writeFileSync(join(cwd, "lib/large.ts"), " ".repeat(500_000));
  expect(found("./large")?.file).toBe("lib/large.ts");
});

describe("The module that an import by an alias names", () => {
  it.each([
    ["@/lib/pay", "lib/pay.ts"],
    ["~ui/index", "lib/ui/index.tsx"],
    ["@order", undefined],
    ["@scope/pay", undefined],
  ])("An import by an alias names the module that is there: %s", (specifier, file) => {
    const settings = `{ // as TypeScript reads it
      "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./*"], "~ui/*": ["lib/ui/*"] }, },
    }`;
    writeFileSync(join(cwd, "tsconfig.json"), settings);
    expect(found(specifier)?.file).toBe(file);
  });
});
