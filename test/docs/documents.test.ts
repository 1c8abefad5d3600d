import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ESLint, type Linter } from "eslint";
import { type CheckOptions, gateways, rules } from "paylint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import type { Io } from "../../dist/cli/io.js";
import { lintSettings, readArguments } from "../../dist/cli/options.js";
import { validators } from "../../dist/generated/validators.js";
import { readConfigFile } from "../../dist/project/configFile.js";
import { documentApi } from "../../src/compiler/documents/apiPage.js";
import { readPublicApi } from "../../src/compiler/documents/publicApi.js";
import { keepingSink, runIn } from "../support/command.js";
import { itWhere } from "../support/itWhere.js";
import { brokenLinks, missingFiles, skeletonOf, withQuotations } from "../support/markdown.js";
import { type Kind, kinds } from "../support/payloads.js";
import { repository, runNode, tsc } from "../support/system.js";

const read = (path: string) => readFileSync(join(repository, path), "utf8");
const env = { ...process.env, NO_COLOR: "1" };

/** `npx vitest run test/docs/documents.test.ts` with UPDATE_DOCS=1 writes the outputs instead of comparing them. */
const update = process.env.UPDATE_DOCS === "1";
const surroundings = { cwd: repository, env, stdout: keepingSink() } as unknown as Io;
const scratch = join(repository, "coverage/docs");
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Both languages show the same code, which is run once. */
const outputs = new Map<string, string>();

/** Runs a command of a document in this process; `test/package/process.test.ts` shows that one of its own prints the same. */
async function runConsole(command: string): Promise<string> {
  const args = command.split(" ").slice(2);
  const printed = outputs.get(command) ?? (await runIn(repository, args)).stdout.trimEnd();
  outputs.set(command, printed);
  return printed;
}

/** Runs modules one after another: Node takes longer to start than most of them to run. */
const runEach = `for (const [index, module] of process.argv.slice(2).entries()) {
  if (index > 0) process.stdout.write("\\0");
  await import(module);
}
`;

/** Runs scripts, compiled together, since the compiler reads the same declarations for each. */
function runTypeScript(scripts: readonly string[]): void {
  const files = scripts.map((code, index) => {
    const file = join(scratch, `script${index}.ts`);
    mkdirSync(scratch, { recursive: true });
    writeFileSync(file, code);
    return file;
  });
  const options = "--strict --module nodenext --target es2022 --skipLibCheck";
  expect(tsc(options, files)).toMatchObject({ status: 0, stdout: "" });
  const runner = join(scratch, "runner.js");
  writeFileSync(runner, runEach);
  const modules = files.map((file) => pathToFileURL(file.replace(/ts$/, "js")).href);
  const { status, stdout } = runNode(runner, modules, { env });
  expect(status).toBe(0);
  const printed = stdout.split("\0");
  expect(printed).toHaveLength(scripts.length);
  for (const [index, code] of scripts.entries()) {
    outputs.set(code, (printed[index] as string).trimEnd());
  }
}

const documents = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.md"], {
  cwd: repository,
  encoding: "utf8",
})
  .trim()
  .split("\n")
  .filter((path) => !path.startsWith("test/cases/"));
const pages = documents.filter((path) => path.startsWith("docs/"));
const isWritten = (path: string) => !/^<!--.*npm run generate/.test(read(path));

