import type { ArgumentValue } from "../library.js";
import type { FunctionModel, Parameter } from "../model.js";
import type { Origins } from "../values.js";

/** Origins to which more can be added. */
interface Group {
  readonly of: (Origins | undefined)[];
}

/** Where what functions return and are given comes from, anywhere in the program. */
export class FunctionOrigins {
  readonly #returnedBy = new Map<FunctionModel, Group>();
  readonly #givenTo = new Map<FunctionModel | Parameter, Group>();

  returnedBy(fn: FunctionModel): Group {
    return groupIn(this.#returnedBy, fn);
  }

  givenTo(fn: FunctionModel, name: string): Group {
    return groupIn(this.#givenTo, fn.parameters.find((one) => one.name === name) ?? fn);
  }

  noteGiven(fn: FunctionModel, args: readonly ArgumentValue[]): void {
    const parameters = parametersOf(fn);
    for (const [index, { value, name }] of args.entries()) {
      const parameter = name?.text ?? parameters[index]?.name;
      if (parameter !== undefined) this.givenTo(fn, parameter).of.push(value.origins);
    }
  }
}

/** The parameters that a call gives arguments to. */
export const parametersOf = ({ takesSelf, parameters }: FunctionModel): readonly Parameter[] =>
  takesSelf ? parameters.slice(1) : parameters;

function groupIn<Key>(groups: Map<Key, Group>, key: Key): Group {
  let group = groups.get(key);
  if (!group) {
    group = { of: [] };
    groups.set(key, group);
  }
  return group;
}
