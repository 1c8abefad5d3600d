import type { Call, CallTables } from "../../extract/calls.js";
import type { Node } from "../../extract/javascript/syntax/ast.js";
import type { Parser } from "../../extract/javascript/syntax/parser.js";
import type { TextEdit } from "../../text/textEdit.js";
import type { Locale } from "../../validator/types.js";
import type { CodeWord, Mappings } from "../mapping.js";
import { indentationOf } from "./objectText.js";

/** A note about an offset of the text. */
export interface RewritingNote {
  /** Offset in the text. */
  readonly at: number;
  readonly message: string;
}

/** The result of migrating a text. */
export interface SourceMigration {
  /** Kind in V2 of a text that is one payload. */
  readonly kind?: string;
  readonly edits: TextEdit[];
  readonly done: RewritingNote[];
  readonly decide: RewritingNote[];
  readonly untouched: RewritingNote[];
}

export interface SourceOptions extends CallTables {
  /** The text with all secrets hidden, of the same length. */
  readonly redacted: string;
  readonly parser: Parser;
  readonly tables: Mappings;
  readonly locale: Locale;
  /** Company or code of the gateway of calls that do not name theirs. */
  readonly gateway?: string | undefined;
  /** The gateway as which the linter judges the call at an offset, or the payload that a file is. */
  gatewayAt(offset?: number): string | undefined;
}

/** What is said by a word, with names of functions and calls filled in. */
export const wordsOf = (
  word: CodeWord,
  { tables, locale }: SourceOptions,
  filled: Readonly<Record<string, string>> = {},
): string => tables.code.words[word][locale].replace(/\{(\w+)\}/g, (_, name) => filled[name] ?? "");

/** A script that is being rewritten: its nodes, the edits so far and the notes about them. */
export class Rewriting {
  readonly result: SourceMigration = { edits: [], done: [], decide: [], untouched: [] };
  readonly parents = new Map<Node, Node | undefined>();
  readonly #commented = new Set<number>();

  constructor(
    readonly text: string,
    readonly options: SourceOptions,
  ) {}

  nodeAt({ span: [start, end] }: Call): Node | undefined {
    return [...this.parents.keys()].find(
      ({ type, range }) => type === "CallExpression" && range[0] === start && range[1] === end,
    );
  }

  leave(call: Call, word: CodeWord, filled: Readonly<Record<string, string>> = {}): void {
    this.tell("untouched", call.span[0], word, filled);
    const node = this.nodeAt(call) ?? this.innermost(call.span[0]);
    if (node) this.comment(node, [this.words(word, filled)]);
  }

  /** Comments above the statement that a node is in, once a statement. */
  comment(node: Node, said: readonly string[]): void {
    let at: Node | undefined = node;
    while (at && !/Statement$|Declaration$/.test(at.type)) at = this.parents.get(at);
    const start = (at ?? node).range[0];
    if (this.#commented.has(start)) return;
    this.#commented.add(start);
    const { line } = indentationOf(this.text, start);
    const text = said.map((one) => `// TODO(paylint): ${one}\n${line}`).join("");
    this.result.edits.push({ start, end: start, text });
  }

  innermost(at: number): Node | undefined {
    return [...this.parents.keys()].findLast(({ range }) => range[0] <= at && at < range[1]);
  }

  tell(
    where: "done" | "decide" | "untouched",
    at: number,
    word: CodeWord,
    filled: Readonly<Record<string, string>> = {},
  ): void {
    this.result[where].push({ at, message: this.words(word, filled) });
  }

  words(word: CodeWord, filled: Readonly<Record<string, string>> = {}): string {
    return wordsOf(word, this.options, filled);
  }
}
