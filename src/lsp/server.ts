import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  type Diagnostic,
  type Hover,
  type HoverParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { createConnection } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { applyFixes, lintText } from "../lint/index.js";
import type { LintOptions, LintResult } from "../lint/types.js";
import { readConfig } from "../project/config.js";
import { optionsByConfig } from "../project/lintOptions.js";
import { type KnownPackages, projectFactsFor } from "../project/projectFacts.js";
import { UsageError } from "../project/usageError.js";
import type { Locale } from "../validator/types.js";
import { diagnosticsOf, editOf, rangeOf } from "./diagnostics.js";
import { hoverText } from "./hover.js";
import { nameFor } from "./languages.js";

/** What the language server is started with. */
interface ServerOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** The language that was asked for; else the editor's, if paylint speaks it. */
  readonly locale: Locale | undefined;
}

/** Runs a language server over the linter until the editor ends it. */
export function runServer({ input, output, locale }: ServerOptions): Promise<void> {
  const connection = createConnection(input, output);
  new Server(connection, locale).listen();
  return new Promise((resolve) => connection.onExit(resolve));
}

/** Milliseconds without a change after which a text is linted. */
const pause = 150;

/** What was found in a version of a document. */
interface Linted {
  readonly version: number;
  readonly text: string;
  readonly result: LintResult;
}

class Server {
  readonly #connection: Connection;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #linted = new Map<string, Linted>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #packages: KnownPackages = new Map();
  #locale: Locale | undefined;
  /** The last message about the configuration. It is shown once. */
  #trouble = "";

