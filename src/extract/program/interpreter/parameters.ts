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
    const parameters = parametersOf(fn);
    const [self] = fn.parameters;
    if (fn.takesSelf && self) this.#bindSelf(self, scope);
    // What is spread may be given to any of them.
    const all = args?.every(({ spread }) => !spread) ? args : undefined;
    for (const [index, { name, span, type, types, initial, rest }] of parameters.entries()) {
      const given = this.#origins.givenTo(fn, name);
      const first = initial && this.#expressions.evaluate(initial, scope);
      if (first) given.of.push(first.origins);
      const known =
        all && rest === "named"
          ? this.#othersByName(parameters, all, span)
          : all && !rest
            ? (valueFor(name, index, parameters, all) ?? first)
            : undefined;
      const unknown = () =>
        this.#expressions.unknownData(type, span, scope) ??
        state.unknown(span, { types, type, origins: given });
      state.assign(scope.declare(name), known ?? unknown());
    }
  }

  #bindSelf({ name, span }: Parameter, scope: Scope): void {
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

/** The argument that a parameter gets: by its name, or by its place. */
function valueFor(
  name: string,
  index: number,
  parameters: readonly Parameter[],
  args: readonly ArgumentValue[],
): Value | undefined {
  const named = args.find((one) => one.name?.text === name);
  // Behind `*others` a parameter takes an argument by its name alone.
  const isBehindOthers = parameters.slice(0, index).some(({ rest }) => rest === "positional");
  const placed = isBehindOthers ? undefined : args.filter((one) => !one.name)[index];
  return (named ?? placed)?.value;
}
