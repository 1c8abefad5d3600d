import type { LintOptions, LintResult } from "../../../dist/lint/index.js";
import { lintText } from "../../../dist/lint/index.js";
import { quietAboutSamples } from "../../support/lintText.js";

/** Lints a text as KSNET's, as the file of a name; the order numbers of the samples here are constants. */
export const linted = (
  filename: string,
  text: string,
  options: Partial<LintOptions> = {},
): Promise<LintResult> =>
  lintText(text, { filename, assume: "ksnet", rules: quietAboutSamples, ...options });

/** What is found, as `line:column rule path`. */
export const linesOf = ({ diagnostics }: LintResult): string[] =>
  diagnostics.map(({ range, rule, path }) => `${range.line}:${range.column} ${rule} ${path}`);

export const found = async (filename: string, text: string): Promise<string[]> =>
  linesOf(await linted(filename, text));

/** A body of /subscribe/payments/again that is in order but for its amount, which is a text. */
export const again = (amount = '"9900"') =>
  `{"customer_uid":"c-1","merchant_uid":"o-1","amount":${amount},"name":"Plan","buyer_name":"Lee","product_type":"digital","tax_free":0}`;

/** A payload of request_pay that is in order but for its quota. */
export const payload = `{ pg: "ksnet.2999199999", pay_method: "card", merchant_uid: "T-1", name: "cup", amount: 80000, tax_free: 0, buyer_name: "Lee", currency: "KRW", m_redirect_url: "https://store.example/done", display: { card_quota: [1] } }`;

export const address = "https://api.iamport.kr/subscribe/payments/again";
