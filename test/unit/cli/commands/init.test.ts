import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Files, folderWith, keepingSink, runIn } from "../../../support/command.js";

const githubFile = ".github/workflows/paylint.yml";

/** Runs `paylint init` in a new folder, with some answers. */
async function init(files: Files, args: readonly string[] = ["--yes"], answers = "") {
  const cwd = folderWith(files);
  const run = await runIn(cwd, ["init", ...args], answers, { env: {} });
  const textOf = (file: string) => readFileSync(join(cwd, file), "utf8");
  const config = JSON.parse(textOf("paylint.config.json"));
  return { ...run, cwd, config, textOf };
}

const stepsIn = (text: string) =>
  (parse(text) as { jobs: { paylint: { steps: { run?: string }[] } } }).jobs.paylint.steps.flatMap(
    ({ run }) => run ?? [],
  );

describe("the configuration that init writes", () => {
  it("The written configuration judges no call as any gateway's without being told", async () => {
    const { config, status } = await init({});
    expect(status).toBe(0);
    expect(Object.keys(config)).toEqual(["$schema", "locale"]);
  });

  it("The written configuration has the locale of --locale, else of the answer, else of the system", async () => {
    expect((await init({}, ["--yes", "--locale", "ko"])).config.locale).toBe("ko");
    expect((await init({}, [], "ko\n")).config.locale).toBe("ko");
    const cwd = folderWith();
    await runIn(cwd, ["init", "--yes"], "", { env: { LANG: "ko_KR.UTF-8" } });
    expect(JSON.parse(readFileSync(join(cwd, "paylint.config.json"), "utf8")).locale).toBe("ko");
  });

  it("The written configuration lists the gateways of the answer", async () => {
    const { config } = await init({}, ["--locale", "en"], "inicis, ksnet\nnone\n");
    expect(config.gateways).toEqual(["inicis", "ksnet"]);
  });

  it("The written configuration lists the channels of the code for a person to fill in", async () => {
    const { config, stdout } = await init({
      "src/pay.ts":
        'IMP.request_pay({ channelKey: process.env.NEXT_PUBLIC_CHANNEL_KSNET, amount: 1 });\nIMP.request_pay({ channelKey: "channel-key-1f" });',
      "src/vite.vue": "<script>const key = import.meta.env.VITE_CHANNEL_KEY_KAKAO;</script>",
      "src/keys.js": 'export const TOSS = "channel-key-2f";\nexport const other = "x";',
      "src/use.js":
        'import { KEY_PAYPAL } from "./k";\npay({ channelKey: KEY_PAYPAL, size: SIZE });',
      "node_modules/x/a.js": 'pay({ channelKey: "channel-key-3f" });',
    });
    expect(config.channels).toEqual({
      "channel-key-1f": "",
      "const:KEY_PAYPAL": "",
      "const:TOSS": "",
      "env:NEXT_PUBLIC_CHANNEL_KSNET": "",
      "env:VITE_CHANNEL_KEY_KAKAO": "",
    });
    expect(stdout).toContain("Fill in the gateway of each of these channels");
  });

  it("The written configuration is accepted by the next run, with a note about what is not filled in", async () => {
    const { cwd } = await init({ "a.js": "pay({ channelKey: process.env.KEY });" });
    const { status, stderr } = await runIn(cwd, ["."]);
    expect([status, stderr]).toEqual([
      0,
      "paylint: note: paylint.config.json: channels without a gateway yet: env:KEY\n",
    ]);
  });

  it("A configuration that exists is left unchanged, and the channels to add are shown", async () => {
    const { textOf, stdout } = await init({
      "paylint.config.json": "{}",
      "a.js": "pay({ channelKey: process.env.KEY });",
    });
    expect(textOf("paylint.config.json")).toBe("{}");
    expect(stdout).toContain("paylint.config.json: already exists, left unchanged\n");
    expect(stdout).toContain('"env:KEY": ""');
  });
});

