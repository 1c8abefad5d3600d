import type { Span } from "../../../text/positions.js";
import type { Answers } from "../answers.js";
import type { RequestSite, Requests } from "../calls.js";
import type { ArgumentValue, Run } from "../library.js";
import type { Objects } from "../objects.js";
import type { unknownValue, Value } from "../values.js";
import type { Functions } from "./functions.js";
import type { State } from "./state.js";

/** What the language's library does in the program that is interpreted. */
export class LibraryRun implements Run {
  readonly objects: Objects;
  readonly #state: State;
  readonly #functions: Functions;
  readonly #requests: Requests;
  readonly #answers: Answers;

  constructor(state: State, functions: Functions, requests: Requests, answers: Answers) {
    this.objects = state.objects;
    this.#state = state;
    this.#functions = functions;
    this.#requests = requests;
    this.#answers = answers;
  }

  sourceOf(span: Span): string {
    return this.#state.sourceOf(span);
  }

  make(type: string, span: Span) {
    return this.#state.make(type, span);
  }

  unknown(span: Span, more?: Parameters<typeof unknownValue>[2]): Value {
    return this.#state.unknown(span, more);
  }

  apply({ fn, span }: Value, args: readonly Value[]): Value {
    if (!fn) return this.unknown(span);
    const given = args.map((value): ArgumentValue => ({ value, span: value.span }));
    return this.#functions.invoke(fn, given, span);
  }

  record(site: RequestSite): void {
    this.#answers.send(site);
    if (!this.#state.isScan) this.#requests.record(site, this.objects, this.#functions.isCalled);
  }

  hide(value: Value): void {
    this.#state.hide(value);
  }
}
