import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { applyEdits, modify, type ParseError, parse } from "jsonc-parser";
import { locales } from "../../choices.js";
import { gatewayNames } from "../../gatewayFacts.js";
import { unknownName } from "../../project/usageError.js";
import type { Text } from "../../validator/types.js";
import { localeOf, systemLocale } from "../language.js";
import { channelsInCode } from "./channelsInCode.js";
import { githubFile, githubWorkflow, gitlabFile, gitlabJob, packageManagerOf } from "./ciSteps.js";
import { Dialogue } from "./dialogue.js";
import type { Given } from "./index.js";

const configFile = "paylint.config.json";
const packageFile = "package.json";

const words = {
  gateways: {
    en: "Gateways the shop has contracts with, by company or code, separated by commas",
    ko: "계약한 PG사(회사 이름이나 코드, 여러 개면 쉼표로 구분)",
  },
  ci: { en: "Where does your CI run", ko: "CI 환경" },
  wrote: { en: "written", ko: "만들었습니다" },
  kept: { en: "already exists, left unchanged", ko: "이미 있어 그대로 두었습니다" },
  script: { en: "script added: paylint", ko: "스크립트를 추가했습니다: paylint" },
  hasScript: {
    en: "already has a script paylint, left unchanged",
    ko: "paylint 스크립트가 이미 있어 그대로 두었습니다",
  },
  broken: { en: "broken JSON, left unchanged", ko: "JSON 문법 오류가 있어 그대로 두었습니다" },
  add: { en: "Add this to it:", ko: "다음 내용을 추가하세요:" },
  fill: {
    en: `Fill in the gateway of each of these channels in ${configFile}:`,
    ko: `${configFile} 파일에서 다음 채널의 PG사를 채우세요:`,
  },
  install: { en: "paylint is not installed here yet. Run:", ko: "paylint를 먼저 설치하세요:" },
  old: {
    en: "An old shop with many findings? This writes them down, and later runs show only what is new:",
    ko: "기존 코드에 문제가 많다면, 지금 있는 문제를 기록하고 새로운 문제만 볼 수 있습니다:",
  },
  next: { en: "Now run:", ko: "이제 다음 명령을 실행하세요:" },
} as const satisfies Record<string, Text>;

/**
 * `paylint init`: writes a configuration, a CI step and an npm script, after asking. What exists stays as it is.
 * @throws {UsageError} for an unknown locale
 */
export async function init({ io, print, values }: Given): Promise<void> {
  const folder = io.cwd;
  const has = (file: string) => existsSync(join(folder, file));
  const { locale: asked = io.env.PAYLINT_LOCALE, yes } = values;
  const dialogue = new Dialogue(io, print, yes);
  const usual = systemLocale(io.env);
  const locale = asked
    ? localeOf(asked, undefined, io, io.stdout)
    : await dialogue.choose("Language / 언어", locales, usual, usual);
  const gateways = await dialogue.ask(words.gateways[locale], "", locale, gatewaysIn);
  const ci = await dialogue.choose(
    words.ci[locale],
    ["github", "gitlab", "none"],
    has(gitlabFile) ? "gitlab" : "github",
    locale,
  );
  await dialogue.end();

  const write = async (file: string, text: string) => {
    const isNew = !has(file);
    if (isNew) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    await print(`${file}: ${isNew ? words.wrote[locale] : words.kept[locale]}\n`);
    return isNew;
  };
  const channels = Object.fromEntries(channelsInCode(folder).map((channel) => [channel, ""]));
  const hasChannels = Object.keys(channels).length > 0;
  const config = {
    $schema: "./node_modules/paylint/dist/schemas/config.json",
    locale,
    ...(gateways.length > 0 && { gateways }),
    ...(hasChannels && { channels }),
  };
  const isConfigNew = await write(configFile, `${JSON.stringify(config, null, 2)}\n`);
  const manager = packageManagerOf(folder);
  if (ci === "github") await write(githubFile, githubWorkflow(manager));
  if (ci === "gitlab" && !(await write(gitlabFile, gitlabJob(manager)))) {
    await print(`${words.add[locale]}\n\n${gitlabJob(manager)}\n`);
  }
  if (has(packageFile)) await print(`${packageFile}: ${addScript(folder)[locale]}\n`);
  if (hasChannels && isConfigNew) {
    const list = Object.keys(channels).map((channel) => `  ${channel}\n`);
    await print(`${words.fill[locale]}\n${list.join("")}`);
  } else if (hasChannels) {
    const member = JSON.stringify({ channels }, null, 2).split("\n").slice(1, -1).join("\n");
    await print(`${configFile}: ${words.add[locale]}\n${member}\n`);
  }
  if (!has("node_modules/paylint")) {
    await print(`${words.install[locale]} ${manager.add} paylint\n`);
  }
  await print(`${words.next[locale]} npx paylint .\n`);
  await print(`${words.old[locale]} npx paylint baseline\n`);
}

/** The gateways that an answer names, or why it names none. */
function gatewaysIn(answer: string): string[] | Text {
  const names = answer.split(/[\s,]+/).filter((name) => name !== "");
  const unknown = names.find((name) => !gatewayNames.includes(name));
  if (unknown === undefined) return [...new Set(names)];
  return unknownName("gateway", unknown, gatewayNames).text;
}

/** Adds a script to the package's file; returns what came of it. */
function addScript(folder: string): Text {
  const file = join(folder, packageFile);
  const text = readFileSync(file, "utf8");
  const errors: ParseError[] = [];
  const { scripts } = parse(text, errors) ?? {};
  if (errors.length > 0) return words.broken;
  if (scripts !== undefined && Object.hasOwn(Object(scripts), "paylint")) return words.hasScript;
  const [, indentation = "  "] = /^([ \t]+)"/m.exec(text) ?? [];
  const edits = modify(text, ["scripts", "paylint"], "paylint .", {
    formattingOptions: {
      insertSpaces: !indentation.startsWith("\t"),
      tabSize: indentation.length,
      eol: text.includes("\r\n") ? "\r\n" : "\n",
    },
  });
  writeFileSync(file, applyEdits(text, edits));
  return words.script;
}
