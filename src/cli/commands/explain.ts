import { UsageError } from "../../project/usageError.js";
import { rulesAnswered } from "../../rulesAnswered.js";
import type { Given } from "./index.js";

const words = {
  en: {
    seen: (text: string, where: string) => `“${text}” (seen: ${where})`,
    nothing: "No rule is known for this text. paylint rules <word> searches names of rules.",
  },
  ko: {
    seen: (text: string, where: string) => `“${text}” (출처: ${where})`,
    nothing:
      "이 메시지에 해당하는 규칙을 찾지 못했습니다. paylint rules <단어>로 규칙 이름을 검색할 수 있습니다.",
  },
};

/**
 * `paylint explain <text>`: the rules that an error message comes from.
 * @throws {UsageError} without a text
 */
export async function explain({ words: texts, locale, print }: Given): Promise<void> {
  if (texts.length === 0) {
    throw new UsageError({
      en: 'name the error message: paylint explain "…"',
      ko: '오류 메시지를 입력하세요: paylint explain "…"',
    });
  }
  const said = words[locale];
  const found = rulesAnswered(texts.join(" "));
  if (found.length === 0) return print(`${said.nothing}\n`);
  const parts = found.map(({ rule: { id, name, why }, answer }) =>
    [
      `${id}  ${name[locale]}`,
      `  ${why[locale]}`,
      ...(answer ? [`  ${said.seen(answer.text, answer.seen)}`] : []),
      `  npx paylint rules ${id}`,
      "",
    ].join("\n"),
  );
  await print(parts.join("\n"));
}
