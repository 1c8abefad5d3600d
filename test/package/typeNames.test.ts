import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const source = new URL("../../src/", import.meta.url).pathname;

/** The files that export a type of each name. Generated modules describe payloads, whose types are named after their kinds. */
function filesByTypeName(): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const name of readdirSync(source, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts")) continue;
    const text = readFileSync(join(source, name), "utf8");
    const declared = text.matchAll(
      /^export (?:declare )?(?:abstract )?(?:interface|type|class|enum) (\w+)\b/gm,
    );
    for (const [, type = ""] of declared) files.set(type, [...(files.get(type) ?? []), name]);
  }
  return files;
}

it("No two files of src export types of one name", () => {
  const byName = filesByTypeName();
  expect(byName.size).toBeGreaterThan(100);
  expect([...byName].filter(([, files]) => files.length > 1)).toEqual([]);
});
