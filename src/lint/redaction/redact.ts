import { plainNames } from "../../generated/secretNames.js";
import { cardNumberStretches, hideCharacters } from "../../validator/mask.js";
import { decodedView, plainView, type View } from "../decode.js";
import { hideNamedValues } from "./namedValues.js";
import { type NameTest, secretNameTest } from "./secretNames.js";
import { type Hide, hideLiterals } from "./valueScanner.js";

/**
 * Offsets, counted in UTF-16 units, of a stretch of a text that is a secret value. `whole` is true where everything in it
 * is the value, as in YAML or a form; in code only literals are, while names and operators stay readable.
 */
export type SecretSpan = readonly [start: number, end: number, whole?: boolean];

/** What is known to be secret in a text, beside card numbers. */
interface Secrets {
  /** Names of secret values; `secretNames` of the tables. */
  readonly names: readonly string[];
  /** Where a reader found the values of secret keys. */
  readonly spans: readonly SecretSpan[];
}

/**
 * A text with all card data hidden: card numbers wherever they are, the given spans, and, whether or not the text can
 * be parsed, what is assigned to a name of a secret value, also one that is misspelt. The text keeps its length and its
 * lines. The cost is linear in its length.
 */
export function redact(text: string, { names, spans }: Secrets): string {
  const marks = new Uint8Array(text.length);
  const test = nameTestOf(names);
  const decoded = decodedView(text);
  for (const view of decoded ? [plainView(text), decoded] : [plainView(text)]) {
    const hide: Hide = (start, end) => marks.fill(1, view.original(start), view.original(end));
    hideCardNumbers(view, hide);
    hideNamedValues(view.text, test, hide);
  }
  for (const span of spans) hideSpan(text, span, test, (start, end) => marks.fill(1, start, end));
  return withoutMarked(text, marks);
}

const nameTests = new WeakMap<readonly string[], NameTest>();

function nameTestOf(names: readonly string[]): NameTest {
  let test = nameTests.get(names);
  if (!test) {
    test = secretNameTest(names, plainNames);
    nameTests.set(names, test);
  }
  return test;
}

function hideCardNumbers({ text }: View, hide: Hide): void {
  const stretches = cardNumberStretches(text);
  for (let index = 0; index < stretches.length; index += 2) {
    hide(stretches[index] as number, stretches[index + 1] as number);
  }
}

function hideSpan(text: string, [from, to, whole]: SecretSpan, test: NameTest, hide: Hide): void {
  const start = Math.max(0, from);
  const limit = Math.min(text.length, to);
  if (whole) {
    hide(start, Math.max(start, limit));
    return;
  }
  const options = { limit, ends: false, endsAtComma: false, digitsOnly: false, isArgument: false };
  hideLiterals(text, start, { ...options, indent: 0 }, test, hide);
}

/** A text with what is marked hidden. */
function withoutMarked(text: string, marks: Uint8Array): string {
  const pieces: string[] = [];
  let from = 0;
  while (from < text.length) {
    const next = marks.indexOf(1 - (marks[from] as number), from);
    const end = next < 0 ? text.length : next;
    const piece = text.slice(from, end);
    pieces.push(marks[from] ? hideCharacters(piece) : piece);
    from = end;
  }
  return pieces.join("");
}
