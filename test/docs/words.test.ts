import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

interface Said {
  /** File and place, for whoever has to find it. */
  readonly where: string;
  readonly en: string;
  readonly ko: string;
}

const filesBelow = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

/** Every pair of texts in the tables. */
const said: readonly Said[] = filesBelow("schemas", ".yaml").flatMap((file) =>
  pairsIn(parse(readFileSync(file, "utf8")), file),
);

function pairsIn(value: unknown, where: string): Said[] {
  if (typeof value !== "object" || value === null) return [];
  const { en, ko } = value as Partial<Said>;
  const own = typeof en === "string" && typeof ko === "string" ? [{ where, en, ko }] : [];
  const inside = Object.entries(value).flatMap(([key, one]) => pairsIn(one, `${where} ${key}`));
  return [...own, ...inside];
}

const messages = said.filter(({ where }) =>
  /\b(?:message|messages \S+|elsewhere|hint|alsoWritten \S+)$/.test(where),
);
const ofRules = said.filter(({ where }) => where.startsWith("schemas/rules/"));
const titles = ofRules.filter(({ where }) => where.endsWith(" title"));

/** Every text of the program that has Korean in it, with what is put in as `{…}`. */
const spoken: readonly { where: string; ko: string }[] = [
  "cli",
  "guard",
  "lint",
  "lsp",
  "project",
  "validator",
]
  .flatMap((folder) => filesBelow(join("src", folder), ".ts"))
  .flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g)]
      .map(([literal]) =>
        literal.slice(1, -1).replaceAll(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, "{}"),
      )
      .filter((text) => /\p{Script=Hangul}/u.test(text))
      .map((ko) => ({ where: file, ko })),
  );

const shown = (list: readonly { where: string }[], text: (one: never) => string) =>
  list.map((one) => `${one.where}: ${text(one as never)}`);
const korean = (list: readonly { where: string; ko: string }[]) =>
  shown(list, ({ ko }: { ko: string }) => ko);
const english = (list: readonly { where: string; en: string }[]) =>
  shown(list, ({ en }: { en: string }) => en);

const sentences = (text: string) => text.split(/(?<=[.:])\s+/);

/** What reads as though paylint did it by itself: 추가합니다 for 추가해야 합니다 or 추가하세요. */
const statesTheRemedy =
  /(?:추가|제거|전달|확인|지정|수정|변경|설정|입력|요청|호출|조회|문의|사용)합니다(?:\([^)]*\))?\.?$|(?:바꿉|바로잡습|지웁|고칩|뺍|줄입|넣습|적습|붙입|나눕)니다\.?$/;
const isNoInstruction = (text: string) =>
  sentences(text).some((one) => statesTheRemedy.test(one) && !/[야] 합니다\.?$/.test(one));

