import { existsSync, readFileSync } from "node:fs";
import { lintText } from "paylint/lint";
import { describe, expect, it } from "vitest";
import type { Files } from "../../../../../src/compiler/emit/modules/moduleText.js";
import {
  type Manifest,
  writeRulesPages,
} from "../../../../../src/compiler/emit/modules/rulesPages.js";

function pagesFor(manifest: Manifest): Record<string, string> {
  const build: Files = new Map();
  writeRulesPages(manifest, build);
  return JSON.parse(/= (\{.*\});/.exec(build.get("generated/rulesPages.js") ?? "")?.[1] ?? "");
}

describe("The pages of the rules", () => {
  it.each([
    [{ url: "git+https://git.example/shop/paylint.git" }],
    ["https://git.example/shop/paylint"],
  ])("The pages of the rules are in the repository that the package names: %j", (repository) => {
    expect(pagesFor({ repository })).toEqual({
      en: "https://git.example/shop/paylint/blob/HEAD/docs/rules.md",
      ko: "https://git.example/shop/paylint/blob/HEAD/docs/rules.ko.md",
    });
  });

  it("The pages of the rules are paths in the repository where the package does not name it", () => {
    for (const page of Object.values(pagesFor({}))) expect(existsSync(page), page).toBe(true);
  });
});

it.each(["en", "ko"] as const)(
  "A diagnostic links to the heading of its rule: %s",
  async (locale) => {
    const text = 'IMP.request_pay({ pg: "ksnet", amount: "1" });';
    const { diagnostics } = await lintText(text, { filename: "a.js", locale });
    const file = locale === "en" ? "docs/rules.md" : "docs/rules.ko.md";
    const page = readFileSync(file, "utf8");
    const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, "")
        .replaceAll(" ", "-"),
    );
    for (const { docs } of diagnostics) {
      const [address, heading] = docs.split("#");
      expect(address).toMatch(new RegExp(`${file}$`));
      expect(headings).toContain(heading);
    }
  },
);
