import { predicates } from "../../validator/predicates/index.js";
import type { Entry, Loop } from "./alarms.js";
import { all, ask, assuming, keyOf, type Literal, type Logic } from "./logic.js";
import type { Place } from "./place.js";

/** Sets of so few values are compared one by one. */
const fewValues = 4;
/** Bits that a number of JavaScript can be asked for. */
const bitsOfMask = 30;

/** What is done where entries' conditions hold. */
export interface Act {
  /** The statement for a fault; `indexes` are the variables of the lists' indexes around it. */
  write(fault: number, indexes: readonly string[]): string;
  /** What the statement returns where it need not see the rest of the payload. */
  readonly leaving?: boolean;
}

interface Branch {
  readonly parts: readonly Logic[];
  readonly then: Entry["then"];
}

/** The sets of values that one place is compared with: each has a bit of the number that a look-up gives. */
interface Masks {
  readonly name: string;
  readonly sets: (readonly unknown[])[];
}

/** What the code of one function has read so far. */
export class Scope {
  readonly #declared: Set<string>;
  /** Places and what is known of them, in the order of their use. */
  readonly used = new Map<Place, Set<"value" | "object" | Masks>>();

  constructor(declared = new Set<string>()) {
    this.#declared = declared;
  }

  use(place: Place, what: "value" | "object" | Masks = "value"): void {
    for (let at = place.parent; at; at = at.parent) this.#add(at, "object");
    this.#add(place, what);
  }

