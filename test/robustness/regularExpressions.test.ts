import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { analyse } from "scslre";
import { describe, expect, it } from "vitest";
import { parentsIn } from "../../dist/extract/javascript/syntax/ast.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Every regular expression of the code that runs at users', and every pattern of the compiled schemas. */
function expressions(): [where: string, source: string, flags: string][] {
  const files = readdirSync(join(repository, "src"), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.startsWith("compile"),
  );
  const literals = files.flatMap((file) => {
    const { program } = parseSync(file, readFileSync(join(repository, "src", file), "utf8"), {
      range: true,
    });
    return [...parentsIn(program as never).keys()].flatMap(
      ({ regex }): [string, string, string][] => {
        const { pattern, flags } = (regex ?? {}) as { pattern?: string; flags?: string };
        return pattern === undefined ? [] : [[file, pattern, flags ?? ""]];
      },
    );
  });
  const schemas = readdirSync(join(repository, "dist/schemas"));
  const patterns = schemas.flatMap((file) =>
    [
      ...readFileSync(join(repository, "dist/schemas", file), "utf8").matchAll(
        /"pattern": ("(?:[^"\\]|\\.)*")/g,
      ),
    ].map(([, pattern]): [string, string, string] => [
      file,
      JSON.parse(pattern as string) as string,
      "u",
    ]),
  );
  const all = [...literals, ...patterns];
  return [...new Map(all.map((one) => [one.slice(1).join("/"), one])).values()];
}

describe("regular expressions take time that grows with the text, not faster", () => {
  it.each(expressions())(
    "The regular expression takes time that grows with the text, not faster: %s: /%s/%s",
    (_where, source, flags) => {
      const { reports } = analyse(new RegExp(source, flags));
      expect(reports.map(({ type, exponential }) => ({ type, exponential }))).toEqual([]);
    },
  );
  it("A search finds the regular expressions that there are", () => {
    expect(expressions().length).toBeGreaterThan(80);
    expect(analyse(/^(?:a+)+b$/).reports).not.toEqual([]);
    expect(analyse(/^a*a*b$/).reports).not.toEqual([]);
  });
});