const shown = ["README.md", "README.ko.md", "docs/api.md", ...pages.filter(isWritten)].map(
  (path) => {
    const text = read(path);
    const consoles = [...text.matchAll(/```console\n\$ (npx paylint .*)\n([\s\S]*?)```/g)];
    const scripts = [...text.matchAll(/```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)];
    return { path, text, consoles, scripts };
  },
);
/** The scripts of all documents, each once. */
const allScripts = new Set(
  shown.flatMap(({ scripts }) => scripts.map(([, code]) => code as string)),
);

describe.each(shown.map((one) => [one.path, one] as const))(
  "The document %s",
  (path, { text, consoles, scripts }) => {
    beforeAll(() => {
      if (scripts.some(([, code]) => !outputs.has(code as string))) runTypeScript([...allScripts]);
    });

    const hasOutput = consoles.length + scripts.length > 0;
    itWhere(hasOutput)("A document shows what its commands and scripts print", async () => {
      let updated = text;
      for (const [block, command, shown] of consoles) {
        const printed = await runConsole(command as string);
        updated = updated.replace(block, () => `\`\`\`console\n$ ${command}\n${printed}\n\`\`\``);
        if (!update) expect(shown?.trimEnd()).toBe(printed);
      }
      for (const [block, code, shown] of scripts) {
        const printed = outputs.get(code as string) as string;
        updated = updated.replace(
          block,
          () => `\`\`\`ts\n${code}\`\`\`\n\n\`\`\`text\n${printed}\n\`\`\``,
        );
        if (!update) expect(shown?.trimEnd()).toBe(printed);
      }
      if (update) writeFileSync(join(repository, path), updated);
    });

    it("A document leaves no TypeScript example unexecuted", () => {
      expect(text.match(/```ts\n/g)?.length ?? 0).toBe(scripts.length);
    });
  },
);

const inKorean = (path: string) => path.replace(/\.md$/, ".ko.md");
const inEnglish = pages.filter((path) => !path.endsWith(".ko.md"));

it("Every page in docs/ is in both languages", () => {
  const alone = inEnglish.filter((path) => !pages.includes(inKorean(path)));
  expect(alone).toEqual([]);
  expect(pages.length).toBe(2 * inEnglish.length);
});

describe.each(inEnglish.filter((path) => pages.includes(inKorean(path)) && isWritten(path)))(
  "The page %s",
  (path) => {
    it("A page has the headings, the code and the keys of its tables in Korean too", () => {
      expect(skeletonOf(read(inKorean(path)))).toEqual(skeletonOf(read(path)));
    });

    it("A page and its Korean page link to each other", () => {
      expect(read(path)).toContain(`](${basename(inKorean(path))})`);
      expect(read(inKorean(path))).toContain(`](${basename(path)})`);
    });
  },
);

describe.each(documents)("The document %s", (path) => {
  it("A document links to files and headings that exist", () => {
    expect(brokenLinks(path)).toEqual([]);
  });

  it("A document names files that exist", () => {
    expect(missingFiles(read(path))).toEqual([]);
  });

  it("A document quotes the cases as they are", () => {
    const text = read(path);
    if (update) writeFileSync(join(repository, path), withQuotations(text));
    else expect(text).toBe(withQuotations(text));
  });
});

describe("A link in a document", () => {
  let written = 0;
  const scratchFile = (text: string) => {
    mkdirSync(scratch, { recursive: true });
    const file = join(scratch, `links${written++}.md`);
    writeFileSync(file, text);
    return brokenLinks(file);
  };

  it("A link is broken where the file, its heading or its own heading does not exist", () => {
    const links = "[a](nothing.md) [b](#nothing) [c](../../README.md#nothing) ![d](nothing.svg)";
    expect(scratchFile(links)).toEqual([
      "nothing.md",
      "#nothing",
      "../../README.md#nothing",
      "nothing.svg",
    ]);
  });

  it("A link is whole where file and heading exist, whatever the heading is made of", () => {
    const text =
      "# A `code` & 한글: 1.2\n## Same\n## Same\n[a](#a-code--한글-12) [b](#same-1) [c](../../README.md) [d](https://x.example/#y)\n```md\n# No\n[x](nothing)\n```\n";
    expect(scratchFile(text)).toEqual([]);
    expect(scratchFile(`${text}[no](#no)`)).toEqual(["#no"]);
  });
});

