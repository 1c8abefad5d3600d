import { hole } from "../../../validator/unknown.js";

/** A part of a text that the reader of a document replaces: `{order number}`, `<your key>`. */
const placeholderPart = /\{[^{}]+\}|<[^<>]+>|[xX*●○]{3,}|\.{3,}|…+/gu;

/** A form of a date or a number: `YYYYMMDD`, `YYYY-MM`, also behind other words. */
const dateForm = /(?<![\p{L}\p{N}])(?=[YMDNH]*(?:YY|MM|DD|NN|HH))[YMDNH]{2,}(?![\p{L}\p{N}])/u;

/** What a Korean description of a value ends in. */
const koreanNoun =
  /(?:주소|번호|코드|값|키|이름|금액|여부|일시|날짜|일자|기한|시각|아이디|이메일|연락처|식별자|비밀번호|상품명|주문명|구매자명|고객명|상호명|경로|문자열|URL|ID)(?:을|를)?(?:\s*\([^()]*\))?\s*$/iu;

/** What a Korean description says of a value: `이동할`, `발급받은`, `입력하세요`. */
const koreanDescription =
  /(?:할|될|받을|보낼|하는|되는|받은|생성한|설정한|등록한|입력한|완료 후|성공 시|실패 시)(?:\s|$)|(?:입력|기재|작성|설정)(?:해|하|필요)/u;

const englishNoun = /\b(?:URL|URI|address|number|ID|key|code|date|name|token|email|amount)$/i;
const englishDescription =
  /^(?:your|the|an?)[\s_-]|\b(?:your|to return to|goes here|or|if any)\b|\be\.g\.|\s\|\s/i;

/** A description in words instead of a value. A name of goods has words too, but describes nothing. */
function isDescription(text: string): boolean {
  if (/\p{Script=Hangul}/u.test(text)) {
    return koreanNoun.test(text) || (/\s/.test(text) && koreanDescription.test(text));
  }
  if (/^your[_-]/i.test(text)) return true;
  return /\p{L}\s+\S/u.test(text) && (englishNoun.test(text) || englishDescription.test(text));
}

/** A text of a sample in a document, with holes for its placeholders. */
export function withPlaceholderHoles(text: string): string {
  if (dateForm.test(text)) return hole;
  const known = text.replace(placeholderPart, hole);
  return known === text && isDescription(text) ? hole : known;
}

/** The text of a comment, without its marks. */
const commentsIn = /\/\*([\s\S]*?)\*\/|\/\/([^\n]*)/g;

const ellipsis = /^[\s*]*(?:\.{3,}|…+)/;
/** Whether a comment ends in an ellipsis, whatever stars and blanks are behind it. */
const endsInEllipsis = (text: string) => /(?:\.\.\.|…)$/.test(text.replaceAll("*", " ").trimEnd());

const koreanOmission =
  /(?:중략|하략|전략|후략|생략)(?=$|[^\p{L}\p{N}]*$|\s*(?:됨|함|했|하였|되었|된|한다|합니다|입니다)|[,.)\]~:])/u;
const englishOmission = /\b(?:omitted|elided|snip(?:ped)?|truncated)\b/i;
const mayBeOmitted =
  /\b(?:can|may|might|could|should|must|if|when|unless|is|cannot|not)\s+(?:not\s+)?(?:be\s+)?omitted\b|생략\s*(?:가능|시|할|하면|해도|불가)/i;
const others =
  /^(?:(?:the|some|any|and|all)\s+)*(?:other|remaining|more|rest of|additional|same as|as above|etc)\b|^(?:나머지|기타|다른|그 외|이외)\s|위와 (?:동일|같)|^동일$/i;

/** Whether a comment says that something is left out. `isBehind` is true of one on the line of the key before it. */
function isEliding(comment: string, isBehind: boolean): boolean {
  const text = comment.trim();
  if (ellipsis.test(text)) return true;
  if (koreanOmission.test(text) && !mayBeOmitted.test(text)) return true;
  if (englishOmission.test(text) && !mayBeOmitted.test(text)) return true;
  return !isBehind && (endsInEllipsis(text) || others.test(text));
}

/**
 * Whether a stretch of code between the items of an object or a list says that others are left out there. `isFirst` is true of the
 * stretch before the first item.
 */
export function hasElision(gap: string, isFirst: boolean): boolean {
  for (const match of gap.matchAll(commentsIn)) {
    const isBehind = !isFirst && !gap.slice(0, match.index).includes("\n");
    if (isEliding(match[1] ?? match[2] ?? "", isBehind)) return true;
  }
  return false;
}

/** Whether a sample in any language says somewhere that something is left out, in a comment or by three dots. */
export const elidesSomething = (text: string): boolean =>
  hasElision(text.replace(/#/g, "//"), true) || text.search(bareEllipsis) >= 0;

/** Stands for a bare `...` of a sample, which is no JavaScript; a letter, so that it can be a key. */
export const elisionLetter = "\ua66d";

const bareEllipsis = /\.{3}(?=[ \t]*(?:[,}\])\n\r]|\/[/*]|$))|…(?=\s*[,}\])])/g;

/** Code whose bare `...` and `…` are keys, of the same length. */
export function withoutBareEllipses(code: string): string {
  return code.replace(bareEllipsis, (dots, at: number) => {
    if (dots.length < 3) return elisionLetter;
    const isFirst = /(?:[,{[(]|^)\s*$/.test(code.slice(Math.max(0, at - 200), at));
    const isLast = /^\s*(?:[,}\])]|$)/.test(code.slice(at + 3, at + 203));
    return `${isFirst ? elisionLetter : ","}${elisionLetter}${isLast ? elisionLetter : ","}`;
  });
}

/** Texts and comments, and behind them what is written in Korean words where a value is expected. */
const descriptions =
  /"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|`(?:\\[\s\S]|[^`\\])*`?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(?=[\p{L}\p{N}_])(?<=[(,:=]\s*)(?=[\w \t]*\p{Script=Hangul})[\p{L}\p{N}_]+(?:[ \t]+[\p{L}\p{N}_]+)+(?=\s*[,)}\];])/gu;

/** Code whose values in Korean words, such as `IMP.init(고객사 식별코드)`, are names, of the same length. */
export const withoutDescriptions = (code: string): string =>
  code.replace(descriptions, (found) =>
    /^["'`/]/.test(found) ? found : found.replace(/[ \t]/g, "_"),
  );
