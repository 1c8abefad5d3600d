import type { Fault, KindFacts, Term } from "./compiled.js";
import { escapeControls, maskCardNumbers, maskSecret } from "./mask.js";
import { parsePointer, pointerOfFirst, spokenPath, valueAt, wildcardPath } from "./pointer.js";
import { charactersOutsideEucKr, eucKrLength } from "./predicates/eucKr.js";
import { remembered } from "./remembered.js";
import type { Locale, Text } from "./types.js";
import { hole, textOf, Unknown } from "./unknown.js";

const longestQuote = 60;

const kindsOfValue: Record<string, Text> = {
  nothing: { en: "nothing", ko: "없음" },
  list: { en: "an array", ko: "배열" },
  object: { en: "an object", ko: "객체" },
  function: { en: "a function", ko: "함수" },
  unreadable: { en: "a value that cannot be read", ko: "읽을 수 없는 값" },
};

/** A value as a message shows it: short, on one line, secrets masked, objects by name only. */
function showValue(value: unknown, locale: Locale, isSecret = false): string {
  const mask = isSecret ? maskSecret : maskCardNumbers;
  const named = (kind: string) => (kindsOfValue[kind] as Text)[locale];
  switch (typeof value) {
    case "string": {
      const text = mask(value);
      return escapeControls(JSON.stringify(shortened(text)));
    }
    case "number":
      return mask(Object.is(value, -0) ? "-0" : String(value));
    case "bigint": {
      const digits = String(value);
      return digits.length > longestQuote ? named("unreadable") : `${mask(digits)}n`;
    }
    case "undefined":
      return named("nothing");
    case "boolean":
      return String(value);
    case "object":
      if (value === null) return "null";
      if (value instanceof Unknown) return escapeControls(shortened(mask(value.source)));
      return named(Array.isArray(value) ? "list" : "object");
    default:
      return named(typeof value === "function" ? "function" : "unreadable");
  }
}

function shortened(text: string): string {
  const characters = [...text.slice(0, longestQuote * 2)];
  return characters.length > longestQuote ? `${characters.slice(0, longestQuote).join("")}…` : text;
}

/** What the payload itself is called where a message names a value in Korean. */
const root = { ko: "결제 데이터" };

/** The message of an unreadable value, where nothing more can be said. */
export const unreadable: Text = kindsOfValue.unreadable as Text;

export interface MessageSubject {
  readonly template: Text;
  readonly payload: unknown;
  readonly path: string;
  readonly terms?: Fault["terms"] | undefined;
  /** What the message is about, where that is a fault of the table. */
  readonly fault?: Fault | undefined;
}

/** The facts that messages about a kind need. */
export type Words = Pick<KindFacts, "gateway" | "issuer" | "labels" | "secrets">;

/** Fills a message's placeholders. A placeholder that begins with a slash is the value at that pointer. */
export const fillMessage = (subject: MessageSubject, kind: Words, locale: Locale): string =>
  partsOf(subject.template[locale])
    .map((part, index) => (index % 2 === 0 ? part : fillerOf(part, subject, kind, locale)))
    .join("");

/** The texts of a template, and between them the names of its placeholders. */
const partsOf = /* @__PURE__ */ remembered((template) => template.split(/\{([^{}]+)\}/));

const shownPath = /* @__PURE__ */ remembered((path) =>
  escapeControls(maskCardNumbers(spokenPath(path))),
);

const leastWords: Text = { en: "at least", ko: "최소" };

function fillerOf(name: string, subject: MessageSubject, kind: Words, locale: Locale): string {
  const { path, payload, fault, terms = {} } = subject;
  const show = (pointer: string) => {
    const shown = valueAt(payload, pointer);
    return (
      (pointer === kind.issuer?.path ? issuerNamed(shown, kind, locale) : undefined) ??
      showValue(shown, locale, kind.secrets[wildcardPath(pointer)])
    );
  };
  if (name.startsWith("/")) return show(pointerOfFirst(fault?.scope ?? 0, path) + name);
  const term = Object.hasOwn(terms, name) ? terms[name] : undefined;
  if (term !== undefined) return termText(term, kind, locale);
  const known = () => textOf(valueAt(payload, path)) ?? "";
  // Of a text that is known in part only the known part is counted.
  const text = () => known().replaceAll(hole, "");
  const counted = (length: number) =>
    (known().includes(hole) ? `${leastWords[locale]} ` : "") + length;
  switch (name) {
    case "gateway":
      return kind.gateway[locale];
    case "path":
      return shownPath(path);
    case "label":
      return kind.labels[wildcardPath(path)] ?? parsePointer(path).at(-1) ?? root.ko;
    case "value":
      return show(path);
    case "length":
      return counted([...text()].length);
    case "bytes":
      return counted(eucKrLength(text()));
    case "characters":
      return charactersOutsideEucKr(text())
        .slice(0, 5)
        .map((character) => `${escapeControls(character)} (${codePoint(character)})`)
        .join(", ");
    case "issuer": {
      const code = kind.issuer ? valueAt(payload, kind.issuer.path) : undefined;
      return issuerNamed(code, kind, locale) ?? showValue(code, locale);
    }
    default:
      return `{${name}}`;
  }
}

function termText(term: Term, { issuer }: Words, locale: Locale): string {
  if (typeof term !== "object") return String(term);
  if (!("issuers" in term)) return term[locale];
  return term.issuers
    .map((code) => {
      const name = issuer?.names[code]?.[locale];
      return name === undefined ? code : `${code} (${name})`;
    })
    .join(", ");
}

/** A card company's code with its name, which few readers know by the code; undefined for any other value. */
function issuerNamed(code: unknown, { issuer }: Words, locale: Locale): string | undefined {
  const name = typeof code === "string" ? issuer?.names[code]?.[locale] : undefined;
  return name === undefined ? undefined : `${name} (${code})`;
}

const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
