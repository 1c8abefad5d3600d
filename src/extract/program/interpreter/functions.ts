import type { Span } from "../../../text/positions.js";
import type { ArgumentValue } from "../library.js";
import type { FunctionModel } from "../model.js";
import { Scope } from "../scopes.js";
import type { Writes } from "../store.js";
import { type Closure, comingFrom, joinedValues, type Origins, type Value } from "../values.js";
import type { FunctionOrigins } from "./functionOrigins.js";
import type { State } from "./state.js";

/** Functions are followed into the functions that they call no deeper. */
const deepestCall = 3;
/** Functions are followed no further where a call has taken more steps, so that the rest of the program is read too. */
const mostCalledSteps = 100_000;

/** A function that runs. */
interface Activation {
  readonly fn: FunctionModel | undefined;
  readonly above: Activation | undefined;
  readonly depth: number;
  readonly returned: Value[];
  /** What alternatives wrote that ended by returning. */
  readonly lost: Writes[];
  /** Functions that are declared in it, which run when it is over. */
  readonly waiting: Closure[];
  /** Whether the alternative that is interpreted ends by returning, where it ends. */
  hasReturned: boolean;
}

/** What an alternative writes, and whether the program goes on behind it. */
export interface Ending {
  readonly writes: Writes;
  readonly goesOn: boolean;
}

/**
 * Gives the parameters of a function their values and interprets its body; false where that ends by returning or throwing. `args`
 * is undefined if they are unknown.
 */
type Enter = (
  fn: FunctionModel,
  args: readonly ArgumentValue[] | undefined,
  scope: Scope,
) => boolean;

/** Runs the functions of a program: where the program calls them, and by themselves. */
export class Functions {
  readonly #state: State;
  readonly #origins: FunctionOrigins;
  readonly #enter: Enter;
  /** Functions that were created and have not run, such as lambdas. */
  readonly #made = new Set<Closure>();
  /** Functions that code has which is not known. */
  readonly #handed = new Set<Closure>();
  readonly #constructed = new Set<FunctionModel>();
  #activation: Activation = newActivation(undefined, undefined, 0);
  /** The steps before the call that is followed, which is no part of another one. */
  #stepsBefore = 0;

  constructor(state: State, origins: FunctionOrigins, enter: Enter) {
    this.#state = state;
    this.#origins = origins;
    this.#enter = enter;
  }

  /** True while a function runs that another one calls. */
  get isCalled(): boolean {
    return this.#activation.depth > 0;
  }

  /** A function that is a value; it runs at the end of the statement unless something calls it before. */
  made(closure: Closure): void {
    this.#made.add(closure);
  }

