import { readFileSync } from "node:fs";
import { join } from "node:path";
import { migratePayload } from "paylint";
import { describe, expect, it } from "vitest";
import { folderWith, runIn } from "../support/command.js";

const page = readFileSync("docs/migrate.md", "utf8");

/** The code in the page's block of that name. */
const blockOf = (info: string): string => {
  const [, code] = new RegExp(`\`\`\`${info}\\n([\\s\\S]*?)\`\`\``).exec(page) ?? [];
  if (code === undefined) throw new Error(`docs/migrate.md has no block ${info}`);
  return code;
};

describe("docs/migrate.md", () => {
  it("shows what the command makes of its example", async () => {
    const folder = folderWith({ "pay.js": blockOf("js before") });
    const { status } = await runIn(folder, ["migrate", "--write", "pay.js"]);
    expect(status).toBe(0);
    expect(readFileSync(join(folder, "pay.js"), "utf8").trimStart()).toBe(blockOf("js after"));
  });

  it("prints what its code does", () => {
    const code = blockOf("js run").replace(/^import .*\n/, "");
    const printed: string[] = [];
    const print = { log: (...parts: unknown[]) => printed.push(`${parts.join(" ")}\n`) };
    new Function("migratePayload", "console", code)(migratePayload, print);
    expect(printed.join("")).toBe(blockOf("text output"));
  });
});
