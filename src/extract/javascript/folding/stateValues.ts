import { type Located, leaf } from "../../located.js";
import type { Bindings } from "../scope/bindings.js";
import { returnsOf } from "../scope/ownFunctions.js";
import type { ReactState } from "../scope/states.js";
import { isFunction, type Node, propertyName, unwrapped } from "../syntax/ast.js";
import { afterEffects, type Effect } from "./mutatedValue.js";
import { evaluatePart, type Folding, isPlainObject } from "./objectFolding.js";
import { either } from "./operators.js";

/** What states of React components may be: their first values, and what the program sets them to. */
export class StateValues {
  readonly #folding: Folding;
  readonly #bindings: Bindings;
  readonly #depth: number;

  constructor(folding: Folding, bindings: Bindings, depth: number) {
    this.#folding = folding;
    this.#bindings = bindings;
    this.#depth = depth;
  }

  /** The known value of the state that an identifier names. */
  of({ first, later }: ReactState, identifier: Node): Located | undefined {
    if (!first || !later) return undefined;
    const [initial = first] = isFunction(unwrapped(first))
      ? (returnsOf(unwrapped(first)) ?? [])
      : [];
    const value = evaluatePart(this.#folding, initial, this.#depth + 1);
    const source = String(identifier.name);
    if (later.length === 0) return value;
    if (isPlainObject(value.value)) {
      return afterEffects(
        value,
        later.flatMap((one) => this.#effectsOf(one, identifier)),
        source,
      );
    }
    const others = later.map((one) => this.#folding.evaluate(one, this.#depth + 1).value);
    return leaf(either([value.value, ...others], source), identifier.range);
  }

  /** What setting an object may change of it: keys beside a copy of it, or all. */
  #effectsOf(written: Node, state: Node): Effect[] {
    const whole: Effect[] = [{ keys: [], how: "assigned" }];
    const node = unwrapped(written);
    const [made, ...others] = isFunction(node) ? (returnsOf(node) ?? []) : [node];
    const object = made && unwrapped(made);
    if (object?.type !== "ObjectExpression" || others.length > 0) return whole;
    const [copy, ...keys] = object.properties as Node[];
    const copied = copy?.type === "SpreadElement" ? unwrapped(copy.argument as Node) : undefined;
    const previous = isFunction(node) ? (node.params as Node[])[0] : undefined;
    const variable = copied && this.#bindings.variableOf(copied);
    const isCopy =
      variable !== undefined &&
      [state, previous].some((one) => one && this.#bindings.variableOf(one) === variable);
    const names = keys.map((key) => (key.type === "Property" ? propertyName(key) : undefined));
    return isCopy && names.every((name) => name !== undefined)
      ? names.map((name) => ({ keys: [name], how: "assigned" }))
      : whole;
  }
}
