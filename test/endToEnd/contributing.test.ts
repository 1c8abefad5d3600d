import { execFileSync, execSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parse, parseDocument, type YAMLSeq } from "yaml";

// What is printed is read, so it comes without colours.
process.env.NO_COLOR = "1";

const clone = mkdtempSync(join(tmpdir(), "paylint-contributing-"));
afterAll(() => rmSync(clone, { recursive: true, force: true }));

/** The code of a document in its order, with its language. */
const blocks = [
  ...readFileSync("CONTRIBUTING.md", "utf8").matchAll(/^ {3}```(\w+)\n([\s\S]*?)^ {3}```$/gm),
].map(([, language, text]) => ({ language, text: (text as string).replace(/^ {3}/gm, "") }));

/** The tests that a changed fact can break. */
const readers = ["test/facts", "test/cases", "test/package/artifacts", "test/prove/types"];

it("CONTRIBUTING.md leads from a changed sentence to a fact that is tested", () => {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
    encoding: "utf8",
  });
  for (const file of files.trim().split("\n")) {
    if (file !== "node_modules") cpSync(file, join(clone, file));
  }
  symlinkSync(resolve("node_modules"), join(clone, "node_modules"), "junction");
  cpSync("dist", join(clone, "dist"), { recursive: true });
  // The documents are read by their names in the index.
  execSync("git init -q && git add -A", { cwd: clone });
  const rowFile = join(clone, "schemas/gateways/ksnet/ksnet.v1/request-pay.yaml");
  const wordsFile = join(clone, "schemas/rules/checkout/app-card-name.yaml");
  const testFile = join(clone, "test/facts/requestPay.test.ts");
  const typesFile = join(clone, "docs/types.md");
  let output = "";
  const done: (string | undefined)[] = [];
  for (const { language, text } of blocks) {
    done.push(language);
    if (language === "sh") {
      // The last step would run this very test again. It runs the tests that read the tables or what is made of them. The build
      // and the check of its format are done by the steps before.
      const command = text
        .replaceAll("npx paylint", "node dist/bin/paylint.cjs")
        .replace("npm test", `npx vitest run ${readers.join(" ")} --reporter=default`);
      output = execSync(command, {
        cwd: clone,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
        // The properties are tried at length by the run around this one.
        env: { ...process.env, FC_MILLISECONDS: "1000" },
      });
    } else if (language === "yaml" && !text.startsWith("- ")) {
      const generate = () =>
        execSync("npm run -s generate", { cwd: clone, encoding: "utf8", stdio: "pipe" });
      // Until they are filled in, the words are refused, with the place of what is missing.
      expect(generate).toThrow(/rules\/checkout\/app-card-name\.yaml: /);
      writeFileSync(wordsFile, text);
    } else if (language === "yaml") {
      const table = parseDocument(readFileSync(rowFile, "utf8"));
      (table.get("rules") as YAMLSeq).add(table.createNode(parse(text)[0]));
      writeFileSync(rowFile, table.toString());
    } else if (language === "md") {
      const types = readFileSync(typesFile, "utf8");
      const last = types.lastIndexOf("\n| `") + 1;
      writeFileSync(typesFile, types.slice(0, last) + text + types.slice(last));
    } else if (language === "ts") {
      const rows = readFileSync(testFile, "utf8");
      const first = '  ["in order", plain, []],\n';
      expect(rows).toContain(first);
      writeFileSync(testFile, rows.replace(first, `${first}  ${text}`));
    }
  }
  expect(done).toEqual(["sh", "sh", "yaml", "yaml", "sh", "ts", "sh", "md", "sh"]);
  expect(output).toMatch(/Tests\s+\d+ passed/);
  const explained = execSync("node dist/bin/paylint.cjs rules checkout/app-card-name", {
    cwd: clone,
    encoding: "utf8",
  });
  expect(explained).toContain("An app-card payment names what is bought");
  const again = () =>
    execSync("npm run -s new-rule -- checkout/app-card-name", {
      cwd: clone,
      stdio: "pipe",
    });
  expect(again).toThrow(/already/);
}, 300_000);
