import type { Span } from "../../../text/positions.js";
import { textOf } from "../../../validator/unknown.js";
import { sampleText } from "../../sample.js";
import type { Answers } from "../answers.js";
import { joinedText, negated, product, sum } from "../arithmetic.js";
import type { Expression } from "../model.js";
import type { Scope } from "../scopes.js";
import { comingFrom, joinedValues, type Value } from "../values.js";
import { Assignments } from "./assignments.js";
import { CallExpressions } from "./callExpressions.js";
import { DataObjects } from "./dataObjects.js";
import type { Evaluator } from "./evaluator.js";
import type { Functions } from "./functions.js";
import { Literals } from "./literals.js";
import { ValueLookup } from "./names.js";
import type { State } from "./state.js";
import type { Surroundings } from "./surroundings.js";

/** Evaluates the expressions of a program that is interpreted. */
export class Expressions implements Evaluator {
  readonly #state: State;
  readonly #functions: Functions;
  readonly #answers: Answers;
  readonly #names: ValueLookup;
  readonly #literals: Literals;
  readonly #data: DataObjects;
  readonly #assignments: Assignments;
  readonly #calls: CallExpressions;

  constructor(state: State, functions: Functions, surroundings: Surroundings) {
    this.#state = state;
    this.#functions = functions;
    this.#answers = surroundings.answers;
    this.#names = new ValueLookup(state, this, surroundings);
    this.#literals = new Literals(state, this);
    this.#data = new DataObjects(state, functions, this);
    this.#assignments = new Assignments(state, this, this.#data);
    const parts = { evaluator: this, names: this.#names, data: this.#data };
    this.#calls = new CallExpressions(state, functions, parts, surroundings);
  }

  /** The value of an expression that passes it to other code, which then reads it too. */
  escaping(expression: Expression, scope: Scope): Value {
    const value = this.evaluate(expression, scope);
    if (value.object && !this.#state.isScan) value.object.readers.add(expression);
    return value;
  }

  evaluate(expression: Expression, scope: Scope): Value {
    this.#state.step();
    const { span } = expression;
    switch (expression.is) {
      case "constant": {
        const origins = typeof expression.value === "number" ? { origins: { span } } : {};
        return { span, known: expression.value, ...origins };
      }
      case "text":
        return this.#hiding({
          span,
          known: this.#state.rules.isSample ? sampleText(expression.text) : expression.text,
          origins: { span },
          letters: { written: expression.written },
        });
      case "joined": {
        const values = this.#all(expression.parts, scope);
        return this.#hiding(joinedText(span, this.#state.sourceOf(span), values), values.slice(1));
      }
      case "sum": {
        const values = this.#all(expression.parts, scope);
        return this.#hiding(sum(span, this.#state.sourceOf(span), values), values.slice(1));
      }
      case "product":
        return product(span, this.#state.sourceOf(span), this.#all(expression.parts, scope));
      case "negative":
        return negated(span, this.#state.sourceOf(span), this.evaluate(expression.of, scope));
      case "equality": {
        const left = this.evaluate(expression.sides[0], scope);
        const right = this.evaluate(expression.sides[1], scope);
        this.#answers.compare(left, right);
        return this.#state.unknown(span, { types: ["boolean"], ...comingFrom(left, right) });
      }
      case "name":
        return this.#names.name(expression, scope);
      case "self": {
        const object = scope.selfObject();
        if (object) return object;
        const members = scope.self();
        return { ...this.#state.unknown(span), ...(members && { members }) };
      }
      case "member":
        return this.#names.member(expression, scope);
      case "item":
        return this.#names.item(expression, scope);
      case "call":
        return this.#calls.call(expression, scope);
      case "object":
        return this.#literals.object(expression, scope);
      case "list":
        return this.#literals.list(expression, scope);
      case "either": {
        if (expression.condition) this.evaluate(expression.condition, scope);
        const joined = joinedValues(this.#choices(expression.choices, scope));
        if (!joined || joined.object) return joined ?? this.#state.unknown(span);
        return { ...joined, span };
      }
      case "function": {
        const closure = { fn: expression.fn, scope };
        this.#functions.made(closure);
        return { ...this.#state.unknown(span), fn: closure };
      }
      case "assign":
        return this.#assignments.assign(expression, scope);
      case "remove":
        this.#assignments.remove(expression, scope);
        return this.#state.unknown(span);
      case "unknown": {
        const parts = this.#all(expression.parts, scope);
        if (expression.isBroken) for (const part of parts) this.#state.objects.escape(part);
        return this.#state.unknown(span, { types: expression.types, ...comingFrom(...parts) });
      }
    }
  }

  #all(expressions: readonly Expression[], scope: Scope): Value[] {
    return expressions.map((one) => this.evaluate(one, scope));
  }

  /** A text. If it contains a secret, its secret parts are noted. */
  #hiding(value: Value, secret: readonly Value[] = [value]): Value {
    const text = textOf(value.known);
    if (text !== undefined && this.#state.rules.isSecret(text)) {
      for (const part of secret) this.#state.hide(part);
    }
    return value;
  }

  /** The values of alternatives. The program evaluates one of them. */
  #choices(choices: readonly Expression[], scope: Scope): Value[] {
    const { store } = this.#state;
    const values: Value[] = [];
    const writes = choices.map((one) =>
      store.apart(() => {
        values.push(this.evaluate(one, scope));
      }),
    );
    store.join(writes);
    return values;
  }

  /** An object of a data class of which only the class is known; undefined for any other class. */
  unknownData(type: string | undefined, span: Span, scope: Scope): Value | undefined {
    return this.#data.unknown(type, span, scope);
  }
}
