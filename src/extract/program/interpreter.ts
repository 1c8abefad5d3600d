import type { Span } from "../../text/positions.js";
import { Unknown } from "../../validator/unknown.js";
import type { Answers } from "./answers.js";
import type { RequestSite, Requests } from "./calls.js";
import { Expressions } from "./expressions.js";
import type { ArgumentValue, Library } from "./library.js";
import type { FunctionModel, Parameter, Program, Statement } from "./model.js";
import { Objects } from "./objects.js";
import { Scope } from "./scopes.js";
import { noWrites, Store, type Writes } from "./store.js";
import {
  type Closure,
  joinedOrigins,
  joinedValues,
  type Origins,
  unknownValue,
  type Value,
  type Variable,
} from "./values.js";

/** A program that takes more steps is read no further. */
const mostSteps = 3_000_000;
/** Functions are followed into the functions that they call no deeper. */
const deepestCall = 3;
/** What one function may cost that calls others. */
const mostCalledSteps = 20_000;

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
  hasReturned: boolean;
}

/** Thrown where a program takes too many steps. */
class TooManySteps extends Error {}

/** How a language's names behave. */
export interface NameRules {
  /** True where methods see the members of their class by their bare names. */
  readonly membersAreVisible: boolean;
  /** True where a name that is assigned is declared by that. */
  readonly assigningDeclares: boolean;
  /** True of a sample in a document, whose texts may be placeholders. */
  readonly isSample?: boolean;
  /** Whether a text has a secret in it. */
  readonly isSecret?: (text: string) => boolean;
  /** Whether what is under a key is secret. */
  readonly isSecretKey?: (key: string) => boolean;
  /** Whether a text that a variable holds is secret, by the variable's name. */
  readonly isNamedSecret?: (name: string, text: string) => boolean;
  /** Whether a name that the file does not declare stands for a value, not for a class or a module. */
  isValue(name: string): boolean;
}

/**
 * Interprets a program with what is known of its values: each statement in turn, every alternative, each function by itself and
 * where the program calls it. What is not understood makes values unknown.
 */
export class Interpreter {
  readonly store = new Store();
  readonly objects = new Objects(this.store, (key, value) => {
    if (this.rules.isSecretKey?.(key)) this.hide(value);
  });
  readonly hidden: Value[] = [];
  readonly rules: NameRules;
  readonly #requests: Requests;
  readonly #expressions: Expressions;
  /** Functions that were made and not run yet, such as lambdas. */
  readonly #made = new Set<Closure>();
  /** What a function returns and is given, anywhere in the program. */
  readonly #returnedBy = new Map<FunctionModel, { of: (Origins | undefined)[] }>();
  readonly #givenTo = new Map<object, { of: (Origins | undefined)[] }>();
  readonly #constructed = new Set<FunctionModel>();
  #activation: Activation = newActivation(undefined, undefined, 0);
  #scans = 0;
  #steps = 0;
  #calledSteps = 0;

  constructor(
    text: string,
    library: Library,
    requests: Requests,
    rules: NameRules,
    answers: Answers,
  ) {
    this.#requests = requests;
    this.rules = rules;
    this.#expressions = new Expressions(text, library, this, answers);
  }

  /** Interprets a program as far as it can be followed. */
  run({ statements, imports }: Program): void {
    this.#expressions.imports(imports);
    const root = new Scope();
    try {
      this.#body(statements, root);
      this.#runWaiting();
    } catch (error) {
      if (!(error instanceof TooManySteps)) throw error;
    }
  }