  constructor(connection: Connection, locale: Locale | undefined) {
    this.#connection = connection;
    this.#locale = locale;
    connection.onInitialize(({ locale: ofEditor }) => {
      if (!this.#locale && ofEditor?.startsWith("ko")) this.#locale = "ko";
      return capabilities;
    });
    connection.onCodeAction((params) => this.#actions(params));
    connection.onHover((params) => this.#hover(params));
    // The client watches the configuration.
    connection.onDidChangeWatchedFiles(() => this.#lintAll());
    this.#documents.onDidSave(() => this.#lintAll());
    this.#documents.onDidChangeContent(({ document }) => this.#lintSoon(document));
    this.#documents.onDidClose(({ document: { uri } }) => {
      clearTimeout(this.#waiting.get(uri));
      this.#waiting.delete(uri);
      this.#linted.delete(uri);
      this.#publish(uri, []);
    });
  }

  /** Lints the open documents again, since a file that has changed may say something else of them. */
  #lintAll(): void {
    this.#packages.clear();
    for (const document of this.#documents.all()) void this.#lint(document);
  }

  listen(): void {
    this.#documents.listen(this.#connection);
    this.#connection.listen();
  }

  #publish(uri: string, diagnostics: Diagnostic[], version?: number): void {
    const of = { uri, diagnostics, ...(version !== undefined && { version }) };
    void this.#connection.sendDiagnostics(of).catch(() => undefined);
  }

  /** A document that was just opened is linted at once, one that is being written when its author pauses. */
  #lintSoon(document: TextDocument): void {
    const { uri } = document;
    const isOpened = !this.#waiting.has(uri);
    clearTimeout(this.#waiting.get(uri));
    const timer = setTimeout(() => void this.#lint(document), isOpened ? 0 : pause);
    this.#waiting.set(uri, timer);
  }

  async #lint(document: TextDocument): Promise<void> {
    const linted = await this.#resultOf(document);
    const isLatest = this.#documents.get(document.uri)?.version === linted.version;
    if (isLatest) this.#publish(document.uri, diagnosticsOf(linted.result), linted.version);
  }

  /** What is found in a document as it is now. */
  async #resultOf(document: TextDocument): Promise<Linted> {
    const { uri, version } = document;
    const text = document.getText();
    const options = await this.#optionsFor(document);
    const result = options ? await lintText(text, options) : nothing;
    const linted = { version, text, result };
    this.#linted.set(uri, linted);
    return linted;
  }

  /** The options for a document; undefined if it is not linted. */
  async #optionsFor({ uri, languageId }: TextDocument): Promise<LintOptions | undefined> {
    const path = uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
    const filename = nameFor(path ?? uri, languageId);
    if (filename === undefined) return undefined;
    const fallback = { filename, now: new Date(), locale: this.#locale ?? "en" } as const;
    if (path === undefined) return fallback;
    try {
      const folder = dirname(path);
      const config = await readConfig(undefined, folder);
      const file = relative(folder, path);
      if (config.isIgnored?.(file)) return undefined;
      const project = projectFactsFor(path, folder, this.#packages);
      return {
        ...fallback,
        locale: this.#locale ?? config.locale ?? "en",
        ...(config.environment && { environment: config.environment }),
        ...optionsByConfig(file, config),
        ...(project && { project }),
      };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const trouble = error.text[this.#locale ?? "en"];
      if (trouble !== this.#trouble)
        this.#connection.window.showErrorMessage(`paylint: ${trouble}`);
      this.#trouble = trouble;
      return fallback;
    }
  }

  /** The fixes of the findings in a range, and one that applies every safe fix of the document. */
  async #actions({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
    const { uri } = textDocument;
    const document = this.#documents.get(uri);
    if (!document) return [];
    const { result, text } = await this.#current(document);
    const isWanted = (kind: string) =>
      !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const found = result.diagnostics.filter((one) => touches(rangeOf(one.range), range));
    const fixes = found.flatMap((one): CodeAction[] =>
      one.textFix
        ? [
            {
              title: one.textFix.title,
              kind: CodeActionKind.QuickFix,
              diagnostics: diagnosticsOf({ ...nothing, diagnostics: [one] }),
              isPreferred: one.textFix.safe,
              edit: { changes: { [uri]: one.textFix.edits.map(editOf) } },
            },
          ]
        : [],
    );
    const { text: fixed, applied } = applyFixes(text, result.diagnostics);
    const everything = {
      title: fixAll[this.#locale ?? "en"],
      kind: `${CodeActionKind.SourceFixAll}.paylint`,
      edit: { changes: { [uri]: [{ range: wholeOf(document), newText: fixed }] } },
    };
    return [
      ...(isWanted(CodeActionKind.QuickFix) ? fixes : []),
      ...(applied.length > 0 && isWanted(everything.kind) ? [everything] : []),
    ];
  }

  async #hover({ textDocument, position }: HoverParams): Promise<Hover | null> {
    const document = this.#documents.get(textDocument.uri);
    if (!document) return null;
    const { result } = await this.#current(document);
    const at = { start: position, end: position };
    const found = result.diagnostics.filter((one) => touches(rangeOf(one.range), at));
    const [first] = found;
    if (!first) return null;
    const rules = [...new Set(found.map(({ rule }) => rule))];
    const value = await hoverText(rules, this.#locale ?? "en");
    return { contents: { kind: "markdown", value }, range: rangeOf(first.range) };
  }

  async #current(document: TextDocument): Promise<Linted> {
    const known = this.#linted.get(document.uri);
    return known?.version === document.version ? known : this.#resultOf(document);
  }
}

const fixAll = { en: "Apply every safe fix of paylint", ko: "paylint의 안전한 수정 모두 적용" };

const nothing: LintResult = {
  ...{ diagnostics: [], reports: [], unchecked: [], notes: [], errors: [], calls: 0 },
  redacted: "",
};

const capabilities: InitializeResult = {
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, `${CodeActionKind.SourceFixAll}.paylint`],
    },
  },
  serverInfo: { name: "paylint" },
};

type Range = ReturnType<typeof rangeOf>;

const isBefore = (one: Range["start"], other: Range["start"]): boolean =>
  one.line < other.line || (one.line === other.line && one.character < other.character);

const touches = (one: Range, other: Range): boolean =>
  !isBefore(one.end, other.start) && !isBefore(other.end, one.start);

const wholeOf = (document: TextDocument): Range => ({
  start: { line: 0, character: 0 },
  end: document.positionAt(document.getText().length),
});
