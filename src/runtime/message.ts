import type { CompiledKind } from "./compiled.js";
import { escapeControls, maskCardNumbers, maskSecret } from "./mask.js";
import { parsePointer, placeOf, pointerOfFirst, spokenPath, valueAt } from "./pointer.js";
import { charactersOutsideEucKr, eucKrLength } from "./predicates/eucKr.js";
import type { Locale, Text } from "./types.js";
import { Unknown } from "./unknown.js";

const longestQuote = 60;

const kindsOfValue: Record<string, Text> = {
  nothing: { en: "nothing", ko: "없음" },
  list: { en: "a list", ko: "목록" },
  object: { en: "an object", ko: "객체" },
  function: { en: "a function", ko: "함수" },
  unreadable: { en: "a value that cannot be read", ko: "읽을 수 없는 값" },
};

/** A value as a message shows it: short, on one line, secrets masked, objects by name only. */
function showValue(value: unknown, locale: Locale, secret?: number): string {
  const mask = (text: string) =>
    secret === undefined ? maskCardNumbers(text) : maskSecret(text, secret);
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

/** The message of an unreadable value, where nothing more can be said. */
export const unreadable: Text = kindsOfValue.unreadable as Text;

export interface MessageSubject {
  readonly template: Text;
  readonly payload: unknown;
  readonly path: string;
  /** Number of keys from which the pointers in the template begin. */
  readonly scope?: number | undefined;
  readonly terms?: Readonly<Record<string, Text | string | number>> | undefined;
}

/** Fills a message's placeholders. A placeholder that begins with a slash is the value at that pointer. */
export function fillMessage(
  { template, payload, path, scope = 0, terms = {} }: MessageSubject,
  kind: Pick<CompiledKind, "issuer" | "labels" | "secrets">,
  locale: Locale,
): string {
  const value = () => valueAt(payload, path);
  const show = (pointer: string) =>
    showValue(valueAt(payload, pointer), locale, kind.secrets[placeOf(pointer)]);
  const text = () => String(value() ?? "");
  const fillers: Record<string, () => string> = {
    path: () => escapeControls(maskCardNumbers(spokenPath(path))),
    value: () => show(path),
    label: () => kind.labels[placeOf(path)] ?? parsePointer(path).at(-1) ?? "",
    length: () => String([...text()].length),
    bytes: () => String(eucKrLength(text())),
    characters: () =>
      charactersOutsideEucKr(text())
        .slice(0, 5)
        .map((character) => `${escapeControls(character)} (${codePoint(character)})`)
        .join(", "),
    issuer: () => {
      const code = kind.issuer ? valueAt(payload, kind.issuer.path) : undefined;
      const name = typeof code === "string" ? kind.issuer?.names[code]?.[locale] : undefined;
      return name === undefined ? showValue(code, locale) : `${name} (${code})`;
    },
  };
  return template[locale].replace(/\{([^{}]+)\}/g, (placeholder, name: string) => {
    if (name.startsWith("/")) return show(pointerOfFirst(scope, path) + name);
    const term = Object.hasOwn(terms, name) ? terms[name] : undefined;
    if (term !== undefined) return typeof term === "object" ? term[locale] : String(term);
    return Object.hasOwn(fillers, name) ? (fillers[name] as () => string)() : placeholder;
  });
}

const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
