import type { Span } from "../../text/positions.js";
import { hole, textOf } from "../../validator/unknown.js";
import type { Api } from "../apis.js";
import { bodyIn } from "../body.js";
import { type Address, type Call, type CallKind, kindsCalled, nameOfPath } from "../calls.js";
import { type CodeFact, type Extraction, nothing, type Syntax } from "../reader.js";
import type { Expression, Spelling } from "./model.js";
import type { Objects } from "./objects.js";
import { type Frozen, frozen, isGuess, isReadable, locatedOf } from "./payload.js";
import { requestFacts } from "./requestFacts.js";
import { spansOf, type Value, writtenOf } from "./values.js";

/** Where a program hands a payload over. */
export type RequestSite = {
  /** The expression that does it, by which what is found in several ways is one call. */
  readonly node: Expression;
  readonly span: Span;
  readonly body: Value | undefined;
} & (
  | {
      readonly is: "request";
      readonly method: string;
      readonly address: Value;
      /** Base of the address, where a client has one; the client itself where it is not known. */
      readonly base?: Value | undefined;
      /** True of a body that is sent as a form; undefined where a text says it itself. */
      readonly isForm: boolean | undefined;
      /** What the `Authorization` header holds; null where the request is sure to have none. */
      readonly authorization?: Value | null | undefined;
    }
  | {
      readonly is: "client";
      /** What is called, for a person to read. */
      readonly name: string;
      readonly kinds: readonly CallKind[];
    }
);

interface Recorded {
  readonly site: RequestSite;
  readonly body: Frozen | undefined;
}

/** What is needed to make calls of what a program does. */
interface CallContext {
  readonly text: string;
  /** The text without comments and literal texts, by whose words a file tells what it is about. */
  readonly code: string;
  readonly kinds: readonly CallKind[];
  readonly apis: readonly Api[];
  /** How objects are written in the language. */
  readonly syntax: Syntax;
  readonly isSample: boolean;
}

