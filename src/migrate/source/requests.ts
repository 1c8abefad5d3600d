import type { Call } from "../../extract/calls.js";
import { readShell } from "../../extract/curl.js";
import { readHttp } from "../../extract/http.js";
import type { Span } from "../../text/positions.js";
import { isOpen, isSeen, Unknown } from "../../validator/unknown.js";
import { gatewayNamedIn } from "../gateway.js";
import { migratePayload } from "../index.js";
import type { CodeWord, Mapping } from "../mapping.js";
import { indentationOf, spanOf } from "./objectText.js";
import { hostOf, targetOf } from "./rest.js";
import { type SourceMigration, type SourceOptions, wordsOf } from "./rewriting.js";

type Syntax = "shell" | "http";

/** A part of an address that varies. */
const parameter = /\{(\w+)\}/g;

/** Rewrites the requests of a shell script (curl) or of an `.http` file whose address and JSON body are written out. */
export function migrateRequests(
  text: string,
  ending: string,
  syntax: Syntax,
  options: SourceOptions,
): SourceMigration {
  const result: SourceMigration = { edits: [], done: [], decide: [], untouched: [] };
  const read = syntax === "shell" ? readShell : readHttp;
  for (const call of read(text, { ...options, ending }).calls) {
    new RequestMigration(text, syntax, call, options, result).migrate();
  }
  return result;
}

class RequestMigration {
  constructor(
    readonly text: string,
    readonly syntax: Syntax,
    readonly call: Call,
    readonly options: SourceOptions,
    readonly result: SourceMigration,
  ) {}

