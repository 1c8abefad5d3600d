import { hole, type JsonType, Unknown } from "../validator/unknown.js";
import { withPlaceholderHoles } from "./javascript/folding/placeholders.js";

const anyType: readonly JsonType[] = ["string", "number", "boolean", "object", "array", "null"];

/** What the shell or a client of HTTP puts there: `$AMOUNT`, `${AMOUNT}`, `{{amount}}`. */
const variable = /\$\{[^{}]*\}|\$[A-Za-z_]\w*|\{\{[^{}]*\}\}/g;

/** What a value looks like, said in Korean: `생년월일 6자리`. */
function isFormInWords(text: string): boolean {
  const first = text.search(/\p{Script=Hangul}/u);
  return first >= 0 && /\d\s*자리|형식/u.test(text.slice(first + 1).split("\n", 1)[0] ?? "");
}

const onlyHoles = new RegExp(`^${hole}+$`);

/**
 * A text of a sample in a document, which may have holes: the text itself, or an `Unknown` if it contains a placeholder. A text
 * that is one placeholder may stand for a value of any type.
 */
export function sampleText(text: string): string | Unknown {
  const known = isFormInWords(text) ? hole : withPlaceholderHoles(text.replace(variable, hole));
  if (!known.includes(hole)) return text;
  const source = `"${known.replaceAll(hole, "…")}"`;
  return onlyHoles.test(known)
    ? new Unknown(source, anyType)
    : new Unknown(source, ["string"], known);
}
