import type { Locale, Text } from "../validator/types.js";
import type { NoteCode, UncheckedCode } from "./types.js";

interface Words {
  readonly why: Text;
  readonly advice: Text;
}

const words: Readonly<Record<UncheckedCode | NoteCode, Words>> = {
  "gateway-other": {
    why: {
      en: "paylint has no rules of this gateway for this request, so it was checked as PortOne's own.",
      ko: "이 요청에 대한 해당 PG사 규칙이 없어 포트원 공통 규칙으로 검사했습니다.",
    },
    advice: {
      en: "Read that gateway's guide for what it asks beyond that.",
      ko: "그 밖의 조건은 해당 PG사 연동 가이드에서 확인하세요.",
    },
  },
  "gateway-conflict": {
    why: {
      en: "The payload names two different gateways, so its own gateway's rules were not checked.",
      ko: "결제 요청에 서로 다른 PG사가 지정되어 있어 PG사별 규칙은 검사하지 않았습니다.",
    },
    advice: {
      en: "Make pg and the keys of bypass name the same gateway.",
      ko: "pg와 bypass의 키가 같은 PG사를 가리키도록 수정하세요.",
    },
  },
  "payload-elsewhere": {
    why: {
      en: "The payload is built where paylint cannot follow it.",
      ko: "결제 요청이 다른 파일이나 함수에서 만들어집니다.",
    },
    advice: {
      en: "Write the object in the call or in the same file, or validate it at run time with paylint's validators.",
      ko: "호출하는 곳이나 같은 파일에 객체를 작성하거나, 실행 중에 paylint 검증 함수로 확인하세요.",
    },
  },
  "kind-unknown": {
    why: {
      en: "Nothing says what kind of payload this is.",
      ko: "어떤 종류의 결제 데이터인지 알 수 없습니다.",
    },
    advice: {
      en: "Give --kind, a $schema, or a file name such as order.request-pay.json.",
      ko: "--kind 옵션, $schema, 또는 order.request-pay.json 같은 파일 이름으로 지정하세요.",
    },
  },
  unparsable: {
    why: {
      en: "The code around the call, or the text it sends, cannot be parsed.",
      ko: "호출이 있는 코드나 전송하는 본문의 문법을 해석할 수 없습니다.",
    },
    advice: {
      en: "Fix the syntax, or lint the rendered page.",
      ko: "문법을 고치거나 렌더링된 페이지를 검사하세요.",
    },
  },
  "not-loaded": {
    why: {
      en: "The linter was created without what this text needs.",
      ko: "이 텍스트에 필요한 구성 요소 없이 linter가 만들어졌습니다.",
    },
    advice: {
      en: "Add the kind or the language to createLinter's options.",
      ko: "createLinter 옵션에 kind나 language를 추가하세요.",
    },
  },
};

/** Why something was not checked, or otherwise than one might expect, and what to do about it. */
export const wordsFor = <Code extends UncheckedCode | NoteCode>(code: Code, locale: Locale) => ({
  code,
  why: words[code].why[locale],
  advice: words[code].advice[locale],
});
