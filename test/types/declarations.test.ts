import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { validators } from "../../dist/generated/validators.js";
import { repository, tsc } from "../support/system.js";

/** The texts of a file's nested types by their names, and its path. */
function nestedTypes(file: string) {
  const text = readFileSync(file, "utf8");
  const [, module] = /^import type \* as base from "(.+)\.js";$/m.exec(text) ?? [];
  const types = [...text.matchAll(/^type (\w+) = (\(?\{\n[\s\S]*?\n\}\)?)$/gm)];
  return {
    base: module === undefined ? undefined : resolve(file, "..", `${module}.d.ts`),
    types: types.map(([, name, type = ""]) => ({ name, type })),
  };
}

it("No kind declares a nested type twice, or one that the kind which it extends declares", () => {
  let count = 0;
  for (const kind of Object.keys(validators)) {
    const { base, types } = nestedTypes(
      join(repository, `dist/packs/${kind.replaceAll(".", "/")}.types.d.ts`),
    );
    // What refers to other types of its file is another type in another file.
    const isAlone = ({ type }: { type: string }) => !/: \w*[A-Z]\w*/.test(type);
    const inherited = base === undefined ? [] : nestedTypes(base).types.filter(isAlone);
    const texts = [...types, ...inherited].map(({ type }) => type);
    expect(
      texts.filter((text, index) => texts.indexOf(text) !== index),
      kind,
    ).toEqual([]);
    count += types.length;
  }
  expect(count).toBeGreaterThan(300);
});

it("The compiler writes a part of a payload out where code exports it, since no entry exports its type", () => {
  const folder = mkdtempSync(join(tmpdir(), "paylint-exported-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(repository, join(folder, "node_modules/paylint"), "junction");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "shop", type: "module" }));
  const code = [
    `import type { RequestPayment } from "paylint/nice_v2/v2";`,
    "declare const payment: RequestPayment;",
    "export const { customer, virtualAccount } = payment;",
    "export const copy = { ...payment };",
  ];
  writeFileSync(join(folder, "order.ts"), code.join("\n"));
  const options =
    "--declaration --emitDeclarationOnly --preserveSymlinks --strict --module nodenext --target es2022 --skipLibCheck";
  try {
    expect(tsc(options, ["order.ts"], folder).stdout).toBe("");
    const declared = readFileSync(join(folder, "order.d.ts"), "utf8");
    expect(declared).toContain("firstNameKana?: string");
    expect(declared).not.toContain(".types.js");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
