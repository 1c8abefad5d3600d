import { describe, expect, it } from "vitest";
import { isSecretText, type SecretsInCode, secretLiteral } from "../../../src/extract/secrets.js";

const secret = "aB3dE5gH7jK9mN1pQ3sT";

describe("A text is a secret by its form", () => {
  it.each([
    secret,
    `${secret}xY9/=+-_`,
    "abcdefghijklmnopqrs1",
    "00000000000000000001",
    `${secret}xxxxxY`,
    `${secret}**`.replace("**", "Z2"),
  ])("The text %s is a secret by its form", (text) => {
    expect(isSecretText(text)).toBe(true);
  });
  it.each([
    ["too short", "aB3dE5gH7jK9mN1pQ3s"],
    ["without a digit", "abcdefghijklmnopqrstuvwx"],
    ["with a blank", `${secret} ${secret}`],
    ["with a sign that none has", `${secret}!`],
    ["with a sign before it", `!${secret}`],
    ...["your", "example", "placeholder", "sample", "dummy", "change", "test_", "YOUR"].map(
      (word) => [`with the word ${word}`, `${secret}${word}1`],
    ),
    ["with one letter six times", `${secret}xxxxxx1`],
    ["that ends in here", `${secret}_here`],
    ["that ends in here, without a stroke", `${secret}HERE`],
  ])("A text %s is no secret by its form", (_name, text) => {
    expect(isSecretText(text as string)).toBe(false);
  });
  it("A text that has the word here within it is a secret by its form", () => {
    expect(isSecretText(`there${secret}`)).toBe(true);
  });
});

describe("A secret that is written out is told", () => {
  const tables = { published: ["pub-1", "pub-2"] } as unknown as SecretsInCode;
  it.each([
    ["pub-1-abc", "published"],
    ["pub-2-abc", "published"],
    ["my-pub-1", "own"],
    ["abc", "own"],
  ])("The secret %s is told as %s", (text, value) => {
    expect(secretLiteral(text, [3, 9], tables)).toEqual({
      what: "secret-literal",
      value,
      span: [3, 9],
      isSample: false,
      isSecret: true,
    });
  });
});
