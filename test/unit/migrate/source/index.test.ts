import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { lintText } from "paylint/lint";
import { describe, expect, it } from "vitest";
import { parse } from "../../../../dist/extract/javascript/syntax/parse.js";
import { type MigratedSource, migrateSource } from "../../../../dist/migrate/source/index.js";
import { itWhere } from "../../../support/itWhere.js";

/** Files of payments that were written for other tests and for documents, V1's and V2's. */
const samples = execFileSync(
  "git",
  ["ls-files", "test/cases", "docs/examples", "docs/*.js", "docs/*.html"],
  { encoding: "utf8" },
)
  .split("\n")
  .filter((file) => /\.(?:[mc]?[jt]sx?|html|vue|jsonc?|ya?ml|sh|http)$/.test(file));

async function migratedText(file: string, text: string) {
  const linted = { ...(await lintText(text, { filename: file })), redacted: text };
  const options = { filename: file, ending: extname(file), parser: parse, locale: "en" } as const;
  return migrateSource(text, { ...options, linted });
}

const migrated: { file: string; text: string; made: MigratedSource }[] = [];
for (const file of samples) {
  const text = readFileSync(file, "utf8");
  const made = await migratedText(file, text);
  if (made && made.text !== text) migrated.push({ file, text, made });
}

it("The repository has samples of every kind of file", () => {
  const endings = new Set(migrated.map(({ file }) => extname(file)));
  expect([...endings]).toEqual(expect.arrayContaining([".js", ".html", ".json", ".jsonc"]));
  expect(migrated.length).toBeGreaterThan(40);
});

describe.each(migrated)("$file", ({ file, text, made }) => {
  it("The migrated sample lints clean on V2 apart from what is listed", async () => {
    const before = await lintText(text, { filename: file });
    const after = await lintText(made.text, {
      filename: file,
      ...(made.kind !== undefined && { kind: made.kind }),
    });
    // What V1 refuses already is no fault of the migration.
    const known = new Set(before.diagnostics.map(({ rule }) => rule));
    const told = [...made.decide, ...made.untouched].map(({ message }) => message).join("\n");
    // The report says of each rewritten REST call that the code behind it must read V2's answer.
    const isListed = (path: string, rule: string) =>
      path === ""
        ? rule === "verify/envelope" && told.includes("without code and response")
        : told.includes(path);
    const unlisted = after.diagnostics.filter(
      ({ kind, severity, path, rule }) =>
        severity === "error" &&
        (kind === null || kind.includes(".v2.")) &&
        !isListed(path, rule) &&
        !known.has(rule),
    );
    expect(unlisted.map(({ rule, path, message }) => `${rule} ${path} ${message}`)).toEqual([]);
    const unparsable = ({ unchecked }: typeof after) =>
      unchecked.filter(({ code }) => code === "unparsable").length;
    expect(unparsable(after)).toBeLessThanOrEqual(unparsable(before));
    if (before.errors.length === 0) expect(after.errors).toEqual([]);
  });

  const isWhole = made.untouched.length === 0 && made.kind === undefined;
  itWhere(isWhole)("The migrated sample has nothing more to migrate", async () => {
    const again = await migratedText(file, made.text);
    expect(again?.text ?? made.text).toBe(made.text);
  });
});
