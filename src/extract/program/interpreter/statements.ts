import { Unknown } from "../../../validator/unknown.js";
import type { Statement, StatementOf } from "../model.js";
import { Scope } from "../scopes.js";
import { noWrites } from "../store.js";
import type { Expressions } from "./expressions.js";
import type { Ending, Functions } from "./functions.js";
import type { State } from "./state.js";

/** Interprets the statements of a program: each in turn, and every alternative. */
export class Statements {
  readonly #state: State;
  readonly #expressions: Expressions;
  readonly #functions: Functions;

  constructor(state: State, expressions: Expressions, functions: Functions) {
    this.#state = state;
    this.#expressions = expressions;
    this.#functions = functions;
  }

  /** Interprets a body; false where it ends by returning or throwing. */
  run(statements: readonly Statement[], scope: Scope): boolean {
    for (const statement of statements) this.#hoist(statement, scope);
    for (const statement of statements) {
      const goesOn = this.#statement(statement, scope);
      this.#functions.runMade();
      if (!goesOn) return false;
    }
    return true;
  }

  /** Functions and classes can be used above where they are declared. */
  #hoist(statement: Statement, scope: Scope): void {
    const { rules } = this.#state;
    if (statement.is === "function") {
      const { fn } = statement;
      const isMethod = scope.members === scope;
      const own = isMethod && !rules.membersAreVisible ? scope.forMethods() : scope;
      const closure = { fn, scope: own };
      this.#functions.declared(closure);
      const variable = scope.own(fn.name) ?? scope.declare(fn.name);
      const before = rules.assigningDeclares ? undefined : this.#state.valueOf(variable)?.fn;
      const overloads = before && [...(before.overloads ?? [before]), closure];
      const named = { ...closure, ...(overloads && { overloads }) };
      this.#state.set(variable, { span: fn.span, known: new Unknown(fn.name), fn: named });
    } else if (statement.is === "class") {
      const { name, span, data } = statement.class;
      const members = Scope.ofClass(scope);
      const value = { span, known: new Unknown(name), members, ...(data && { data }) };
      members.ofClass = value;
      this.#state.set(scope.declare(name), value);
    }
  }

  #statement(statement: Statement, scope: Scope): boolean {
    this.#state.step();
    switch (statement.is) {
      case "do":
        this.#expressions.evaluate(statement.expression, scope);
        return true;
      case "declare":
        this.#declare(statement, scope);
        return true;
      case "block":
        return this.run(statement.body, this.#inner(scope));
      case "branch":
        return this.#branch(statement, scope);
      case "loop":
        this.#loop(statement, scope);
        return true;
      case "attempt":
        return this.#attempt(statement, scope);
      case "return": {
        const { value } = statement;
        this.#functions.returns(value && this.#expressions.escaping(value, scope));
        return false;
      }
      case "throw":
        if (statement.value) this.#expressions.evaluate(statement.value, scope);
        return false;
      case "function":
        return true;
      case "class": {
        const { name, body } = statement.class;
        const members = this.#state.valueOf(scope.own(name))?.members;
        if (members) this.#functions.inClass(() => this.run(body, members));
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

  #declare(
    { name, span, type, types, value, isInjected }: StatementOf<"declare">,
    scope: Scope,
  ): void {
    const state = this.#state;
    const given = value && this.#expressions.evaluate(value, scope);
    const variable = scope.declare(name);
    if (!given) {
      const unknown =
        this.#expressions.unknownData(type, span, scope) ??
        state.unknown(span, { types: isInjected ? ["string"] : types, type });
      state.assign(variable, unknown);
      return;
    }
    const isUntyped = given.known instanceof Unknown && !given.object && !given.fn;
    const known =
      isUntyped && given.known.types === undefined && types && !given.known.text
        ? { ...given, known: new Unknown(given.known.source, types) }
        : given;
    state.assign(variable, {
      ...known,
      ...(known.type === undefined && type !== undefined && { type }),
    });
  }

  #branch({ conditions, alternatives, isComplete }: StatementOf<"branch">, scope: Scope): boolean {
    for (const condition of conditions) this.#expressions.evaluate(condition, scope);
    const going = writesOf(alternatives.map((body) => this.#alternative(body, scope)));
    if (!isComplete) going.push(noWrites);
    this.#state.store.join(going);
    return going.length > 0;
  }

  #alternative(body: readonly Statement[], scope: Scope, before = noWrites): Ending {
    return this.#functions.alternative(() => {
      this.#state.store.join([noWrites, before]);
      return this.run(body, this.#inner(scope));
    });
  }

  /** The names of a block. */
  #inner(scope: Scope): Scope {
    return this.#state.rules.assigningDeclares ? scope : new Scope(scope);
  }

  #loop({ before, of, names, body }: StatementOf<"loop">, scope: Scope): void {
    const inner = this.#inner(scope);
    this.run(before, inner);
    const among = of && this.#state.objects.within(this.#expressions.evaluate(of, inner));
    this.#state.loop(() => {
      for (const { name, span } of names) {
        const known = this.#state.rules.assigningDeclares ? inner.find(name) : undefined;
        this.#state.assign(known ?? inner.declare(name), this.#state.unknown(span, { among }));
      }
      this.run(body, this.#inner(inner));
    });
  }

  #attempt({ body, handlers, finally: last }: StatementOf<"attempt">, scope: Scope): boolean {
    const done = this.#alternative(body, scope);
    const handled = handlers.map((one) => this.#alternative(one, scope, done.writes));
    const going = writesOf([done, ...handled]);
    this.#state.store.join(going);
    const goesOn = this.run(last, this.#inner(scope));
    return goesOn && going.length > 0;
  }
}

/** What alternatives wrote behind which the program goes on. */
const writesOf = (endings: readonly Ending[]) =>
  endings.flatMap(({ writes, goesOn }) => (goesOn ? [writes] : []));
