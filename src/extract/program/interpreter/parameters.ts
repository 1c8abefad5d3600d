import type { Span } from "../../../text/positions.js";
import { Unknown } from "../../../validator/unknown.js";
import type { ArgumentValue } from "../library.js";
import type { FunctionModel, Parameter } from "../model.js";
import type { Scope } from "../scopes.js";
import type { Value } from "../values.js";
import type { Expressions } from "./expressions.js";
import { type FunctionOrigins, parametersOf } from "./functionOrigins.js";
import type { State } from "./state.js";

/** Gives the parameters of functions their values. */
export class Parameters {
  readonly #state: State;
  readonly #expressions: Expressions;
  readonly #origins: FunctionOrigins;

  constructor(state: State, expressions: Expressions, origins: FunctionOrigins) {
    this.#state = state;
    this.#expressions = expressions;
    this.#origins = origins;
  }

  /** Declares the parameters of a function; `args` is undefined if they are unknown. */
  bind(fn: FunctionModel, args: readonly ArgumentValue[] | undefined, scope: Scope): void {
    const state = this.#state;
    const positional = args?.filter(({ name, spread }) => !name && !spread) ?? [];
    const isWhole = args?.every(({ spread }) => !spread) ?? false;
    const parameters = parametersOf(fn);
    if (fn.takesSelf) this.#bindSelf(fn.parameters[0], scope);
    const last = parameters.findIndex(({ rest }) => rest === "positional");
    // Behind `*others` a parameter takes an argument by its name alone.
    const byPlace = positional.slice(0, last < 0 ? undefined : last);
    for (const [index, { name, span, type, types, initial, rest }] of parameters.entries()) {
      const given = this.#origins.givenTo(fn, name);
      const first = initial && this.#expressions.evaluate(initial, scope);
      if (first) given.of.push(first.origins);
      const known =
        rest === "named" && isWhole && args
          ? this.#othersByName(parameters, args, span)
          : rest || !isWhole
            ? undefined
            : (args?.find((one) => one.name?.text === name)?.value ??
              byPlace[index]?.value ??
              first);
      const unknown = () =>
        this.#expressions.unknownData(type, span, scope) ??
        state.unknown(span, { types, origins: given, ...(type !== undefined && { type }) });
      state.assign(scope.declare(name), known ?? unknown());
    }
  }

  #bindSelf(parameter: Parameter | undefined, scope: Scope): void {
    if (!parameter) return;
    const { name, span } = parameter;
    const of = scope.self()?.ofClass;
    const self = scope.object ?? { span, known: new Unknown(name), ...of };
    this.#state.set(scope.declare(name), self);
  }

  /** `**others`: the arguments by name that no other parameter takes. */
  #othersByName(
    parameters: readonly Parameter[],
    args: readonly ArgumentValue[],
    span: Span,
  ): Value {
    const made = this.#state.make("map", span);
    for (const { name, value, span: property } of args) {
      if (!name || parameters.some((one) => one.name === name.text && !one.rest)) continue;
      this.#state.objects.put(made.object, name.text, value, { key: name.span, property });
    }
    return made;
  }
}
