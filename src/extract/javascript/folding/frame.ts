import type { Located } from "../../located.js";
import type { Bindings } from "../scope/bindings.js";
import type { OwnFunctions } from "../scope/ownFunctions.js";
import type { ScopeVariable } from "../scope/variables.js";
import type { Node } from "../syntax/ast.js";
import type { ConstantFolder } from "./constantFolding.js";

/** What a parameter is given: an argument, or a key of it. */
interface Given {
  readonly name: Node;
  readonly argument: Node | undefined;
  readonly key?: string;
  /** What the parameter stands for where the argument is `undefined`. */
  readonly initial?: Node;
}

/** The call of a function of the program: what its parameters stand for. */
export class Frame {
  readonly #fn: Node;
  readonly #call: Node;
  readonly #functions: OwnFunctions;
  readonly #evaluator: ConstantFolder;
  readonly #above: Frame | undefined;
  /** How many functions are being called. */
  readonly depth: number;
  #given: Map<ScopeVariable, Given> | undefined;

  /** `evaluator` evaluates the arguments; `above` is the call of the function that the call is in. */
  constructor(
    fn: Node,
    call: Node,
    functions: OwnFunctions,
    evaluator: ConstantFolder,
    above: Frame | undefined,
  ) {
    this.#fn = fn;
    this.#call = call;
    this.#functions = functions;
    this.#evaluator = evaluator;
    this.#above = above;
    this.depth = (above?.depth ?? 0) + 1;
  }

  /** Whether a function is being called already, so that a circle ends. */
  isIn(fn: Node): boolean {
    return this.#fn === fn || (this.#above?.isIn(fn) ?? false);
  }

  /** What a parameter stands for; `by` is the same for every use of it. */
  valueOf(
    identifier: Node,
    bindings: Bindings,
    depth: number,
  ): { by: Node; located: Located } | undefined {
    const given = this.#givenTo(identifier, bindings);
    if (!given?.argument) return undefined;
    const passed = this.#evaluator.evaluate(given.argument, depth + 1);
    const isMissing = given.initial !== undefined && passed.value === undefined;
    const whole = isMissing ? this.#evaluator.evaluate(given.initial, depth + 1) : passed;
    const located = given.key === undefined ? whole : whole.children.get(given.key);
    return located && { by: given.name, located };
  }

  /** The expression that a parameter stands for as a whole, in the outermost call. */
  argumentOf(identifier: Node, bindings: Bindings): Node | undefined {
    const given = this.#givenTo(identifier, bindings);
    return given?.argument && given.key === undefined
      ? this.#evaluator.givenAs(given.argument)
      : undefined;
  }

  #givenTo(identifier: Node, bindings: Bindings): Given | undefined {
    const variable = bindings.variableOf(identifier);
    const isRewritten = variable?.references.some((one) => {
      const isDefault = bindings.parentOf(one.identifier as Node)?.type === "AssignmentPattern";
      return one.isWrite() && !isDefault;
    });
    if (!variable || isRewritten) return undefined;
    this.#given ??= new Map(
      this.#functions.argumentsByName(this.#fn, this.#call).flatMap((given) => {
        const own = bindings.variableOf(given.name);
        return own ? [[own, given] as const] : [];
      }),
    );
    return this.#given.get(variable);
  }
}
