import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "../support/system.js";

const read = (path: string) => readFileSync(join(repository, path), "utf8");

/** What a text writes as `code`. */
const codeIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code as string);

const isFile = (code: string) => /^[\w/]+\.ts$/.test(code);

/** A name of the source: `lintFile`, `Run.#lintTarget`. */
const isName = (code: string) => /^[A-Za-z]\w*(?:\.#?\w+)?$/.test(code) && !isFile(code);

/** The names of which no file has every part. */
function unknownNames(names: readonly string[], files: readonly string[]): string[] {
  const texts = files.map((file) => read(file));
  const words = (name: string) => name.split(/\.#?/);
  return names.filter(
    (name) =>
      !texts.some((text) =>
        words(name).every((word) =>
          new RegExp(
            `(?:\\b(?:function\\*?|const|class|interface|get|async)\\s+|^\\s+(?:async )?#?)${word}\\b`,
            "m",
          ).test(text),
        ),
      ),
  );
}

describe.each([
  ["docs/design.md", "Three walks"],
  ["docs/design.ko.md", "세 가지 경로 따라가기"],
])("The walks in %s", (page, heading) => {
  const [, section = ""] = read(page).split(`\n## ${heading}\n`);
  const [walks = ""] = section.split("\n## ");
  const steps = walks.split("\n").filter((line) => /^\d+\. /.test(line));

  it.each(steps)("lead through files and functions that src has: %s", (step) => {
    const code = codeIn(step);
    const files = code.filter(isFile).map((file) => `src/${file}`);
    expect(files.filter((file) => !existsSync(join(repository, file)))).toEqual([]);
    const ofBuild = new Set(["report", "src"]);
    const names = code.filter((one) => isName(one) && !ofBuild.has(one));
    expect(files.length === 0 ? [] : unknownNames(names, files)).toEqual([]);
  });

  it("are three", () => {
    expect(walks.match(/^### /gm)).toHaveLength(3);
    expect(steps.length).toBeGreaterThan(12);
  });
});

describe.each(["docs/javascript.md", "docs/javascript.ko.md"])("The stages in %s", (page) => {
  const folder = "src/extract/javascript";
  const text = read(page);
  const rows = text.split("\n").filter((line) => /^\| `/.test(line));
  const [, example = ""] = text.split("\n```\n");

  it("name files and functions that the folder has", () => {
    const code = [...rows.join("\n").split("\n"), ...example.split("\n")].flatMap(codeIn);
    const files = code.filter(isFile).map((file) => `${folder}/${file}`);
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => !existsSync(join(repository, file)))).toEqual([]);
    const ours = code.filter((one) => isName(one) && /^[A-Z][a-z]|[a-z][A-Z]/.test(one));
    const below = readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" });
    const sources = below.map((file) => file.replaceAll("\\", "/")).filter(isFile);
    const all = sources.map((file) => `${folder}/${file}`);
    const others = ["src/extract/located.ts", "src/extract/calls.ts", "src/validator/unknown.ts"];
    expect(unknownNames(ours, [...all, ...others])).toEqual([]);
  });
});

describe("What CONTRIBUTING.md says of generated files", () => {
  it("What CONTRIBUTING.md says of generated files lists the endings that the files of dist/packs have", () => {
    const [line = ""] =
      read("CONTRIBUTING.md").match(/^- `dist\/packs\/[\s\S]*?(?=^- `dist\/generated)/m) ?? [];
    const listed = [...line.matchAll(/`<kind>((?:\.\w+)+)`/g)].map(([, ending]) => ending);
    const packs = join(repository, "dist/packs");
    const files = readdirSync(packs, { recursive: true, encoding: "utf8" });
    const endings = files.flatMap((file) => /[\w-](\.(?:[\w.]+))$/.exec(file)?.[1] ?? []);
    expect(listed.sort()).toEqual([...new Set(endings)].sort());
  });
});
