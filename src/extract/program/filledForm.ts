import type { Span } from "../../text/positions.js";
import { hole, isWholeText, Unknown } from "../../validator/unknown.js";
import type { Written } from "../body.js";
import type { Run } from "./library.js";
import { comingFrom, type Value, writtenOf } from "./values.js";

/** How a language writes the directives of a form, such as `%s` or `{}`. */
export interface FormSyntax {
  /** Global: it finds each directive. */
  readonly directive: RegExp;
  /** The letters that a directive always stands for, such as `%` for `%%`. */
  readonly letters: (directive: RegExpMatchArray) => string | undefined;
}

/** A form with the texts of values where it has directives; `textFor` gives the text of every other directive. */
export function filledForm(
  form: Value | undefined,
  values: readonly Value[],
  syntax: FormSyntax,
  textFor: (directive: RegExpMatchArray) => string,
  { span, run }: { readonly span: Span; readonly run: Run },
): Value {
  const more = comingFrom(form, ...values);
  if (typeof form?.known !== "string") return run.unknown(span, { types: ["string"], ...more });
  const { known: written, letters } = form;
  let text = "";
  let from = 0;
  for (const match of written.matchAll(syntax.directive)) {
    text += written.slice(from, match.index) + (syntax.letters(match) ?? textFor(match));
    from = match.index + match[0].length;
  }
  text += written.slice(from);
  return {
    span,
    known: isWholeText(text) ? text : new Unknown(run.sourceOf(span), ["string"], text),
    ...(letters && { letters: { written: () => withHoles(writtenOf(letters), syntax) } }),
    ...more,
  };
}

/** The letters of a form, with a hole for every other directive. */
function withHoles({ text, offsets }: Written, { directive, letters }: FormSyntax): Written {
  const result: Written = { text: "", offsets: [] };
  let from = 0;
  const copyTo = (to: number) => {
    result.text += text.slice(from, to);
    result.offsets.push(...offsets.slice(from, to));
  };
  for (const match of text.matchAll(directive)) {
    copyTo(match.index);
    result.text += letters(match) ?? hole;
    result.offsets.push(offsets[match.index] ?? 0);
    from = match.index + match[0].length;
  }
  copyTo(text.length);
  return result;
}
