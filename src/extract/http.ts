import { hole } from "../validator/unknown.js";
import { bodyIn, type Written } from "./body.js";
import { type Call, kindsCalled, nameOfPath } from "./calls.js";
import { nothing, type Reader } from "./reader.js";

const variable = /\{\{[^{}]*\}\}/g;

/** Reads a file of HTTP requests, one after another behind `###`. */
export const readHttp: Reader = (text, options) => {
  const calls = requestsIn(text).flatMap(({ method, address, at, headers, body }): Call[] => {
    const called = { text: address.replace(variable, hole), written: address, file: text };
    const kinds = kindsCalled(options.kinds, method, called);
    if (kinds.length === 0) return [];
    const places = Array.from({ length: body.text.length }, (_, index) => body.at + index);
    const found = bodyIn([withHoles({ text: body.text, places })], /json/i.test(headers));
    return [
      {
        kinds,
        name: `${method} ${nameOfPath(address)}`,
        span: [at, at + method.length],
        payload: found?.payload,
        syntax: found?.isForm ? "form" : "json",
        isForm: found?.isForm ?? false,
        reads: [],
      },
    ];
  });
  return { ...nothing, calls };
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
