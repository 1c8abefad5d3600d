import { saying } from "./words.js";

/** What the first page says. */
export const tell = saying({
  headline: {
    ko: "결제가 거절되기 전에 코드에서 찾습니다",
    en: "Catch declined payments while they are still code",
  },
  homeLead: {
    ko: "paylint는 포트원 결제 코드를 읽고, PG사와 카드사가 거절할 요청을 고객보다 먼저 찾아 고칩니다. 규칙마다 근거가 되는 문서를 알려 줍니다.",
    en: "paylint reads your PortOne code, finds the requests that a gateway or card company will decline, and fixes them. Every rule names the document it comes from.",
  },
  tryYours: { ko: "내 코드 검사하기", en: "Check your code" },
  makeRequest: { ko: "요청 코드 만들기", en: "Build a request" },
  start: { ko: "시작하는 명령", en: "Commands to start with" },
  startNote: {
    ko: "설정 없이도 동작합니다. init은 CI와 여러 PG사 설정을 도와줍니다.",
    en: "It works without configuration. init helps with CI and several gateways.",
  },
  demo: { ko: "실제 검사 예시", en: "A live example" },
  shop: { ko: "하늘상점", en: "Sky Shop" },
  pointRules: { ko: "PG사와 카드사마다 다른 규칙", en: "Rules per gateway and card company" },
  pointRulesMore: {
    ko: "포트원 V1과 V2, PC와 모바일, 결제수단에 따라 달라지는 조건까지 검사합니다.",
    en: "They follow PortOne V1 and V2, PC and mobile, and the payment method.",
  },
  pointPlaces: { ko: "쓰던 곳에서 그대로", en: "Where you already work" },
  pointPlacesMore: {
    ko: "명령줄, CI, ESLint, 편집기, 브라우저에서 같은 규칙으로 검사합니다.",
    en: "The same rules on the command line, in CI, in ESLint, in your editor and in the browser.",
  },
  pointPrivate: { ko: "근거가 있는 결과", en: "Findings with a reason" },
  pointPrivateMore: {
    ko: "결과마다 이유, 고치는 방법, 출처를 알려 줍니다. 실행해야 알 수 있는 값은 추측하지 않습니다.",
    en: "Each one says why, what to do and where it is documented. Values known only at run time are never guessed.",
  },
});
