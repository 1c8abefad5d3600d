import { describe, expect, it } from "vitest";
import { parse } from "../../../../dist/extract/javascript/syntax/parse.js";
import { readProgram } from "../../../../dist/extract/program/read.js";
import { readPython } from "../../../../dist/extract/python/read.js";
import type { ReadOptions } from "../../../../dist/extract/reader.js";
import { apis } from "../../../../dist/generated/apis.js";
import { callKinds } from "../../../../dist/generated/callKinds.js";
import { sdks } from "../../../../dist/generated/sdks.js";
import { secretsInCode } from "../../../../dist/generated/secretsInCode.js";
import { tooDeep } from "../../../../src/extract/nesting.js";
import { payloadsBy, readBy } from "../shownPayload.js";

const options: ReadOptions = {
  ...{ ending: ".py", parser: parse, kinds: callKinds, sdks, apis, secrets: secretsInCode },
};

/** What is read of a text in a language of which lowering a text does this. */
const readLowering = (text: string, lower: () => void) =>
  readProgram(
    text,
    {
      ...{ name: "python", syntax: "python", codeOf: (all) => all },
      rules: { membersAreVisible: false, assigningDeclares: true, isValue: () => false },
      library: {
        call: () => undefined,
        member: () => undefined,
        leavesArguments: () => true,
      },
      programOf: () => {
        lower();
        return { statements: [], imports: [] };
      },
    },
    options,
  );

describe("A text is lowered only where a word in it may be of payments", () => {
  const isLowered = (text: string) => {
    let isDone = false;
    readLowering(text, () => {
      isDone = true;
    });
    return isDone;
  };
  it.each([
    ["the path of a request", "payments/cancel"],
    ["a class of a client of PortOne", "IamportClient"],
    ["a method of a client of PortOne", "cancel_payment"],
    ["the name of a secret", "IAMPORT_API_SECRET"],
    ["a key under which a secret is sent", "apiSecret"],
    ["another key under which a secret is sent", "imp_secret"],
    ["the word before a secret", `"PortOne " + key`],
    ["the host of an API", "api.iamport.kr"],
    ["a key of a webhook, in any spelling", "getImpUid"],
    ["a key of a webhook, in capital letters", "MERCHANT_UID"],
    ["what verifies a webhook", "webhookverifier"],
  ])("A text is lowered that has %s", (_name, text) => {
    expect(isLowered(text)).toBe(true);
  });
  it.each([
    ["nothing of payments", "print(1)"],
    ["the word before a secret without a blank", "PortOneShop"],
  ])("A text is not lowered that has %s", (_name, text) => {
    expect(isLowered(text)).toBe(false);
  });
});

describe("A text that cannot be lowered is told of", () => {
  it("A text is told of whose code is nested deeper than the stack", () => {
    const { unparsable, ...others } = readLowering("api.iamport.kr", () => {
      throw new RangeError("Maximum call stack size exceeded");
    });
    expect(unparsable).toEqual([{ span: [0, 1], reason: tooDeep }]);
    expect(Object.values(others).flat()).toEqual([]);
  });

  it("A fault of the program is no fault of the text", () => {
    const fault = new TypeError("not a function");
    expect(() =>
      readLowering("api.iamport.kr", () => {
        throw fault;
      }),
    ).toThrow(fault);
  });
});

describe("A secret that is written out is told where it stands", () => {
  const secret = "aB3dE5gH7jK9mN1pQ3sT";
  const written = (text: string, more: Partial<ReadOptions> = {}) => {
    const { facts, secrets } = readBy(readPython, text, { secrets: secretsInCode, ...more });
    const at = (span: readonly [number, number]) => text.slice(...span);
    return {
      told: facts.flatMap(({ what, span }) => (what === "secret-literal" ? [at(span)] : [])),
      hidden: [...new Set(secrets.map(at))],
    };
  };
  const token = (value: string, before = "") => `import requests
${before}
requests.post("https://api.iamport.kr/users/getToken", json={"imp_key": "k", "imp_secret": ${value}})
`;

  it.each([
    ["under its key", token(`"${secret}"`), [`"${secret}"`], [`"${secret}"`]],
    ["in a variable", token("S", `S = "${secret}"`), [`"${secret}"`], [`"${secret}"`]],
    [
      "in a function",
      token("s()", `def s():\n    return "${secret}"`),
      [`"${secret}"`],
      [`"${secret}"`],
    ],
    ["as what is no secret by its form", token(`"secret"`), [], [`"secret"`]],
    ["as a number", token(secret.replaceAll(/\D/g, "1")), [], [secret.replaceAll(/\D/g, "1")]],
    [
      "in two parts, and whole in a comment",
      token(`"aB3dE5gH7j" + "K9mN1pQ3sT"`, `# ${secret}`),
      [],
      [`"aB3dE5gH7j"`, `"K9mN1pQ3sT"`],
    ],
    [
      "behind the word that PortOne reads",
      `H = {"Authorization": "PortOne ${"a".repeat(40)}"}`,
      [`"PortOne ${"a".repeat(40)}"`],
      [`"PortOne ${"a".repeat(40)}"`],
    ],
    [
      "behind that word, where nobody could use it",
      `H = {"Authorization": "PortOne ${"a".repeat(39)}"}`,
      [],
      [`"PortOne ${"a".repeat(39)}"`],
    ],
  ])("A secret that is written out is told where it stands: %s", (_name, text, told, hidden) => {
    expect(written(text)).toEqual({ told, hidden });
  });

  it("A secret in a sample is none, but hidden", () => {
    expect(written(token(`"${secret}"`), { isSample: true })).toEqual({
      told: [],
      hidden: [`"${secret}"`],
    });
  });

  it("A text is no secret behind a word that no table names", () => {
    const text = `H = {"Authorization": "PortOne a"}\nimp_uid = "b"`;
    expect(written(text, { apis })).toEqual({ told: [], hidden: [`"PortOne a"`] });
    expect(written(text, { apis, kinds: [] })).toEqual({ told: [], hidden: [] });
  });
});

it("A payload of a sample that leaves something out may hold more", () => {
  const payloads = (comment: string, isSample: boolean) =>
    payloadsBy(
      readPython,
      `import requests
${comment}
requests.post("https://api.iamport.kr/payments/cancel", json={"imp_uid": "a"})
requests.post("https://api.iamport.kr/subscribe/payments/again")
`,
      { isSample },
    );
  expect(payloads("# ...", true)).toEqual([`{ imp_uid: "a", … }`, "nothing"]);
  expect(payloads("# ...", false)).toEqual([`{ imp_uid: "a" }`, "nothing"]);
  expect(payloads("# cancels a payment", true)).toEqual([`{ imp_uid: "a" }`, "nothing"]);
});
