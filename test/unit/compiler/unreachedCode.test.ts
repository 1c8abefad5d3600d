import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { entryFiles, unreachedCode } from "../../../src/compiler/unreachedCode.js";
import { folderWith } from "../../support/command.js";

describe("Code that no entry leads to", () => {
  it("Unreached code is what no file imports, loads or starts, from an entry on", () => {
    const folder = folderWith({
      "index.js":
        'import { a } from "./lib/a.js"; export const later = () => import("./lib/b.js");',
      "index.d.ts": 'export type { A } from "./lib/a.js"; export type B = import("./lib/b.js").B;',
      "lib/a.js": 'const thread = new URL("../thread.js", import.meta.url);',
      "lib/a.d.ts": "",
      "lib/b.js": "export{c}from`./c.cjs`",
      "lib/b.d.ts": "",
      "lib/c.cjs": 'require("../d.cjs")',
      "d.cjs": "",
      "thread.js": "",
      "thread.d.ts": "",
      "alone.js": 'import "./lib/a.js";',
      "lib/alone.d.ts": "",
      "data.json": "{}",
    });
    expect(unreachedCode(folder, ["index.js", "index.d.ts", "index.css"])).toEqual([
      "alone.js",
      "lib/alone.d.ts",
      "thread.d.ts",
    ]);
  });

  it("Unreached code is all where there is no entry", () => {
    expect(unreachedCode(join(folderWith({ "a/b.js": "" }), "a"), [])).toEqual(["b.js"]);
  });
});

describe("The entries of a manifest", () => {
  it("The entries of a manifest are the files of its command and of its exports in any condition", () => {
    const manifest = {
      bin: { paylint: "./bin/paylint.cjs" },
      exports: {
        ".": { types: "./index.d.ts", node: { import: "./node.js", default: "./index.js" } },
        "./package.json": "./package.json",
      },
    };
    expect(entryFiles(manifest)).toEqual([
      "./bin/paylint.cjs",
      "./index.d.ts",
      "./node.js",
      "./index.js",
      "./package.json",
    ]);
  });
});