  #add(place: Place, what: "value" | "object" | Masks): void {
    const known = this.used.get(place) ?? new Set();
    known.add("value").add(what);
    this.used.set(place, known);
  }

  /** True the first time. */
  declare(name: string): boolean {
    if (this.#declared.has(name)) return false;
    this.#declared.add(name);
    return true;
  }

  /** A scope that goes on after this one in the same function. */
  next(): Scope {
    return new Scope(this.#declared);
  }
}

/** Writes sentences about payloads as JavaScript. */
export class Script {
  /** Parameters that the functions of loops are handed, too. */
  readonly #parameters: readonly string[];
  readonly #imports = new Map<string, Set<string>>();
  readonly #constants = new Map<string, string>();
  #names = new Map<Place, string>();
  readonly #masks = new Map<string, Masks[]>();

  constructor(parameters: readonly string[] = []) {
    this.#parameters = parameters;
  }

  /** `entries` as statements; the payload is in the variable of `root`. */
  statements(entries: readonly Entry[], root: Place, act: Act, before = new Scope()) {
    return this.block(root, before, (scope) =>
      this.#branches(simplified(entries, rootFact(root)), scope, act, []),
    );
  }

  /** The statements that `write` makes, after the variables of the values that it asks for. */
  block(root: Place, before: Scope, write: (scope: Scope) => string[]) {
    const scope = before.next();
    const lines = write(scope);
    return { lines: [...this.#reads(scope, root), ...lines], scope };
  }

  /**
   * A loop over a list, with the statements that `write` makes of its items; nothing where it makes none. It is a function of
   * its own: of a function with a loop in it V8 may compile the loop and leave the rest as it is.
   */
  loop(
    list: string,
    item: Place,
    indexes: readonly string[],
    write: (scope: Scope) => string[],
    leaving?: boolean,
  ): string[] {
    const index = indexAt(indexes.length);
    const { lines } = this.block(item, new Scope(), write);
    if (lines.length === 0) return [];
    const more = [...this.#parameters, ...indexes];
    const loop = this.constant(
      [
        `(${["list", ...more].join(", ")}) => {`,
        `for (let ${index} = 0; ${index} < list.length; ${index}++) {`,
        `const ${this.name(item)} = list[${index}];`,
        ...lines,
        "}",
        ...(leaving === undefined ? [] : [`return ${!leaving};`]),
        "}",
      ].join("\n"),
    );
    const call = `${loop}(${[list, ...more].join(", ")})`;
    if (leaving === undefined) return [`${call};`];
    return [`if (${leaving ? "" : "!"}${call}) return ${leaving};`];
  }

  /** The variable of a value. */
  value(place: Place, scope: Scope): string {
    scope.use(place);
    return this.name(place);
  }

  /** The variable that says whether a value is an object. */
  isObject(place: Place, scope: Scope): string {
    scope.use(place, "object");
    return this.#objectFlag(place);
  }

  name(place: Place): string {
    let name = this.#names.get(place);
    if (!name) {
      name = `v${this.#names.size}`;
      this.#names.set(place, name);
    }
    return name;
  }

  /** A name of the runtime, imported from one of its modules. */
  import(name: string, module: string): string {
    const names = this.#imports.get(module) ?? new Set();
    this.#imports.set(module, names.add(name));
    return name;
  }

  get imports(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#imports;
  }

  /** A constant of the module, by its text; equal ones are shared. */
  constant(text: string): string {
    let name = this.#constants.get(text);
    if (!name) {
      name = `c${this.#constants.size}`;
      this.#constants.set(text, name);
    }
    return name;
  }

  /** The constants that what was written so far needs. */
  get preamble(): string[] {
    const masks = [...this.#masks.values()].flat().map(({ name, sets }) => {
      const bits = new Map<unknown, number>();
      sets.forEach((set, bit) => {
        for (const value of set) bits.set(value, (bits.get(value) ?? 0) | (1 << bit));
      });
      const pairs = [...bits].map((pair) => JSON.stringify(pair));
      return `const ${name} = /* @__PURE__ */ new Map([${pairs.join(", ")}]);`;
    });
    return [...[...this.#constants].map(([text, name]) => `const ${name} = ${text};`), ...masks];
  }

  #branches(branches: readonly Branch[], scope: Scope, act: Act, indexes: readonly string[]) {
    const lines: string[] = [];
    for (let index = 0; index < branches.length; ) {
      const branch = branches[index] as Branch;
      const [first] = branch.parts;
      let end = index + 1;
      const key = first && keyOf(first);
      const isAlike = (other: Branch | undefined) =>
        key !== undefined && other?.parts[0] !== undefined && keyOf(other.parts[0]) === key;
      while (isAlike(branches[end])) end++;
      if (end - index > 1) {
        const inner = branches
          .slice(index, end)
          .map(({ parts, then }) => ({ parts: parts.slice(1), then }));
        lines.push(
          `if (${this.#render(first as Logic, scope)}) {`,
          ...this.#branches(inner, scope, act, indexes),
          "}",
        );
      } else {
        const test = branch.parts.map((part) => this.#render(part, scope)).join(" && ");
        const deed = this.#deed(branch.then, scope, act, indexes);
        lines.push(...(test === "" ? deed : [`if (${test}) {`, ...deed, "}"]));
      }
      index = end;
    }
    return lines;
  }

  #deed(then: Entry["then"], scope: Scope, act: Act, indexes: readonly string[]): string[] {
    if ("fault" in then) return [act.write(then.fault, indexes)];
    return this.#loop(then, scope, act, indexes);
  }

  #loop({ list, item, entries }: Loop, scope: Scope, act: Act, indexes: readonly string[]) {
    const inner = [...indexes, indexAt(indexes.length)];
    return this.loop(
      this.value(list, scope),
      item,
      indexes,
      (below) => this.#branches(simplified(entries), below, act, inner),
      act.leaving,
    );
  }

  /** The variables that a scope uses, each after the one that it is read from. */
  #reads(scope: Scope, root: Place): string[] {
    const lines: string[] = [];
    // The payload itself is an object by now; an item may be anything.
    const isSure = (place: Place) => place === root && root.id === "";
    const visit = (place: Place) => {
      const uses = scope.used.get(place);
      if (!uses) return;
      const name = this.name(place);
      if (place.parent && scope.declare(name)) {
        const read = `${this.name(place.parent)}${propertyOf(place.key as string)}`;
        const value = isSure(place.parent)
          ? read
          : `${this.#objectFlag(place.parent)} ? ${read} : undefined`;
        lines.push(`const ${name} = ${value};`);
      }
      if (uses.has("object") && !isSure(place) && scope.declare(this.#objectFlag(place))) {
        lines.push(`const ${this.#objectFlag(place)} = ${objectTest(name)};`);
      }
      for (const use of uses) {
        if (typeof use === "string") continue;
        const mask = maskName(use, name);
        if (scope.declare(mask)) {
          lines.push(`const ${mask} = ${name} === undefined ? 0 : ${use.name}.get(${name});`);
        }
      }
      for (const child of place.children) visit(child);
    };
    visit(root);
    return lines;
  }

  #objectFlag = (place: Place) => this.name(place).replace("v", "o");

  #render(logic: Logic, scope: Scope): string {
    if ("always" in logic) return String(logic.always);
    if ("literal" in logic) return this.#literal(logic.literal, scope);
    const [join, parts] = "all" in logic ? [" && ", logic.all] : [" || ", logic.any];
    return `(${parts.map((part) => this.#render(part, scope)).join(join)})`;
  }

  #literal(literal: Literal, scope: Scope): string {
    const { place, question, answer } = literal;
    const name = this.name(place);
    const told = (test: string) => (answer ? test : `!${test}`);
    if (question.asks !== "context") scope.use(place);
    switch (question.asks) {
      case "context": {
        const test = `(on & ${question.bit})`;
        return answer ? `${test} !== 0` : `${test} === 0`;
      }
      case "defined":
        return `${name} ${answer ? "!==" : "==="} undefined`;
      case "type":
        return this.#type(literal, question.type, scope);
      case "one of":
        return this.#oneOf(literal, question.values, scope);
      case "pattern":
        return told(
          question.pattern === "\\S"
            ? `${this.import("hasText", "values")}(${name})`
            : `${this.constant(String(new RegExp(question.pattern, "u")))}.test(${name})`,
        );
      case "at least":
        return `${name} ${answer ? ">=" : "<"} ${question.number}`;
      case "at most":
        return `${name} ${answer ? "<=" : ">"} ${question.number}`;
      case "above":
        return `${name} ${answer ? ">" : "<="} ${question.number}`;
      case "multiple of":
        return told(`Number.isInteger(${name} / ${question.number})`);
      case "characters":
        return told(`${this.import("isWithin", "values")}(${name}, ${question.number})`);
      case "items":
        return `${name}.length ${answer ? ">=" : "<"} ${question.number}`;
      case "predicate": {
        const { name: predicate, ...args } = question.predicate;
        const run = this.import(predicates[predicate].name, "predicates/index");
        const more = Object.keys(args).length > 0 ? `, ${this.constant(JSON.stringify(args))}` : "";
        return told(`${run}(${name}${more})`);
      }
      case "comparison": {
        scope.use(question.with);
        const { path: _, to: __, ...how } = question.comparison;
        const other = this.name(question.with);
        const run = this.import("compareValues", "compare");
        const test = `${run}(${name}, ${other}, ${this.constant(JSON.stringify(how))})`;
        if (how.absentAs !== undefined) return told(test);
        return told(`(${name} === undefined || ${other} === undefined || ${test})`);
      }
      default: {
        const run = this.import(question.asks, "values");
        return told(`${run}(${name}, ${this.#function(question.item, question.holds)})`);
      }
    }
  }

  #function(item: Place, holds: Logic): string {
    // Its variables are its own, so that equal functions have equal texts.
    const names = this.#names;
    this.#names = new Map();
    const scope = new Scope();
    const parameter = this.name(item);
    const result = this.#render(holds, scope);
    const lines = [...this.#reads(scope, item), `return ${result};`];
    this.#names = names;
    return this.constant(`(${parameter}) => {\n${lines.join("\n")}\n}`);
  }

  #type({ place, answer }: Literal, type: string, scope: Scope): string {
    const name = this.name(place);
    const equals = answer ? "===" : "!==";
    const told = (test: string) => (answer ? test : `!${test}`);
    switch (type) {
      case "null":
        return `${name} ${equals} null`;
      case "array":
        return told(`Array.isArray(${name})`);
      case "number":
        return told(`Number.isFinite(${name})`);
      case "integer":
        return told(`Number.isInteger(${name})`);
      case "object":
        return told(this.isObject(place, scope));
      default:
        return `typeof ${name} ${equals} ${JSON.stringify(type)}`;
    }
  }

  #oneOf({ place, answer }: Literal, values: readonly unknown[], scope: Scope): string {
    const name = this.name(place);
    if (values.length <= fewValues) {
      const tests = values.map(
        (value) => `${name} ${answer ? "===" : "!=="} ${JSON.stringify(value)}`,
      );
      return tests.length === 1
        ? (tests[0] as string)
        : `(${tests.join(answer ? " || " : " && ")})`;
    }
    const [masks, bit] = this.#bitFor(place, values);
    scope.use(place, masks);
    const test = `(${maskName(masks, name)} & ${1 << bit})`;
    return `${test} ${answer ? "!==" : "==="} 0`;
  }

  #bitFor(place: Place, values: readonly unknown[]): [Masks, number] {
    const key = JSON.stringify(values);
    const ofPlace = this.#masks.get(place.id) ?? [];
    this.#masks.set(place.id, ofPlace);
    for (const masks of ofPlace) {
      const bit = masks.sets.findIndex((set) => JSON.stringify(set) === key);
      if (bit >= 0) return [masks, bit];
    }
    let last = ofPlace.at(-1);
    if (!last || last.sets.length >= bitsOfMask) {
      const count = [...this.#masks.values()].flat().length;
      last = { name: `m${count}`, sets: [] };
      ofPlace.push(last);
    }
    last.sets.push(values);
    return [last, last.sets.length - 1];
  }
}

/** Written out, since an engine that takes in every call of a function so long takes in none. */
export const objectTest = (name: string) =>
  `typeof ${name} === "object" && ${name} !== null && !Array.isArray(${name})`;

const indexAt = (depth: number) => `i${depth}`;

const maskName = (masks: Masks, variable: string) => `${masks.name}_${variable}`;

const propertyOf = (key: string) =>
  /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;

/** The payload itself is an object by the time its rules are asked. */
function rootFact(root: Place): Literal | undefined {
  if (root.id !== "") return undefined;
  const isObject = ask(root, { asks: "type", type: "object" });
  return "literal" in isObject ? isObject.literal : undefined;
}

function simplified(entries: readonly Entry[], fact?: Literal): Branch[] {
  return entries.flatMap(({ conditions, then }) => {
    const whole = all(conditions.map((one) => (fact ? assuming(one, fact) : one)));
    if ("always" in whole) return whole.always ? [{ parts: [], then }] : [];
    return [{ parts: "all" in whole ? whole.all : [whole], then }];
  });
}
