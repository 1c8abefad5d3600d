import type { CallKind } from "../extract/calls.js";
import type { Locale, Text } from "../validator/types.js";
import type { NoteCode, Unchecked, UncheckedCode } from "./types.js";

interface Words {
  readonly why: Text;
  readonly advice: Text;
  /** The advice where the payload has no key that names a gateway. */
  readonly adviceWithoutKey?: Text;
}

const configAdvice: Text = {
  en: "Name it in paylint.config.json (channels, gateways or files), or in a comment “paylint: <gateway>”.",
  ko: "paylint.config.json의 channels, gateways, files나 주석 “paylint: <PG사>”로 지정하세요.",
};

const words: Readonly<Record<UncheckedCode, Words>> = {
  "gateway-other": {
    why: {
      en: "The call is for a gateway that paylint has no rules for.",
      ko: "paylint에 규칙이 없는 PG사의 호출입니다.",
    },
    advice: {
      en: "Use --pg to check it as if it were another gateway's call.",
      ko: "--pg 옵션을 사용하면 다른 PG사의 호출로 보고 검사할 수 있습니다.",
    },
  },
  "gateway-unsaid": {
    why: { en: "The call names no gateway.", ko: "호출에 PG사가 지정되어 있지 않습니다." },
    advice: {
      en: "Pass a channel key or pg, or name the gateway in paylint.config.json or in a comment “paylint: <gateway>”.",
      ko: "채널 키나 pg를 전달하거나 paylint.config.json 또는 주석 “paylint: <PG사>”로 지정하세요.",
    },
    adviceWithoutKey: configAdvice,
  },
  "gateway-unknown": {
    why: {
      en: "The code does not show which gateway the call is for.",
      ko: "코드만으로는 어느 PG사의 호출인지 알 수 없습니다.",
    },
    advice: configAdvice,
  },
  "gateway-conflict": {
    why: {
      en: "The payload names two different gateways.",
      ko: "결제 요청에 서로 다른 PG사가 지정되어 있습니다.",
    },
    advice: {
      en: "Make pg and the keys of bypass name the same gateway.",
      ko: "pg와 bypass의 키가 같은 PG사를 가리키도록 수정하세요.",
    },
  },
  "gateways-several": {
    why: {
      en: "The call can be for any of the shop's gateways.",
      ko: "계약한 여러 PG사 중 어느 PG사의 호출인지 알 수 없습니다.",
    },
    advice: {
      en: "Map its channel key in paylint.config.json (channels), or name the gateway in a comment “paylint: <gateway>”.",
      ko: "paylint.config.json의 channels에 채널 키를 등록하거나 주석 “paylint: <PG사>”로 지정하세요.",
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

const noteWhys: Readonly<Record<NoteCode, Text>> = {
  "gateway-other": {
    en: "paylint has no rules of this gateway for this request, so it was checked as PortOne's own.",
    ko: "이 요청에 대한 해당 PG사 규칙이 없어 포트원 공통 규칙으로 검사했습니다.",
  },
  "gateway-conflict": {
    en: "The payload names two different gateways, so its own gateway's rules were not checked.",
    ko: "결제 요청에 서로 다른 PG사가 지정되어 있어 PG사별 규칙은 검사하지 않았습니다.",
  },
};

const noteAdvices: Readonly<Record<NoteCode, Text>> = {
  "gateway-other": {
    en: "Read that gateway's guide for what it asks beyond that.",
    ko: "그 밖의 조건은 해당 PG사 연동 가이드에서 확인하세요.",
  },
  "gateway-conflict": words["gateway-conflict"].advice,
};

/** What to know about a payload that was checked otherwise than one might expect, and what to do about it. */
export const wordsOfNote = (code: NoteCode, locale: Locale) => ({
  code,
  why: noteWhys[code][locale],
  advice: noteAdvices[code][locale],
});

/** Why something was not checked, and what to do about it. */
export function wordsOfUnchecked(
  code: UncheckedCode,
  locale: Locale,
  kinds?: readonly CallKind[],
): Pick<Unchecked, "code" | "why" | "advice"> {
  const { why, advice, adviceWithoutKey } = words[code];
  const hasKey = kinds?.some(({ names }) => names.gateway ?? names.channel) ?? true;
  return {
    code,
    why: why[locale],
    advice: (hasKey ? advice : (adviceWithoutKey ?? advice))[locale],
  };
}
