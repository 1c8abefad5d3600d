import type { Answers } from "../answers.js";
import { isData } from "../dataClasses.js";
import type { Library, Run } from "../library.js";
import type { Expression, ExpressionOf, Import } from "../model.js";
import type { Scope } from "../scopes.js";
import { comingFrom, usedAt, type Value } from "../values.js";
import type { Evaluator } from "./evaluator.js";
import type { State } from "./state.js";
import type { Surroundings } from "./surroundings.js";

/** Finds what names, members and items stand for. */
export class ValueLookup {
  readonly #state: State;
  readonly #evaluator: Evaluator;
  readonly #run: Run;
  readonly #library: Library;
  readonly #answers: Answers;
  readonly #imports: ReadonlyMap<string, Import>;

  constructor(
    state: State,
    evaluator: Evaluator,
    { run, library, answers, imports }: Surroundings,
  ) {
    this.#state = state;
    this.#evaluator = evaluator;
    this.#run = run;
    this.#library = library;
    this.#answers = answers;
    this.#imports = new Map(imports.map((one) => [one.name, one]));
  }

  name({ name, span }: ExpressionOf<"name">, scope: Scope): Value {
    const value = this.#state.valueOf(scope.find(name)) ?? this.#fieldOf(scope.selfObject(), name);
    return value ? usedAt(value, span) : this.#state.unknown(span);
  }

  member(expression: ExpressionOf<"member">, scope: Scope): Value {
    const { name, span } = expression;
    const path = this.pathOf(expression, scope);
    const of: Value =
      path === undefined
        ? this.#evaluator.evaluate(expression.of, scope)
        : this.#state.unknown(expression.of.span, { type: classIn(path) });
    const own = this.#fieldOf(of, name) ?? this.#state.valueOf(of.members?.own(name));
    if (own) return usedAt(own, span);
    const known = this.#library.member(of, name, span, this.#run);
    if (known) return known;
    const answer = this.#answers.member(of, name);
    return { ...this.#state.unknown(span, comingFrom(of)), ...(answer && { answer }) };
  }

  item({ of, at, span }: ExpressionOf<"item">, scope: Scope): Value {
    const from = this.#evaluator.evaluate(of, scope);
    const key = this.#evaluator.evaluate(at, scope).known;
    const { object } = from;
    const answer =
      from.answer && typeof key === "string"
        ? this.#answers.read(from.answer, key, at.span)
        : undefined;
    const isKey = typeof key === "string" || typeof key === "number";
    const value = object && isKey ? this.#state.objects.get(object, String(key)) : undefined;
    if (value) return usedAt(value, span);
    return { ...this.#state.unknown(span, comingFrom(from)), ...(answer && { answer }) };
  }

  /** What is in a field of data; undefined where that is not known. */
  #fieldOf(of: Value | undefined, name: string): Value | undefined {
    return isData(of) ? this.#state.objects.get(of.object, name) : undefined;
  }

  /** `requests.post` of such a name that the program does not itself declare, with the module it comes from. */
  pathOf(callee: Expression, scope: Scope): string | undefined {
    if (callee.is === "name") {
      if (scope.find(callee.name)) return undefined;
      const from = this.#imports.get(callee.name);
      if (!from) return this.#state.rules.isValue(callee.name) ? undefined : callee.name;
      return from.imported === undefined ? from.module : `${from.module}.${from.imported}`;
    }
    if (callee.is !== "member") return undefined;
    const of = this.pathOf(callee.of, scope);
    return of === undefined ? undefined : `${of}.${callee.name}`;
  }
}

/** The class whose member a path names. */
const classIn = (path: string): string => path.split(".").at(-2) ?? "";
