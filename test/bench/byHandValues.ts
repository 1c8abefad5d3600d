import { lists } from "./byHand.js";

/** What the hand-written check knows of values; the tables say the same. */

export const payMethods = new Set<unknown>(lists.payMethods);
export const easyPay = new Set<unknown>(["naverpay", "kakaopay", "payco", "lpay"]);
export const bearsNoInterest = new Set<unknown>([
  "lpay",
  "ssgpay",
  "kakaopay",
  "naverpay",
  "payco",
]);
export const codes = new Set<unknown>(lists.codes);
export const noInterestFree = new Set<unknown>(
  "369 372 364 090 041 370 045 373 002 048 071 089".split(" "),
);
export const languages = new Set<unknown>(["ko", "en", "zh", "jp"]);
export const routed = new Set<unknown>(["card", "trans", "vbank", "phone"]);
export const carriers = new Set<unknown>(["skt", "lgt", "ktf", "kgf"]);
export const testCards = new Set(
  (
    "4242424242424242 4000056655665556 4111111111111111 4012888888881881 4222222222222 4000000000000002 " +
    "5555555555554444 2223003122003222 5200828282828210 5105105105105100 378282246310005 371449635398431 " +
    "378734493671000 6011111111111117 6011000990139424 3056930009020004 30569309025904 38520000023237 " +
    "36227206271667 3566002020360505 3530111333300000 6200000000000005 6555900000604105 5610591081018250"
  ).split(" "),
);

export const keys = {
  payload: new Set(
    (
      "pg channelKey pay_method merchant_uid name amount tax_free vat_amount buyer_name buyer_email buyer_tel buyer_addr " +
      "buyer_postcode app_scheme m_redirect_url notice_url confirm_url currency escrow digital popup period vbank_due " +
      "custom_data display card storeDetails bypass useFreeInterestFromMall appCard language products biz_num customer_uid " +
      "channelGroupId promotion_id customer_id company company_en naverChainId useCardPoint phone prefill"
    ).split(" "),
  ),
  period: new Set(["from", "to", "interval"]),
  display: new Set(["card_quota"]),
  card: new Set(["direct", "useInstallment", "detail"]),
  direct: new Set(["code", "quota"]),
  detail: new Set(["card_code", "enabled", "max_month"]),
  storeDetails: new Set(
    "businessName businessRegistrationNumber ceoFullName address phoneNumber".split(" "),
  ),
  bypass: new Set("ksnet cashReceiptType customerIdentifier isCulturalExpense".split(" ")),
  ksnet: new Set("sndQpayType tcode url easyPayDirect sndKakaopayType".split(" ")),
};

let kept: Uint8Array | undefined;

/** By the code of a character, 1 where EUC-KR has it. */
function charactersOfEucKr(): Uint8Array {
  const bytes = new Uint8Array(94 * 94 * 2);
  for (let row = 0; row < 94; row++) {
    for (let cell = 0; cell < 94; cell++) {
      bytes[(row * 94 + cell) * 2] = 0xa1 + row;
      bytes[(row * 94 + cell) * 2 + 1] = 0xa1 + cell;
    }
  }
  const found = new Uint8Array(0x10000).fill(1, 0, 0x80);
  for (const character of new TextDecoder("euc-kr").decode(bytes)) {
    found[character.charCodeAt(0)] = 1;
  }
  found[0xfffd] = 0;
  return found;
}

export function isEucKr(text: string): boolean {
  kept ??= charactersOfEucKr();
  for (let index = 0; index < text.length; index++) {
    if (kept[text.charCodeAt(index)] === 0) return false;
  }
  return true;
}

export function bytesOf(text: string): number {
  kept ??= charactersOfEucKr();
  let bytes = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    bytes += code >= 0x80 && kept[code] === 1 ? 2 : 1;
  }
  return bytes;
}

export function isCardNumber(text: string): boolean {
  if (text.length < 13 || !/^[ -]*(?:[3-69]|2[ -]*[2-7])[0-9 -]*$/.test(text)) return false;
  const digits = text.replace(/[ -]/g, "");
  if (digits.length < 13 || digits.length > 19) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const weighed = index % 2 === 0 ? digit : 2 * digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

export function isBusinessNumber(text: string): boolean {
  if (text.length !== 10 || !/^[0-9]{10}$/.test(text)) return false;
  let sum = 0;
  for (let index = 0; index < 9; index++) {
    sum += (text.charCodeAt(index) - 48) * ("137137135".charCodeAt(index) - 48);
  }
  sum += Math.floor(((text.charCodeAt(8) - 48) * 5) / 10);
  return (10 - (sum % 10)) % 10 === text.charCodeAt(9) - 48;
}

/** Keys that only other gateways read. */
export const elsewhere = new Set(
  (
    "/alipay_plus /auth_mode /buyer_first_name /buyer_first_name_kana /buyer_last_name /buyer_last_name_kana " +
    "/card/direct/usePoint /card/interest_free /company /company_en /country /customer_id /cvs " +
    "/display/only_installment /kakaopayMobileAsPC /kcpProducts /kiccProducts /naverCultureBenefit " +
    "/naverMerchantUserKey /naverPopupMode /naverProductCode /naverProductCount /naverProducts " +
    "/naverPurchaserBirthday /naverPurchaserName /naverUseCfm /niceMobileV2 /optional /order_description " +
    "/period/interval /period/text /phone /prefill /useCardPoint /use_test_method"
  ).split(" "),
);

export { wantsCarrier, wantsSite, wantsStoreDetails } from "./byHand.js";
