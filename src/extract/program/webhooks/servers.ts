import type { CallExpression, Expression, Import } from "../model.js";

/** A library by which server code receives requests, or reads what is in them; made from the tables. */
export interface ServerLibrary {
  readonly language: string;
  /** Annotations and decorators of functions that answer requests with a body. */
  readonly handlers?: readonly string[];
  /** Methods that do so without one, with the classes that their class extends. */
  readonly methods?: Readonly<Record<string, readonly string[]>>;
  /** Other annotations and decorators, which neither check a request nor change it. */
  readonly marks?: readonly string[];
  /** Settings that let everybody in, without blanks. */
  readonly open?: readonly string[];
  /** Decorators of functions that run before every handler. */
  readonly before?: readonly string[];
  /** Annotations of parameters that are the body, and of those that are a field of it. */
  readonly bodies?: readonly string[];
  readonly fields?: readonly string[];
  /** Types of the latter that are all fields. */
  readonly wholeTypes?: readonly string[];
  /** True where a parameter without an annotation is the body if it is a map or an object of a class. */
  readonly typedBodies?: true;
  /** Classes with such an annotation that are no data. */
  readonly services?: readonly string[];
  readonly requests?: {
    readonly types?: readonly string[];
    readonly parameters?: readonly string[];
    readonly names?: readonly string[];
  };
  /** Members of a request, or of an answer, that are its body: parsed, and as it was received. */
  readonly parsed?: readonly string[];
  readonly raw?: readonly string[];
  /** Methods that give what a body has under a key. */
  readonly reads?: readonly string[];
  /** What makes a body of a text, and a text of a body. */
  readonly parses?: readonly string[];
  readonly writes?: readonly string[];
  /** What gives the same in another form. */
  readonly converts?: readonly string[];
  readonly compares?: readonly string[];
  /** What looks nothing up, whatever it is given. */
  readonly harmless?: readonly string[];
  /** Objects that hold a shop's own data, or an object and its method. */
  readonly stores?: readonly string[];
  /** Methods of such objects, and of what they give, that only read or keep data; all, where no library names any. */
  readonly keeps?: readonly string[];
}

/** The keys that list names. */
type NameList = {
  [Key in keyof ServerLibrary]-?: NonNullable<ServerLibrary[Key]> extends readonly string[]
    ? Key
    : never;
}[keyof ServerLibrary];

/** What the libraries of a language call things, as a program imports them. */
export class Servers {
  readonly libraries: readonly ServerLibrary[];
  readonly #imports: ReadonlyMap<string, Import>;
  readonly #lists = new Map<NameList, ReadonlySet<string>>();

  constructor(all: readonly ServerLibrary[], language: string, imports: readonly Import[]) {
    this.libraries = all.filter((one) => one.language === language);
    this.#imports = new Map(imports.map((one) => [one.name, one]));
  }

  /** Whether a name is in a list of any library. */
  lists(list: NameList, name: string): boolean {
    let names = this.#lists.get(list);
    if (!names) {
      names = new Set(this.libraries.flatMap((library) => library[list] ?? []));
      this.#lists.set(list, names);
    }
    return names.has(name);
  }

  /** Whether what is called is in a list: by its name, or with the name before it. */
  calls(list: NameList, { callee }: CallExpression): boolean {
    return this.#namesOf(callee).some((name) => this.lists(list, name));
  }

  /** Whether a program imports a function or a module by a name; those of classes are written large. */
  importsCode(name: string): boolean {
    return this.#imports.has(name) && !/^[A-Z]/.test(name);
  }

  /** `json.loads`, whatever a program imports of it. */
  pathOf(expression: Expression): string | undefined {
    if (expression.is === "name") {
      const from = this.#imports.get(expression.name);
      if (!from) return expression.name;
      return from.imported === undefined ? from.module : `${from.module}.${from.imported}`;
    }
    if (expression.is !== "member") return undefined;
    const of = this.pathOf(expression.of);
    return of === undefined ? undefined : `${of}.${expression.name}`;
  }

  #namesOf(callee: Expression): string[] {
    if (callee.is !== "name" && callee.is !== "member") return [];
    const { name } = callee;
    const imported = this.pathOf(callee)?.split(".").slice(-2).join(".");
    const of = callee.is === "member" ? callee.of : undefined;
    // `session.get` of `self.session.get`.
    const last = of?.is === "name" || of?.is === "member" ? `${of.name}.${name}` : name;
    return [name, imported ?? name, last];
  }
}
