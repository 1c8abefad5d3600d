import type { Span } from "../../text/positions.js";
import { Unknown } from "../../validator/unknown.js";
import { fieldAt, isBesideEnvelope, statusMeant } from "../answerFacts.js";
import { type Api, apiAt } from "../apis.js";
import type { CodeFact } from "../reader.js";
import { isRequest } from "../restFacts.js";
import type { RequestSite } from "./calls.js";
import type { ArgumentValue } from "./library.js";
import type { CallExpression } from "./model.js";
import type { Value } from "./values.js";
import type { Servers } from "./webhooks/servers.js";

type Request = Extract<RequestSite, { readonly is: "request" }>;

/** What a request was answered with, or what is in that under keys. */
export interface Answer {
  readonly of: Request;
  readonly keys: readonly string[];
  /** Where the last of them is written, or the call that gives it all. */
  readonly readAt: Span;
}

/** What answers are judged by. */
interface AnswerContext {
  readonly apis: readonly Api[];
  readonly isSample: boolean;
  isReceived(readAt: Span): boolean;
}

/** A value of an answer, and what it is compared with. */
interface Compared {
  readonly answer: Answer;
  readonly with: Value;
}

/** Notes what a program reads of the answers to its requests, and what it compares that with. */
export class Answers {
  readonly #servers: Servers;
  /** By where a key is written. */
  readonly #reads = new Map<number, Answer>();
  readonly #compared = new Map<number, Compared>();
  #sent: Request | undefined;

  constructor(servers: Servers) {
    this.#servers = servers;
  }

  /** A request is sent, whose answer is what the call gives that sends it. */
  send(site: RequestSite): void {
    if (site.is === "request") this.#sent = site;
  }

  /** What a call gives of an answer: that of the request which it sends, or a part of one that it is given. */
  given(
    call: CallExpression,
    receiver: Value | undefined,
    args: readonly ArgumentValue[],
  ): Answer | undefined {
    const sent = this.#sent;
    this.#sent = undefined;
    if (sent?.node === call) return { of: sent, keys: [], readAt: call.span };
    const [first] = args;
    if (this.#servers.calls("compares", call)) {
      const sides = args.map(({ value }) => value);
      const [left, right] = args.length === 1 ? [receiver, ...sides] : sides;
      if (left && right) this.compare(left, right);
      return undefined;
    }
    const answer = receiver?.answer;
    if (answer && this.#servers.calls("reads", call) && typeof first?.value.known === "string") {
      return this.read(answer, first.value.known, first.span);
    }
    const isSame = (["parsed", "raw", "converts", "parses"] as const).some((list) =>
      this.#servers.calls(list, call),
    );
    return isSame ? (answer ?? first?.value.answer) : undefined;
  }

  /** The same answer where a member is its text. */
  member(of: Value, name: string): Answer | undefined {
    return this.#servers.lists("raw", name) ? of.answer : undefined;
  }

  read({ of, keys }: Answer, key: string, readAt: Span): Answer {
    const answer = { of, keys: [...keys, key], readAt };
    this.#reads.set(readAt[0], answer);
    return answer;
  }

  compare(left: Value, right: Value): void {
    for (const [value, other] of [
      [left, right],
      [right, left],
    ] as const) {
      if (value.answer) this.#compared.set(other.span[0], { answer: value.answer, with: other });
    }
  }

  /** The facts about what is read. `isReceived` decides whether the value at an offset is one that somebody sent. */
  facts(
    { apis, isSample, isReceived }: AnswerContext,
    addressOf: (site: Request) => string | undefined,
  ): CodeFact[] {
    const factsOf = (answer: Answer, find: (asked: Asked) => Found | undefined): CodeFact[] => {
      const address = addressOf(answer.of);
      const at = address === undefined ? undefined : apiAt(apis, address);
      if (!at) return [];
      const { api, path } = at;
      const method = answer.of.method.toUpperCase();
      const isPayment = api.payment.answers.some((one) => isRequest(one, method, path));
      const field = isPayment ? fieldAt(api, answer.keys) : undefined;
      const found = find({ api, field });
      return found ? [{ ...found, isSample }] : [];
    };
    return [
      ...[...this.#reads.values()].flatMap((answer) =>
        factsOf(answer, (asked) => misread(answer, asked)),
      ),
      ...[...this.#compared.values()].flatMap(({ answer, with: other }) =>
        factsOf(answer, (asked) => miscompared(answer, other, asked, isReceived)),
      ),
    ];
  }
}

/** The API that a request asks, and the field of a payment that a value of its answer is. */
interface Asked {
  readonly api: Api;
  readonly field: string | undefined;
}

type Found = Omit<CodeFact, "isSample">;

/** A field that is read beside the object that holds it, or that only the other version's payment has. */
function misread({ keys, readAt }: Answer, { api, field }: Asked): Found | undefined {
  const [name = ""] = keys;
  const about = (what: string, one: string): Found => ({
    ...{ what, value: `${api.version} ${one}`, span: readAt, terms: { name: one } },
  });
  if (isBesideEnvelope(api, keys)) return about("envelope", name);
  const foreign = api.payment.foreign.find((one) => one === field);
  return foreign === undefined ? undefined : about("foreign-payment", foreign.replaceAll("/", "."));
}

/** The paid amount beside what was sent, an object beside a number, a status beside a text that differs by its case. */
function miscompared(
  { keys, readAt }: Answer,
  { known, span }: Value,
  { api, field }: Asked,
  isReceived: AnswerContext["isReceived"],
): Found | undefined {
  const { version, payment, amounts } = api;
  if (field === undefined) return undefined;
  if (amounts.includes(keys.join("/"))) {
    return isReceived(span) ? { what: "amount-received", value: "", span } : undefined;
  }
  if (payment.objects.includes(field) && isNumberLike(known)) {
    const terms = { name: field };
    return { what: "object-compared", value: `${version} ${field}`, span: readAt, terms };
  }
  const right = typeof known === "string" ? statusMeant(api, field, known) : undefined;
  return right === undefined
    ? undefined
    : { what: "status-case", value: version, span, terms: { name: `${known}`, right } };
}

/** Whether a value may be a number: nothing says that it is something else. */
const isNumberLike = (known: unknown): boolean =>
  known instanceof Unknown
    ? known.types === undefined || known.types.includes("number")
    : typeof known === "number";
