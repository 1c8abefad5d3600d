import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { migratePayload } from "paylint";
import { describe, expect, it } from "vitest";
import { folderWith, runIn } from "../support/command.js";

// Both pages show the same examples. `UPDATE_DOCS=1` rewrites what comes out of them.
describe.each(["docs/migrate.md", "docs/migrate.ko.md"])("%s", (path) => {
  const page = () => readFileSync(path, "utf8");
  const pattern = (info: string) => new RegExp(`(\`\`\`${info}\\n)([\\s\\S]*?)(?=\`\`\`)`);

  /** The code in the page's block of that name. */
  function blockOf(info: string): string {
    const code = pattern(info).exec(page())?.[2];
    if (code === undefined) throw new Error(`${path} has no block ${info}`);
    return code;
  }

  function expectBlock(info: string, made: string): void {
    if (process.env.UPDATE_DOCS) {
      writeFileSync(
        path,
        page().replace(pattern(info), (_, fence: string) => fence + made),
      );
    }
    expect(made).toBe(blockOf(info));
  }

  it("The page shows what the command makes of its example, and its report", async () => {
    const folder = folderWith({ "pay.js": blockOf("js before") });
    const locale = path.endsWith(".ko.md") ? "ko" : "en";
    const { status, stdout } = await runIn(folder, [
      ...["migrate", "--write", "--locale", locale, "pay.js"],
    ]);
    expect(status).toBe(0);
    expectBlock("js after", readFileSync(join(folder, "pay.js"), "utf8").trimStart());
    expectBlock("text report", stdout);
  });

  it("The page prints what its code does", () => {
    const code = blockOf("js run").replace(/^import .*\n/, "");
    const printed: string[] = [];
    const print = { log: (...parts: unknown[]) => printed.push(`${parts.join(" ")}\n`) };
    new Function("migratePayload", "console", code)(migratePayload, print);
    expectBlock("text output", printed.join(""));
  });
});
