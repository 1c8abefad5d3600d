/** What the migration of code says. Braces stand for names of functions and calls. */
export const words = {
  moved: { en: "{from} is now {to}", ko: "{from}을(를) {to}(으)로 옮겼습니다" },
  init: {
    en: "IMP.init is gone: every call of V2 names its store",
    ko: "IMP.init을 지웠습니다. V2에서는 호출마다 storeId를 전달합니다",
  },
  spread: {
    en: "the payload is not written out here (a variable or a spread), so it was left as it was",
    ko: "페이로드가 이곳에 모두 적혀 있지 않아(변수나 전개) 그대로 두었습니다",
  },
  alias: {
    en: "the function is called by another name, so the call was left as it was",
    ko: "함수를 다른 이름으로 호출하여 그대로 두었습니다",
  },
  component: {
    en: "a component or plugin of V1's SDK for apps: V2 has another package (@portone/react-native-sdk for React Native). It was left as it was",
    ko: "앱용 V1 SDK의 컴포넌트나 플러그인입니다. V2는 다른 패키지(React Native는 @portone/react-native-sdk)를 사용합니다. 그대로 두었습니다",
  },
  client: {
    en: "the address of the call is not written out here: {from} becomes {to}. It was left as it was",
    ko: "호출 주소가 이곳에 적혀 있지 않습니다. {from}은(는) V2에서 {to}입니다. 그대로 두었습니다",
  },
  form: {
    en: "V2 takes JSON, and this call sends a form: {from} becomes {to}. It was left as it was",
    ko: "V2는 JSON만 받는데 폼으로 보내는 호출입니다. {from}은(는) V2에서 {to}입니다. 그대로 두었습니다",
  },
  several: {
    en: "V2 needs a call for each item of the list: {from} becomes {to}. It was left as it was",
    ko: "V2에서는 목록의 항목마다 호출해야 합니다. {from}은(는) V2에서 {to}입니다. 그대로 두었습니다",
  },
  "no-id": {
    en: "V2 has the shop's id for the payment in the address, and this call does not give it: {from} becomes {to}. It was left as it was",
    ko: "V2에서는 결제 아이디를 주소에 넣어야 하는데 이 호출에는 없습니다. {from}은(는) V2에서 {to}입니다. 그대로 두었습니다",
  },
  "no-counterpart": {
    en: "nothing of this call has a counterpart in V2: {from} becomes {to}. It was left as it was",
    ko: "이 호출의 값에 해당하는 V2 값이 없습니다. {from}은(는) V2에서 {to}입니다. 그대로 두었습니다",
  },
  rest: {
    en: "a call of V1's REST API: {from} becomes {to}. It was left as it was",
    ko: "V1 REST API 호출입니다. {from}은(는) V2에서 {to}입니다. 그대로 두었습니다",
  },
  token: {
    en: "V2 needs no token. Remove this call when nothing uses the token any more",
    ko: "V2에는 토큰이 필요 없습니다. 토큰을 사용하는 곳이 없어지면 이 호출을 지우세요",
  },
  address: {
    en: "an address of V1's REST API ({from}). V2's is https://api.portone.io, with other paths. It was left as it was",
    ko: "V1 REST API 주소({from})입니다. V2 주소는 https://api.portone.io이며 경로가 다릅니다. 그대로 두었습니다",
  },
  answer: {
    en: "V2 answers with the object itself, without code and response, and says errors by the HTTP status",
    ko: "V2는 code와 response 없이 객체 자체로 응답하며 오류는 HTTP 상태로 알립니다",
  },
  secret: {
    en: "the call takes V2's API secret from the server's environment: PORTONE_API_SECRET",
    ko: "호출에 V2 API 시크릿이 필요합니다. 서버 환경 변수 PORTONE_API_SECRET에 저장하세요",
  },
  "no-header": {
    en: "the call needs the header `Authorization: PortOne <API secret>` in V2",
    ko: "V2 호출에는 `Authorization: PortOne <API 시크릿>` 헤더가 필요합니다",
  },
  buttons: {
    en: 'V2 draws the buttons into an element of the page: <div class="portone-ui-container" data-portone-ui-type="paypal-spb">',
    ko: 'V2는 페이지의 <div class="portone-ui-container" data-portone-ui-type="paypal-spb"> 요소에 버튼을 그립니다',
  },
  "other-buttons": {
    en: "PayPal's buttons that issue a billing key are PortOne.loadIssueBillingKeyUI in V2. The call was left as it was",
    ko: "빌링키를 발급하는 페이팔 버튼은 V2에서 PortOne.loadIssueBillingKeyUI입니다. 그대로 두었습니다",
  },
  syntax: {
    en: "the code could not be parsed, so it was left as it was",
    ko: "코드를 해석할 수 없어 그대로 두었습니다",
  },
  async: {
    en: "the function around the call is async now",
    ko: "호출을 감싼 함수가 async가 되었습니다",
  },
  rejection: {
    en: "the promise is rejected where the window cannot open: handle it",
    ko: "결제창을 열 수 없으면 Promise가 거부되므로 처리해야 합니다",
  },
} as const;

export type RewritingMessage = keyof typeof words;