describe("Korean", () => {
  test("The Korean text tells the reader what to do, and does not say that it is done", () => {
    expect(korean(messages.filter(({ ko }) => isNoInstruction(ko)))).toEqual([]);
    // The help says what an option does.
    const others = spoken.filter(({ where }) => !where.endsWith("helpTexts.ts"));
    expect(korean(others.filter(({ ko }) => isNoInstruction(ko)))).toEqual([]);
  });

  test("The Korean text states a rule as what must be", () => {
    const isStatement = ({ ko }: Said) =>
      /(?:추가|제거|전달|확인|지정|조회)합니다(?:\([^)]*\))?$/.test(ko);
    expect(korean(titles.filter(isStatement))).toEqual([]);
  });

  test("The Korean text has no particle behind what is filled in", () => {
    const particle =
      /(?<!\$)\{[^{}…\s]*\}["'`]?(?:은|는|이|가|을|를|과|와|으로|로|에|에서|에서는|에는|에게|의|도|만|이나|나|이고|인)(?=[\s.,)]|$)/;
    expect(korean(messages.filter(({ ko }) => particle.test(ko)))).toEqual([]);
    expect(korean(spoken.filter(({ ko }) => particle.test(ko)))).toEqual([]);
  });

  test("The Korean text uses one word for one thing", () => {
    const avoided =
      /사업자 번호|(?:숫자|결제|카드)이어야|검증 숫자|빌링 키|(?<!간편|정기)결제 창|[가-힣] \([가-힣A-Z]|없음입니다|\d만\s?원/;
    // The label of the parameter is the guide's own.
    const prose = said.filter(
      ({ where }) => !where.includes("/keys.yaml") && !/ (?:keys|sections) /.test(where),
    );
    expect(korean(prose.filter(({ ko }) => avoided.test(ko)))).toEqual([]);
    expect(korean(spoken.filter(({ ko }) => avoided.test(ko)))).toEqual([]);
  });

  test("The Korean text is Korean, but for names and keys", () => {
    const words = new Set(
      "a an and any are as at be by cannot does for given here in is it must no not of on only or that the this value when which with you".split(
        " ",
      ),
    );
    const isEnglish = ({ ko }: { ko: string }) =>
      ko
        .replaceAll(/`[^`]*`|\{[^{}]*\}|"[^"]*"|paylint [a-z]+|https?:\S+/g, "")
        .split(/[^A-Za-z._]+/)
        .filter((word) => words.has(word)).length > 1;
    expect(korean([...messages, ...ofRules].filter(isEnglish))).toEqual([]);
    expect(korean(ofRules.filter(({ ko }) => !/\p{Script=Hangul}/u.test(ko)))).toEqual([]);
  });
});

describe("English", () => {
  test("The English text has no quaint words and no inverted sentences", () => {
    const quaint =
      /\b(?:mend(?:s|ed)?|slips?\b(?! for)|anew|lest|hence|whence|thus|ought|beside|borne|urges?d?|nought|amiss|stands?|(?:Rew|W)rite it so|Do so|stays? shut|for ever|goes? without|[Tt]ake (?:it|them|\{path\}) out|knows? (?:no|neither|nothing)|says? nothing|tells? nothing|is none of|none of these|taken over|take(?:s|n)? it over|sort of (?:goods|receipt|gift)|means of payment|whole number|takes no|speaks? of)\b/;
    const allowed = ({ en }: Said) => en.replaceAll(/sales slips?/g, "");
    expect(english(said.filter((one) => quaint.test(allowed(one))))).toEqual([]);
  });

  test("The English text has no Korean", () => {
    const hangul = /\p{Script=Hangul}/u;
    const bare = (en: string) => en.replaceAll(/"[^"]*"|`[^`]*`|“[^”]*”/g, "");
    expect(english([...messages, ...titles].filter(({ en }) => hangul.test(bare(en))))).toEqual([]);
  });
});

describe("both languages", () => {
  const numbersIn = (text: string) =>
    new Set(
      text
        .replaceAll(/`[^`]*`|\{[^{}]*\}/g, "")
        .replaceAll(/(?<=\d),(?=\d{3})/g, "")
        .match(/(?<![\w#.-])\d+(?:\.\d+)?(?![\w%])/gu) ?? [],
    );

  test("Both languages give the same figures", () => {
    const spelled: Record<string, string> = { tenth: "10", eleventh: "11", July: "7" };
    "zero one two three four five six seven eight nine ten".split(" ").forEach((word, index) => {
      spelled[word] = String(index);
    });
    const differ = ({ en, ko }: Said) => {
      const inWords = (en.match(/\w+/g) ?? []).flatMap(
        (word) => spelled[word] ?? spelled[word.toLowerCase()] ?? [],
      );
      const inKorean = numbersIn(ko.replaceAll(/(\d+)분의 1/g, "$1"));
      const known = new Set([...numbersIn(en), ...inWords]);
      return (
        [...numbersIn(en)].some((one) => !inKorean.has(one)) ||
        [...inKorean].some((one) => !known.has(one))
      );
    };
    const bad = [...messages, ...ofRules].filter(differ);
    expect(bad.map(({ where, en, ko }) => `${where}: ${en} / ${ko}`)).toEqual([]);
  });

  test("Both languages fill in the same values", () => {
    const holes = (text: string) =>
      new Set(
        text
          .replaceAll(/\(\{label\}\)|\{(?:one|several):[^{}]*\}/g, "")
          .match(/(?<!\$)\{\/?[a-zA-Z][^{}\s]*\}/g) ?? [],
      );
    const differ = ({ en, ko }: Said) => {
      const [one, other] = [holes(en), holes(ko)];
      return [...one].some((hole) => !other.has(hole)) || [...other].some((hole) => !one.has(hole));
    };
    const bad = messages.filter(differ);
    expect(bad.map(({ where, en, ko }) => `${where}: ${en} / ${ko}`)).toEqual([]);
  });
});

test("There are words to look at", () => {
  expect(messages.length).toBeGreaterThan(400);
  expect(titles.length).toBeGreaterThan(250);
  expect(spoken.length).toBeGreaterThan(150);
});
