import type { CallExpression, ClassModel, FunctionModel, Statement } from "../model.js";
import { bodiesOf } from "../walk.js";

/** A function that a program declares, and the class whose method it is. */
export interface DeclaredFunction {
  readonly fn: FunctionModel;
  readonly of: ClassModel | undefined;
}

/** The functions that a program declares. */
export class DeclaredFunctions {
  readonly all: readonly DeclaredFunction[];

  constructor(statements: readonly Statement[]) {
    this.all = functionsIn(statements, undefined);
  }

  /** Those that a call may be one of, as far as the program itself declares them. */
  calledBy({ callee }: CallExpression, from: DeclaredFunction): DeclaredFunction[] {
    if (callee.is === "name") {
      return this.#named(callee.name, ({ of }) => of === undefined || of === from.of);
    }
    if (callee.is !== "member") return [];
    const { of: object, name } = callee;
    if (object.is === "self" || (object.is === "name" && object.name === selfOf(from))) {
      return this.#named(name, ({ of }) => of !== undefined && of === from.of);
    }
    return object.is === "name" ? this.#named(name, ({ of }) => of?.name === object.name) : [];
  }

  #named(name: string, isOne: (one: DeclaredFunction) => boolean): DeclaredFunction[] {
    return this.all.filter((one) => one.fn.name === name && isOne(one));
  }
}

const selfOf = ({ fn }: DeclaredFunction): string | undefined =>
  fn.takesSelf ? fn.parameters[0]?.name : undefined;

function functionsIn(
  statements: readonly Statement[],
  of: ClassModel | undefined,
): readonly DeclaredFunction[] {
  return statements.flatMap((statement): readonly DeclaredFunction[] => {
    if (statement.is === "function") {
      const { fn } = statement;
      return [{ fn, of }, ...functionsIn(fn.body, undefined)];
    }
    if (statement.is === "class") return functionsIn(statement.class.body, statement.class);
    return bodiesOf(statement).flatMap((body) => functionsIn(body, of));
  });
}
