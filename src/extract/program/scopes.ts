import { type Value, Variable } from "./values.js";

/** Names that a stretch of a program declares, and the stretch around it. */
export class Scope {
  readonly #variables = new Map<string, Variable>();
  /** The members of the class whose code this is; the scope itself where it is what declares them. */
  readonly members: Scope | undefined;
  readonly parent: Scope | undefined;
  /** The object that the method is called on whose code this is, where that is data. */
  object: Value | undefined;
  /** The class whose members these are. */
  ofClass?: Value;

  constructor(parent?: Scope, members?: Scope | "own") {
    this.parent = parent;
    this.members = members === "own" ? this : members;
  }

  /** The members of a class that is declared in a scope. */
  static ofClass(parent: Scope): Scope {
    return new Scope(parent, "own");
  }

  /** What the methods of a class see where its members are seen by the object only. */
  forMethods(): Scope {
    return new Scope(this.parent, this);
  }

  declare(name: string): Variable {
    const variable = new Variable(name);
    this.#variables.set(name, variable);
    return variable;
  }

  /** A name that this scope itself declares. */
  own(name: string): Variable | undefined {
    return this.#variables.get(name);
  }

  /** Makes a name stand for one of another scope. */
  borrow(name: string, variable: Variable): void {
    this.#variables.set(name, variable);
  }

  find(name: string): Variable | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.parent) {
      const variable = scope.#variables.get(name);
      if (variable) return variable;
    }
    return undefined;
  }

  /** The object that the nearest method around is called on. */
  selfObject(): Value | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.parent) {
      if (scope.object) return scope.object;
    }
    return undefined;
  }

  /** The members of the nearest class around. */
  self(): Scope | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.parent) {
      if (scope.members) return scope.members;
    }
    return undefined;
  }
}
