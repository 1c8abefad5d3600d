import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { repository } from "../support/system.js";

interface Words {
  /** File and keys that lead to it. */
  readonly at: string;
  readonly en: string;
  readonly ko: string;
}

/** Every text of the tables that is in both languages. */
const words: Words[] = [];
const oneLanguage: string[] = [];
const schemas = join(repository, "schemas");
for (const file of readdirSync(schemas, { recursive: true, encoding: "utf8" })) {
  if (file.endsWith(".yaml"))
    collect(parse(readFileSync(join(schemas, file), "utf8"), { merge: true }), file);
}

function collect(value: unknown, at: string): void {
  if (typeof value !== "object" || value === null) return;
  const { en, ko } = value as { en?: unknown; ko?: unknown };
  if (typeof en === "string" && typeof ko === "string") words.push({ at, en, ko });
  else if (isText(at) && (typeof en === "string") !== (typeof ko === "string"))
    oneLanguage.push(at);
  for (const [key, below] of Object.entries(value)) collect(below, `${at} ${key}`);
}

/** Whether a place holds words, not a key whose meaning needs no name in the other language. */
function isText(at: string): boolean {
  return at.startsWith("rules/") || at.startsWith("codeRules");
}

const failing = (isWrong: (words: Words) => boolean, of = words) =>
  of.filter(isWrong).map(({ at, en, ko }) => `${at}: ${en} | ${ko}`);

const ofRules = words.filter(({ at }) => isText(at));
/** What a user is told to do. */
const instructions = ofRules.filter(({ at }) => / (?:messages?|fix)\b/.test(at));

describe("The words of the tables", () => {
  it("are in both languages", () => {
    expect(oneLanguage).toEqual([]);
    expect(words.length).toBeGreaterThan(3000);
  });

  it("have no Korean particle behind a placeholder, whose last letter is not known", () => {
    const particle = /\}(?:은|는|이|가|을|를|와|과|로|으로|라는)(?![가-힣])/;
    expect(failing(({ ko }) => particle.test(ko))).toEqual([]);
  });

  it("tell a Korean reader what to do as an instruction, not as a description", () => {
    const verbs = "추가|제거|수정|변경|확인|삭제|전달|지정|입력|생략|교체";
    const plain = new RegExp(`(?:(?:${verbs})합니다|(?:바꿉|지웁|고칩|넣습|뺍|둡)니다)\\.?$`);
    expect(failing(({ ko }) => plain.test(ko), instructions)).toEqual([]);
  });

  it("are plain modern English", () => {
    const quaint =
      /\b(?:mend|slip|anew|thereof|wherein|whilst|hereby|rewrite it so|take (?:it|them|\{path\}) out|stands?(?! for| in for))\b/i;
    expect(failing(({ en }) => quaint.test(en), ofRules)).toEqual([]);
  });

  it("have in Korean the numbers that they have in English", () => {
    const numbers = (text: string): readonly string[] =>
      text.replaceAll(/\bV[12]\b|(?<=\d),(?=\d{3})/g, "").match(/(?<![\w.{])\d{2,}(?![\w.-])/g) ??
      [];
    const inKorean = ({ ko }: Words) =>
      numbers(
        ko
          .replaceAll(/(\d+)만\s?원/g, (_, much) => `${much}0000 원`)
          .replaceAll(/(?<=\d)[가-힣]/g, " "),
      );
    const isMissing = (one: Words) => {
      const korean = inKorean(one);
      return numbers(one.en).some((number) => !korean.includes(number));
    };
    expect(failing(isMissing, ofRules)).toEqual([]);
  });
});
