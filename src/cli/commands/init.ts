import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { gateways } from "../../gateways.js";
import type { Locale, Text } from "../../validator/types.js";

/** Where `paylint init` asks and answers. */
export interface Dialogue {
  readonly folder: string;
  readonly input: NodeJS.ReadableStream;
  /** True when nothing is to be asked. */
  readonly takesDefaults: boolean;
  print(text: string): void;
}

const configFile = "paylint.config.json";

const githubFile = ".github/workflows/paylint.yml";
const githubWorkflow = `name: paylint
on: [push, pull_request]
jobs:
  paylint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with: { node-version: 22 }
      - run: npx paylint --format github .
`;

const gitlabFile = ".gitlab-ci.yml";
const gitlabJob = `paylint:
  image: node:22
  script:
    - npx paylint --format junit . > paylint.xml
  artifacts:
    when: always
    reports: { junit: paylint.xml }
`;

const words = {
  gateway: {
    en: "Gateway of payment calls that do not say theirs",
    ko: "PG사를 지정하지 않은 결제 호출의 PG사",
  },
  ci: { en: "Where does your CI run", ko: "CI 환경" },
  wrote: { en: "written", ko: "작성했습니다" },
  kept: { en: "is there already and stays as it is", ko: "파일이 이미 있어 그대로 두었습니다" },
  add: { en: "Add this to it:", ko: "다음 내용을 추가합니다:" },
  next: { en: "Now run: npx paylint .", ko: "이제 실행합니다: npx paylint ." },
} as const satisfies Record<string, Text>;

/** `paylint init`: writes a configuration and a CI step, after asking; what is there stays as it is. */
export async function init({ folder, input, takesDefaults, print }: Dialogue): Promise<void> {
  const lines = createInterface({ input })[Symbol.asyncIterator]();
  const ask = async (question: string, choices: readonly string[], usual: string) => {
    for (let tries = 0; !takesDefaults && tries < 3; tries++) {
      print(`${question} (${choices.join("/")}) [${usual}] `);
      const { value, done } = await lines.next();
      const answer = done ? "" : String(value).trim().toLowerCase();
      if (answer === "") break;
      if (choices.includes(answer)) return answer;
    }
    return usual;
  };
  const has = (file: string) => existsSync(join(folder, file));
  const write = (file: string, text: string, locale: Locale) => {
    if (has(file)) {
      print(`${file}: ${words.kept[locale]}\n`);
      return false;
    }
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    print(`${file}: ${words.wrote[locale]}\n`);
    return true;
  };

  const systemLocale = Intl.DateTimeFormat().resolvedOptions().locale.startsWith("ko")
    ? "ko"
    : "en";
  const locale = (await ask("Language / 언어", ["ko", "en"], systemLocale)) as Locale;
  const gateway = await ask(words.gateway[locale], [...gateways, "none"], gateways[0] ?? "none");
  const usualCi = has(gitlabFile) ? "gitlab" : has(".github") ? "github" : "none";
  const ci = await ask(words.ci[locale], ["github", "gitlab", "none"], usualCi);

  const config = {
    $schema: "./node_modules/paylint/dist/schemas/config.json",
    locale,
    ...(gateway !== "none" && { files: [{ files: "**", gateway }] }),
  };
  write(configFile, `${JSON.stringify(config, null, 2)}\n`, locale);
  if (ci === "github") write(githubFile, githubWorkflow, locale);
  if (ci === "gitlab" && !write(gitlabFile, gitlabJob, locale)) {
    print(`${words.add[locale]}\n\n${gitlabJob}\n`);
  }
  print(`${words.next[locale]}\n`);
}
