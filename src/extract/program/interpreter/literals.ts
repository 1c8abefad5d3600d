import type { Span } from "../../../text/positions.js";
import type { ExpressionOf } from "../model.js";
import type { Scope } from "../scopes.js";
import type { Value } from "../values.js";
import type { Evaluator } from "./evaluator.js";
import type { State } from "./state.js";

/** Makes the objects and lists that a program writes out. */
export class Literals {
  readonly #state: State;
  readonly #evaluator: Evaluator;

  constructor(state: State, evaluator: Evaluator) {
    this.#state = state;
    this.#evaluator = evaluator;
  }

  object({ span, entries }: ExpressionOf<"object">, scope: Scope): Value {
    const made = this.#state.make("map", span);
    const written = new Map<string, Span>();
    for (const entry of entries) {
      if ("spread" in entry) {
        written.clear();
        this.#state.objects.copyInto(made.object, this.#evaluator.evaluate(entry.spread, scope));
        continue;
      }
      const key = this.#evaluator.evaluate(entry.key, scope).known;
      const value = this.#evaluator.evaluate(entry.value, scope);
      if (typeof key !== "string" && typeof key !== "number") {
        this.#state.objects.forget(made.object);
        continue;
      }
      const name = String(key);
      const earlier = written.get(name);
      if (earlier && !this.#state.isScan) {
        const known = made.object.duplicateKeys;
        known.push({ key: name, span: entry.key.span, earlier });
      }
      written.set(name, entry.span);
      const spans = { key: entry.key.span, property: entry.span };
      this.#state.objects.put(made.object, name, value, spans);
    }
    return made;
  }

  list({ span, items }: ExpressionOf<"list">, scope: Scope): Value {
    const made = this.#state.make("list", span);
    for (const { value, spread } of items) {
      const item = this.#evaluator.evaluate(value, scope);
      if (!spread) this.#state.objects.append(made.object, item);
      else this.#state.objects.open(made.object);
    }
    return made;
  }
}