describe("A quotation of a case", () => {
  const path = "shape/type/amount-as-text.js";
  const quoted = readFileSync(join(repository, "test/cases", path), "utf8");

  it("A quotation of a case is filled in from the file, in its indentation", () => {
    const whole = withQuotations(`a\n\n<!-- case: ${path} -->\n\n\`\`\`js\nold\n\`\`\`\n\nb\n`);
    expect(whole).toBe(`a\n\n<!-- case: ${path} -->\n\n\`\`\`js\n${quoted}\`\`\`\n\nb\n`);
    expect(withQuotations(whole)).toBe(whole);
  });

  it("A quotation of a case has a longer fence where the case has fences of its own", () => {
    const text = "<!-- case: source/unparsable/each-fence-by-itself.md -->\n```md\n```\n";
    expect(withQuotations(text)).toMatch(/\n````md\n```js\n[\s\S]*\n````\n$/);
  });

  it("A quotation of a file that does not exist is an error", () => {
    expect(() => withQuotations("<!-- case: no/such.js -->\n```js\n```\n")).toThrow("no/such.js");
  });
});

describe("The other examples of the documents work", () => {
  const blocks = (path: string, language: string) =>
    [...read(path).matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(
      ([, code]) => code as string,
    );
  it("docs/ci.md has YAML that can be read and names options that there are", async () => {
    const yaml = blocks("docs/ci.md", "yaml");
    expect(yaml).toHaveLength(5);
    for (const text of yaml) expect(parseYaml(text), text).toBeTypeOf("object");
    const commands = [...yaml, ...blocks("docs/ci.md", "sh")]
      .join("\n")
      .matchAll(/npx (?:--no-install )?paylint([^|>\n]*)/g);
    for (const [, args] of commands) {
      const words = (args as string).trim().split(/\s+/).filter(Boolean);
      await expect(lintSettings(readArguments(words), surroundings), args).resolves.toBeDefined();
    }
  });
  it("docs/ci.md shows a right configuration", () => {
    const [config] = blocks("docs/ci.md", "json") as [string];
    mkdirSync(scratch, { recursive: true });
    const file = join(scratch, "paylint.config.json");
    writeFileSync(file, config);
    expect(readConfigFile(file, scratch)).toMatchObject({ locale: "ko" });
  });
  it("docs/eslint.md shows configurations that work", async () => {
    const [whole, more] = blocks("docs/eslint.md", "js") as [string, string];
    const imports = `import paylint from "paylint/eslint";\n`;
    mkdirSync(scratch, { recursive: true });
    for (const [index, code] of [whole, imports + more].entries()) {
      const file = join(scratch, `eslint${index}.config.mjs`);
      writeFileSync(file, code);
      const { default: overrideConfig } = (await import(file)) as { default: Linter.Config[] };
      const eslint = new ESLint({ overrideConfigFile: true, overrideConfig });
      const text = `IMP.request_pay({ channelKey: "channel-key-1", pg: "ksnet", amount: "1" });`;
      const [result] = await eslint.lintText(text, { filePath: "a.js" });
      const found = result?.messages.map(({ ruleId }) => ruleId);
      expect(found).toContain("paylint/shape/type");
      expect(found?.includes("paylint/tax/tax-free")).toBe(index === 0);
    }
  });
});

describe("The generated documents", () => {
  // `npm test` compares the documents of the tables while it builds.
  it("npm run generate does not change the document of the doc comments", () => {
    expect(read("docs/api.md")).toBe(documentApi(readPublicApi(repository)));
  });

  it.each(["docs/rules.md", "docs/rules.ko.md"])(
    "%s has only examples that are as said",
    (path) => {
      const sections = read(path).split(/^## /m).slice(2);
      expect(sections.length).toBeGreaterThan(25);
      for (const section of sections) {
        const [rule] = section.split("\n") as [string];
        const [wrong, right] = [...section.matchAll(/```json\n([\s\S]*?)```/g)].map(
          ([, json]) => JSON.parse(json as string) as unknown,
        );
        // A note asks for nothing, so it has no example.
        if (isInText(rule) || wrong === undefined) continue;
        const [, given] = /`(\{"(?:store|now)":.*\})`/.exec(section) ?? [];
        const options: CheckOptions = given ? JSON.parse(given) : {};
        const [, kind] = /`([a-z0-9_]+\.v[12]\.[a-z-]+)`/.exec(section) as RegExpExecArray;
        const broken = (payload: unknown) =>
          validators[kind as Kind].check(payload, options).diagnostics.map((one) => one.rule);
        expect(broken(wrong), rule).toContain(rule);
        // Where no small change puts the payload right, the document shows what is wrong only.
        if (right !== undefined) expect(broken(right), rule).toEqual([]);
      }
    },
  );
});

const isInText = (rule: string) =>
  rules.some(({ id, inText, note }) => id === rule && (inText || note));

describe("A rule that only a text can break", () => {
  const sections = read("docs/rules.md")
    .split(/^## /m)
    .slice(2)
    // A note is true of a kind without a text that could break it.
    .filter((section) => isInText(section.split("\n")[0] as string) && section.includes("```"));
  it.each(sections.map((section) => [section.split("\n")[0] as string, section]))(
    "The example in the document breaks %s",
    async (rule, section) => {
      const [, language, code] = /```(\w+)\n([\s\S]*?)```/.exec(section) as RegExpExecArray;
      const name = `a.request-pay.${language}`;
      const args = ["--format", "json", "--stdin-filename", name, "-"];
      const { stdout } = await runIn(repository, args, code);
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: { rule: string }[] };
      expect(diagnostics.map((one) => one.rule)).toContain(rule);
    },
  );
});

describe("The document of a table", () => {
  const schemas = readdirSync(join(repository, "schemas/meta")).filter((name) =>
    name.endsWith(".schema.json"),
  );
  /** Parts of a table that one page explains. */
  const ofTables = ["keys", "rules", "test"];
  const keysOf = (schema: unknown): string[] =>
    typeof schema === "object" && schema !== null
      ? Object.entries(schema).flatMap(([key, value]) =>
          key === "properties"
            ? [...Object.keys(value), ...Object.values(value).flatMap(keysOf)]
            : keysOf(value),
        )
      : [];
  const keysIn = (name: string) =>
    keysOf(JSON.parse(read(`schemas/meta/${name}`))).filter((key) => key !== "$schema");
  it.each(schemas.filter((name) => name !== "text.schema.json" && keysIn(name).length > 0))(
    "The document of %s explains every key beside it",
    (name) => {
      const sort = name.replace(".schema.json", "");
      const document = read(`schemas/meta/${ofTables.includes(sort) ? "table" : sort}.md`);
      for (const key of keysIn(name)) {
        expect(document, key).toMatch(new RegExp(`\\b${key.replace("$", "\\$")}\\b`));
      }
    },
  );
});

it.each([
  ["README.md", /the rules of KSNET and (\d+) other gateway companies/],
  ["README.ko.md", /KSNET과 다른 PG사 (\d+)곳의 규칙/],
])("%s says of how many companies there are rules", (page, figure) => {
  const withRules = gateways.filter(({ code, version }) =>
    kinds.some((kind) => kind.startsWith(`${code}.${version}.`)),
  );
  const companies = new Set(withRules.map(({ company }) => company));
  expect(Number(figure.exec(read(page))?.[1])).toBe(companies.size - 1);
});

describe("The guide's own samples", () => {
  const run = async (args: string[]) => {
    const { status, stdout } = await runIn(repository, ["--format", "json", ...args]);
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { file: string; rule: string; path: string }[];
    };
    const lines = diagnostics.map(
      ({ file, rule, path }) =>
        `${(file.split("/").at(-1) as string).split(".")[0]} ${file.split(".").at(-2)} ${rule} ${path}`,
    );
    return { status, lines };
  };
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const example = (scripts.example as string)
    .replace("node dist/bin/paylint.cjs ", "")
    .replace(" || exit 0", "")
    .split(" ");

  it("The example run finds what breaks the guide's rules in its own samples, no more and no fewer", async () => {
    const { status, lines } = await run(example);
    expect(status).toBe(1);
    expect(lines).toEqual([
      "guide-sample again shape/required /name",
      "guide-sample again shape/required /buyer_name",
      "guide-sample external-receipt shape/required /buyer_name",
      "guide-sample external-receipt shape/type /tax_free",
      "guide-sample onetime shape/required /buyer_name",
      "guide-sample onetime shape/required /product_type",
      "guide-sample receipt shape/required /buyer_name",
      "guide-sample request-pay source/duplicate-key /pay_method",
      "guide-sample request-pay shape/type /amount",
      "guide-sample request-pay shape/deprecated /pg",
    ]);
  });
});

it("The repository speaks of the project only", () => {
  const files = execFileSync("git", ["ls-files"], { cwd: repository, encoding: "utf8" })
    .trim()
    .split("\n");
  const lock = read("package-lock.json");
  expect(lock).not.toMatch(/"resolved": *"https?:/);
  for (const file of files.filter(
    (name) => /\.(ts|md|json|yaml)$/.test(name) && !name.includes("docs.test"),
  )) {
    expect(read(file), file).not.toMatch(/\/(?:tmp|root|home)\//);
  }
});
