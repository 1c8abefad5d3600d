import { describe, expect, it } from "vitest";
import { documentApi } from "../../src/compiler/documents/apiPage.js";
import { type Export, readPublicApi } from "../../src/compiler/documents/publicApi.js";
import { folderWith } from "../support/command.js";
import { repository } from "../support/system.js";

/** What the doc comment of an export does not say. */
function lacking({ text, tags, isFunction }: Export): string[] {
  const hasReturns = tags.some(({ name, text: what }) => name === "returns" && what !== "");
  return [...(text === "" ? ["comment"] : []), ...(isFunction && !hasReturns ? ["returns"] : [])];
}

const isValue = ({ declaration }: Export) =>
  /^(?:export )?declare (?:const|function|class) /.test(declaration);

describe("The public exports", () => {
  const entries = readPublicApi(repository);
  const kindsOf = (module: string) => /\/v\d+$/.test(module);

  it("The public exports are those of every entry", () => {
    expect(entries.filter(({ module }) => !kindsOf(module)).map(({ module }) => module)).toEqual([
      "paylint",
      "paylint/arbitraries",
      "paylint/lint",
      "paylint/eslint",
      "paylint/guard",
    ]);
    expect(entries.length).toBeGreaterThan(50);
    for (const { module, exports } of entries) expect(exports.length, module).toBeGreaterThan(1);
  });

  it.each(entries)(
    "The exports of $module have doc comments, and functions say what they return",
    ({ about, exports }) => {
      expect(about).not.toBe("");
      const missing = exports.flatMap((one) => lacking(one).map((what) => `${one.name}: ${what}`));
      expect(missing).toEqual([]);
    },
  );

  it.each(entries.filter(({ module }) => !kindsOf(module)))(
    "The exports of $module have an example each, but for types",
    ({ exports }) => {
      const without = exports.filter(
        (one) => isValue(one) && !one.tags.some(({ name }) => name === "example"),
      );
      expect(without.map(({ name }) => name)).toEqual([]);
    },
  );
});

describe("An entry", () => {
  const declared = {
    "index.d.ts": `/**
 * What the
 * entry is.
 * @module
 */
export { inner as outer, type Shape } from "./inner.js";
export declare function bare(): void;
`,
    "inner.d.ts": `/**
 * What it does.
 * @param from Where.
 * @returns What.
 * @throws {RangeError} when it cannot.
 * @see A document: https://document.example/
 */
export declare const inner: (from: Shape) => void;
/** A shape. */
export interface Shape {
  /** An id. */
  readonly id: string;
}
`,
  };
  const packageWith = (exports: Record<string, unknown>, files: Record<string, string>) =>
    folderWith({
      "package.json": JSON.stringify({ name: "sample", type: "module", exports }),
      ...files,
    });

  it("An entry is read through what it passes on", () => {
    const folder = packageWith(
      { ".": { types: "./index.d.ts" }, "./package.json": "./package.json" },
      declared,
    );
    const [entry, ...others] = readPublicApi(folder);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ module: "sample", about: "What the\nentry is." });
    const exports = entry?.exports ?? [];
    const read = exports.map((one) => [one.name, one.file, lacking(one)]);
    expect(read.sort()).toEqual([
      ["Shape", "inner.d.ts", []],
      ["bare", "index.d.ts", ["comment", "returns"]],
      ["outer", "inner.d.ts", []],
    ]);
  });

  it("An entry is documented, with links to what its declarations name", () => {
    const folder = packageWith(
      { ".": { types: "./index.d.ts" }, "./again": { types: "./inner.d.ts" } },
      declared,
    );
    const page = documentApi(readPublicApi(folder));
    expect(page).toContain(`### \`outer\`

\`\`\`typescript
const inner: (from: Shape) => void;
\`\`\`

What it does.

- \`from\`: Where.
- Returns: What.
- Throws: \`RangeError\` when it cannot.
- See: [A document](https://document.example/)
- Types: [\`Shape\`](#shape)
`);
    // What the first entry explains, the second only links to.
    expect(page).toContain("| [`Shape`](#shape) | A shape. |\n\n### `inner`");
    expect(page.match(/### `Shape`/g)).toHaveLength(1);
  });

  it("An entry cannot have two headings that GitHub tells apart by a number", () => {
    const folder = packageWith(
      { ".": { types: "./index.d.ts" } },
      { "index.d.ts": "export declare const shape: 1;\nexport interface Shape {}\n" },
    );
    expect(() => documentApi(readPublicApi(folder))).toThrow("two headings have #shape");
  });
});
