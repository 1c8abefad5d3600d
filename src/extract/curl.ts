import type { Span } from "../text/positions.js";
import { type BodyPart, bodyIn, unread, type Written } from "./body.js";
import { type Call, kindsCalled, nameOfPath } from "./calls.js";
import { type Extraction, nothing, type Reader, type ReadOptions, together } from "./reader.js";
import { restFacts } from "./restFacts.js";
import { commandAt, type ShellCommand } from "./shellWords.js";

/** A quote that nothing closes is an apostrophe, most likely, but a text full of them is not worth the time. */
const mostUnclosed = 100;

/** Reads the curl commands of a shell script. */
export const readShell: Reader = (text, options) => {
  const found: Extraction[] = [];
  const curl = /(?<![\w./-])curl(?:\.exe)?(?=\s)/g;
  let unclosed = 0;
  for (let match = curl.exec(text); match; match = curl.exec(text)) {
    const command = commandAt(text, match.index, options.isSample);
    found.push(readCommand(command, match.index, text, options));
    if (command.isClosed) curl.lastIndex = command.end;
    else if (++unclosed > mostUnclosed) break;
  }
  return together(found);
};

function readCommand(
  { words, input, blanks }: ShellCommand,
  start: number,
  text: string,
  options: ReadOptions,
): Extraction {
  const { isSample = false, document = text } = options;
  const rest = words.slice(1);
  const { address, method, isJson, parts } = requestOf(rest, input);
  if (!address?.text) return nothing;
  const span = spanOf(address.offsets);
  const called = { text: address.text, written: text.slice(...span), file: document };
  const kinds = kindsCalled(options.kinds, method, called);
  const facts = restFacts(options.apis, {
    ...{ method: method.toUpperCase(), address: address.text, span },
    headers: headersOf(rest, text),
    isSample,
  });
  if (kinds.length === 0) return { ...nothing, facts };
  const brokenContinuations = blanks.map((span) => ({
    span,
    edits: [{ start: span[0], end: span[1], text: "" }],
  }));
  const body = bodyIn(parts, { isJson, isSample });
  if (body && "fault" in body) {
    const { unparsable, facts: ofBody } = unread([body.fault], isSample);
    return { ...nothing, brokenContinuations, unparsable, facts: [...facts, ...ofBody] };
  }
  const [, end] = spanOf(rest.flatMap(({ offsets }) => offsets));
  const call: Call = {
    kinds,
    name: `${method} ${nameOfPath(address.text)}`,
    span: [start, end],
    payload: body?.payload,
    syntax: body?.isForm ? "form" : "json",
    isForm: body?.isForm ?? false,
    reads: [],
  };
  return { ...nothing, calls: [call], facts, brokenContinuations };
}

/** The stretch of the text that letters at these places are in. */
const spanOf = (offsets: readonly number[]): Span => [
  offsets[0] as number,
  (offsets.at(-1) as number) + 1,
];

/** The headers of a command as they are written. */
const headersOf = (words: readonly Written[], text: string): string[] =>
  [...optionsIn(words)].flatMap(({ name, value }) =>
    name === "header" && value?.text ? [writtenOut(value, text)] : [],
  );

/** A word as it is written. Of a variable, only the dollar sign has an offset. */
function writtenOut({ offsets }: Written, text: string): string {
  const [start, end] = spanOf(offsets);
  const [, more = ""] = /^\$(\{\w+\}|\w+)/.exec(text.slice(end - 1, end + 100)) ?? [];
  return text.slice(start, end) + more;
}

interface Request {
  readonly address: Written | undefined;
  readonly method: string;
  readonly isJson: boolean;
  readonly parts: readonly BodyPart[];
}

