import { type ParseError, parseTree } from "jsonc-parser";
import type { Span } from "../text/positions.js";
import type { Text } from "../validator/types.js";
import { hole, markOpen, Unknown } from "../validator/unknown.js";
import { mistakeIn, noValue } from "./json.js";
import { elided, readableSample } from "./jsonSample.js";
import { locatedTree } from "./jsonTree.js";
import { type DuplicateKey, type Located, leaf, opened } from "./located.js";
import { TooDeep, tooDeep } from "./nesting.js";
import type { Extraction } from "./reader.js";
import { sampleText } from "./sample.js";

/** A text worked out of its quotes, each letter with its place in the file; `hole` for what is not known. */
export interface Written {
  text: string;
  offsets: number[];
}

/** A part of what a request sends. */
export interface BodyPart {
  readonly written: Written;
  /** `encoded`: `a=1&b=2`; `literal`: one `name=value` as it is; `elsewhere`: in a file that this text does not show. */
  readonly is: "encoded" | "literal" | "elsewhere";
}

/** The payload that a request's body makes, or why there is none. */
type Body =
  | { readonly payload: Located; readonly isForm: boolean }
  | { readonly fault: Extraction["unparsable"][number] };

/** What a reader tells of bodies that cannot be read. A sample may be incomplete. */
export const unread = (
  faults: Extraction["unparsable"],
  isSample: boolean,
): Pick<Extraction, "unparsable" | "facts"> => ({
  unparsable: isSample ? faults.map(({ span, reason }) => ({ span, reason })) : faults,
  facts: faults.flatMap(({ span, isTold }) =>
    isTold && !isSample ? [{ what: "rest-body", value: "broken", span, isSample }] : [],
  ),
});