  /** A function that code gets which is not known, and may call at once. */
  handed(closure: Closure): void {
    if (!this.#made.has(closure)) this.#handed.add(closure);
  }

  /** A function that is declared; it runs when what is around it is over. */
  declared(closure: Closure): void {
    this.#activation.waiting.push(closure);
  }

  /** The function that runs returns. */
  returns(value: Value | undefined): void {
    if (value) this.#activation.returned.push(value);
    this.#activation.hasReturned = true;
  }

  /** What a function of the program gives for arguments; `self` is the data that it is called on. */
  invoke(named: Closure, args: readonly ArgumentValue[], span: Span, self?: Value): Value {
    const closure = overloadFor(named, args);
    this.#made.delete(named);
    if (!closure) return this.#unknownResult(args, span, self);
    const { fn } = closure;
    this.#origins.noteGiven(fn, args);
    const returned = this.#origins.returnedBy(fn);
    const { depth } = this.#activation;
    const { steps } = this.#state;
    if (depth === 0) this.#stepsBefore = steps;
    const isTooMuch = depth >= deepestCall || steps - this.#stepsBefore > mostCalledSteps;
    if (isTooMuch || this.#isRunning(fn)) return this.#unknownResult(args, span, self, returned);
    const value = this.#activate(closure, args, depth + 1, self);
    if (!value) return this.#state.unknown(span);
    return value.object || value.members
      ? value
      : { ...value, span, origin: value.origin ?? value.span, origins: returned };
  }

  #unknownResult(
    args: readonly ArgumentValue[],
    span: Span,
    self: Value | undefined,
    origins?: Origins,
  ): Value {
    const { objects } = this.#state;
    for (const { value } of args) objects.escape(value);
    if (self) objects.escape(self);
    return this.#state.unknown(span, comingFrom({ origins }, ...args.map(({ value }) => value)));
  }

  /** Runs a constructor. What a second object is given may be in the fields too. */
  construct(closure: Closure, args: readonly ArgumentValue[], span: Span): void {
    const make = () => void this.invoke(closure, args, span);
    if (this.#constructed.has(closure.fn)) this.#state.maybe(make);
    else make();
    if (!this.#state.isScan) this.#constructed.add(closure.fn);
  }

  /** Interprets an alternative; behind one that returns the program does not go on with what it wrote. */
  alternative(interpret: () => boolean): Ending {
    const activation = this.#activation;
    activation.hasReturned = false;
    let goesOn = true;
    const writes = this.#state.store.apart(() => {
      goesOn = interpret();
    });
    if (!goesOn && activation.hasReturned) {
      activation.lost.push(writes);
      this.#state.store.mark();
    }
    activation.hasReturned = false;
    return { writes, goesOn };
  }

  /** Interprets the body of a class, then its constructors. */
  inClass(interpret: () => void): void {
    const outer = this.#activation;
    const own = newActivation(undefined, outer, outer.depth);
    this.#activation = own;
    interpret();
    this.#activation = outer;
    const constructors = own.waiting.filter(({ fn }) => fn.isConstructor);
    outer.waiting.push(...own.waiting.filter(({ fn }) => !fn.isConstructor));
    const { store } = this.#state;
    store.join(constructors.map((closure) => store.apart(() => this.#runAlone(closure))));
  }

  /** Runs the functions that were made and that nothing has called, and those that were handed over. */
  runMade(): void {
    for (const closure of this.#made) {
      this.#made.delete(closure);
      this.#state.loop(() => this.#runAlone(closure));
    }
    for (const closure of this.#handed) {
      this.#handed.delete(closure);
      // What it sends is found when it runs on its own.
      this.#state.scan(() => this.#state.loop(() => this.#runAlone(closure)));
    }
  }

  /** Functions run in any order, any number of times, when what is around them is over. */
  runWaiting(): void {
    const closures = this.#activation.waiting.splice(0);
    const rounds = closures.map((closure) => () => this.#runAlone(closure));
    this.#state.repeat(rounds);
  }

  /** A function with arguments that are not known. */
  #runAlone(closure: Closure): void {
    this.#activate(closure, undefined, this.#activation.depth);
  }

  #isRunning(fn: FunctionModel): boolean {
    for (let one: Activation | undefined = this.#activation; one; one = one.above) {
      if (one.fn === fn) return true;
    }
    return false;
  }

  #activate(
    { fn, scope }: Closure,
    args: readonly ArgumentValue[] | undefined,
    depth: number,
    self?: Value,
  ): Value | undefined {
    const above = this.#activation;
    const activation = newActivation(fn, above, depth);
    this.#activation = activation;
    const own = new Scope(scope);
    own.object = self;
    const goesOn = this.#enter(fn, args, own);
    this.runWaiting();
    this.#state.store.joinEnded(activation.lost);
    this.#activation = above;
    const { returned } = activation;
    const group = this.#origins.returnedBy(fn);
    for (const { origins } of returned) group.of.push(origins);
    return joinedValues(goesOn ? [...returned, undefined] : returned);
  }
}

/** The function of a name that takes as many arguments; undefined where that is not certain. */
function overloadFor(closure: Closure, args: readonly ArgumentValue[]): Closure | undefined {
  if (!closure.overloads) return closure;
  const fitting = closure.overloads.filter(({ fn: { parameters } }) =>
    parameters.some(({ rest }) => rest)
      ? args.length >= parameters.length - 1
      : parameters.length === args.length,
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

const newActivation = (
  fn: FunctionModel | undefined,
  above: Activation | undefined,
  depth: number,
): Activation => ({ fn, above, depth, returned: [], lost: [], waiting: [], hasReturned: false });
