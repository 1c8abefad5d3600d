import type { Expression, FunctionModel } from "../model.js";
import { visit } from "../walk.js";
import type { DeclaredFunction } from "./declaredFunctions.js";

/** The class of `new Name(...)`. */
export const madeIn = (expression: Expression): string | undefined =>
  expression.is === "call" && expression.isNew && expression.callee.is === "name"
    ? expression.callee.name
    : undefined;

/** What the names of a function stand for, whichever statement comes first. */
export class LocalNames {
  readonly fn: FunctionModel;
  /** By name, all that is put there; undefined for what no expression says. */
  readonly values = new Map<string, (Expression | undefined)[]>();
  /** Names of parameters of functions that are in the function. */
  readonly inner = new Set<string>();
  readonly #types = new Map<string, string>();

  constructor({ fn, of }: DeclaredFunction) {
    this.fn = fn;
    for (const one of of?.body ?? []) if (one.is === "declare") this.#typed(one);
    for (const one of fn.parameters) this.#typed(one);
    visit(fn.body, {
      statement: (statement) => {
        if (statement.is === "declare") {
          if (statement.value) this.#put(statement.name, statement.value);
          this.#typed(statement);
        } else if (statement.is === "loop") {
          for (const { name } of statement.names) this.#put(name, undefined);
        }
      },
      expression: (expression) => {
        if (expression.is === "assign") {
          this.#assign(expression.target, expression.isUpdate ? undefined : expression.value);
        }
      },
      inner: ({ parameters }) => {
        for (const { name } of parameters) this.inner.add(name);
      },
    });
  }

  /** The class that a name, or a field of the class around, is declared to be of or made as. */
  typeOf(name: string): string | undefined {
    const [value] = this.values.get(name) ?? [];
    return this.#types.get(name) ?? (value && madeIn(value));
  }

  #typed({ name, type }: { readonly name: string; readonly type?: string }): void {
    if (type !== undefined) this.#types.set(name, type);
  }

  #assign(target: Expression, value: Expression | undefined): void {
    if (target.is === "name") this.#put(target.name, value);
    else if (target.is === "list") {
      for (const one of target.items) this.#assign(one.value, undefined);
    }
  }

  #put(name: string, value: Expression | undefined): void {
    const known = this.values.get(name);
    if (known) known.push(value);
    else this.values.set(name, [value]);
  }
}
