import { describe, expect, it } from "vitest";
import {
  elidesSomething,
  hasElision,
  withoutDescriptions,
  withPlaceholderHoles,
} from "../../../../../src/extract/javascript/folding/placeholders.js";
import { isSecretText } from "../../../../../src/extract/secrets.js";
import { withoutTemplates } from "../../../../../src/extract/templates.js";
import { hole } from "../../../../../src/validator/unknown.js";

describe("A text of a sample that describes a value is none", () => {
  it.each([
    ..."주소,번호,코드,값,키,이름,금액,여부,일시,날짜,일자,기한,시각,아이디,이메일,연락처,식별자,비밀번호,상품명,주문명,구매자명,고객명,상호명,경로,문자열"
      .split(",")
      .flatMap((noun) => [`결제 ${noun}`, `결제 ${noun}를`, `결제 ${noun}을 (필수)`]),
    "결제 URL",
    "결제 id",
    ..."이동할,취소될,받을,보낼,사용하는,전달되는,발급받은,생성한,설정한,등록한,입력한"
      .split(",")
      .map((word) => `${word} 곳`),
    ..."완료 후,성공 시,실패 시".split(",").map((word) => `${word} 화면`),
    ..."입력해 주세요,기재하세요,작성해 주세요,설정하세요,값이 입력필요 함"
      .split(",")
      .map((word) => `여기에 ${word}`),
    ..."URL,URI,address,number,ID,key,code,date,name,token,email,amount"
      .split(",")
      .map((noun) => `Order ${noun}`),
    "your-key",
    "your_key",
    "your store here",
    "the store there",
    "a store there",
    "an order there",
    "put your own",
    "where to return to",
    "it goes here",
    "one or two",
    "a word if any",
    "words e.g. these",
    "one | two",
    "YYYYMMDD",
    "HHMM",
    "HHNN",
    "NN",
    "DD",
    "HH",
    "YYYY-MM",
    "값 받을",
    "ID 입력한",
    "{order number}",
    "<your key>",
    "xxx",
    "XXX",
    "***",
    "●●●",
    "○○○",
    "...",
    "…",
  ])("A text of a sample that describes a value is none: %s", (text) => {
    expect(withPlaceholderHoles(text)).toBe(hole);
  });
  it.each([
    "머그컵",
    "머그컵 두 개",
    "Mug cup",
    "yours",
    "{}",
    "xx",
    "..",
    "COMMON",
    "YD",
    "URL",
    "order",
    "이동할",
  ])("A text of a sample that describes a value is none, but %s is one", (text) => {
    expect(withPlaceholderHoles(text)).toBe(text);
  });
  it("A text of a sample that describes a value is none in a part of a text", () => {
    expect(withPlaceholderHoles("order-{number}-1")).toBe(`order-${hole}-1`);
  });
});

describe("A comment says that something is left out", () => {
  it.each([
    "...",
    "…",
    "* ...",
    ..."중략,하략,전략,후략,생략".split(","),
    ..."생략됨,생략함,생략했음,생략하였음,생략되었음,생략된 값,생략한다,생략합니다,생략입니다".split(
      ",",
    ),
    "omitted",
    "elided",
    "snip",
    "snipped",
    "truncated",
    "other keys",
    "remaining keys",
    "more keys",
    "rest of the keys",
    "additional keys",
    "same as before",
    "as above",
    "etc",
    "the other keys",
    "and all the other keys",
    "some more",
    "any other",
    "나머지 값",
    "기타 값",
    "다른 값",
    "그 외 값",
    "이외 값",
    "위와 동일",
    "위와 같음",
    "동일",
    "and so on ...",
  ])("A comment says that something is left out: %s", (comment) => {
    expect(hasElision(`\n// ${comment}\n`, true)).toBe(true);
    expect(hasElision(`\n/* ${comment} */\n`, true)).toBe(true);
    expect(elidesSomething(`# ${comment}\n`)).toBe(true);
  });
  it.each([
    "a key",
    "mother keys",
    "생략 가능",
    "생략시 1",
    "생략 할 수 있음",
    "생략하면 1",
    "생략해도 됨",
    "생략불가",
    ..."can,may,might,could,should,must,if,when,unless,is,cannot,not"
      .split(",")
      .map((word) => `${word} be omitted`),
    ..."가능,시 1,할 수 있음,하면 1,해도 됨,불가"
      .split(",")
      .flatMap((word) => [`생략 ${word} (생략: 1)`, `생략${word} (생략: 1)`]),
    "when omitted",
    "may not be omitted",
    "중략법",
    "다른",
  ])("A comment says that something is left out, but not: %s", (comment) => {
    expect(hasElision(`\n// ${comment}\n`, true)).toBe(false);
  });
  it("A comment says that something is left out, but not behind a key, of which it may say something", () => {
    expect(hasElision(" // other keys\n", false)).toBe(false);
    expect(hasElision(" // other keys\n", true)).toBe(true);
    expect(hasElision("\n // other keys\n", false)).toBe(true);
    expect(hasElision(" // omitted\n", false)).toBe(true);
    expect(hasElision(" // a ...\n", false)).toBe(false);
  });
});

