import { hole } from "../validator/unknown.js";
import { bodyIn, type Written } from "./body.js";
import { type Call, kindsCalled, nameOfPath } from "./calls.js";
import { nothing, type Reader, type ReadOptions } from "./reader.js";

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
  return { ...nothing, calls };
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
    name: `${verb} ${nameOfPath(address.text)}`,
    span: [first, end],
    payload: body?.payload,
    syntax: body?.isForm ? "form" : "json",
    isForm: body?.isForm ?? false,
    reads: [],
  };
}