/** What an object of JSON, a list or a form begins with; what begins with an unknown text may be anything. */
const beginningOfBody = /^\s*[{[]|^[\w.[\]%+-]{1,100}=/;

/** Collects the requests of a program while it is interpreted. */
export class Requests {
  readonly #context: CallContext;
  /** By expression: what was found where its function runs on its own, and where another function calls it. */
  readonly #direct = new Map<Expression, Recorded>();
  readonly #inlined = new Map<Expression, Recorded[]>();

  constructor(context: CallContext) {
    this.#context = context;
  }

  record(site: RequestSite, objects: Objects, isInlined: boolean): void {
    const recorded = { site, body: site.body && frozen(site.body, objects) };
    if (!isInlined) {
      this.#direct.set(site.node, recorded);
      return;
    }
    const known = this.#inlined.get(site.node);
    if (known) known.push(recorded);
    else this.#inlined.set(site.node, [recorded]);
  }

  /** The calls, in the order of the text. What a caller gives is told only where the function itself does not know it. */
  extraction(): Pick<Extraction, "calls" | "unparsable"> {
    const nodes = new Set([...this.#direct.keys(), ...this.#inlined.keys()]);
    const all = [...nodes].flatMap((node) => {
      const direct = this.#direct.get(node);
      const own = direct ? this.#callOf(direct) : nothing;
      const isKnown = direct?.body && isReadable(direct.body) && !isGuess(direct.body);
      if (isKnown && own.calls.length > 0) return [own];
      const called = (this.#inlined.get(node) ?? [])
        .filter(({ body }) => body && isReadable(body))
        .map((one) => this.#callOf(one))
        .filter(({ calls }) => calls.length > 0);
      return called.length > 0 ? withoutRepeated(called) : [own];
    });
    return {
      calls: all.flatMap(({ calls }) => calls).sort((one, other) => one.span[0] - other.span[0]),
      unparsable: all.flatMap(({ unparsable }) => unparsable),
    };
  }

  /** Literals that may be part of an unknown body. */
  hidden(): Span[] {
    const all = [...this.#direct.values(), ...[...this.#inlined.values()].flat()];
    return all.flatMap(({ body }) => {
      const isKnown = !body || body.object || body.value.letters || body.value.serialized;
      return isKnown ? [] : spansOf(body.value.origins);
    });
  }

  /** The facts about the requests themselves. */
  facts(): CodeFact[] {
    const { text, apis, isSample } = this.#context;
    const all = [...this.#direct.values(), ...[...this.#inlined.values()].flat()];
    const found = all.flatMap(({ site }): CodeFact[] => {
      const address = site.is === "request" ? this.#addressOf(site) : undefined;
      if (site.is !== "request" || !address) return [];
      return requestFacts(apis, site, address.text, { text, isSample });
    });
    const keyOf = ({ what, span }: CodeFact) => `${what} ${span}`;
    return [...new Map(found.map((one) => [keyOf(one), one])).values()];
  }

  /** The address of a request, as far as it is known. */
  addressOf(site: Extract<RequestSite, { is: "request" }>): string | undefined {
    return this.#addressOf(site)?.text;
  }

  #callOf({ site, body }: Recorded): Pick<Extraction, "calls" | "unparsable"> {
    const address = site.is === "request" ? this.#addressOf(site) : undefined;
    const kinds =
      site.is === "client"
        ? site.kinds
        : address
          ? kindsCalled(this.#context.kinds, site.method, address)
          : [];
    if (kinds.length === 0) return nothing;
    const name =
      site.is === "client"
        ? site.name
        : `${site.method.toUpperCase()} ${nameOfPath(address?.text ?? "")}`;
    const call = { kinds, name, span: site.span, reads: [] };
    const spelling = kinds[0]?.service?.keys;
    const isForm = site.is === "request" ? site.isForm : false;
    const sent = body && this.#sent(body, isForm, spelling);
    if (sent && "fault" in sent) return { calls: [], unparsable: [sent.fault] };
    const nothingKnown = { payload: undefined, isForm: false, syntax: this.#context.syntax };
    return { calls: [{ ...call, ...(sent ?? nothingKnown) }], unparsable: [] };
  }

  #sent(
    body: Frozen,
    isForm: boolean | undefined,
    spelling: Spelling | undefined,
  ): Pick<Call, "payload" | "isForm" | "syntax"> | { fault: Extraction["unparsable"][number] } {
    const { value } = body;
    const { syntax } = this.#context;
    const made = value.serialized ?? body;
    if (made.object || !value.letters) {
      return { payload: locatedOf(made, spelling), isForm: isForm ?? false, syntax };
    }
    const written = writtenOf(value.letters);
    const nothingKnown = { payload: undefined, isForm: false, syntax };
    if (!beginningOfBody.test(written.text)) return nothingKnown;
    const read = bodyIn([{ written, is: "encoded" }], { isJson: isForm === false });
    if (!read) return nothingKnown;
    if ("fault" in read) return read;
    return { ...read, syntax: read.isForm ? "form" : "json" };
  }

  #addressOf({
    address,
    base,
    span,
  }: Extract<RequestSite, { is: "request" }>): Address | undefined {
    const { text: file } = this.#context;
    const text = textOf(address.known);
    if (text === undefined) return undefined;
    const [start, end] = address.origin ?? address.span;
    const written = `${file.slice(...address.span)} ${file.slice(start, end)}`;
    if (/^(?:\w+:|\/\/)/.test(text) || text.startsWith(hole) || !base) {
      return { text, written, file };
    }
    const known = (textOf(base.known) ?? hole).replace(/\/$/, "");
    const of = file.slice(span[0], address.span[0]);
    return {
      text: `${known}/${text.replace(/^\//, "")}`,
      written: `${file.slice(...base.span)} ${of}`,
      // What the base of a client is that is made elsewhere is told by the names in the code.
      ...(known === hole ? { file: this.#context.code, isRelative: true } : { file }),
    };
  }
}

/** The same payload can come by several ways. */
function withoutRepeated(
  all: readonly Pick<Extraction, "calls" | "unparsable">[],
): Pick<Extraction, "calls" | "unparsable">[] {
  const seen = new Set<string>();
  return all.filter(({ calls: [call] }) => {
    const key = `${call?.name} ${call?.payload?.span}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
