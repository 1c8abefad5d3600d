import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { escapeControls } from "../../../dist/validator/mask.js";
import { isSecretValue, maskCardNumbers, maskSecret } from "../../../src/validator/mask.js";
import { isCardNumber, notCardNumber } from "../../../src/validator/predicates/cardNumber.js";

describe("maskCardNumbers", () => {
  test.each([
    ["4111111111111111", "****************"],
    ["4111-1111-1111-1111", "****-****-****-****"],
    ["card 4111 1111 1111 1111, 2 months", "card **** **** **** ****, 2 months"],
    ["4111111111111111 100", "**************** ***"],
    ["7 4111 1111 1111 1111", "* **** **** **** ****"],
    ["378282246310005", "***************"],
    ["4111_1111_1111_1111", "****_****_****_****"],
    ["4111\u00a01111\u00a01111\u00a01111", "****\u00a0****\u00a0****\u00a0****"],
    ["4111 - 1111   1111 -1111", "**** - ****   **** -****"],
    ["4111-1111-1111-1111n", "****-****-****-****n"],
    ["630400000000000001 8", "****************** *"],
    ["4111111111111111 and 4539578763621486", "**************** and ****************"],
    ["4111111111111111n", "****************n"],
    ["4111+1111+1111+1111", "****+****+****+****"],
    ["a\\n4111111111111111", "a\\n****************"],
    ["카드4111111111111111입니다", "카드****************입니다"],
  ])("maskCardNumbers hides the number in %j", (text, masked) => {
    expect(maskCardNumbers(text)).toBe(masked);
  });
  test.each([
    "010-1234-5678",
    "4111111111111112",
    "order_id_4111111111111111",
    "order4111111111111111",
    "4111111111111111px",
    "4111-1111-1111-1111px",
    "4111111111111111n1",
    "4111111111111111name",
    "1_4111111111111111",
    "4111    1111    1111    1111",
    "order-1667634130160",
    "1234567812345670",
    "8111111111111114",
    "2100000000000005",
    "411111111116",
    "41111111111111111115",
  ])("maskCardNumbers leaves %s, which is no card number", (text) => {
    expect(maskCardNumbers(text)).toBe(text);
  });
  it("maskCardNumbers hides no order number made of the time until 2033", () => {
    const time = fc.integer({ min: 1_400_000_000_000, max: 1_999_999_999_999 });
    fc.assert(
      fc.property(fc.constantFrom("order-", "order_id_", "ORD"), time, (prefix, now) => {
        expect(maskCardNumbers(`${prefix}${now}`)).toBe(`${prefix}${now}`);
      }),
    );
  });
  it("maskCardNumbers keeps the length of every text, and is done after one pass", () => {
    const text = fc.string({ unit: fc.constantFrom(..."0123456789 -_x"), maxLength: 80 });
    fc.assert(
      fc.property(text, (value) => {
        const masked = maskCardNumbers(value);
        expect(masked).toHaveLength(value.length);
        expect(maskCardNumbers(masked)).toBe(masked);
      }),
    );
  });
});

