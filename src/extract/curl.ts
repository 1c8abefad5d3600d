import { hole } from "../validator/unknown.js";
import { bodyIn, type Written } from "./body.js";
import { type Call, kindsCalled } from "./calls.js";
import type { Reader, ReadOptions, Source } from "./reader.js";

/** A quote that nothing closes is an apostrophe, most likely, but a text full of them is not worth the time. */
const mostUnclosed = 100;

/** Reads the curl commands of a shell script. */
export const readShell: Reader = (text, options) => {
  const calls: Call[] = [];
  const command = /(?<![\w./-])curl(?=\s)/g;
  let unclosed = 0;
  for (let match = command.exec(text); match; match = command.exec(text)) {
    const { words, end, isClosed } = commandAt(text, match.index);
    const call = curlCall(words, text, options);
    if (call) calls.push(call);
    if (isClosed) command.lastIndex = end;
    else if (++unclosed > mostUnclosed) break;
  }
  return { calls, addresses: [], unparsable: [] };
};

/** The words of a command from its first on, quotes and continued lines worked out, each letter with its place. */
function commandAt(text: string, start: number) {
  const words: Written[] = [];
  let word: { text: string; places: number[] } | undefined;
  const add = (letter: string, at: number) => {
    word ??= { text: "", places: [] };
    word.text += letter;
    word.places.push(at);
  };
  const end = () => {
    if (word) words.push(word);
    word = undefined;
  };
  let quote = "";
  let at = start;
  for (; at < text.length; at++) {
    const letter = text[at] as string;
    const next = text[at + 1] ?? "";
    if (quote === "'") {
      if (letter === "'") quote = "";
      else add(letter, at);
    } else if (letter === "\\" && (quote === "" || /["\\$`\n]/.test(next))) {
      const isContinued = next === "\n" || (next === "\r" && text[at + 2] === "\n");
      if (!isContinued) add(next, at + 1);
      at += next === "\r" && isContinued ? 2 : 1;
    } else if (letter === "$" && /[\w{(]/.test(next)) {
      const [stretch = "$"] = /^\$(?:\{[^}]*\}|\([^)]*\)|\w+)/.exec(text.slice(at, at + 200)) ?? [];
      add(hole, at);
      at += stretch.length - 1;
    } else if (quote === '"') {
      if (letter === '"') quote = "";
      else add(letter, at);
    } else if (letter === "'" || letter === '"') {
      quote = letter;
      word ??= { text: "", places: [] };
    } else if (/\s/.test(letter)) {
      end();
      if (letter === "\n") break;
    } else if (/[;|&)`]/.test(letter)) break;
    else add(letter, at);
  }
  end();
  return { words, end: at, isClosed: quote === "" };
}

const bodyOptions =
  /^(?:-d|--data|--data-raw|--data-binary|--data-ascii|--data-urlencode|--json|-F|--form)$/;
const bareOptions =
  /^(?:-[sSkvLiIgGfNO]+|--(?:silent|insecure|verbose|location|include|fail|compressed|show-error|get))$/;

function curlCall(
  [curl, ...rest]: Written[],
  text: string,
  options: ReadOptions,
): Call | undefined {
  let address: Written | undefined;
  let method: string | undefined;
  let isJson = false;
  const bodies: Written[] = [];
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index] as Written;
    // `-XPOST`, `-d'...'`, `--data='...'`
    const [, short, attached] = /^(-[XdHF])([\s\S]+)$/.exec(word.text) ?? [];
    const [, long, assigned] = /^(--[a-z-]+)=([\s\S]*)$/.exec(word.text) ?? [];
    const name = short ?? long ?? word.text;
    const inline = attached ?? assigned;
    if (!name.startsWith("-")) {
      address ??= word;
      continue;
    }
    if (bareOptions.test(name)) continue;
    const value =
      inline === undefined
        ? rest[++index]
        : { text: inline, places: word.places.slice(word.text.length - inline.length) };
    if (!value) break;
    if (name === "-X" || name === "--request") method = value.text;
    else if (name === "--url") address = value;
    else if (name === "-H" || name === "--header") isJson ||= /json/i.test(value.text);
    else if (bodyOptions.test(name)) {
      isJson ||= name === "--json";
      bodies.push(value);
    }
  }
  if (!address || !curl) return undefined;
  const verb = method ?? (bodies.length > 0 ? "POST" : "GET");
  const [from = 0] = address.places;
  const written = text.slice(from, (address.places.at(-1) ?? from) + 1);
  const called = { text: address.text, written, file: text };
  const kinds = kindsCalled(options.kinds, verb, called);
  if (kinds.length === 0) return undefined;
  const [first = 0] = curl.places;
  const end = (rest.findLast(({ places }) => places.length > 0)?.places.at(-1) ?? first) + 1;
  const body = bodyIn(bodies, isJson);
  return {
    kinds,
    span: [first, end],
    payload: body?.payload,
    isForm: body?.isForm ?? false,
    reads: [],
  };
}

const variable = /\{\{[^{}]*\}\}/g;

/** Reads a file of HTTP requests, one after another behind `###`. */
export const readHttp: Reader = (text, options): Source => {
  const calls = requestsIn(text).flatMap(({ method, address, at, headers, body }): Call[] => {
    const called = { text: address.replace(variable, hole), written: address, file: text };
    const kinds = kindsCalled(options.kinds, method, called);
    if (kinds.length === 0) return [];
    const places = Array.from({ length: body.text.length }, (_, index) => body.at + index);
    const found = bodyIn([withHoles({ text: body.text, places })], /json/i.test(headers));
    return [
      {
        kinds,
        span: [at, at + method.length],
        payload: found?.payload,
        isForm: found?.isForm ?? false,
        reads: [],
      },
    ];
  });
  return { calls, addresses: [], unparsable: [] };
};

interface Request {
  readonly method: string;
  readonly address: string;
  /** Where the request begins. */
  readonly at: number;
  readonly headers: string;
  readonly body: { readonly text: string; readonly at: number };
}

function requestsIn(text: string): Request[] {
  const requests: Request[] = [];
  let start = 0;
  for (const block of text.split(/^(?=###)/m)) {
    const first = /^(POST|PUT)[ \t]+(\S+)/m.exec(block);
    if (first) {
      const [, method = "", address = ""] = first;
      const blank = /\n[ \t]*\r?\n/g;
      blank.lastIndex = first.index;
      const headersEnd = blank.exec(block) ? blank.lastIndex : block.length;
      const headers = block.slice(first.index, headersEnd);
      const body = { text: block.slice(headersEnd).trimEnd(), at: start + headersEnd };
      requests.push({ method, address, at: start + first.index, headers, body });
    }
    start += block.length;
  }
  return requests;
}

function withHoles({ text, places }: Written): Written {
  const kept: Written = { text: "", places: [] };
  let written = "";
  let from = 0;
  for (const match of text.matchAll(variable)) {
    written += text.slice(from, match.index) + hole;
    kept.places.push(...places.slice(from, match.index), places[match.index] as number);
    from = match.index + match[0].length;
  }
  kept.places.push(...places.slice(from));
  return { text: written + text.slice(from), places: kept.places };
}
