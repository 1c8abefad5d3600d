import { describe, expect, it } from "vitest";
import { type Answer, Answers } from "../../../../dist/extract/program/answers.js";
import type { RequestSite } from "../../../../dist/extract/program/calls.js";
import type { CallExpression } from "../../../../dist/extract/program/model.js";
import type { Value } from "../../../../dist/extract/program/values.js";
import { Servers } from "../../../../dist/extract/program/webhooks/servers.js";
import { readPython } from "../../../../dist/extract/python/read.js";
import type { ReadOptions } from "../../../../dist/extract/reader.js";
import { apis } from "../../../../dist/generated/apis.js";
import { readBy } from "../shownPayload.js";
import { argument, value } from "./running.js";

const asked = {
  v1: 'requests.get(f"https://api.iamport.kr/payments/{uid}").json()',
  v2: 'requests.get(f"https://api.portone.io/payments/{uid}").json()',
};

/** What is told of code that reads an answer `p`, with the stretch that it is told of. */
function told(answer: string, lines: readonly string[], options: Partial<ReadOptions> = {}) {
  const text = [
    "import json, requests",
    "def f(uid, given, n: int, s: str):",
    `    p = ${answer}`,
    ...lines.map((line) => `    ${line}`),
    "",
  ].join("\n");
  return readBy(readPython, text, { apis, ...options })
    .facts.filter(({ what }) => what !== "rest-authorization")
    .map(({ what, value, terms, span }) =>
      [what, value, ...Object.values(terms ?? {}), `at ${text.slice(...span)}`].join(" "),
    );
}

describe("What is wrong with the reading of an answer is told", () => {
  it.each<[name: string, version: "v1" | "v2", lines: string[], ...facts: string[]]>([
    ["a field beside its envelope", "v1", ['p["status"]'], 'envelope v1 status status at "status"'],
    [
      "a field of an envelope that there is not",
      "v2",
      ['p["response"]["status"]'],
      'envelope v2 response response at "status"',
    ],
    [
      "a field of the other version",
      "v2",
      ['p["imp_uid"]'],
      'foreign-payment v2 imp_uid imp_uid at "imp_uid"',
    ],
    [
      "a field of the other version by a method",
      "v2",
      ['p.get("imp_uid", 1)'],
      'foreign-payment v2 imp_uid imp_uid at "imp_uid"',
    ],
    [
      "a field of the other version in the envelope",
      "v1",
      ['q = p["response"]', 'q["paymentId"]', 'q["status"]'],
      'foreign-payment v1 paymentId paymentId at "paymentId"',
    ],
    [
      "a field of the other version that is below another",
      "v1",
      ['p["response"]["amount"]["total"]'],
      'foreign-payment v1 amount.total amount.total at "total"',
    ],
    [
      "two fields of the other version",
      "v2",
      ['p["imp_uid"]', 'p["merchant_uid"]'],
      'foreign-payment v2 imp_uid imp_uid at "imp_uid"',
      'foreign-payment v2 merchant_uid merchant_uid at "merchant_uid"',
    ],
    [
      "a status in small letters",
      "v2",
      ['p["status"] == "paid"'],
      'status-case v2 paid PAID at "paid"',
    ],
    ["a status before it", "v2", ['"Paid" == p["status"]'], 'status-case v2 Paid PAID at "Paid"'],
    [
      "a status in capital letters",
      "v1",
      ['p["response"]["status"] == "PAID"'],
      'status-case v1 PAID paid at "PAID"',
    ],
    [
      "an object beside a number",
      "v2",
      ['p["amount"] == 1000'],
      'object-compared v2 amount amount at "amount"',
    ],
    [
      "an object beside a declared number",
      "v2",
      ['p["amount"] == n'],
      'object-compared v2 amount amount at "amount"',
    ],
    [
      "an object beside what may be a number",
      "v2",
      ['p["amount"] == given'],
      'object-compared v2 amount amount at "amount"',
    ],
    ["a field that its text has", "v2", ["q = json.loads(json.dumps(p))"]],
  ])(
    "What is wrong with the reading of an answer is told: %s",
    (_name, version, lines, ...facts) => {
      expect(told(asked[version], lines)).toEqual(facts);
    },
  );
  it("What is wrong with an answer is told where its text is parsed", () => {
    const text = 'requests.get(f"https://api.portone.io/payments/{uid}").text';
    expect(told(text, ["q = json.loads(p)", 'q["imp_uid"]'])).toEqual([
      'foreign-payment v2 imp_uid imp_uid at "imp_uid"',
    ]);
  });
  it.each([
    ["a field beside the envelope that belongs there", asked.v1, ['p["code"]']],
    ["a field of the envelope", asked.v1, ['p["response"]["status"] == "paid"']],
    ["a field of the payment", asked.v2, ['p["status"] == "PAID"', 'p["card"]["name"]']],
    [
      "a status that is none",
      asked.v2,
      ['p["status"] == "other"', 'p["method"] == "paid"', 'p["status"] == None'],
    ],
    [
      "an object beside a text",
      asked.v2,
      ['p["amount"] == "1"', 'p["amount"] == s', 'p["amount"] == None'],
    ],
    ["a number beside a number", asked.v2, ['p["amount"]["total"] == 1000']],
    ["a key that is not known", asked.v2, ["p[given]"]],
    ["a method that reads nothing", asked.v2, ['p.other("imp_uid")']],
    [
      "the answer of another service",
      'requests.get("https://other.example/payments/1").json()',
      ['p["status"]', 'p["imp_uid"]'],
    ],
    [
      "the answer to another request",
      'requests.get("https://api.portone.io/payments").json()',
      ['p["imp_uid"]', 'p["status"] == "paid"'],
    ],
    ["another value", "given", ['p["imp_uid"]', 'p["status"] == "paid"']],
  ])("Nothing is told of %s", (_name, answer, lines) => {
    expect(told(answer as string, lines as string[])).toEqual([]);
  });
  it.each([true, false])("What is told says whether it is of a sample: %s", (isSample) => {
    const text = `import requests\ndef f(uid):\n    p = ${asked.v2}\n    p["imp_uid"]\n    p["status"] == "paid"\n`;
    const { facts } = readBy(readPython, text, { apis, isSample });
    const found = facts.filter(({ what }) => /foreign|status/.test(what));
    expect(found.map((one) => one.isSample)).toEqual([isSample, isSample]);
  });
});