describe("a card number", () => {
  const digits = fc
    .tuple(fc.constantFrom("22", "27", "3", "4", "5", "6", "9"), fc.integer({ min: 12, max: 18 }))
    .chain(([begin, length]) =>
      fc
        .string({
          unit: fc.constantFrom(..."0123456789"),
          minLength: length - begin.length,
          maxLength: length - begin.length,
        })
        .map((rest) => begin + rest),
    );
  const withCheckDigit = digits.map(
    (body) => [..."0123456789"].map((last) => body + last).find(isCardNumber) as string,
  );
  it("A card number is the same to the rule and to the mask", () => {
    fc.assert(
      fc.property(withCheckDigit, fc.constantFrom("", " ", "-"), (number, separator) => {
        const written = number.replace(/(....)(?=.)/g, `$1${separator}`);
        expect(notCardNumber(written)).toBe(false);
        expect(maskCardNumbers(written)).toBe(written.replace(/[0-9]/g, "*"));
      }),
    );
  });
  it("A card number is hidden however its digits are grouped, and beside other numbers", () => {
    const gap = fc.constantFrom("", "", "", " ", "-", "  ", " - ");
    const around = fc.constantFrom("", "7 ", "12-", " 3", "-100");
    fc.assert(
      fc.property(withCheckDigit, fc.array(gap), around, around, (number, gaps, before, after) => {
        const digits = [...number].map((one, at) => (at > 0 ? (gaps[at] ?? "") : "") + one);
        const written = `${/\d[ -]$/.test(before) ? before : ""}${digits.join("")}${/^[ -]/.test(after) ? after : ""}`;
        expect(maskCardNumbers(written)).toBe(written.replace(/[0-9]/g, "*"));
      }),
      { numRuns: 500 },
    );
  });
  it("A card number has one check digit", () => {
    fc.assert(
      fc.property(digits, (body) => {
        const valid = [..."0123456789"].filter((last) => isCardNumber(body + last));
        expect(valid).toHaveLength(1);
      }),
    );
  });
  it("A card number can be one that is meant alone, or one that is not meant", () => {
    const listed = ["4242424242424242"];
    expect(notCardNumber("4242-4242 4242-4242", { only: listed })).toBe(false);
    expect(notCardNumber("4242 4242 4242 4242", { except: listed })).toBe(true);
    expect(notCardNumber("4111111111111111", { only: listed })).toBe(true);
    expect(notCardNumber("4111111111111111", { except: listed })).toBe(false);
    expect(notCardNumber("4111111111111111!")).toBe(true);
    expect(notCardNumber(" -4111111111111111- ")).toBe(false);
    expect(notCardNumber(4111111111111111)).toBe(true);
  });
});

describe("maskSecret", () => {
  test.each([
    ["5353-9797-1313-8686", "****-****-****-****"],
    ["77-11 22", "**-** **"],
    ["1", "*"],
    ["", ""],
    ["a1B2", "****"],
    ["９００１０１", "******"],
    ["sk_live-x", "**_****-*"],
    ["900101호", "******호"],
    ["９００１０１호", "******호"],
    ["𝟙𝟚", "****"],
    [" secret", " ******"],
    ["secret\n", "******\n"],
  ])("maskSecret shows %j as %j", (value, masked) => expect(maskSecret(value)).toBe(masked));
  test.each([
    "YYYY-MM",
    "YYMMDD",
    "NN",
    "XXXX-XXXX-XXXX-XXXX",
    "yyyy.mm",
    "${card.birth}",
    "{생년월일}",
    "<card number>",
    "the card's number",
    "카드번호",
  ])("maskSecret shows the placeholder %s", (value) => {
    expect(isSecretValue(value)).toBe(false);
    expect(maskSecret(value)).toBe(value);
  });
  it("maskSecret shows the form of a value with a digit, and nothing else of it", () => {
    const character = fc.constantFrom(..."0aZ- .가");
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 20 }), (value) => {
        const other = `${value}1`.replaceAll("0", "7").replaceAll("a", "q").replaceAll("Z", "B");
        expect(maskSecret(other)).toBe(maskSecret(`${value}9`));
      }),
    );
  });
});

describe("Control characters", () => {
  it("Control characters are shown as escape sequences", () => {
    expect(escapeControls("a\u001b[2J\n\u202e가")).toBe("a\\u001b[2J\\u000a\\u202e가");
  });
  it("Control characters are escaped from the first to the last of each range, and nothing beside them is", () => {
    const ranges = [
      ...[
        [0x00, 0x1f],
        [0x7f, 0x9f],
        [0x61c, 0x61c],
        [0x200b, 0x200f],
        [0x2028, 0x202e],
      ],
      ...[
        [0x2066, 0x2069],
        [0xfeff, 0xfeff],
      ],
    ] as [number, number][];
    const wrong: string[] = [];
    for (let code = 0; code <= 0xffff; code++) {
      const character = String.fromCharCode(code);
      const isEscaped = ranges.some(([first, last]) => code >= first && code <= last);
      const escaped = `\\u${code.toString(16).padStart(4, "0")}`;
      if (escapeControls(character) !== (isEscaped ? escaped : character)) wrong.push(escaped);
    }
    expect(wrong).toEqual([]);
  });
});
