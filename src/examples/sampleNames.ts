import type { Locale } from "../validator/types.js";

/** Names in the samples of the tables, as a Korean shop has them. */
const korean: readonly (readonly [english: string, korean: string])[] = [
  ["Canvas tote bag", "캔버스 토트백"],
  ["Tote bag", "토트백"],
  ["Monthly plan", "월 정기 구독"],
  ["Coffee beans", "원두"],
  ["Out of stock", "재고 없음"],
];

/** A sample, as a text or as data, with the names of a language. */
export function namedIn<Sample>(locale: Locale, sample: Sample): Sample {
  if (locale === "en" || sample === undefined) return sample;
  const text = korean.reduce(
    (made, [english, own]) => made.replaceAll(english, own),
    JSON.stringify(sample),
  );
  return JSON.parse(text);
}