describe("the CI step that init writes", () => {
  it("The written CI step is a GitHub workflow by default, and fetches nothing but what the lockfile says", async () => {
    const { textOf } = await init({ "package-lock.json": "{}" });
    expect(stepsIn(textOf(githubFile))).toEqual([
      "npm ci",
      "npx --no-install paylint --format github .",
    ]);
  });

  it.each([
    ["pnpm-lock.yaml", "", "pnpm install --frozen-lockfile", "pnpm exec paylint --format github ."],
    [
      "yarn.lock",
      "# yarn lockfile v1\n",
      "yarn install --frozen-lockfile",
      "npx --no-install paylint --format github .",
    ],
    [
      "yarn.lock",
      "__metadata:\n  version: 8\n",
      "yarn install --immutable",
      "yarn exec paylint --format github .",
    ],
    [
      "bun.lock",
      "{}",
      "bun install --frozen-lockfile",
      "bunx --no-install paylint --format github .",
    ],
  ])(
    "The written CI step uses the package manager of %s (%j)",
    async (lockfile, content, install, check) => {
      const { textOf } = await init({ [lockfile]: content });
      expect(stepsIn(textOf(githubFile)).slice(-2)).toEqual([install, check]);
    },
  );

  it("The written CI step uses the package manager of the repository's root in a package of a monorepo", async () => {
    const root = folderWith({ ".git/HEAD": "", "pnpm-lock.yaml": "", "shop/package.json": "{}" });
    const { stdout } = await runIn(join(root, "shop"), ["init", "--yes", "--locale", "en"]);
    expect(stdout).toContain("pnpm add -D paylint");
  });
  it("The CI step is shown, not written, where GitLab has a configuration already", async () => {
    const { textOf, stdout, cwd } = await init({ ".gitlab-ci.yml": "a: 1\n" });
    expect(textOf(".gitlab-ci.yml")).toBe("a: 1\n");
    expect(stdout).toContain("npx --no-install paylint --format junit . > paylint.xml");
    expect(existsSync(join(cwd, githubFile))).toBe(false);
  });
});

describe("the script that init adds to package.json", () => {
  it("The added script keeps the rest of package.json as it is written", async () => {
    const { textOf } = await init({
      "package.json": '{\n    "name": "shop",\n    "scripts": {}\n}\n',
    });
    expect(textOf("package.json")).toBe(
      '{\n    "name": "shop",\n    "scripts": {\n        "paylint": "paylint ."\n    }\n}\n',
    );
  });

  it("The added script never takes the place of one", async () => {
    const own = '{"scripts":{"paylint":"mine"}}';
    const { textOf, stdout } = await init({ "package.json": own });
    expect(textOf("package.json")).toBe(own);
    expect(stdout).toContain("package.json: already has a script paylint, left unchanged\n");
  });

  it("The script is left out of a package.json that is broken", async () => {
    const { textOf } = await init({ "package.json": "{" });
    expect(textOf("package.json")).toBe("{");
  });
});

describe("the questions of init", () => {
  it("The questions of init are on lines of their own where nobody types", async () => {
    const { stdout } = await init({}, ["--locale", "en"], "\n\n");
    expect(stdout.split("\n").slice(0, 2)).toEqual([
      "Gateways the shop has contracts with, by company or code, separated by commas",
      "Where does your CI run (github/gitlab/none) [github]",
    ]);
  });

  it("The questions of init wait behind their words on a terminal", async () => {
    const cwd = folderWith();
    const stdout = keepingSink(true);
    await runIn(cwd, ["init", "--locale", "en"], "\nnone\n", { stdout });
    expect(stdout.text()).toContain("[github] ");
  });

  it("The questions of init tell a wrong answer, come again, and say what they take in the end", async () => {
    const answers = "inics\ninicis\njenkins\nx\ny\n";
    const { stdout, config } = await init({}, ["--locale", "en"], answers);
    expect(stdout).toContain('unknown gateway "inics"; did you mean inicis?\n');
    expect(stdout).toContain('"jenkins": choose one of github, gitlab, none\n');
    expect(stdout).toContain("using instead: github\n");
    expect(config.gateways).toEqual(["inicis"]);
  });

  it("The questions of init are not asked with --yes", async () => {
    expect((await init({})).stdout).not.toContain("Language");
  });

  it("The question of init about the locale refuses one that does not exist", async () => {
    const { status, stderr } = await runIn(folderWith(), ["init", "--yes", "--locale", "de"]);
    expect([status, stderr]).toEqual([2, 'paylint: unknown locale "de"; known: en, ko\n']);
  });

  it("The questions of init end with how to install paylint where it is not installed", async () => {
    const { stdout, cwd } = await init({ "pnpm-lock.yaml": "" });
    expect(stdout).toContain("Run: pnpm add -D paylint\n");
    mkdirSync(join(cwd, "node_modules/paylint"), { recursive: true });
    expect((await runIn(cwd, ["init", "--yes"])).stdout).not.toContain("pnpm add");
  });
});