  step(): void {
    if (++this.#steps > mostSteps) throw new TooManySteps();
  }

  /** True while something is interpreted only to see what it writes. */
  get isScan(): boolean {
    return this.#scans > 0;
  }

  record(site: RequestSite): void {
    if (!this.isScan) this.#requests.record(site, this.objects, this.#activation.depth > 0);
  }

  hide(value: Value): void {
    if (!this.isScan) this.hidden.push(value);
  }

  /** A function that is a value; it runs at the end of the statement unless something calls it before. */
  made(closure: Closure): void {
    this.#made.add(closure);
  }

  assign(variable: Variable, value: Value): void {
    const { origins } = variable;
    if (!value.object) origins.of.push(value.origins);
    const { known } = value;
    if (typeof known === "string" && this.rules.isNamedSecret?.(variable.name, known)) {
      this.hide(value);
    }
    this.store.set<Value | undefined>(variable, value.object ? value : { ...value, origins });
  }

  /** What a function of the program gives for arguments; `self` is the data that it is called on. */
  invoke(named: Closure, args: readonly ArgumentValue[], span: Span, self?: Value): Value {
    const closure = overloadFor(named, args);
    this.#made.delete(closure ?? named);
    if (!closure) return this.#unknownResult(args, span, self);
    const { fn } = closure;
    this.#noteGiven(fn, args);
    const returned = this.#originsReturnedBy(fn);
    const isFree = this.#calledSteps < mostCalledSteps || this.#activation.depth === 0;
    if (this.#activation.depth >= deepestCall || this.#isRunning(fn) || !isFree) {
      return this.#unknownResult(args, span, self, returned);
    }
    const before = this.#steps;
    if (this.#activation.depth === 0) this.#calledSteps = 0;
    const value = this.#activate(closure, args, this.#activation.depth + 1, self);
    if (this.#activation.depth === 0) this.#calledSteps = this.#steps - before;
    if (!value) return unknownValue(span, this.sourceOf(span), { origins: returned });
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
    for (const { value } of args) this.objects.escape(value);
    if (self) this.objects.escape(self);
    const given = joinedOrigins(origins, ...args.map(({ value }) => value.origins));
    return unknownValue(span, this.sourceOf(span), given && { origins: given });
  }

  /** Runs a constructor. What a second object is given may be in the fields too. */
  construct(closure: Closure, args: readonly ArgumentValue[], span: Span): void {
    const make = () => void this.invoke(closure, args, span);
    if (this.#constructed.has(closure.fn)) this.store.join([noWrites, this.store.apart(make)]);
    else make();
    if (!this.isScan) this.#constructed.add(closure.fn);
  }

  sourceOf(span: Span): string {
    return this.#expressions.sourceOf(span);
  }

  /** Interprets a body; false where it ends by returning or throwing. */
  #body(statements: readonly Statement[], scope: Scope): boolean {
    for (const statement of statements) this.#hoist(statement, scope);
    for (const statement of statements) {
      const goesOn = this.#statement(statement, scope);
      this.#runMade();
      if (!goesOn) return false;
    }
    return true;
  }

  /** Functions and classes can be used above where they are declared. */
  #hoist(statement: Statement, scope: Scope): void {
    if (statement.is === "function") {
      const { fn } = statement;
      const isMethod = scope.members === scope;
      const own = isMethod && !this.rules.membersAreVisible ? scope.forMethods() : scope;
      const closure = { fn, scope: own };
      this.#activation.waiting.push(closure);
      const variable = scope.own(fn.name) ?? scope.declare(fn.name);
      const before = this.rules.assigningDeclares ? undefined : this.#value(variable)?.fn;
      const overloads = before && [...(before.overloads ?? [before]), closure];
      const named = { ...closure, ...(overloads && { overloads }) };
      const value = { span: fn.span, known: new Unknown(fn.name), fn: named };
      this.store.set<Value | undefined>(variable, value);
    } else if (statement.is === "class") {
      const { name, span, data } = statement.class;
      const members = Scope.ofClass(scope);
      const value = { span, known: new Unknown(name), members, ...(data && { data }) };
      members.ofClass = value;
      this.store.set<Value | undefined>(scope.declare(name), value);
    }
  }

  #statement(statement: Statement, scope: Scope): boolean {
    this.step();
    switch (statement.is) {
      case "do":
        this.#expressions.evaluate(statement.expression, scope);
        return true;
      case "declare":
        this.#declare(statement, scope);
        return true;
      case "block":
        return this.#body(statement.body, this.#inner(scope));
      case "branch":
        return this.#branch(statement, scope);
      case "loop":
        this.#loop(statement, scope);
        return true;
      case "attempt":
        return this.#attempt(statement, scope);
      case "return":
        if (statement.value) {
          this.#activation.returned.push(this.#expressions.handedOver(statement.value, scope));
        }
        this.#activation.hasReturned = true;
        return false;
      case "throw":
        if (statement.value) this.#expressions.evaluate(statement.value, scope);
        return false;
      case "function":
        return true;
      case "class": {
        const members = this.#value(scope.own(statement.class.name))?.members;
        if (members) this.#class(statement.class.body, members);
        return true;
      }
      case "outer":
        for (const name of statement.names) {
          const variable = scope.parent?.find(name);
          if (variable) scope.borrow(name, variable);
        }
        return true;
    }
  }

  #value(variable: Variable | undefined): Value | undefined {
    return variable && this.store.get<Value | undefined>(variable);
  }

