import type { Locale, Text } from "../../../dist/validator/types.js";
import { commonWords } from "./commonWords.js";

/** What is said around a rule: on the page of the rules, and on the rule's own page, which is written at build time. */
const words = {
  ...commonWords,
  message: { ko: "메시지", en: "Message" },
  wrong: { ko: "잘못된 예", en: "Wrong" },
  right: { ko: "올바른 예", en: "Right" },
  given: { ko: "다음 조건에서 확인한 예입니다:", en: "Shown with:" },
  note: {
    ko: "문서에 있는 내용을 알려 주는 규칙입니다. 요청만 보고는 알 수 없어 검사하지 않습니다.",
    en: "This rule says what the documents say. A request does not show it, so paylint never reports it.",
  },
  fix: { ko: "고치는 방법", en: "How to fix it" },
  fixSafe: {
    ko: "paylint --fix 명령으로 자동으로 고칠 수 있습니다: {title}",
    en: "paylint --fix can fix it: {title}",
  },
  fixUnsafe: {
    ko: "paylint --unsafe-fixes 명령으로 고칠 수 있습니다. 바뀐 값이 맞는지 확인하세요: {title}",
    en: "paylint --unsafe-fixes can fix it. Check what it changes: {title}",
  },
  fixByHand: {
    ko: "자동으로 고칠 수 없습니다. 메시지를 읽고 코드를 직접 고치세요.",
    en: "paylint cannot fix it for you. Do what the message says.",
  },
  answers: { ko: "결제창이나 API의 오류 메시지", en: "What the payment window or the API answers" },
  holdsAt: { ko: "적용되는 PG사", en: "Gateways" },
  anyGateway: { ko: "모든 PG사", en: "every gateway" },
  notPayloads: {
    ko: "PG사와 관계없이 결제 코드에 적용됩니다.",
    en: "It holds for payment code, whatever the gateway.",
  },
  appliesTo: { ko: "검사하는 데이터 {count}종", en: "Payload types it checks: {count}" },
  disagree: { ko: "문서마다 다른 내용", en: "Where the sources disagree" },
  counts: { ko: "적용하는 기준", en: "Which source wins" },
  page: { ko: "이 규칙의 페이지", en: "Page of this rule" },
} as const satisfies Record<string, Text>;

export type RuleWord = keyof typeof words;

export const ruleSay = (word: RuleWord, locale: Locale): string => words[word][locale];