describe("What a call gives of an answer is known", () => {
  const servers = new Servers(
    [{ language: "java", reads: ["get"], compares: ["equals"], converts: ["trim"], raw: ["text"] }],
    "java",
    [],
  );
  const name = (text: string) => ({ is: "name", name: text, span: [0, 1] }) as const;
  const callOf = (text: string): CallExpression => ({
    is: "call",
    callee: name(text),
    arguments: [],
    list: [5, 7],
    span: [4, 7],
  });
  const asked = callOf("send");
  const request = {
    is: "request",
    node: asked,
    span: [4, 7],
    method: "get",
    address: value("https://api.portone.io/payments/p"),
    body: undefined,
    isForm: undefined,
  } as const satisfies RequestSite;
  const answer: Answer = { of: request, keys: [], readAt: [4, 7] };
  const answered = (keys: string[] = [], at = 20): Value => ({
    ...value("x", at),
    answer: { ...answer, keys, readAt: [at, at + 1] },
  });

  /** What is told where an answer and another value are handed to a call. */
  function compared(text: string, receiver: Value | undefined, ...args: Value[]) {
    const answers = new Answers(servers);
    const given = args.map((one) => argument(one));
    expect(answers.given(callOf(text), receiver, given)).toBeUndefined();
    return answers
      .facts(
        { apis, isSample: false, isReceived: () => true },
        () => request.address.known as string,
      )
      .map(({ what, span }) => `${what} at ${span[0]}`);
  }

  it("The call that sends a request gives its answer, once", () => {
    const answers = new Answers(servers);
    answers.send(request);
    expect(answers.given(asked, undefined, [])).toEqual(answer);
    expect(answers.given(asked, undefined, [])).toBeUndefined();
  });

  it("A call that is not the one that sends a request gives none of its answer", () => {
    const answers = new Answers(servers);
    answers.send(request);
    expect(answers.given(callOf("other"), undefined, [])).toBeUndefined();
    expect(answers.given(asked, undefined, [])).toBeUndefined();
  });

  it("A client's call has no answer that is known", () => {
    const answers = new Answers(servers);
    answers.send({
      is: "client",
      node: asked,
      span: [4, 7],
      name: "pay",
      kinds: [],
      body: undefined,
    });
    expect(answers.given(asked, undefined, [])).toBeUndefined();
  });

  const paid = value("paid", 30);
  it.each<[name: string, receiver: Value | undefined, args: Value[], facts: string[]]>([
    ["with its argument", answered(["status"]), [paid], ["status-case at 30"]],
    ["as its argument", paid, [answered(["status"])], ["status-case at 30"]],
    ["as one of two arguments", value(1), [answered(["status"]), paid], ["status-case at 30"]],
    ["as the other of two", undefined, [paid, answered(["status"])], ["status-case at 30"]],
    ["with nothing", answered(["status"]), [], []],
    ["with what nothing is called on", undefined, [answered(["status"])], []],
    ["as an amount", value(5, 40), [answered(["amount", "total"])], ["amount-received at 40"]],
    ["as a whole", value(5, 40), [answered()], []],
  ])("A call compares an answer %s", (_name, receiver, args, facts) => {
    expect(compared("equals", receiver, ...args)).toEqual(facts);
  });

  it("Only an answer with a payment in it is judged", () => {
    const judged = (method: string, address: string | undefined, keys: string[]) => {
      const answers = new Answers(servers);
      const of = { ...request, method };
      answers.compare({ ...value("x"), answer: { ...answer, of, keys } }, value(5, 40));
      const context = { apis, isSample: false, isReceived: () => true };
      return answers.facts(context, () => address).map((one) => [one.what, one.value]);
    };
    const payment = "https://api.portone.io/payments/p";
    expect(judged("get", payment, ["amount", "total"])).toEqual([["amount-received", ""]]);
    expect(judged("post", payment, ["amount", "total"])).toEqual([]);
    expect(judged("get", `${payment}/other`, ["amount", "total"])).toEqual([]);
    expect(judged("get", undefined, ["amount", "total"])).toEqual([]);
  });

  it.each<[name: string, receiver: Value | undefined, args: Value[], keys: string[] | undefined]>([
    ["get", answered(["a"]), [value("b", 9)], ["a", "b"]],
    ["get", answered(["a"]), [value(0, 9)], undefined],
    ["get", answered(["a"]), [], undefined],
    ["get", undefined, [answered(["a"])], undefined],
    ["trim", answered(["a"]), [], ["a"]],
    ["trim", undefined, [answered(["a"])], ["a"]],
    ["trim", answered(["a"]), [answered(["b"])], ["a"]],
    ["trim", undefined, [], undefined],
    ["text", answered(["a"]), [], ["a"]],
    ["other", answered(["a"]), [value("b")], undefined],
  ])("What %s gives of an answer is known", (text, receiver, args, keys) => {
    const given = args.map((one) => argument(one));
    expect(new Answers(servers).given(callOf(text), receiver, given)?.keys).toEqual(keys);
  });
});
