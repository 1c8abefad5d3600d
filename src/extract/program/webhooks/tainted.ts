import type { Expression } from "../model.js";
import { partsOf } from "../walk.js";
import type { LocalNames } from "./localNames.js";
import type { SentValues } from "./sentValues.js";

/** What in a function may come from what somebody sent, whatever is done with it on the way. */
export class Tainted {
  readonly #names = new Set<string>();
  readonly #received: SentValues;
  #known = new Map<Expression, boolean>();

  constructor({ fn, values, inner }: LocalNames, received: SentValues) {
    this.#received = received;
    for (const { name } of fn.parameters) this.#names.add(name);
    for (const name of inner) this.#names.add(name);
    for (let before = -1; before < this.#names.size; ) {
      before = this.#names.size;
      this.#known = new Map();
      for (const [name, all] of values) {
        if (all.some((one) => one === undefined || this.has(one))) this.#names.add(name);
      }
    }
    // The object that a method is called on was there before.
    const [self] = fn.parameters;
    if (fn.takesSelf && self) this.#names.delete(self.name);
    this.#known = new Map();
  }

  has(expression: Expression): boolean {
    const known = this.#known.get(expression);
    if (known !== undefined) return known;
    const found =
      (expression.is === "name" && this.#names.has(expression.name)) ||
      this.#received.sent(expression) !== undefined ||
      partsOf(expression).some((part) => this.has(part));
    this.#known.set(expression, found);
    return found;
  }
}
