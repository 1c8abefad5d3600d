import type { Span } from "../../../text/positions.js";
import { Objects } from "../objects.js";
import { noWrites, Store } from "../store.js";
import { unknownValue, type Value, type Variable } from "../values.js";
import type { ProgramRules } from "./nameRules.js";

/** A program that takes more steps is read no further. */
const mostSteps = 3_000_000;

/** Thrown where a program takes too many steps. */
export class TooManySteps extends Error {}

/** The state of the interpretation: what is known about variables and objects. */
export class State {
  readonly rules: ProgramRules;
  readonly store = new Store();
  readonly objects = new Objects(this.store, (key, value) => {
    if (this.rules.isSecretKey(key)) this.hide(value);
  });
  readonly hidden: Value[] = [];
  readonly #text: string;
  #steps = 0;
  #scans = 0;

  constructor(text: string, rules: ProgramRules) {
    this.#text = text;
    this.rules = rules;
  }

  get steps(): number {
    return this.#steps;
  }

  step(): void {
    if (++this.#steps > mostSteps) throw new TooManySteps();
  }

  /** True while something is interpreted only to see what it writes. */
  get isScan(): boolean {
    return this.#scans > 0;
  }

  hide(value: Value): void {
    if (!this.isScan) this.hidden.push(value);
  }

  sourceOf([start, end]: Span): string {
    return this.#text.slice(start, end);
  }

  make(type: string, span: Span) {
    return this.objects.make(type, span, this.sourceOf(span));
  }

  unknown(span: Span, more?: Parameters<typeof unknownValue>[2]): Value {
    return unknownValue(span, this.sourceOf(span), more);
  }

  valueOf(variable: Variable | undefined): Value | undefined {
    return variable && this.store.get<Value | undefined>(variable);
  }

  set(variable: Variable, value: Value): void {
    this.store.set<Value | undefined>(variable, value);
  }

  /** Sets a variable to what the program puts there. */
  assign(variable: Variable, value: Value): void {
    const { origins } = variable;
    origins.of.push(value.origins);
    const { known } = value;
    if (typeof known === "string" && this.rules.isNamedSecret(variable.name, known)) {
      this.hide(value);
    }
    this.set(variable, value.object ? value : { ...value, origins });
  }

  /** Interprets something only to see what it writes. */
  scan(interpret: () => void): void {
    this.#scans++;
    interpret();
    this.#scans--;
  }

  /** Interprets what may happen or not. */
  maybe(interpret: () => void): void {
    this.store.join([noWrites, this.store.apart(interpret)]);
  }

  /** Interprets what may run any number of times; a scan sees what it writes from one. */
  loop(round: () => void): void {
    if (this.isScan) this.maybe(round);
    else this.repeat([round]);
  }

  /** Interprets what may run any number of times, in any order. */
  repeat(rounds: readonly (() => void)[]): void {
    this.scan(() => {
      const changes = rounds.map((round) => this.store.apart(round));
      this.store.join([noWrites, ...changes]);
    });
    const writes = rounds.map((round) => this.store.apart(round));
    this.store.join([noWrites, ...writes]);
  }
}
