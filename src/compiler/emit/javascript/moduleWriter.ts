import * as compare from "../../../validator/compare.js";
import { valueAt } from "../../../validator/pointer.js";
import * as predicates from "../../../validator/predicates/index.js";
import * as sum from "../../../validator/sum.js";
import * as times from "../../../validator/times.js";
import * as values from "../../../validator/values.js";

/** The functions of the validator's that generated code may call. */
export const callable = { ...predicates, ...values, ...compare, ...sum, ...times, valueAt };

/** Bits that a number of JavaScript can be asked for. */
const bitsOfTable = 30;

/** Sets of values that places are compared with: each has a bit of the number that a look-up gives. */
export interface LookupTable {
  readonly name: string;
  readonly sets: (readonly unknown[])[];
}

/** Collects what a module needs beside its functions. Names of its constants begin with `$`, those of locals never do. */
export class ModuleWriter {
  readonly #imports = new Map<string, Set<string>>();
  readonly #constants = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #tables: LookupTable[] = [];

  /** A function of the validator's, imported from one of its modules. */
  import(name: string, module: string): string {
    const names = this.#imports.get(module) ?? new Set();
    this.#imports.set(module, names.add(name));
    return name;
  }

  /** A constant by the text of its value; equal ones are shared. `about` becomes a part of its name. */
  constant(text: string, about: string): string {
    let name = this.#constants.get(text);
    if (!name) {
      name = this.#numbered(`$${about}`);
      this.#constants.set(text, name);
    }
    return name;
  }

  /** The table in which a value is looked up, and the bit of a set of values. */
  table(set: readonly unknown[]): [table: LookupTable, bit: number] {
    const key = JSON.stringify(set);
    for (const table of this.#tables) {
      const bit = table.sets.findIndex((known) => JSON.stringify(known) === key);
      if (bit >= 0) return [table, bit];
    }
    let last = this.#tables.at(-1);
    if (!last || last.sets.length >= bitsOfTable) {
      last = { name: this.#numbered("$sets"), sets: [] };
      this.#tables.push(last);
    }
    last.sets.push(set);
    return [last, last.sets.length - 1];
  }

  /** The import statements; `folder` is the path to the validator's folder. */
  imports(folder: string): string[] {
    return [...this.#imports].map(
      ([module, names]) => `import { ${[...names].join(", ")} } from "${folder}/${module}.js";`,
    );
  }

  /** The declarations of the constants that the functions written so far need. */
  get constants(): string[] {
    return [
      ...[...this.#constants].map(([text, name]) => `const ${name} = ${text};`),
      ...this.#tables.map(declarationOf),
    ];
  }

  #numbered(name: string): string {
    const count = this.#counts.get(name) ?? 0;
    this.#counts.set(name, count + 1);
    return count === 0 ? name : `${name}${count + 1}`;
  }
}

function declarationOf({ name, sets }: LookupTable): string {
  const bits = new Map<unknown, number>();
  for (const [bit, set] of sets.entries()) {
    for (const value of set) bits.set(value, (bits.get(value) ?? 0) | (1 << bit));
  }
  const pairs = [...bits].map((pair) => JSON.stringify(pair));
  return `const ${name} = /* @__PURE__ */ new Map([${pairs.join(", ")}]);`;
}
