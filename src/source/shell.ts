import { hole } from "../runtime/unknown.js";
import { bodyIn, type Written } from "./body.js";
import { type Call, kindsCalled } from "./calls.js";
import type { Reader, ReadOptions, Source } from "./reader.js";

/** Reads the curl commands of a shell script. */
export const readShell: Reader = (text, options) => {
  const calls: Call[] = [];
  for (const { index } of text.matchAll(/(?<![\w./-])curl(?=\s)/g)) {
    const call = curlCall(words(text, index), text, options);
    if (call) calls.push(call);
  }
  return { calls, addresses: [], unparsable: [] };
};

/** The words of a command from its first on, quotes and continued lines worked out, each letter with its place. */
function words(text: string, start: number): Written[] {
  const found: Written[] = [];
  let word: { text: string; places: number[] } | undefined;
  const add = (letter: string, at: number) => {
    word ??= { text: "", places: [] };
    word.text += letter;
    word.places.push(at);
  };
  const end = () => {
    if (word) found.push(word);
    word = undefined;
  };
  let quote = "";
  for (let at = start; at < text.length; at++) {
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
      if (letter === "\n") return found;
    } else if (/[;|&)`]/.test(letter)) break;
    else add(letter, at);
  }
  end();
  return found;
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
  const end = Math.max(...rest.flatMap(({ places }) => places.at(-1) ?? 0), first) + 1;
  const body = bodyIn(bodies, isJson);
  return {
    kinds,
    span: [first, end],
    payload: body?.payload,
    isForm: body?.isForm ?? false,
    reads: [],
  };
}

/** Reads a file of HTTP requests, one after another behind `###`. */
export const readHttp: Reader = (text, options): Source => {
  const request =
    /^(POST|PUT)[ \t]+(\S+)[^\n]*\n((?:[^\n]*\S[^\n]*\n)*)(?:[ \t]*\r?\n([\s\S]*?))?(?=^###|(?![\s\S]))/gm;
  const calls = [...text.matchAll(request)].flatMap((match): Call[] => {
    const [whole, method = "", address = "", headers = "", body = ""] = match;
    const variable = /\{\{[^}]*\}\}/g;
    const called = { text: address.replace(variable, hole), written: address, file: text };
    const kinds = kindsCalled(options.kinds, method, called);
    if (kinds.length === 0) return [];
    const start = match.index + whole.length - body.length;
    const trimmed = body.trimEnd();
    const places = Array.from({ length: trimmed.length }, (_, index) => start + index);
    const found = bodyIn([withHoles({ text: trimmed, places }, variable)], /json/i.test(headers));
    return [
      {
        kinds,
        span: [match.index, match.index + method.length + 1 + address.length],
        payload: found?.payload,
        isForm: found?.isForm ?? false,
        reads: [],
      },
    ];
  });
  return { calls, addresses: [], unparsable: [] };
};

function withHoles({ text, places }: Written, variable: RegExp): Written {
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