/** What a command asks for, by its words behind `curl`. */
function requestOf(words: readonly Written[], input: Written | undefined): Request {
  let address: Written | undefined;
  let asked: string | undefined;
  let isJson = false;
  let isGet = false;
  const parts: BodyPart[] = [];
  for (const { name, value } of optionsIn(words)) {
    if (name === "next") break;
    if (name === "get") isGet = true;
    if (!value) continue;
    if (name === "" || name === "url") address ??= value;
    else if (name === "request") asked = value.text;
    else if (name === "header") isJson ||= /json/i.test(value.text);
    else if (/^(?:data|json|form)/.test(name)) {
      isJson ||= name === "json";
      parts.push(partOf(name, value, input));
    }
  }
  const method = asked ?? (parts.length > 0 && !isGet ? "POST" : "GET");
  // With --get what would be sent is in the address.
  return { address, method, isJson, parts: isGet ? [] : parts };
}

function partOf(name: string, value: Written, input: Written | undefined): BodyPart {
  const isForm = name.startsWith("form");
  const isRaw = name === "data-raw" || name === "form-string";
  const isEncoding = name === "data-urlencode";
  if (!isRaw && value.text === "@-" && input) return { written: input, is: "encoded" };
  const file = isForm ? /^[^=]*=[@<]/ : isEncoding ? /^[^=]*@/ : /^@/;
  if (!isRaw && file.test(value.text)) return { written: value, is: "elsewhere" };
  if (name === "form") return { written: formField(value), is: "literal" };
  return { written: value, is: isForm || isEncoding ? "literal" : "encoded" };
}

/** `name="value";type=text/plain`, as `--form` takes it, without the quotes and what follows the value. */
function formField({ text, offsets }: Written): Written {
  const from = text.indexOf("=") + 1;
  const value = text.slice(from);
  const quoted = /^"((?:[^"\\]|\\.)*)"/s.exec(value)?.[1];
  const kept = quoted ?? value.replace(/;.*/s, "");
  const start = from + (quoted === undefined ? 0 : 1);
  return {
    text: text.slice(0, from) + kept,
    offsets: [...offsets.slice(0, from), ...offsets.slice(start, start + kept.length)],
  };
}

interface Option {
  /** The long name, without its dashes; empty for a word that is no option. */
  readonly name: string;
  readonly value?: Written | undefined;
}

/** Letters of short options that matter, and their long names. */
const shortNames: Readonly<Record<string, string>> = {
  d: "data",
  F: "form",
  G: "get",
  H: "header",
  X: "request",
  ":": "next",
};

/** Short options that take a value. */
const shortWithValue = /[AbcCdDeEFHKmoPQrtTuUwxXyYz]/;

/** Long options that take none. */
const longWithoutValue = new RegExp(
  `^(?:${[
    "no-.*|anyauth|basic|compressed|create-dirs|digest|disable|fail|fail-early|fail-with-body|get|globoff|head",
    "http[\\d.]+|http2-prior-knowledge|include|insecure|ipv[46]|junk-session-cookies|list-only|location|location-trusted",
    "negotiate|next|ntlm|parallel|path-as-is|post30[123]|progress-bar|proxy-insecure|raw|remote-header-name|remote-name",
    "retry-all-errors|retry-connrefused|show-error|show-headers|silent|ssl|ssl-reqd|styled-output|tcp-fastopen|tcp-nodelay",
    "tlsv[\\d.]+|trace-time|verbose",
  ].join("|")})$`,
);

function* optionsIn(words: readonly Written[]): Generator<Option> {
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as Written;
    const behind = (from: number): Written => ({
      text: word.text.slice(from),
      offsets: word.offsets.slice(from),
    });
    if (/^--[a-z]/.test(word.text)) {
      const assigned = word.text.indexOf("=");
      const name = word.text.slice(2, assigned < 0 ? undefined : assigned);
      if (assigned >= 0) yield { name, value: behind(assigned + 1) };
      else if (longWithoutValue.test(name)) yield { name };
      else yield { name, value: words[++index] };
    } else if (/^-[^-]/.test(word.text)) {
      // Several letters can share a dash; the first that takes a value takes the rest, or else the next word.
      for (let at = 1; at < word.text.length; at++) {
        const letter = word.text[at] as string;
        const name = shortNames[letter] ?? letter;
        if (!shortWithValue.test(letter)) yield { name };
        else {
          yield { name, value: at + 1 < word.text.length ? behind(at + 1) : words[++index] };
          break;
        }
      }
    } else yield { name: "", value: word };
  }
}
