import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { textOfPath } from "../../../src/project/paths.js";
import { filesBelow } from "../../../src/project/walk.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** The files that are met below a folder of these files. */
function met(files: Readonly<Record<string, string>>, below = "."): string[] {
  const cwd = mkdtempSync(join(tmpdir(), "paylint-"));
  folders.push(cwd);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  symlinkSync(join(cwd, "a.js"), join(cwd, "link.js"));
  const passedOver = { special: 0 };
  const found = [...filesBelow(join(cwd, below), passedOver)].map((path) =>
    relative(cwd, textOfPath(path)).split(sep).join("/"),
  );
  expect(passedOver.special).toBe(0);
  return found;
}

describe("The files below a folder are met in order", () => {
  it("Hidden files, packages and links are left out", () => {
    const files = {
      "b.js": "",
      "a.js": "",
      ".x.js": "",
      ".y/a.js": "",
      "node_modules/a.js": "",
      "c/a.js": "",
    };
    expect(met(files)).toEqual(["a.js", "b.js", "c/a.js"]);
  });

  const ignored = { "src/a.js": "", "src/b.js": "", "src/c/b.js": "" };
  it.each<[name: string, files: Record<string, string>, below: string, found: string[]]>([
    ["of the folder", { ".gitignore": "b.js" }, ".", ["src/a.js"]],
    ["of a folder below", { "src/.gitignore": "/b.js" }, ".", ["src/a.js", "src/c/b.js"]],
    ["of a folder for folders", { ".gitignore": "b.js/\nc/" }, ".", ["src/a.js", "src/b.js"]],
    [
      "of the nearest folder first",
      { ".gitignore": "b.js", "src/c/.gitignore": "!b.js" },
      ".",
      ["src/a.js", "src/c/b.js"],
    ],
    ["of the folders above", { ".git/x": "", ".gitignore": "b.js" }, "src", ["src/a.js"]],
    [
      "of every folder above",
      { ".git/x": "", ".gitignore": "b.js", "src/.gitignore": "x.js" },
      "src/c",
      [],
    ],
    [
      "but none of folders above the repository",
      { ".gitignore": "b.js", "src/.git/x": "" },
      "src",
      ["src/a.js", "src/b.js", "src/c/b.js"],
    ],
    [
      "but none of folders above one within the repository",
      { ".gitignore": "b.js", "src/.git/x": "" },
      "src/c",
      ["src/c/b.js"],
    ],
  ])("Ignore files decide what is met: that %s", (_name, files, below, found) => {
    expect(met({ ...ignored, ...files }, below)).toEqual(found);
  });
});
