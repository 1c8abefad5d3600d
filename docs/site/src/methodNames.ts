import type { Text } from "../../../dist/validator/types.js";

const same = (name: string): Text => ({ ko: name, en: name });

/** What ways to pay are called, by the names that PortOne V1 and V2 give them. */
const names: Readonly<Record<string, Text>> = {
  card: { ko: "카드", en: "Card" },
  trans: { ko: "계좌이체", en: "Bank transfer" },
  transfer: { ko: "계좌이체", en: "Bank transfer" },
  vbank: { ko: "가상계좌", en: "Virtual account" },
  virtual_account: { ko: "가상계좌", en: "Virtual account" },
  phone: { ko: "휴대폰 소액결제", en: "Phone bill" },
  mobile: { ko: "휴대폰 소액결제", en: "Phone bill" },
  easy_pay: { ko: "간편결제", en: "Easy pay" },
  gift_certificate: { ko: "상품권", en: "Gift certificate" },
  cvs: { ko: "편의점", en: "Convenience store" },
  convenience_store: { ko: "편의점", en: "Convenience store" },
  kakaopay: { ko: "카카오페이", en: "Kakao Pay" },
  naverpay: { ko: "네이버페이", en: "Naver Pay" },
  naverpay_card: { ko: "네이버페이 카드", en: "Naver Pay, card" },
  naverpay_point: { ko: "네이버페이 포인트", en: "Naver Pay, points" },
  payco: { ko: "페이코", en: "PAYCO" },
  tosspay: { ko: "토스페이", en: "Toss Pay" },
  tosspay_card: { ko: "토스페이 카드", en: "Toss Pay, card" },
  tosspay_money: { ko: "토스페이 머니", en: "Toss Pay, money" },
  toss_brandpay: { ko: "토스 브랜드페이", en: "Toss Brandpay" },
  samsungpay: { ko: "삼성페이", en: "Samsung Pay" },
  samsung: { ko: "삼성페이", en: "Samsung Pay" },
  applepay: { ko: "애플페이", en: "Apple Pay" },
  ssgpay: { ko: "SSG페이", en: "SSG Pay" },
  ssgpay_bank: { ko: "SSG페이 은행계좌", en: "SSG Pay, bank account" },
  lpay: { ko: "엘페이", en: "L.Pay" },
  kpay: { ko: "케이페이", en: "KPay" },
  skpay: { ko: "SK페이", en: "SK Pay" },
  pinpay: { ko: "핀페이", en: "PinPay" },
  cultureland: { ko: "컬쳐랜드", en: "Cultureland" },
  smartculture: { ko: "스마트문상", en: "Smart Munsang" },
  smart_munsang: { ko: "스마트문상", en: "Smart Munsang" },
  culturegift: { ko: "문화상품권", en: "Culture gift card" },
  culture_gift: { ko: "문화상품권", en: "Culture gift card" },
  booknlife: { ko: "도서문화상품권", en: "Book & Life" },
  happymoney: { ko: "해피머니", en: "Happy Money" },
  charge: { ko: "충전금", en: "Balance" },
  point: { ko: "포인트", en: "Points" },
  unionpay: { ko: "유니온페이", en: "UnionPay" },
  wechat: { ko: "위챗페이", en: "WeChat Pay" },
  tenpay: { ko: "텐페이", en: "Tenpay" },
  alipay: { ko: "알리페이", en: "Alipay" },
  alipay_plus: { ko: "알리페이플러스", en: "Alipay+" },
  paypal: { ko: "페이팔", en: "PayPal" },
  paypay: same("PayPay"),
  amazonpay: { ko: "아마존페이", en: "Amazon Pay" },
  rakutenpay: { ko: "라쿠텐페이", en: "Rakuten Pay" },
  merpay: { ko: "메르페이", en: "Merpay" },
  aupay: { ko: "au페이", en: "au PAY" },
  dbarai: { ko: "d바라이", en: "d Barai" },
  moneytree: { ko: "머니트리", en: "Moneytree" },
  econtext: same("ECONTEXT"),
  molpay: same("MOLPay"),
};

/** What a way to pay is called, from the wider to the narrower; by its own name where nothing else is known. */
export function fullMethodName(id: string): Text {
  const parts = id.split("/").map((part) => names[part.toLowerCase()] ?? same(part));
  return {
    ko: parts.map(({ ko }) => ko).join(" – "),
    en: parts.map(({ en }) => en).join(" – "),
  };
}
