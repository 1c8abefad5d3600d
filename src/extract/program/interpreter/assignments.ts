import type { Span } from "../../../text/positions.js";
import { sum } from "../arithmetic.js";
import { isData } from "../dataClasses.js";
import type { Expression, ExpressionOf } from "../model.js";
import type { Scope } from "../scopes.js";
import type { Value } from "../values.js";
import type { DataObjects } from "./dataObjects.js";
import type { Evaluator } from "./evaluator.js";
import type { State } from "./state.js";

/** Puts values where a program assigns them, and takes away what it removes. */
export class Assignments {
  readonly #state: State;
  readonly #evaluator: Evaluator;
  readonly #data: DataObjects;

  constructor(state: State, evaluator: Evaluator, data: DataObjects) {
    this.#state = state;
    this.#evaluator = evaluator;
    this.#data = data;
  }

  assign({ target, value, isUpdate, span }: ExpressionOf<"assign">, scope: Scope): Value {
    const given = this.#evaluator.evaluate(value, scope);
    const assigned = isUpdate
      ? sum(span, this.#state.sourceOf(span), [this.#evaluator.evaluate(target, scope), given])
      : given;
    this.#put(target, assigned, span, scope);
    return assigned;
  }

  #put(target: Expression, value: Value, span: Span, scope: Scope): void {
    switch (target.is) {
      case "name": {
        const { rules } = this.#state;
        const known = rules.assigningDeclares ? scope.own(target.name) : scope.find(target.name);
        const variable =
          known ?? (rules.assigningDeclares ? scope.declare(target.name) : undefined);
        if (variable) this.#state.assign(variable, value);
        else this.#data.put(scope.selfObject(), target.name, value, scope);
        return;
      }
      case "member": {
        const of = this.#evaluator.evaluate(target.of, scope);
        const { members, object } = of;
        if (isData(of)) this.#data.put(of, target.name, value, scope);
        else if (members) {
          const field = members.own(target.name) ?? members.declare(target.name);
          this.#state.assign(field, value);
        } else if (object) {
          const spans = { key: target.key, property: span };
          this.#state.objects.put(object, target.name, value, spans);
        } else this.#state.objects.escape(of);
        return;
      }
      case "item": {
        const of = this.#evaluator.evaluate(target.of, scope);
        const { object } = of;
        const key = this.#evaluator.evaluate(target.at, scope);
        if (!object) this.#state.objects.escape(of);
        else if (typeof key.known === "string") {
          const spans = { key: target.at.span, property: span };
          this.#state.objects.put(object, key.known, value, spans);
        } else this.#state.objects.forget(object);
        return;
      }
      case "list": {
        const among = this.#state.objects.within(value);
        for (const { value: part } of target.items) {
          this.#put(part, this.#state.unknown(part.span, { among }), span, scope);
        }
        return;
      }
      default:
    }
  }

  remove({ target }: ExpressionOf<"remove">, scope: Scope): void {
    if (target.is !== "item") return;
    const of = this.#evaluator.evaluate(target.of, scope);
    const { object } = of;
    const key = this.#evaluator.evaluate(target.at, scope).known;
    if (!object) this.#state.objects.escape(of);
    else if (typeof key === "string") this.#state.objects.remove(object, key);
    else this.#state.objects.forget(object);
  }
}
