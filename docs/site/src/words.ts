import type { Locale, Text } from "../../../dist/validator/types.js";
import { commonWords } from "./commonWords.js";

/** What several pages say, or a page before the rest of it has come. Korean first. */
export const words = {
  ...commonWords,
  playground: { ko: "검사해 보기", en: "Playground" },
  builder: { ko: "요청 만들기", en: "Request builder" },
  migrate: { ko: "V1에서 V2로", en: "V1 to V2" },
  issuers: { ko: "카드사", en: "Card companies" },
  gateways: { ko: "PG사", en: "Gateways" },
  rules: { ko: "규칙", en: "Rules" },
  other: { ko: "English", en: "한국어" },
  pages: { ko: "페이지", en: "Pages" },
  privacy: {
    ko: "입력한 내용은 브라우저 밖으로 나가지 않습니다.",
    en: "Nothing you enter leaves your browser.",
  },
  repository: { ko: "소스 코드", en: "Source code" },
  copyText: { ko: "복사", en: "Copy" },
  copiedText: { ko: "복사했습니다", en: "Copied" },
  notCopied: { ko: "복사하지 못했습니다", en: "Not copied" },

  mug: { ko: "머그컵", en: "Mug" },
  hyundai: { ko: "현대카드", en: "Hyundai Card" },
  fixSafely: { ko: "{count}건 자동 수정", en: "Fix {count} automatically" },
  openHere: { ko: "편집기에서 열기", en: "Open in the playground" },

  lead: {
    ko: "결제 요청이나 결제 코드를 붙여 넣으면 거절될 이유와 고치는 방법을 바로 보여 줍니다.",
    en: "Paste a payment request, or the code that makes it, to see why it would be declined and how to fix it.",
  },
  samples: { ko: "예시", en: "Sample" },
  choose: { ko: "선택하세요", en: "Choose one" },
  failed: {
    ko: "검사에 필요한 파일을 불러오지 못했습니다. 페이지를 새로 고치세요.",
    en: "A part of this page could not be loaded. Reload the page.",
  },
  code: { ko: "결제 요청 또는 코드", en: "Payment request or code" },
  environment: { ko: "환경", en: "Environment" },
  kind: { ko: "객체({ … })의 종류", en: "Payload type of an object ({ … })" },
  any: { ko: "PC와 모바일", en: "PC and mobile" },
  pc: { ko: "PC", en: "PC" },
  mobile: { ko: "모바일", en: "Mobile" },
  findings: { ko: "검사 결과", en: "Findings" },
  clean: { ko: "문제를 찾지 못했습니다.", en: "No problems found." },
  nothing: {
    ko: "결제 요청을 찾지 못했습니다. 객체({ … }), IMP.request_pay나 PortOne.requestPayment 호출, 결제 페이지, REST API 호출 중 하나를 붙여 넣으세요.",
    en: "No payment request found. Paste an object ({ … }), a call of IMP.request_pay or PortOne.requestPayment, a page with one, or a call of the REST API.",
  },
  counted: {
    ko: "오류 {errors}개, 경고와 정보 {others}개",
    en: "Errors: {errors}. Warnings and infos: {others}.",
  },
  show: { ko: "위치 보기", en: "Show where" },
  fix: { ko: "수정", en: "Fix" },
  copy: { ko: "링크 복사", en: "Copy link" },
  copied: { ko: "링크를 복사했습니다.", en: "Link copied." },
  link: { ko: "이 결제 요청의 링크", en: "Link to this payment request" },
  refused: {
    ko: "카드 정보가 들어 있어 링크를 만들지 않습니다. 카드 번호, 생년월일, 비밀번호를 지우세요.",
    en: "No link is made because the text holds card data. Remove card numbers, birth dates and passwords.",
  },
  anyGateway: { ko: "정하지 않음 (포트원 공통)", en: "None (PortOne's own rules)" },
  gatewayUnsaid: { ko: "PG사 (코드에 없을 때)", en: "Gateway (if the code names none)" },
  line: { ko: "{line}행 {column}열", en: "line {line}, column {column}" },
  builderLead: {
    ko: "PG사, 결제수단, 카드사를 고르면 필요한 값을 모두 갖춘 결제 요청 코드를 만듭니다. 모든 조합을 paylint로 검사했습니다.",
    en: "Choose a gateway, a payment method and a card company to get the code of a request that has everything they require. paylint has checked every combination.",
  },
  migrateLead: {
    ko: "포트원 V1 결제 코드를 붙여 넣으면 V2 코드로 바꾸고, 직접 정해야 하는 값을 이유와 함께 알려 줍니다.",
    en: "Paste payment code of PortOne V1 to get it for V2, with a list of what you must decide and why.",
  },
  version: { ko: "포트원 버전", en: "PortOne version" },
  gateway: { ko: "PG사", en: "Gateway" },
  issuersLead: {
    ko: "카드사 다이렉트 호출에 필요한 값은 PG사와 카드사마다 다릅니다. 카드사를 누르면 PG사별 조건을 펼칩니다.",
    en: "What a direct call needs depends on the gateway and the card company. Open a card company to see what each gateway requires.",
  },
  gatewaysLead: {
    ko: "PG사마다 사용할 수 있는 결제수단이 다릅니다. PG사를 누르면 결제수단의 값을 펼칩니다.",
    en: "Every gateway has its own payment methods. Open a gateway to see their values.",
  },
  gatewaysKey: {
    ko: "숫자는 선택할 수 있는 값의 개수입니다. ?는 문서에 목록이 없다는 뜻입니다.",
    en: "A number counts the values to choose from. A question mark means that the documents have no list.",
  },
  notListed: {
    ko: "이 PG사의 결제수단 목록은 문서에 없습니다.",
    en: "The documents do not list the payment methods of this gateway.",
  },
  otherMethods: { ko: "그 밖의 수단", en: "Other" },
  loading: { ko: "불러오는 중입니다.", en: "Loading." },
  possible: { ko: "가능", en: "yes" },
  issuersKey: {
    ko: "+ 뒤의 숫자는 카드사를 지정하지 않을 때보다 더 필요한 값의 개수입니다.",
    en: "The number after + counts the values needed beyond those of a request that names no card company.",
  },
  impossible: { ko: "불가", en: "no" },
  adds: { ko: "더 필요한 값:", en: "Also needed:" },
  makeThis: { ko: "요청 만들기", en: "Build this request" },
  rulesLead: {
    ko: "paylint가 검사하는 규칙의 이유, 잘못된 예, 올바른 예, 출처를 찾아보세요. 결제창이나 API의 오류 메시지를 붙여 넣어도 됩니다.",
    en: "Look up why each rule exists, a wrong and a right request, and where it is documented. You can paste an error message of the payment window or the API.",
  },
} as const satisfies Record<string, Text>;

export type Word = keyof typeof words;

/** The language that an address asks for, or that the browser prefers. */
function askedLocale(): Locale {
  const asked = new URLSearchParams(location.search).get("lang") ?? navigator.language;
  return asked.startsWith("ko") ? "ko" : "en";
}

/** Language of the page. */
export const locale: Locale = askedLocale();

/** Says words of a table in the language of the page. */
export const saying =
  <Name extends string>(table: Readonly<Record<Name, Text>>) =>
  (word: Name): string =>
    table[word][locale];

export const say = saying(words);
