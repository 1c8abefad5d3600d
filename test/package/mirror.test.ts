import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

const suffix = ".test.ts";
const tests = readdirSync("test/unit", { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(suffix),
);
const isSource = (path: string) => existsSync(join("src", `${path}.ts`));

it("A test of test/unit has the path of the file of src that it tests, or lies in a folder of that path", () => {
  const strays = tests.filter((file) => {
    const path = file.slice(0, -suffix.length);
    return !isSource(path) && !isSource(dirname(path));
  });
  expect(strays).toEqual([]);
  expect(tests.length).toBeGreaterThan(100);
});
