import type { Span } from "../text/positions.js";
import type { TextEdit } from "../text/textEdit.js";
import type { Text } from "../validator/types.js";
import type { Call, CallTables } from "./calls.js";
import type { Language } from "./formats.js";
import type { Parser } from "./javascript/syntax/parser.js";
import type { Located } from "./located.js";

/** How a payload is written, which decides how it is edited. */
export type Syntax = "javascript" | "java" | "python" | "json" | "yaml" | "form";

/** A payload outside a call: an object of JSON, a document of YAML, a line of NDJSON. */
export interface DataPayload {
  readonly payload: Located;
  readonly syntax: Syntax;
}

/** Something that code does around a payment, and that a rule may report. */
export interface CodeFact {
  /** What it is: `user-code`, `import`, `order-constant`. */
  readonly what: string;
  /** The text that it is about, where there is one. */
  readonly value?: string;
  /** The key that it is about, as a JSON Pointer. */
  readonly path?: string;
  /** What messages name. */
  readonly terms?: Readonly<Record<string, string>>;
  readonly span: Span;
  /** True in a sample of a document. */
  readonly isSample: boolean;
  /** True if no output may show the value. */
  readonly isSecret?: boolean;
}

/** What a text holds that matters for payments. Each reader makes one. */
export interface Extraction {
  readonly calls: readonly Call[];
  readonly payloads: readonly DataPayload[];
  /** What code does around payments. */
  readonly facts: readonly CodeFact[];
  /** Addresses that are written out, such as those of scripts. */
  readonly addresses: readonly { readonly text: string; readonly span: Span }[];
  /**
   * Code with a payment call in it that no parser understands. `span` is the fault, or the beginning of the code where the parser
   * names no place. `isTold` where a fact says what is wrong.
   */
  readonly unparsable: readonly {
    readonly span: Span;
    readonly reason: Text;
    readonly isTold?: boolean;
  }[];
  /** Blanks behind the mark that continues a command's line. The edits take them out. */
  readonly brokenContinuations: readonly {
    readonly span: Span;
    readonly edits: readonly TextEdit[];
  }[];
  /** Data that cannot be read. `span` is the fault. The message quotes nothing of the text, which may hold secrets. */
  readonly errors: readonly { readonly span: Span; readonly message: Text }[];
  /** Where secrets are that no key of a payload tells of, such as the secret that a client is made with. */
  readonly secrets: readonly Span[];
  /** True where comments ask for nothing: a text that is read in parts, in which they would not reach from one to the next. */
  readonly ignoresDirectives?: boolean;
}

/** What a reader needs to know beside the text. */
export interface ReadOptions extends CallTables {
  /** Ending of the file's name, with the dot. */
  readonly ending: string;
  /** Parses JavaScript and TypeScript. */
  readonly parser: Parser;
  /** True for the body of a function, such as a handler in a page, in which `return` may be. */
  readonly isBody?: boolean;
  /** True for the script of a page, in which the page's own language may write, too; false for a file of JavaScript. */
  readonly isTemplate?: boolean;
  /** True for a sample in a document: a placeholder is unknown, and an object with an eliding comment is open. */
  readonly isSample?: boolean;
  /** Readers of server code, by language, as far as the text needs them. */
  readonly readers?: ReadonlyMap<Language, Reader>;
  /** The module that an import names, from the text itself or, with `from`, from another module. */
  readonly moduleOf?: ((specifier: string, from?: string) => SourceModule | undefined) | undefined;
  /** The document that the text is a sample of. */
  readonly document?: string;
  /** Whether other code of the same page reads a name that the text declares at its top. */
  isReadElsewhere?(name: string): boolean;
}

/** A module that a file imports by a relative path. */
export interface SourceModule {
  /** Its path, as it is shown, and as the imports of it begin from. */
  readonly file: string;
  readonly text: string;
}

/** Reads one family of languages. Loaded when a file of it is met. */
export type Reader = (text: string, options: ReadOptions) => Extraction;

export const nothing: Extraction = {
  calls: [],
  payloads: [],
  facts: [],
  addresses: [],
  unparsable: [],
  brokenContinuations: [],
  errors: [],
  secrets: [],
};

export const together = (all: readonly Extraction[]): Extraction => ({
  calls: all.flatMap(({ calls }) => calls),
  payloads: all.flatMap(({ payloads }) => payloads),
  facts: all.flatMap(({ facts }) => facts),
  addresses: all.flatMap(({ addresses }) => addresses),
  unparsable: all.flatMap(({ unparsable }) => unparsable),
  brokenContinuations: all.flatMap(({ brokenContinuations }) => brokenContinuations),
  errors: all.flatMap(({ errors }) => errors),
  secrets: all.flatMap(({ secrets }) => secrets),
});

/** What a part of a text holds, with its places in the whole, in which the part begins at an offset. */
export const shifted = (extraction: Extraction, by: number): Extraction =>
  by === 0 ? extraction : moved(extraction, ([start, end]) => [start + by, end + by]);

/** What a text holds, with its places in another text that it was made of. */
export function moved(extraction: Extraction, move: (span: Span) => Span): Extraction {
  const { calls, payloads, facts, addresses, unparsable, brokenContinuations, errors, secrets } =
    extraction;
  const known = new Map<Located, Located>();
  const moveLocated = (located: Located): Located => {
    const before = known.get(located);
    if (before) return before;
    const { span, origin, origins, property, key, children, duplicateKeys } = located;
    const result: Located = {
      ...located,
      span: move(span),
      origin: origin && move(origin),
      ...(origins && { origins: origins.map(move) }),
      property: property && move(property),
      key: key && move(key),
      children: new Map([...children].map(([name, child]) => [name, moveLocated(child)])),
      duplicateKeys: duplicateKeys.map((one) => ({
        ...one,
        span: move(one.span),
        earlier: one.earlier && move(one.earlier),
      })),
    };
    known.set(located, result);
    return result;
  };
  const moveAll = <Placed extends { readonly span: Span }>(all: readonly Placed[]) =>
    all.map((one) => ({ ...one, span: move(one.span) }));
  const moveEdit = ({ text, ...edit }: TextEdit): TextEdit => {
    const [start, end] = move([edit.start, edit.end]);
    return { start, end, text };
  };
  return {
    calls: calls.map((call) => ({
      ...call,
      span: move(call.span),
      payload: call.payload && moveLocated(call.payload),
      reads: moveAll(call.reads),
    })),
    payloads: payloads.map((one) => ({ ...one, payload: moveLocated(one.payload) })),
    facts: moveAll(facts),
    addresses: moveAll(addresses),
    unparsable: moveAll(unparsable),
    brokenContinuations: brokenContinuations.map(({ span, edits }) => ({
      span: move(span),
      edits: edits.map(moveEdit),
    })),
    errors: moveAll(errors),
    secrets: secrets.map(move),
  };
}
