import { migratePayload } from "../index.js";
import type { SourceMigration, SourceOptions } from "./rewriting.js";

const words = {
  several: {
    en: "one payload of V1 becomes several of V2, which need files of their own",
    ko: "V1 페이로드 하나가 V2 페이로드 여러 개가 되므로 파일을 나누어야 합니다",
  },
  comments: {
    en: "it is no plain JSON (it has comments, or is YAML), and rewriting it would lose what it says",
    ko: "주석이 있거나 YAML이어서 다시 쓰면 내용이 사라지므로 그대로 두었습니다",
  },
  moved: { en: "{from} is now {to}", ko: "{from}을(를) {to}(으)로 옮겼습니다" },
  name: {
    en: "the file's name still says the kind of V1",
    ko: "파일 이름은 아직 V1 종류를 뜻합니다",
  },
} as const;

/** Rewrites a file that is one payload of a kind in JSON. Others are left as they were. */
export function migrateData(
  text: string,
  kind: string,
  { gateway, locale }: SourceOptions,
): SourceMigration {
  const result: SourceMigration = { edits: [], done: [], decide: [], untouched: [] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    result.untouched.push({ at: 0, message: words.comments[locale] });
    return result;
  }
  const { payloads, decide } = migratePayload(kind, value, {
    locale,
    ...(gateway !== undefined && { gateway }),
  });
  const [only, ...others] = payloads;
  if (!only || others.length > 0) {
    result.untouched.push({
      at: 0,
      message: only ? words.several[locale] : (decide[0]?.why ?? kind),
    });
    return result;
  }
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? (text.includes("\n") ? "  " : undefined);
  const end = /\s*$/.exec(text)?.[0] ?? "";
  result.edits.push({
    start: 0,
    end: text.length,
    text: JSON.stringify(only.payload, null, indent) + end,
  });
  result.done.push({
    at: 0,
    message: words.moved[locale].replace("{from}", kind).replace("{to}", only.kind),
  });
  for (const { from, path, why } of decide) {
    const where = [from, path].filter((one) => one !== undefined).join(" → ");
    result.decide.push({ at: 0, message: where === "" ? why : `${where}: ${why}` });
  }
  result.decide.push({ at: 0, message: words.name[locale] });
  return { ...result, kind: only.kind };
}
