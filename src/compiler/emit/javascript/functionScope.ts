import type { EmitSite } from "../../../constraint/atoms/atom.js";
import { isDefined } from "../../../constraint/atoms/defined.js";
import { definitionOf } from "../../../constraint/atoms/index.js";
import { notBlank, type Pattern } from "../../../constraint/atoms/pattern.js";
import { isOfType, type TypeAtom } from "../../../constraint/atoms/type.js";
import {
  type AccessPath,
  type Formula,
  formulaKey,
  keyAt,
  type Literal,
  literal,
  parentOf,
  root,
} from "../../../constraint/formula.js";
import { all, any, not } from "../../../constraint/simplify.js";
import { parsePointer } from "../../../validator/pointer.js";
import { callable, type LookupTable, type ModuleWriter } from "./moduleWriter.js";
import { type CodeStatement, functionText } from "./statements.js";

/** What a block asks of a value, beside the value itself. */
interface Use {
  isObject: boolean;
  readonly tables: Set<LookupTable>;
}

/** What a function is about: the name of the parameter or variable that holds it. */
type FunctionSubject = "payload" | "item";

/**
 * The local variables of one generated function: each value is read once, into a variable named after its path, before the
 * first block that asks for it.
 */
export class FunctionScope {
  readonly #module: ModuleWriter;
  readonly #subject: FunctionSubject;
  readonly #names = new Map<string, string>();
  readonly #taken = new Set(reserved);
  readonly #declared = new Set<string>();
  #uses = new Map<AccessPath, Use>();

  constructor(module: ModuleWriter, subject: FunctionSubject) {
    this.#module = module;
    this.#subject = subject;
  }

  get module(): ModuleWriter {
    return this.#module;
  }

  /** The scope of a function that is called with an item of a list. */
  ofItem(): FunctionScope {
    return new FunctionScope(this.#module, "item");
  }

  /** The statements that `write` makes, after declarations of the variables that it asks for. */
  block(write: () => readonly CodeStatement[]): CodeStatement[] {
    const around = this.#uses;
    this.#uses = new Map();
    const statements = write();
    // In one order whatever is asked for first; each value comes after the one around it.
    const uses = [...this.#uses].sort(([left], [right]) => (left < right ? -1 : 1));
    const declarations = uses.flatMap(([path, use]) => this.#declare(path, use));
    this.#uses = around;
    return [...declarations, ...statements];
  }

  /** The variable of a value. */
  value(path: AccessPath): string {
    this.#use(path);
    return this.#nameOf(path);
  }

  /** The variable of a value where it is an object, else undefined. */
  object(path: AccessPath): string {
    this.#use(path).isObject = true;
    return this.#objectOf(path);
  }

  /** An expression that is true where a formula holds. */
  expression(formula: Formula): string {
    if ("always" in formula) return String(formula.always);
    if ("literal" in formula) return this.#literal(formula.literal);
    const blank = blankValue(formula);
    if (blank !== undefined)
      return `${this.#module.import("isBlank", "values")}(${this.value(blank)})`;
    const [join, parts] = "all" in formula ? [" && ", formula.all] : [" || ", formula.any];
    return `(${parts.map((part) => this.expression(part)).join(join)})`;
  }

  /** An expression that is true where every formula holds, as the test of an `if` statement. */
  test(formulas: readonly Formula[]): string {
    const [only, ...others] = formulas;
    const mistyped = mistypedOptional(formulas);
    if (mistyped) {
      return `!${this.#module.import(mistyped.test, "values")}(${this.value(mistyped.path)})`;
    }
    if (!only || others.length > 0) return formulas.map((one) => this.expression(one)).join(" && ");
    // Alternatives alone need no parentheses.
    if ("any" in only && blankValue(only) === undefined)
      return only.any.map((one) => this.expression(one)).join(" || ");
    return this.expression(only);
  }

  #literal({ path, atom, holds }: Literal): string {
    const site: EmitSite = {
      holds,
      value: this.value(path),
      valueAt: (other) => this.value(other),
      isObject: () => this.object(path),
      isAmong: (values) => this.#isAmong(path, values),
      import: (name, module) => this.#module.import(name, module),
      constant: (text, about) => this.#module.constant(text, about),
      predicate: (formula) => this.#predicate(formula),
    };
    return definitionOf(atom).emit(atom, site);
  }

  #isAmong(path: AccessPath, values: readonly unknown[]): string {
    const [table, bit] = this.#module.table(values);
    this.#use(path).tables.add(table);
    return `(${this.#bitsOf(path, table)} & ${1 << bit})`;
  }

  #predicate(formula: Formula): string {
    const scope = this.ofItem();
    const statements = scope.block(() => [`return ${scope.test([formula])};`]);
    return this.#module.constant(functionText("(item) =>", statements), "holdsOf");
  }