  migrate(): void {
    const { call, options, result } = this;
    const { mapping, target } = targetOf(call, options.tables);
    if (!mapping || !target) return;
    const names = { from: target.v1, to: target.v2 };
    const [start] = call.span;
    const word = this.#obstacle();
    if (word !== undefined) {
      this.#leave(word, names);
      return;
    }
    const kind = `portone.v1.${mapping.v1}`;
    const { gateway, gatewayAt, locale } = options;
    const value = call.payload?.value;
    const own = gatewayNamedIn(value, options.tables) ?? gatewayAt(start) ?? gateway;
    const { payloads, decide } = migratePayload(kind, value, {
      locale,
      ...(own !== undefined && { gateway: own }),
    });
    const [only, ...others] = payloads;
    if (!only || others.length > 0 || Object.keys(only.payload).length === 0) {
      this.#leave(others.length > 0 ? "several" : "no-counterpart", names);
      return;
    }
    const [method = "", path = ""] = target.v2.split(" ");
    const { parameters = {} } = only;
    const isFilled = [...path.matchAll(parameter)].every(
      ([, name = ""]) => typeof parameters[name] === "string",
    );
    if (!isFilled || !target.v1.startsWith(method)) {
      this.#leave("no-id", names);
      return;
    }
    const filled = path.replace(parameter, (_, name: string) =>
      encodeURIComponent(String(parameters[name])),
    );
    this.#replaceAddress(`https://${hostOf(options.apis, "v2")}${filled}`);
    this.#replaceBody(only.payload);
    const said: CodeWord[] = ["answer", this.#replaceHeader() ? "secret" : "no-header"];
    result.done.push({ at: start, message: this.#words("moved", names) });
    const told = [
      ...decide
        .filter(({ from, path: at }) => at !== undefined || !isInAddress(mapping, from))
        .map(({ from, path: at, why }) => {
          const where = [from, at].filter((one) => one !== undefined).join(" → ");
          return where === "" ? why : `${where}: ${why}`;
        }),
      ...said.map((one) => this.#words(one)),
    ];
    result.decide.push(...told.map((message) => ({ at: start, message })));
    this.#comment(told);
  }

  /** Why the request cannot be rewritten; undefined where it can. */
  #obstacle(): CodeWord | undefined {
    const { payload, isForm } = this.call;
    if (isForm) return "form";
    if (this.#addresses().length !== 1) return "client";
    const isWritten = payload && isSeen(payload.value) && isKnown(payload.value);
    if (!isWritten || this.#hasExpansion(spanOf(payload))) return "spread";
    return undefined;
  }

  /** A document in the shell in which a dollar would be read as a variable. */
  #hasExpansion([start, end]: Span): boolean {
    const isQuoted = /["']/.test(this.text[start - 1] ?? "");
    return this.syntax === "shell" && !isQuoted && /[$`\\]/.test(this.text.slice(start, end));
  }

  /** The stretch of the whole request. */
  #region(): Span {
    const [start, end] = this.call.span;
    if (this.syntax === "shell") return [start, end];
    const next = this.text.indexOf("\n###", start);
    return [start, next < 0 ? this.text.length : next];
  }

  #addresses(): Span[] {
    const [start, end] = this.#region();
    const host = hostOf(this.options.apis, "v1").replaceAll(".", "\\.");
    const address = new RegExp(`https?://${host}(?::443)?(?:/[^\\s"'\\\\]*)?`, "g");
    return [...this.text.slice(start, end).matchAll(address)].map(({ index, 0: whole }) => [
      start + index,
      start + index + whole.length,
    ]);
  }

  #replaceAddress(text: string): void {
    const [[start, end] = [0, 0]] = this.#addresses();
    this.result.edits.push({ start, end, text });
  }

  #replaceBody(payload: unknown): void {
    if (!this.call.payload) return;
    const [start, end] = spanOf(this.call.payload);
    const { line, unit } = indentationOf(this.text, start);
    const isLong = this.text.slice(start, end).includes("\n");
    const made = JSON.stringify(payload, null, isLong ? unit : undefined).replaceAll(
      "\n",
      `\n${line}`,
    );
    const quote = this.syntax === "shell" ? this.text[start - 1] : undefined;
    const text =
      quote === "'"
        ? made.replaceAll("'", "'\\''")
        : quote === '"'
          ? made.replace(/["\\$`]/g, "\\$&")
          : made;
    this.result.edits.push({ start, end, text });
  }

  /** Whether there is an `Authorization` header. In single quotes the shell would not fill in the variable. */
  #replaceHeader(): boolean {
    const [from, to] = this.#region();
    const header = /(['"]?)(authorization:[ \t]*)([^'"\r\n]*)(['"]?)/i.exec(
      this.text.slice(from, to),
    );
    if (!header) return false;
    const [whole, open = "", name = "", , close = ""] = header;
    const { scheme, secret } = this.options.tables.code.authorization;
    const variable = this.syntax === "shell" ? `$${secret}` : `{{${secret}}}`;
    const quoted = (one: string) => (this.syntax === "shell" && one !== "" ? '"' : one);
    const start = from + header.index;
    const text = `${quoted(open)}${name}${scheme} ${variable}${quoted(close)}`;
    this.result.edits.push({ start, end: start + whole.length, text });
    return true;
  }

  #leave(word: CodeWord, names: Readonly<Record<string, string>>): void {
    const message = this.#words(word, names);
    this.result.untouched.push({ at: this.call.span[0], message });
    this.#comment([message]);
  }

  /** Comments above the line in which the request begins, if nothing else begins there. */
  #comment(said: readonly string[]): void {
    const start = this.text.lastIndexOf("\n", this.call.span[0] - 1) + 1;
    const before = this.text.slice(0, start).trimEnd();
    const isContinued = before.endsWith("\\") || before.endsWith("|");
    if (isContinued || !/^[\w\s$=("]*$/.test(this.text.slice(start, this.call.span[0]))) return;
    const { line } = indentationOf(this.text, this.call.span[0]);
    const text = said.map((one) => `${line}# TODO(paylint): ${one}\n`).join("");
    this.result.edits.push({ start, end: start, text });
  }

  #words(word: CodeWord, filled: Readonly<Record<string, string>> = {}): string {
    return wordsOf(word, this.options, filled);
  }
}

/** Whether the value at a key of V1 is a part of V2's address. */
const isInAddress = ({ keys }: Mapping, from: string | undefined): boolean =>
  (keys[from ?? ""] ?? []).some((route) => route.parameter !== undefined);

/** Whether a value has nothing unknown in it. */
function isKnown(value: unknown): boolean {
  if (value instanceof Unknown) return false;
  return !isSeen(value) || (!isOpen(value) && Object.values(value).every(isKnown));
}