describe("A value of a sample in Korean words is a name", () => {
  it.each([
    ["IMP.init(고객사 식별코드)", "IMP.init(고객사_식별코드)"],
    ["{ a: 주문 번호, b: 1 }", "{ a: 주문_번호, b: 1 }"],
    ["a = 주문 번호;", "a = 주문_번호;"],
    ["[주문 번호]", "[주문 번호]"],
    ["f(a, 주문 번호 2)", "f(a, 주문_번호_2)"],
    ["f(order 번호)", "f(order_번호)"],
    ["f(order number)", "f(order number)"],
    ["f(주문)", "f(주문)"],
    ["f('주문 번호', 가 나)", "f('주문 번호', 가_나)"],
    ['f("a\\" (주문 번호)")', 'f("a\\" (주문 번호)")'],
    ["f('a\\' (주문 번호)')", "f('a\\' (주문 번호)')"],
    ["f(`a\\` (주문 번호)`)", "f(`a\\` (주문 번호)`)"],
    ["// f(주문 번호)\nf(가 나)", "// f(주문 번호)\nf(가_나)"],
    ["/* f(주문 번호) */ f(가 나)", "/* f(주문 번호) */ f(가_나)"],
    ["/* f(주문 번호)", "/* f(주문 번호)"],
    ['f("주문 번호)', 'f("주문 번호)'],
    ["f(주문 번호 + 1)", "f(주문 번호 + 1)"],
  ])("A value of a sample in Korean words is a name: %s", (code, expected) => {
    expect(withoutDescriptions(code)).toBe(expected);
  });
});

describe("A placeholder of a secret is none", () => {
  const secret = "ab12".repeat(8);
  it.each([
    "your",
    "example",
    "placeholder",
    "sample",
    "dummy",
    "change",
    "xxxxxx",
    "test_",
    "here",
  ])("A placeholder of a secret is none with %s in it", (word) => {
    expect(isSecretText(secret + word)).toBe(false);
  });
  it.each([secret, `${secret}xxxxx`, `here${secret}`, `${secret.slice(0, 20)}`])(
    "%s is one",
    (text) => {
      expect(isSecretText(text)).toBe(true);
    },
  );
  it.each(["abcd".repeat(8), secret.slice(0, 19), `${secret} a`])(
    "A placeholder of a secret is none %s is none",
    (text) => {
      expect(isSecretText(text)).toBe(false);
    },
  );
});

describe("What a page's own language puts into it is known by the page's ending", () => {
  const shown = (text: string, ending: string) =>
    withoutTemplates(text, ending).text.replaceAll("\ua66e", "_");
  it.each([
    ["php", "a<?=b?>c", "a______c"],
    ["phtml", "a<?=b?>c", "a______c"],
    ["php", "a<?php echo b?>c", `a${"_".repeat(14)}c`],
    ["php", "a<?php print b?>c", `a${"_".repeat(15)}c`],
    ["php", "a<?php printf(b)?>c", `a${"_".repeat(17)}c`],
    ["php", "a<?php if (b)?>c", `a${" ".repeat(14)}c`],
    ["php", "a<?php if (b)", `a${" ".repeat(12)}`],
    ...["jsp", "jspx", "ejs", "erb", "asp", "aspx", "htm", "html", "md", "mdx"].flatMap(
      (ending) => [
        [ending, "a<%=b%>c", "a______c"],
        [ending, "a<%-b%>c", "a______c"],
        [ending, "a<%--b--%>c", "a         c"],
        [ending, "a<%b%>c", "a     c"],
      ],
    ),
    ["js", "a<%=b%>c", "a<%=b%>c"],
    ["jsp", "a${b}c", "a____c"],
    ["jspx", "a#{b}c", "a____c"],
    ["html", "a${b}c", "a${b}c"],
    ["jsp", "a<c:out b>c", "a_________c"],
    ["jsp", "a<fmt:formatNumber b>c", `a${"_".repeat(20)}c`],
    ["jsp", "a<bean:property b>c", `a${"_".repeat(17)}c`],
    ["jsp", "a<bean:message b>c", `a${"_".repeat(16)}c`],
    ["jsp", "a<spring:eval b>c", `a${"_".repeat(15)}c`],
    ["jsp", "a<c:if b>c", "a        c"],
    ["jsp", "a</c:if>c", "a       c"],
    ["html", "a/*[[b]]*/'d' c", "a____________ c"],
    ["html", `a/*[[b]]*/ "d" c`, "a_____________ c"],
    ["html", "a/*[[b]]*/d.e c", "a____________ c"],
    ["html", "a/*[[b]]*/[1] c", "a____________ c"],
    ["html", "a/*[[b]]*/{} c", "a___________ c"],
    ...["$", "#", "*", "@", "~"].map((sign) => ["html", `a[[${sign}{b}]]c`, "a________c"]),
    ["html", "a[(${b})]c", "a________c"],
    ["php", "a@json(b(1))c", "a___________c"],
    ..."auth,can,else,elseif,empty,endif,endforeach,error,for,foreach,guest,if,isset,php,unless"
      .split(",")
      .map((name) => ["php", `a @${name}(b) c`, `a ${" ".repeat(name.length + 4)} c`]),
    ["php", "a @other(b) c", "a @other(b) c"],
    ["php", "a.@if(b) c", "a.@if(b) c"],
    ["html", "a{!!b!!}c", "a_______c"],
    ["html", "a{%b%}c", "a     c"],
    ["html", "a{{b}}c", "a_____c"],
    ["html", "a{{{b}}}c", "a_______c"],
    ...["#", "/", "^", "!", ">", "~#", "else"].map((sign) => [
      "html",
      `a{{${sign} b}}c`,
      `a${" ".repeat(6 + sign.length)}c`,
    ]),
    ["html", "a{{elsewhere}}c", `a${"_".repeat(13)}c`],
    ["html", "a{{b", "a{{b"],
  ])(
    "What a page's own language puts into it is known by the page's ending: %s: %s",
    (ending, text, masked) => {
      expect(shown(text as string, `.${ending}`)).toBe(masked);
    },
  );
});
