import type { Span } from "../../text/positions.js";
import type { JsonType } from "../../validator/unknown.js";
import type { Written } from "../body.js";

/**
 * A program as the interpreter reads it, whatever its language. A language lowers its syntax tree to this model; whatever the
 * model cannot express becomes `unknown`.
 */
export interface Program {
  readonly statements: readonly Statement[];
  /** Names that the program imports, with where they come from: `CancelData` from `com.siot.IamportRestClient.request`. */
  readonly imports: readonly Import[];
}

export interface Import {
  /** What the program calls it; `*` where all names of the module are imported. */
  readonly name: string;
  /** What the module calls it; undefined where the name stands for the module. */
  readonly imported?: string;
  readonly module: string;
}

/** What is written in front of a declaration: an annotation, a decorator; of a parameter also the call that its default is. */
export interface Mark {
  /** Without what leads to it: `PostMapping`, `post`. */
  readonly name: string;
  readonly source: string;
  /** The text that it is given first. */
  readonly text?: string;
}

/** Name of a constructor among the members of its class. */
export const constructorName = "<init>";

/** A function, a method or a constructor. */
export interface FunctionModel {
  readonly name: string;
  readonly span: Span;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  readonly marks?: readonly Mark[];
  /** True of a constructor, which runs before the methods of its class. */
  readonly isConstructor?: boolean;
  /** True where the first parameter is the object that the method is called on. */
  readonly takesSelf?: boolean;
}

/** A parameter of a function. */
export interface Parameter {
  readonly name: string;
  readonly span: Span;
  /** Class that it is declared to be of. */
  readonly type?: string;
  readonly types?: readonly JsonType[];
  readonly initial?: Expression;
  readonly marks?: readonly Mark[];
  /** Takes the arguments that no other parameter takes: by place or by name. */
  readonly rest?: "positional" | "named";
}

/** A statement, told apart by `is`: what every language comes to, with the rest left out. */
export type Statement =
  | { readonly is: "do"; readonly expression: Expression }
  | {
      readonly is: "declare";
      readonly name: string;
      readonly span: Span;
      readonly type?: string;
      readonly types?: readonly JsonType[];
      readonly value?: Expression;
      /** What the program's surroundings put there: `@Value("${iamport.key}")`. */
      readonly isInjected?: boolean;
    }
  | { readonly is: "block"; readonly body: readonly Statement[] }
  /** One of the alternatives runs; none may, unless they are complete. */
  | {
      readonly is: "branch";
      readonly conditions: readonly Expression[];
      readonly alternatives: readonly (readonly Statement[])[];
      readonly isComplete: boolean;
      /** What the condition is compared with that decides: the labels of a `switch`. */
      readonly cases?: readonly Expression[];
    }
  | {
      readonly is: "loop";
      readonly before: readonly Statement[];
      /** What is gone through item by item. */
      readonly of?: Expression;
      /** Names that each round gives another value. */
      readonly names: readonly { readonly name: string; readonly span: Span }[];
      readonly body: readonly Statement[];
    }
  | {
      readonly is: "attempt";
      readonly body: readonly Statement[];
      readonly handlers: readonly (readonly Statement[])[];
      readonly finally: readonly Statement[];
    }
  | { readonly is: "return"; readonly value?: Expression }
  | { readonly is: "throw"; readonly value?: Expression }
  | { readonly is: "function"; readonly fn: FunctionModel }
  | { readonly is: "class"; readonly class: ClassModel }
  /** Names of an outer scope that are assigned here. */
  | { readonly is: "outer"; readonly names: readonly string[] };

/** A class, an interface or a record. */
export interface ClassModel {
  readonly name: string;
  readonly span: Span;
  /** Fields, methods and classes. */
  readonly body: readonly Statement[];
  readonly marks?: readonly Mark[];
  /** Names of the classes that it extends. */
  readonly bases?: readonly string[];
  /** What an object of the class holds, where objects of it are data that is sent. */
  readonly data?: DataClass;
}

/** A class whose objects are data: a record, a class with accessors only, a model of pydantic. */
export interface DataClass {
  readonly fields: readonly DataField[];
  /** Names of the classes that it extends. */
  readonly extends: readonly string[];
  /** What constructors take that the code does not write out, by names of fields. */
  readonly takes: readonly (readonly string[])[];
  /** True where the code writes constructors out. */
  readonly hasConstructor: boolean;
  /** True where those may be given less than they take. */
  readonly takesFewer?: boolean;
  /** Name of the method that begins a builder which the code does not write out. */
  readonly builder?: string;
  /** Name of the method that does what a constructor does that the code does not write out. */
  readonly factory?: string;
  /** How keys are spelt that no field says itself; `unsure` where a setting of the program decides. */
  readonly spelling?: Spelling | "unsure";
  /** True where it may be written with more keys than it has fields. */
  readonly isOpen?: boolean;
  /** True where a value of another type becomes one of the field's. */
  readonly converts?: boolean;
  /** True where objects of the class are plain maps. */
  readonly isMap?: boolean;
}

