import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { staleFiles } from "../../../src/compiler/staleFiles.js";

const root = mkdtempSync(join(tmpdir(), "paylint-stale-"));
afterEach(() => rmSync(root, { recursive: true, force: true }));

function repositoryWith(files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const written = new Map([
  ["docs/rules.md", "rules"],
  ["docs/gateways/ksnet.md", "KSNET"],
]);

it("Files that are as they are generated are not stale, nor are others", () => {
  const files = { ...Object.fromEntries(written), "docs/guide.md": "by hand" };
  expect(staleFiles(written, repositoryWith(files))).toEqual([]);
});

it("A file that was changed, is missing, or is generated no more is stale", () => {
  const files = { "docs/rules.md": "rule", "docs/gateways/gone.md": "gone" };
  expect(staleFiles(written, repositoryWith(files))).toEqual([
    "docs/rules.md",
    "docs/gateways/ksnet.md",
    "docs/gateways/gone.md",
  ]);
});
