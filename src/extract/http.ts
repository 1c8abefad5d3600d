import { hole } from "../validator/unknown.js";
import { bodyIn, unread, type Written } from "./body.js";
import { kindsCalled, nameOfPath } from "./calls.js";
import { requestLine } from "./guessFormat.js";
import { type Extraction, nothing, type Reader, type ReadOptions, together } from "./reader.js";
import { restFacts } from "./restFacts.js";

const variable = /\{\{[^{}]*\}\}/g;

/** Reads a file of HTTP requests, one after another behind `###`. */
export const readHttp: Reader = (text, options) =>
  together(requestsIn(text).map((request) => readRequest(request, text, options)));

function readRequest(request: Request, text: string, options: ReadOptions): Extraction {
  const { method, address, at, headers, body } = request;
  const { isSample = false, document = text } = options;
  const [, host] = /^host:[ \t]*(\S+)/im.exec(headers) ?? [];
  const isRelative = /^\/(?!\/)/.test(address);
  const base = !isRelative ? "" : host === undefined ? hole : `https://${host}`;
  const called = {
    text: (base + address).replace(variable, hole),
    written: address,
    file: document,
    isRelative,
  };
  const kinds = kindsCalled(options.kinds, method, called);
  const facts = restFacts(options.apis, {
    ...{ method, address: called.text, span: [at, at + method.length] },
    headers: headers
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.trim()),
    isSample,
  });
  if (kinds.length === 0) return { ...nothing, facts };
  const offsets = Array.from({ length: body.text.length }, (_, index) => body.at + index);
  const written = withHoles({ text: body.text, offsets });
  const isJson = /json/i.test(headers);
  const found =
    body.text === "" ? undefined : bodyIn([{ written, is: "encoded" }], { isJson, isSample });
  if (found && "fault" in found) {
    const { unparsable, facts: ofBody } = unread([found.fault], isSample);
    return { ...nothing, unparsable, facts: [...facts, ...ofBody] };
  }
  const call = {
    kinds,
    name: `${method} ${nameOfPath(address)}`,
    span: [at, at + method.length] as const,
    payload: found?.payload,
    syntax: found?.isForm ? ("form" as const) : ("json" as const),
    isForm: found?.isForm ?? false,
    reads: [],
  };
  return { ...nothing, calls: [call], facts };
}

interface Request {
  readonly method: string;
  readonly address: string;
  /** Where the request begins. */
  readonly at: number;
  readonly headers: string;
  readonly body: { readonly text: string; readonly at: number };
}

const beginnings = new RegExp(`(?=^###)|(?=${requestLine.source})`, "m");

function requestsIn(text: string): Request[] {
  const requests: Request[] = [];
  let start = 0;
  for (const block of text.split(beginnings)) {
    const first = /^[ \t]*(DELETE|GET|PATCH|POST|PUT)[ \t]+(\S+)/m.exec(block);
    if (first) {
      const [whole, method = "", address = ""] = first;
      const at = first.index + whole.search(/\S/);
      const blank = /\n[ \t]*\r?\n/g;
      blank.lastIndex = first.index;
      const headersEnd = blank.exec(block) ? blank.lastIndex : block.length;
      const headers = block.slice(first.index, headersEnd);
      const body = { text: block.slice(headersEnd).trimEnd(), at: start + headersEnd };
      requests.push({ method, address, at: start + at, headers, body });
    }
    start += block.length;
  }
  return requests;
}

function withHoles({ text, offsets }: Written): Written {
  const kept: number[][] = [];
  let written = "";
  let from = 0;
  for (const match of text.matchAll(variable)) {
    written += text.slice(from, match.index) + hole;
    kept.push(offsets.slice(from, match.index + 1));
    from = match.index + match[0].length;
  }
  kept.push(offsets.slice(from));
  return { text: written + text.slice(from), offsets: kept.flat() };
}
