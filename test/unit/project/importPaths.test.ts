import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { aliasedPaths } from "../../../src/project/importPaths.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** The paths that an import of `src/app/call.ts` may have, with these settings. */
function pathsOf(specifier: string, files: Readonly<Record<string, string>>): string[] {
  const cwd = mkdtempSync(join(tmpdir(), "paylint-"));
  folders.push(cwd);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  return aliasedPaths(specifier, join(cwd, "src/app/call.ts")).map((path) =>
    relative(cwd, path).split(sep).join("/"),
  );
}

const settings = (paths: unknown, more: object = {}) =>
  JSON.stringify({ compilerOptions: { paths, ...more } });

describe("An import by an alias has the paths that the settings give it", () => {
  it.each<[name: string, paths: unknown, specifier: string, found: string[]]>([
    ["what a star stands for", { "@/*": ["./src/*"] }, "@/lib/pay", ["src/lib/pay"]],
    ["each of several targets", { "@/*": ["a/*", "b/*"] }, "@/pay", ["a/pay", "b/pay"]],
    ["an end behind the star", { "@/*/api": ["src/*/x"] }, "@/pay/api", ["src/pay/x"]],
    ["another end", { "@/*/api": ["src/*/x"] }, "@/pay/apis", []],
    ["another beginning", { "@/*": ["src/*"] }, "~/pay", []],
    ["nothing for the star", { "@/*": ["src/*"] }, "@/", []],
    ["a beginning and an end that share letters", { "aba*ba": ["x"] }, "aba", []],
    ["a name without a star", { "@/pay": ["src/pay"] }, "@/pay", ["src/pay"]],
    ["a star in the target of a name without one", { "@/pay": ["src/*"] }, "@/pay", ["src/*"]],
    ["a longer name than one without a star", { "@/pay": ["src/pay"] }, "@/pay/x", []],
    ["targets that are no texts", { "@/*": [1, "src/*", null] }, "@/pay", ["src/pay"]],
    ["targets that are no list", { "@/*": "src/*" }, "@/pay", []],
    ["no paths", undefined, "@/pay", []],
    ["paths that are nothing", null, "@/pay", []],
    ["paths that are no object", "src", "@/pay", []],
  ])("An import by an alias has the paths of %s", (_name, paths, specifier, found) => {
    expect(pathsOf(specifier, { "tsconfig.json": settings(paths) })).toEqual(found);
  });

  const src = settings({ "@/*": ["src/*"] });
  it.each<[name: string, files: Record<string, string>, found: string[]]>([
    [
      "the base that they name",
      { "tsconfig.json": settings({ "@/*": ["*"] }, { baseUrl: "src" }) },
      ["src/pay"],
    ],
    [
      "the folder, where the base is no text",
      { "tsconfig.json": settings({ "@/*": ["*"] }, { baseUrl: 1 }) },
      ["pay"],
    ],
    ["JavaScript", { "jsconfig.json": src }, ["src/pay"]],
    [
      "TypeScript before JavaScript",
      { "tsconfig.json": src, "jsconfig.json": settings({ "@/*": ["b/*"] }) },
      ["src/pay"],
    ],
    [
      "the nearest folder",
      { "tsconfig.json": src, "src/tsconfig.json": settings({ "@/*": ["*"] }) },
      ["src/pay"],
    ],
    ["the nearest folder alone", { "tsconfig.json": src, "src/tsconfig.json": "{}" }, []],
    ["a broken file, which gives none", { "tsconfig.json": "{" }, []],
    ["nothing, which gives none", { "tsconfig.json": "null" }, []],
    ["a file that is too large", { "tsconfig.json": src + " ".repeat(50_001 - src.length) }, []],
    [
      "a file that is just not too large",
      { "tsconfig.json": src + " ".repeat(50_000 - src.length) },
      ["src/pay"],
    ],
    ["a folder of that name", { "tsconfig.json/a": "x", "jsconfig.json": src }, ["src/pay"]],
  ])("An import by an alias has the paths of the settings of %s", (_name, files, found) => {
    expect(pathsOf("@/pay", files)).toEqual(found);
  });

  it("Comments and last commas are no part of the settings, and texts like them are", () => {
    const text = `/* a **/ { // "b"
      "compilerOptions": { "baseUrl": "./a//b,}", "paths": { "@/*": ["x/*/y", ], }, /***/ },
    }`;
    expect(pathsOf("@/pay", { "tsconfig.json": text })).toEqual(["a/b,}/x/pay/y"]);
  });
});
