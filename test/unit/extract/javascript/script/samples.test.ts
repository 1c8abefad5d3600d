import { describe, expect, it } from "vitest";
import { isOpen, Unknown } from "../../../../../src/validator/unknown.js";
import { payloadIn, read, valueAt } from "../reading.js";

const sample = { isSample: true };
const pay = (properties: string) => `IMP.request_pay({ ${properties} });`;

describe("In a sample a placeholder is a text that is not known", () => {
  it.each([
    "{URL to return to}",
    "<your key>",
    "YYYYMMDD",
    "YYYY-MM",
    "YYYY-MM-DD HH:NN",
    "결제 완료 후 이동할 주소",
    "결제 마감일(YYYYMMDD)",
    "주문 번호",
    "고객사 URL",
    "발급받은 채널 키",
    "URL to return to after payment",
    "your order number",
    "your-channel-key",
    "card or trans",
    "imp_xxxxxxxx",
    "https://...",
  ])("A placeholder in a sample is a text that is not known: %s", (text) => {
    const code = pay(`m_redirect_url: "${text}"`);
    const { value } = valueAt(code, "/m_redirect_url", sample);
    expect(value).toBeInstanceOf(Unknown);
    expect((value as Unknown).types).toEqual(["string"]);
    expect(valueAt(code, "/m_redirect_url").value).toBe(text);
  });

  it.each([
    "Bag",
    "김하늘",
    "노르웨이 회전 의자",
    "Canvas tote bag",
    "ksnet.2999199999",
    "card",
    "2031-01",
    "https://shop.example/done",
    "04524",
  ])("A text in a sample that is no placeholder is known: %s", (text) => {
    expect(valueAt(pay(`name: "${text}"`), "/name", sample).value).toBe(text);
  });

  it("What is beside a placeholder stays known", () => {
    const { value } = valueAt(pay('pg: "ksnet.{your shop id}"'), "/pg", sample);
    expect((value as Unknown).text).toBe("ksnet.\ue000");
  });

  it("A placeholder in a template is a text that is not known", () => {
    const { value } = valueAt(pay("pg: `ksnet.{your shop id}`"), "/pg", sample);
    expect((value as Unknown).text).toBe("ksnet.\ue000");
  });
});

describe("In a sample an object with a comment that leaves keys out is open", () => {
  it.each([
    "// ...\namount: 1",
    "/* ... */ amount: 1",
    "amount: 1, // ...\n",
    "amount: 1, /* 중략 */",
    "amount: 1,\n// 생략\n",
    "amount: 1, // 이하 생략\n",
    "amount: 1,\n// … 생략됨\n",
    "amount: 1,\n// omitted for brevity\n",
    "amount: 1,\n// other parameters\n",
    "amount: 1,\n// 나머지 파라미터\n",
    "amount: 1,\n// buyer information ...\n",
    "...",
    "amount: 1, ...",
    "amount: 1,\n...\n",
    "amount: 1\n...\n",
    "..., amount: 1",
    "amount: 1, …",
  ])("An object in a sample with a comment that leaves keys out is open: %j", (properties) => {
    const payload = payloadIn(pay(properties), sample);
    expect(isOpen(payload.value as object)).toBe(true);
    expect(payload.value).toEqual(properties.includes("amount") ? { amount: 1 } : {});
  });

  it.each([
    "amount: 1, // 생략 가능\n",
    "amount: 1, // optional, may be omitted\n",
    "amount: 1,\n// buyer_tel can be omitted\nname: 'x'",
    "amount: 1, // 생략 시 0\n",
    "amount: 1, // other currencies: see below\n",
    "amount: 1, // optional\n",
    "// the amount in won\namount: 1",
    "amount: 1, // 최대 40자...\n",
    "name: '// ...'",
  ])("An object in a sample with another comment is not open: %j", (properties) => {
    expect(isOpen(payloadIn(pay(properties), sample).value as object)).toBe(false);
  });

  it.each(["a: { b: 1 }, c: [{}], // ...\n", "..., a: { b: 1 }, c: [{}]"])(
    "What is written in an open object of a sample is open too: %j",
    (properties) => {
      const { value } = payloadIn(pay(properties), sample);
      const { a, c } = value as { a: object; c: object[] };
      expect([a, c, c[0]].map((one) => isOpen(one as object))).toEqual([true, true, true]);
      expect(value).toEqual({ a: { b: 1 }, c: [{}] });
    },
  );

  it("What is around an open object of a sample is not open", () => {
    const { value, children } = payloadIn(pay("a: { /* ... */ }, b: [1, /* ... */]"), sample);
    expect(isOpen(value as object)).toBe(false);
    expect([...children.values()].map((child) => isOpen(child.value as object))).toEqual([
      true,
      true,
    ]);
  });

  it("An object in code is not open for its comments", () => {
    expect(isOpen(payloadIn(pay("amount: 1, // ...\n")).value as object)).toBe(false);
    expect(read(pay("amount: 1, ...")).unparsable).toHaveLength(1);
  });
});

describe("A sample may describe a value in Korean words without quotes", () => {
  it.each([
    `IMP.init(고객사 식별코드);\n${pay("amount: 1")}`,
    "IMP.request_pay({ amount: 1 }, 콜백 함수);",
    "IMP.request_pay({ amount: 1, name: 주문 이름 }, 콜백 함수 v2);",
  ])("A sample may describe a value in Korean words without quotes: %s", (code) => {
    expect(valueAt(code, "/amount", sample).value).toBe(1);
    expect(read(code).unparsable).toHaveLength(1);
  });

  it("Korean words in quotes or comments of a sample stay as they are", () => {
    const code = `IMP.init(고객사 식별코드); ${pay('name: "가방 (빨강 큰것)", amount: 1 /* 상품 값, 결제 금액) */')}`;
    expect(valueAt(code, "/name", sample).value).toBe("가방 (빨강 큰것)");
  });

  it("A value in Korean words has nothing known of it", () => {
    const code = "IMP.request_pay({ amount: 1, name: 주문 이름 });";
    expect(valueAt(code, "/name", sample).value).toBeInstanceOf(Unknown);
  });
});

describe("A sample may be a part of a function", () => {
  it.each([
    [
      "with a return",
      "const order = await load(id);\nif (!order) return;\nIMP.request_pay({ amount: 1 });",
    ],
    ["with an import", 'import a from "a";\nif (!a) return;\nIMP.request_pay({ amount: 1 });'],
    ["with a comment at the end", "if (!a) return;\nIMP.request_pay({ amount: 1 }); // done"],
  ])("A sample may be a part of a function: %s", (_name, text) => {
    const [call] = read(text, sample).calls;
    expect(text.slice(...(call?.span ?? [0, 0]))).toBe("IMP.request_pay({ amount: 1 })");
    expect(read(text).unparsable).toHaveLength(1);
  });
});