/** Reads the body of a request: JSON, or a form. Undefined where this text does not show it. */
export function bodyIn(
  parts: readonly BodyPart[],
  { isJson, isSample = false }: { readonly isJson: boolean; readonly isSample?: boolean },
): Body | undefined {
  const [first] = parts;
  if (!first) return undefined;
  if (isJson || /^\s*[{[]/.test(first.written.text)) {
    return first.is === "elsewhere" ? undefined : jsonIn(first.written, isSample);
  }
  if (parts.every(({ is }) => is === "elsewhere")) return undefined;
  return { payload: formIn(parts, isSample), isForm: true };
}

const spanOf = ({ offsets }: Written, start: number, end: number): Span => [
  offsets[start] ?? 0,
  (offsets[end - 1] ?? offsets.at(-1) ?? 0) + 1,
];

function jsonIn(written: Written, isSample: boolean): Body | undefined {
  const readable = isSample ? readableSample(written) : readableJson(written);
  if (readable.text.trim() === "") return undefined;
  const failed = (reason: Text, offset: number, isTold = false): Body => {
    const at = readable.offsets[offset] ?? readable.offsets.at(-1) ?? 0;
    return { fault: { span: [at, at + 1], reason, ...(isTold && { isTold }) } };
  };
  try {
    const errors: ParseError[] = [];
    const root = parseTree(readable.text, errors, { allowTrailingComma: true });
    const [first] = errors;
    if (first) {
      // What is not known, and is not inside of quotes, may be what is missing.
      const isKnown = !readable.text.slice(0, first.offset).includes(`"${bare}"`);
      return failed(mistakeIn(first), first.offset, isKnown);
    }
    if (!root) return failed(noValue, 0);
    const payload = locatedTree(root, {
      spanOf: (start, end) => spanOf(readable, start, end),
      scalar: (value) => scalar(value, isSample),
    });
    return { payload: isSample ? withoutElided(payload) : payload, isForm: false };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return failed(tooDeep, error instanceof TooDeep ? error.at : 0);
  }
}

/** A text that stands for a value of any type. */
const bare = `${hole}${hole}`;

/** Holes outside of texts are made texts of their own, so that the rest can be read as JSON. */
function readableJson(written: Written): Written {
  const readable: Written = { text: "", offsets: [] };
  let isQuoted = false;
  let isEscaped = false;
  for (let index = 0; index < written.text.length; index++) {
    const letter = written.text[index] as string;
    const offset = written.offsets[index] as number;
    if (letter === '"' && !isEscaped) isQuoted = !isQuoted;
    isEscaped = letter === "\\" && !isEscaped;
    const put = letter === hole && !isQuoted ? `"${bare}"` : letter;
    readable.text += put;
    for (let count = 0; count < put.length; count++) readable.offsets.push(offset);
  }
  return readable;
}

function scalar(value: unknown, isSample: boolean): unknown {
  if (typeof value !== "string") return value;
  if (value === bare) return new Unknown("a variable");
  if (value === elided) return new Unknown("…", ["string"], elided);
  if (isSample) return sampleText(value);
  return value.includes(hole)
    ? new Unknown(`"${value.replaceAll(hole, "…")}"`, ["string"], value)
    : value;
}

/** What a sample leaves out makes the object or the list around it open, and what is in that. */
function withoutElided(located: Located): Located {
  if (located.children.size === 0) return located;
  const isList = Array.isArray(located.value);
  const kept = [...located.children]
    .map(([key, child]) => [key, withoutElided(child)] as const)
    .filter(([key, { value }]) => key !== elided && !isElided(value));
  const names = kept.map(([key], index) => (isList ? String(index) : key));
  const children = new Map(kept.map(([, child], index) => [names[index] as string, child]));
  const value = isList
    ? kept.map(([, child]) => child.value)
    : Object.fromEntries([...children].map(([key, child]) => [key, child.value]));
  const duplicateKeys = located.duplicateKeys.filter(({ key }) => key !== elided);
  const whole = { ...located, value, children, duplicateKeys };
  return kept.length < located.children.size ? opened(whole) : whole;
}

const isElided = (value: unknown) => value instanceof Unknown && value.text === elided;

interface Pair {
  readonly start: number;
  readonly text: string;
}

const literalPair = (text: string): Pair => ({ start: 0, text });

/** The pairs of a form, each with a name. */
const pairsIn = (form: string): Pair[] =>
  [...form.matchAll(/[^=&][^&]*/g)].map(({ index, 0: text }) => ({ start: index, text }));

function formIn(parts: readonly BodyPart[], isSample: boolean): Located {
  const children = new Map<string, Located>();
  const duplicateKeys: DuplicateKey[] = [];
  for (const { written, is } of parts) {
    if (is === "elsewhere") continue;
    const decode = is === "literal" ? (text: string) => text : decoded;
    for (const { start, text } of is === "literal"
      ? [literalPair(written.text)]
      : pairsIn(written.text)) {
      const equals = text.indexOf("=");
      const name = equals < 0 ? text : text.slice(0, equals);
      const value = equals < 0 ? "" : text.slice(equals + 1);
      if (text === "") continue;
      const end = start + text.length;
      const span = spanOf(written, value === "" ? start : end - value.length, end);
      const keySpan = spanOf(written, start, start + name.length);
      const key = decode(name);
      const earlier = children.get(key);
      // `items[]` is a list, to which each pair adds.
      if (earlier && !key.endsWith("[]")) {
        duplicateKeys.push({ key, span: keySpan, earlier: earlier.span });
      }
      children.set(key, { ...leaf(scalar(decode(value), isSample), span), key: keySpan });
    }
  }
  const first = parts.find(({ is }) => is !== "elsewhere") as BodyPart;
  const value = Object.fromEntries([...children].map(([key, child]) => [key, child.value]));
  const isWhole = parts.every(({ is }) => is !== "elsewhere");
  return {
    value: isWhole ? value : markOpen(value),
    span: spanOf(first.written, 0, first.written.text.length),
    children,
    duplicateKeys,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
