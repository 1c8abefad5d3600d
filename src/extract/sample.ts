import { hole, type JsonType, Unknown } from "../validator/unknown.js";

/**
 * Samples in documents leave things to the reader: a placeholder stands for a value, a comment for the keys that are left out.
 * In code that runs the same texts are mistakes.
 */

const anyType: readonly JsonType[] = ["string", "number", "boolean", "object", "array", "null"];

/** A part of a text that the reader is to replace: `{order number}`, `<your key>`, `${AMOUNT}`, `$AMOUNT`. */
const part = /\$?\{\{[^{}"]+\}\}|\$?\{[^{}":]+\}|<[^<>"]+>|\$[A-Za-z_]\w*/g;

/** Texts that are placeholders as a whole. */
const wholes: readonly RegExp[] = [
  // `YYYY-MM-DD`, `yyyymmddhhmmss`
  /^(?=.*(?:YY|MM|DD|NN|HH|yy|mm|dd|nn|hh))[YMDHNSTymdhns\d\s:./-]+$/,
  /^[xX*#](?:[\s-]*[xX*#])+$/,
  /^(?:\.{2,}|…)$/,
  /^(?:your|my)[-_ ]\w/i,
  // Words of a person to a person: `the URL to return to`, `결제 금액`.
  /^\p{L}[\p{L}'’]*[,.]?(?: \p{L}[\p{L}'’]*[,.]?){2,}$/u,
  /\p{Script=Hangul}/u,
];

/** A text of a sample: itself, or `Unknown` where it is or holds a placeholder. The text may have holes already. */
export function sampleText(text: string): string | Unknown {
  const known = text.replace(part, hole);
  if (wholes.some((whole) => whole.test(text)) || /^\ue000+$/.test(known)) {
    return new Unknown(`"${shown(text)}"`, anyType);
  }
  return known.includes(hole) ? new Unknown(`"${shown(known)}"`, ["string"], known) : text;
}

const shown = (text: string) => text.replaceAll(hole, "…");

/** Whether a comment, without its marks, says that something is left out: `...`, `중략`, `omitted`. */
export const isEliding = (comment: string): boolean =>
  /^[\s*]*(?:\.{2,}|…+|⋯+)/.test(comment) ||
  /(?:\.{3}|…)[\s*]*$/.test(comment) ||
  (/중략|생략|omitted|elided|\bother (?:fields|keys|parameters|options)\b/i.test(comment) &&
    !/생략\s*(?:가능|시|할|하면|해도|된 경우)|(?:can|may|could|might) be omitted|if omitted|when omitted|optional/i.test(
      comment,
    ));
