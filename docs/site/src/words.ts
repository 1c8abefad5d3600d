import type { Locale, Text } from "../../../dist/validator/types.js";

/** What the pages say. Korean first. */
export const words = {
  playground: { ko: "검사해 보기", en: "Playground" },
  issuers: { ko: "카드사", en: "Card companies" },
  rules: { ko: "규칙", en: "Rules" },
  other: { ko: "English", en: "한국어" },
  pages: { ko: "페이지", en: "Pages" },
  lead: {
    ko: "결제 요청이나 코드를 붙여 넣으면 KSNET에서 거절될 이유를 바로 알려 줍니다. 입력한 내용은 브라우저 밖으로 나가지 않습니다.",
    en: "Paste a payment request, or the code that makes it, and see why KSNET would refuse it. Nothing you paste leaves your browser.",
  },
  samples: { ko: "예시", en: "Sample" },
  choose: { ko: "선택하세요", en: "Choose one" },
  failed: {
    ko: "검사에 필요한 파일을 불러오지 못했습니다. 페이지를 새로 고치세요.",
    en: "A part of this page could not be loaded. Reload the page.",
  },
  code: { ko: "결제 요청 또는 코드", en: "Payment request or code" },
  environment: { ko: "환경", en: "Environment" },
  kind: { ko: "객체({ … })의 종류", en: "What an object ({ … }) is" },
  any: { ko: "PC와 모바일", en: "PC and mobile" },
  pc: { ko: "PC", en: "PC" },
  mobile: { ko: "모바일", en: "Mobile" },
  findings: { ko: "검사 결과", en: "Findings" },
  clean: { ko: "문제를 찾지 못했습니다.", en: "Nothing is wrong." },
  nothing: {
    ko: "결제 요청을 찾지 못했습니다. 객체({ … }), IMP.request_pay 호출, 결제 페이지, REST API 호출 중 하나를 붙여 넣습니다.",
    en: "No payment request is found. Paste an object ({ … }), a call of IMP.request_pay, a page with one, or a call of the REST API.",
  },
  counted: {
    ko: "오류 {errors}개, 경고와 정보 {others}개",
    en: "Errors: {errors}. Warnings and infos: {others}.",
  },
  error: { ko: "오류", en: "error" },
  warning: { ko: "경고", en: "warning" },
  info: { ko: "정보", en: "info" },
  show: { ko: "위치 보기", en: "Show where" },
  fix: { ko: "수정", en: "Fix" },
  source: { ko: "출처", en: "Source" },
  copy: { ko: "링크 복사", en: "Copy link" },
  copied: { ko: "링크를 복사했습니다.", en: "The link is copied." },
  link: { ko: "이 결제 요청의 링크", en: "Link to this payment request" },
  refused: {
    ko: "카드 정보가 들어 있어 링크를 만들지 않습니다. 카드 번호, 생년월일, 비밀번호를 지웁니다.",
    en: "No link is made, since card data is in it. Take card numbers, birth dates and passwords out.",
  },
  issuersLead: {
    ko: "카드사 다이렉트 호출에 필요한 값은 카드사마다 다릅니다. 카드사를 고르면 필요한 값과 올바른 예시를 보여 줍니다.",
    en: "What a direct call needs hangs on the card company. Choose one to see what it asks for, and a request that is in order.",
  },
  needs: { ko: "필요한 값", en: "What it asks for" },
  sample: { ko: "올바른 결제 요청", en: "A request that is in order" },
  tryIt: { ko: "검사해 보기에서 열기", en: "Open in the playground" },
  rulesLead: {
    ko: "paylint가 아는 규칙입니다. 이유, 틀린 예, 올바른 예, 출처를 보여 줍니다.",
    en: "The rules that paylint knows: why, a wrong request, a right one, and where the fact stands.",
  },
  why: { ko: "이유", en: "Why" },
  wrong: { ko: "틀린 예", en: "Wrong" },
  right: { ko: "올바른 예", en: "Right" },
} as const satisfies Record<string, Text>;

/** Language of the page: `?lang=en`, else Korean. */
export const locale: Locale =
  new URLSearchParams(location.search).get("lang") === "en" ? "en" : "ko";

export const say = (word: keyof typeof words): string => words[word][locale];