  #use(path: AccessPath): Use {
    const parent = parentOf(path);
    if (parent !== undefined) this.#use(parent).isObject = true;
    let use = this.#uses.get(path);
    if (!use) {
      use = { isObject: false, tables: new Set() };
      this.#uses.set(path, use);
    }
    return use;
  }

  #declare(path: AccessPath, { isObject, tables }: Use): string[] {
    const name = this.#nameOf(path);
    const lines: string[] = [];
    const parent = parentOf(path);
    if (parent !== undefined) {
      const key = propertyOf(keyAt(path));
      const value = this.#isPayload(parent)
        ? `${this.#nameOf(parent)}${key}`
        : `${this.#objectOf(parent)}?${key.startsWith(".") ? "" : "."}${key}`;
      lines.push(...this.#once(name, value));
    }
    if (isObject && !this.#isPayload(path)) {
      const asObject = this.#module.import("asObject", "values");
      lines.push(...this.#once(this.#objectOf(path), `${asObject}(${name})`));
    }
    for (const table of tables) {
      const bits = `${name} === undefined ? 0 : ${table.name}.get(${name})`;
      lines.push(...this.#once(this.#bitsOf(path, table), bits));
    }
    return lines;
  }

  #once(name: string, value: string): string[] {
    if (this.#declared.has(name)) return [];
    this.#declared.add(name);
    return [`const ${name} = ${value};`];
  }

  /** The payload itself is an object by the time its values are read. */
  #isPayload = (path: AccessPath) => path === root && this.#subject === "payload";

  #nameOf(path: AccessPath): string {
    if (path === root) return this.#subject;
    const keys = parsePointer(path);
    return this.#local(path, this.#subject === "item" ? ["item", ...keys] : keys);
  }

  #objectOf = (path: AccessPath) => this.#local(`${path} object`, [this.#nameOf(path), "object"]);

  #bitsOf = (path: AccessPath, { name }: LookupTable) =>
    this.#local(`${path} ${name}`, [this.#nameOf(path), "sets"]);

  /** A local name that nothing else has. */
  #local(key: string, words: readonly string[]): string {
    let name = this.#names.get(key);
    if (!name) {
      const wanted = words
        .join("_")
        .replace(/[^A-Za-z0-9_]/g, "_")
        .replace(/^(?=[0-9]|$)/, "_");
      name = wanted;
      for (let count = 2; this.#taken.has(name); count++) name = `${wanted}_${count}`;
      this.#taken.add(name);
      this.#names.set(key, name);
    }
    return name;
  }
}

/** The path of the value, if the formula says that it is absent or a blank text; otherwise undefined. */
function blankValue(formula: Formula): AccessPath | undefined {
  const [first] = "any" in formula ? formula.any : [];
  if (!first || !("literal" in first)) return undefined;
  const { path } = first.literal;
  return formulaKey(formula) === formulaKey(isBlankAt(path)) ? path : undefined;
}

const isBlankAt = (path: AccessPath): Formula =>
  any([
    not(isDefined(path)),
    all([
      isOfType(path, "string"),
      not(literal<Pattern>(path, { name: "pattern", pattern: notBlank })),
    ]),
  ]);

/** Functions that tell an absent value or one of a type. */
const optional: Readonly<Record<string, string>> = {
  string: "isOptionalText",
  boolean: "isOptionalBoolean",
};

/** The path and the function, if the formulas say together that a value is present and of another type. */
function mistypedOptional(
  formulas: readonly Formula[],
): { readonly path: AccessPath; readonly test: string } | undefined {
  const [present, mistyped, ...others] = formulas;
  if (!present || !mistyped || others.length > 0 || !("literal" in mistyped)) return undefined;
  const { path, atom, holds } = mistyped.literal;
  const test = atom.name === "type" && !holds ? optional[(atom as TypeAtom).type] : undefined;
  return test !== undefined && formulaKey(present) === formulaKey(isDefined(path))
    ? { path, test }
    : undefined;
}

/** Names that no local variable may have: what the language keeps, and what generated functions are handed. */
const reserved = [
  ..."arguments await break case catch class const continue debugger default delete do else enum eval".split(
    " ",
  ),
  ..."export extends false finally for function if implements import in instanceof interface let".split(
    " ",
  ),
  ..."new null package private protected public return static super switch this throw true try".split(
    " ",
  ),
  ..."typeof undefined var void while with yield Array Map Number".split(" "),
  ..."payload item list contextBits note accepts report".split(" "),
  ...Object.keys(callable),
];

const propertyOf = (key: string) =>
  /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
