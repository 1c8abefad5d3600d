import { describe, expect, it } from "vitest";
import { sampleText } from "../../../dist/extract/sample.js";
import { Unknown } from "../../../dist/validator/unknown.js";
import { shown } from "./shownPayload.js";

const known = (text: string): string => {
  const value = sampleText(text);
  if (!(value instanceof Unknown)) return JSON.stringify(value);
  return `${value.source} ${value.types?.join("|")} ${value.text === undefined ? "" : shown({ value, children: new Map(), duplicateKeys: [], span: [0, 0] })}`.trim();
};
const any = "string|number|boolean|object|array|null";

describe("A text of a sample is known as far as it is no placeholder", () => {
  it.each([
    ["a", `"a"`],
    ["1000", `"1000"`],
    ["$AMOUNT", `"…" ${any}`],
    ["${AMOUNT}", `"…" ${any}`],
    ["{{ amount }}", `"…" ${any}`],
    ["$A$B", `"……" ${any}`],
    ["order-$ID", `"order-…" string ?:string "order-…"`],
    ["{{a}}-1", `"…-1" string ?:string "…-1"`],
    ["$1", `"$1"`],
    ["a$", `"a$"`],
    ["생년월일 6자리", `"…" ${any}`],
    ["EUC 형식", `"EUC 형식"`],
    ["날짜 형식", `"…" ${any}`],
    ["머그컵", `"머그컵"`],
    ["6자리", `"6자리"`],
    ["카드 번호\n6자리", `"카드 번호\\n6자리"`],
  ])("The text %j of a sample is known as %s", (text, value) => {
    expect(known(text)).toBe(value);
  });
});