/** How the words of a name are put together. */
export type Spelling = "snake_case" | "camelCase";

/** A field of a class of data. */
export interface DataField {
  readonly name: string;
  /** Where the field's key is written: its name, or what an annotation says. */
  readonly keySpan: Span;
  /** The key, where it is said; null where the field is not written. */
  readonly key?: string | null;
  readonly type?: string;
  readonly types?: readonly JsonType[];
  readonly initial?: Expression;
  /** What it holds where nothing is put there. */
  readonly blank?: number | boolean;
  /** True where the class changes what is put there. */
  readonly isChanged?: boolean;
}

/** What every expression has. */
interface Placed {
  readonly span: Span;
}

/** An expression, told apart by `is`; what has no form here is `unknown`. */
export type Expression =
  | (Placed & { readonly is: "constant"; readonly value: number | boolean | null })
  /** A text that is written out; `written` are its letters with their places. */
  | (Placed & { readonly is: "text"; readonly text: string; written(): Written })
  /** A text of parts: `"a" + b`, `f"a{b}"`. Numbers become their digits. */
  | (Placed & { readonly is: "joined"; readonly parts: readonly Expression[] })
  /** `a + b`, which adds numbers or joins texts. */
  | (Placed & { readonly is: "sum"; readonly parts: readonly Expression[] })
  | (Placed & { readonly is: "product"; readonly parts: readonly Expression[] })
  | (Placed & { readonly is: "negative"; readonly of: Expression })
  /** `a == b` and `a != b`. */
  | (Placed & { readonly is: "equality"; readonly sides: readonly [Expression, Expression] })
  | (Placed & { readonly is: "name"; readonly name: string })
  /** The object that a method is called on. */
  | (Placed & { readonly is: "self" })
  | (Placed & {
      readonly is: "member";
      readonly of: Expression;
      readonly name: string;
      readonly key: Span;
    })
  | (Placed & { readonly is: "item"; readonly of: Expression; readonly at: Expression })
  | (Placed & {
      readonly is: "call";
      readonly callee: Expression;
      readonly arguments: readonly Argument[];
      /** Where the arguments are, with their brackets. */
      readonly list: Span;
      /** True of `new Name(...)`. */
      readonly isNew?: boolean;
      /** Name of the class that is made, where the language says it: `Map<String, Object>`. */
      readonly of?: readonly string[];
      /** What runs in the object that was made: `new HashMap<>() {{ put("a", 1); }}`. */
      readonly body?: readonly Statement[];
    })
  | (Placed & { readonly is: "object"; readonly entries: readonly EntryModel[] })
  | (Placed & { readonly is: "list"; readonly items: readonly Argument[] })
  /** One of several; the condition says which. */
  | (Placed & {
      readonly is: "either";
      readonly condition?: Expression;
      readonly choices: readonly Expression[];
    })
  | (Placed & { readonly is: "function"; readonly fn: FunctionModel })
  | (Placed & {
      readonly is: "assign";
      readonly target: Expression;
      readonly value: Expression;
      /** True of `+=`, which reads the target too. */
      readonly isUpdate?: boolean;
    })
  | (Placed & { readonly is: "remove"; readonly target: Expression })
  /** What is not understood; its parts are evaluated for what they do. */
  | (Placed & {
      readonly is: "unknown";
      readonly parts: readonly Expression[];
      readonly types?: readonly JsonType[];
      /** True of what the parser could not make sense of, which may do anything to its parts. */
      readonly isBroken?: boolean;
    });

export interface Argument {
  readonly value: Expression;
  readonly span: Span;
  /** Of `name=value`. */
  readonly name?: { readonly text: string; readonly span: Span };
  /** Of `*list` and `**object`. */
  readonly spread?: "positional" | "named";
}

/** `key: value`, or an object that is spread. */
export type EntryModel =
  | { readonly key: Expression; readonly value: Expression; readonly span: Span }
  | { readonly spread: Expression };

export type StatementOf<Name extends Statement["is"]> = Extract<Statement, { readonly is: Name }>;

export type ExpressionOf<Name extends Expression["is"]> = Extract<
  Expression,
  { readonly is: Name }
>;

export type CallExpression = ExpressionOf<"call">;