  #declare(
    { name, span, type, types, value, isInjected }: Extract<Statement, { is: "declare" }>,
    scope: Scope,
  ): void {
    const given = value && this.#expressions.evaluate(value, scope);
    const variable = scope.declare(name);
    const unknown = () =>
      this.#expressions.unknownData(type, span, scope) ??
      unknownValue(span, this.sourceOf(span), {
        types: isInjected ? ["string"] : types,
        ...(type !== undefined && { type }),
      });
    if (!given) {
      this.assign(variable, unknown());
      return;
    }
    const isUntyped = given.known instanceof Unknown && !given.object && !given.fn;
    const known =
      isUntyped && given.known.types === undefined && types && !given.known.text
        ? { ...given, known: new Unknown(given.known.source, types) }
        : given;
    this.assign(variable, {
      ...known,
      ...(known.type === undefined && type !== undefined && { type }),
    });
  }

  #branch(
    { conditions, alternatives, isComplete }: Extract<Statement, { is: "branch" }>,
    scope: Scope,
  ): boolean {
    for (const condition of conditions) this.#expressions.evaluate(condition, scope);
    const endings = alternatives.map((body) => this.#alternative(body, scope));
    const going = endings.flatMap(({ writes, goesOn }) => (goesOn ? [writes] : []));
    if (!isComplete) going.push(noWrites);
    if (going.length === 0) return false;
    this.store.join(going);
    return true;
  }

  /** What an alternative writes, and whether the program goes on behind it. */
  #alternative(
    body: readonly Statement[],
    scope: Scope,
    before = noWrites,
  ): { readonly writes: Writes; readonly goesOn: boolean } {
    const activation = this.#activation;
    const hadReturned = activation.hasReturned;
    activation.hasReturned = false;
    let goesOn = true;
    const writes = this.store.apart(() => {
      if (before.size > 0) this.store.join([noWrites, before]);
      goesOn = this.#body(body, this.#inner(scope));
    });
    if (!goesOn && activation.hasReturned) activation.lost.push(writes);
    activation.hasReturned ||= hadReturned;
    return { writes, goesOn };
  }

  /** The names of a block. */
  #inner(scope: Scope): Scope {
    return this.rules.assigningDeclares ? scope : new Scope(scope);
  }

  #loop({ before, names, body }: Extract<Statement, { is: "loop" }>, scope: Scope): void {
    const inner = this.#inner(scope);
    this.#body(before, inner);
    const round = () => {
      for (const { name, span } of names) {
        const known = this.rules.assigningDeclares ? inner.find(name) : undefined;
        this.assign(known ?? inner.declare(name), unknownValue(span, this.sourceOf(span)));
      }
      this.#body(body, this.#inner(inner));
    };
    if (this.isScan) {
      this.store.join([noWrites, this.store.apart(round)]);
      return;
    }
    this.#repeat([round]);
  }

  /** Interprets what may run any number of times, in any order. */
  #repeat(rounds: readonly (() => void)[]): void {
    this.#scans++;
    const changes = rounds.map((round) => this.store.apart(round));
    this.#scans--;
    this.store.join([noWrites, ...changes]);
    const writes = rounds.map((round) => this.store.apart(round));
    this.store.join([noWrites, ...writes]);
  }

  #attempt(
    { body, handlers, finally: last }: Extract<Statement, { is: "attempt" }>,
    scope: Scope,
  ): boolean {
    const done = this.#alternative(body, scope);
    const endings = [done, ...handlers.map((one) => this.#alternative(one, scope, done.writes))];
    const going = endings.flatMap(({ writes, goesOn }) => (goesOn ? [writes] : []));
    if (going.length > 0) this.store.join(going);
    const goesOn = this.#body(last, this.#inner(scope));
    return goesOn && going.length > 0;
  }

  #class(body: readonly Statement[], members: Scope): void {
    const outer = this.#activation;
    const own = newActivation(undefined, outer, outer.depth);
    this.#activation = own;
    this.#body(body, members);
    this.#activation = outer;
    const constructors = own.waiting.filter(({ fn }) => fn.isConstructor);
    outer.waiting.push(...own.waiting.filter(({ fn }) => !fn.isConstructor));
    if (constructors.length === 0) return;
    this.store.join(
      constructors.map((closure) => this.store.apart(() => void this.#runAlone(closure))),
    );
  }

  /** Functions run in any order, any number of times, when what is around them is over. */
  #runWaiting(): void {
    const activation = this.#activation;
    const rounds = activation.waiting.splice(0).map((closure) => () => this.#runAlone(closure));
    if (rounds.length > 0) this.#repeat(rounds);
  }

  /** A function with arguments that are not known. */
  #runAlone(closure: Closure): void {
    this.#activate(closure, undefined, this.#activation.depth);
  }

  #runMade(): void {
    for (const closure of this.#made) {
      this.#made.delete(closure);
      const round = () => this.#runAlone(closure);
      if (this.isScan) this.store.join([noWrites, this.store.apart(round)]);
      else this.#repeat([round]);
    }
  }

  #isRunning(fn: FunctionModel): boolean {
    for (let one: Activation | undefined = this.#activation; one; one = one.above) {
      if (one.fn === fn) return true;
    }
    return false;
  }

  /** Runs a function; `args` is undefined where nothing is known of them. */
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
    if (self) own.object = self;
    this.#bind(fn, args, own);
    const goesOn = this.#body(fn.body, own);
    this.#runWaiting();
    for (const lost of activation.lost) this.store.join([noWrites, lost]);
    this.#activation = above;
    const { returned } = activation;
    const group = this.#originsReturnedBy(fn);
    for (const { origins } of returned) group.of.push(origins);
    return goesOn && returned.length > 0
      ? joinedValues([...returned, undefined])
      : joinedValues(returned);
  }

  #bind(fn: FunctionModel, args: readonly ArgumentValue[] | undefined, scope: Scope): void {
    const places = args?.filter(({ name, spread }) => !name && !spread) ?? [];
    const isWhole = args?.every(({ spread }) => !spread) ?? false;
    const parameters = fn.takesSelf ? fn.parameters.slice(1) : fn.parameters;
    if (fn.takesSelf && fn.parameters[0]) {
      const { name, span } = fn.parameters[0];
      const of = scope.self()?.ofClass;
      const self = scope.object ?? { span, known: new Unknown(name), ...of };
      this.store.set<Value | undefined>(scope.declare(name), self);
    }
    for (const [index, { name, span, type, types, initial, rest }] of parameters.entries()) {
      const given = this.#given(fn, name);
      const first = initial && this.#expressions.evaluate(initial, scope);
      if (first) given.of.push(first.origins);
      const known =
        rest === "names" && isWhole && args
          ? this.#othersByName(parameters, args, span)
          : rest || !isWhole
            ? undefined
            : (args?.find((one) => one.name?.text === name)?.value ??
              places[index]?.value ??
              first);
      const unknown = () =>
        this.#expressions.unknownData(type, span, scope) ??
        unknownValue(span, this.sourceOf(span), {
          types,
          origins: given,
          ...(type !== undefined && { type }),
        });
      this.assign(scope.declare(name), known ?? unknown());
    }
  }

  /** `**others`: the arguments by name that no other parameter takes. */
  #othersByName(
    parameters: readonly Parameter[],
    args: readonly ArgumentValue[],
    span: Span,
  ): Value {
    const made = this.objects.make("map", span, this.sourceOf(span));
    for (const { name, value, span: property } of args) {
      if (!name || parameters.some((one) => one.name === name.text && !one.rest)) continue;
      this.objects.put(made.object, name.text, value, { key: name.span, property });
    }
    return made;
  }

  #noteGiven(fn: FunctionModel, args: readonly ArgumentValue[]): void {
    const parameters = fn.takesSelf ? fn.parameters.slice(1) : fn.parameters;
    for (const [index, { value, name }] of args.entries()) {
      const parameter = name?.text ?? parameters[index]?.name;
      if (parameter === undefined || value.object) continue;
      this.#given(fn, parameter).of.push(value.origins);
    }
  }

  #given(fn: FunctionModel, name: string): { of: (Origins | undefined)[] } {
    const parameter = fn.parameters.find((one) => one.name === name) ?? fn;
    return groupIn(this.#givenTo, parameter);
  }

  #originsReturnedBy(fn: FunctionModel): { of: (Origins | undefined)[] } {
    return groupIn(this.#returnedBy, fn);
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

function groupIn<Key>(
  groups: Map<Key, { of: (Origins | undefined)[] }>,
  key: Key,
): { of: (Origins | undefined)[] } {
  let group = groups.get(key);
  if (!group) {
    group = { of: [] };
    groups.set(key, group);
  }
  return group;
}

const newActivation = (
  fn: FunctionModel | undefined,
  above: Activation | undefined,
  depth: number,
): Activation => ({ fn, above, depth, returned: [], lost: [], waiting: [], hasReturned: false });
