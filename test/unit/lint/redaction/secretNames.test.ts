import { describe, expect, it } from "vitest";
import { normalized, secretNameTest } from "../../../../dist/lint/redaction/secretNames.js";

const { isName, isExactly } = secretNameTest(
  ["birth", "cvc", "pw", "pins", "card_number"],
  ["Earth"],
);

describe("A word names a secret", () => {
  it.each([
    ["that is a name", "birth"],
    ["whatever its case", "BIRTH"],
    ["whatever its separators", "__Card-number_"],
    ["without separators", "cardNumber"],
    ["that begins with a name", "birthOfOwner"],
    ["that ends with a name", "ownerBirth"],
    ["with a name in its middle", "theBirthDay"],
    ["with a name of two parts in its middle", "my_card_number_2"],
    ["with a name in capitals before another part", "myCVCCode"],
    ["with a name of two letters", "user_pw"],
    ["with a letter too many", "birrth"],
    ["with a letter too few", "birh"],
    ["with another letter", "borth"],
    ["with two letters swapped", "brith"],
    ["with another first letter", "virth"],
    ["with two mistakes in a name of five letters", "berthh"],
    ["with one mistake in a short name", "cvv"],
    ["with another first letter of a short name", "xvc"],
    ["of sixty letters", `birth_${"x".repeat(55)}`],
  ])("A word names a secret: %s: %s", (_name, word) => {
    expect(isName(word)).toBe(true);
    // What was decided before is remembered.
    expect(isName(word)).toBe(true);
  });

  it.each([
    ["that is listed as harmless", "earth"],
    ["that is listed as harmless, whatever its case", "EARTH"],
    ["with two mistakes and another first letter", "virthh"],
    ["with three mistakes", "berthhh"],
    ["with two mistakes in a short name", "cxx"],
    ["with two mistakes in a name of four letters", "pixx"],
    ["whose letters alone hold a name", "rebirths"],
    ["with the parts of a name that something parts", "cardOfANumber"],
    ["with the parts of a name the other way round", "numberCard"],
    ["of one letter", "p"],
    ["of more than sixty letters", `birth_${"x".repeat(56)}`],
    ["without letters", "__"],
  ])("A word names a secret, but none %s: %s", (_name, word) => {
    expect(isName(word)).toBe(false);
    expect(isName(word)).toBe(false);
  });

  it("A word names a secret, though a part of it is harmless", () => {
    expect(isName("earthBirth")).toBe(true);
  });
});

it.each([
  ["Card-Number", true],
  ["cardnumber", true],
  ["cardNumbr", false],
  ["myCardNumber", false],
  ["earth", false],
])("Only a name that is spelt right is exactly one: %s", (word, expected) => {
  expect(isExactly(word)).toBe(expected);
});

it("Spelling a name differently changes its case, and what is no letter or digit", () => {
  expect(normalized("_Card Nümber-1.가")).toBe("cardnümber1가");
});
