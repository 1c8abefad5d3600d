import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { commandFile, folderWith } from "../../support/command.js";

const running: ChildProcess[] = [];
afterAll(() => {
  for (const one of running.splice(0)) one.kill();
});

/** An editor with one folder open. */
class Editor {
  readonly folder: string;
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcess;
  readonly #published: PublishDiagnosticsParams[] = [];
  readonly shown: string[] = [];
  #version = 1;

  constructor(files: Record<string, string>) {
    this.folder = folderWith(files);
    this.#process = spawn(process.execPath, [commandFile, "lsp", "--stdio"], { stdio: "pipe" });
    running.push(this.#process);
    const { stdout, stdin } = this.#process as ChildProcess & { stdout: never; stdin: never };
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification("textDocument/publishDiagnostics", (one) => {
      this.#published.push(one as PublishDiagnosticsParams);
    });
    this.connection.onNotification("window/showMessage", ({ message }) => {
      this.shown.push(message);
    });
    this.connection.onRequest("window/showMessageRequest", ({ message }) => {
      this.shown.push(message);
      return null;
    });
    this.connection.listen();
  }

  uri = (name: string) => pathToFileURL(join(this.folder, name)).href;
  text = (name: string) => readFileSync(join(this.folder, name), "utf8");

  start(locale = "en"): Promise<InitializeResult> {
    return this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      locale,
    });
  }

  async open(name: string, languageId: string): Promise<readonly Diagnostic[]> {
    const textDocument = { uri: this.uri(name), languageId, version: 1, text: this.text(name) };
    this.#version = 1;
    await this.connection.sendNotification("textDocument/didOpen", { textDocument });
    return this.#next(name);
  }

  async change(name: string, text: string): Promise<readonly Diagnostic[]> {
    const textDocument = { uri: this.uri(name), version: ++this.#version };
    const contentChanges = [{ text }];
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument,
      contentChanges,
    });
    return this.#next(name);
  }

  /** Writes a file as the editor does, and returns what is then found in another one that is open. */
  async save(name: string, text: string, open: string): Promise<readonly Diagnostic[]> {
    writeFileSync(join(this.folder, name), text);
    this.#published.length = 0;
    const textDocument = { uri: this.uri(name) };
    await this.connection.sendNotification("textDocument/didSave", { textDocument });
    return this.#next(open);
  }

  async #next(name: string): Promise<readonly Diagnostic[]> {
    for (let tries = 0; tries < 1000; tries++) {
      const found = this.#published.find(
        ({ uri, version = 0 }) => uri === this.uri(name) && version >= this.#version,
      );
      if (found) return found.diagnostics;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`nothing was published of ${name}`);
  }

  actions(
    name: string,
    { range }: Pick<Diagnostic, "range">,
    only?: string[],
  ): Promise<CodeAction[]> {
    return this.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri: this.uri(name) },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    });
  }

  hover(name: string, { range }: Pick<Diagnostic, "range">): Promise<Hover | null> {
    const textDocument = { uri: this.uri(name) };
    return this.connection.sendRequest("textDocument/hover", {
      textDocument,
      position: range.start,
    });
  }

  applied(name: string, { edit }: CodeAction): string {
    const document = TextDocument.create(this.uri(name), "", 1, this.text(name));
    return TextDocument.applyEdits(document, edit?.changes?.[this.uri(name)] ?? []);
  }
}

const call = `IMP.request_pay({ pg: "ksnet", name: "한글", amount: "1" });\n`;
const ofType = (found: readonly Diagnostic[]) =>
  found.find(({ code }) => code === "shape/type") as Diagnostic;

const reads: [name: string, languageId: string, text: string][] = [
  ["a.request-pay.json", "json", '{ "pg": "ksnet", "amount": "1" }'],
  ["a.request-pay.yaml", "yaml", 'pg: ksnet\namount: "1"\n'],
  ["a.html", "html", `<script>${call}</script>`],
  ["a.jsp", "jsp", `<%@ page %><script>${call}</script>`],
  ["a.php", "php", `<?php echo 1 ?><script>${call}</script>`],
  ["a.vue", "vue", `<script>${call}</script>`],
  ["a.md", "markdown", `\`\`\`js\n${call}\`\`\`\n`],
  ["a.txt", "javascript", call],
];

describe("The language server", () => {
  // As in an editor, one process serves all that is opened; each test opens files of its own.
  let editor: Editor;
  let said: InitializeResult;
  beforeAll(async () => {
    editor = new Editor({
      "changed.js": call,
      "fixed.js": call + call,
      "hovered.js": call,
      "card.js": `IMP.request_pay({ pg: "ksnet", amount: 1, name: "5555-5555-5555-4444" });`,
      ...Object.fromEntries(reads.map(([name, , text]) => [name, text])),
    });
    said = await editor.start();
  });

  it("The language server says what it does", () => {
    expect(said.capabilities).toMatchObject({
      hoverProvider: true,
      textDocumentSync: { openClose: true, change: 2, save: true },
    });
  });

  it("The language server tells what is wrong where it is, and again when the text has changed", async () => {
    const found = await editor.open("changed.js", "javascript");
    const column = call.indexOf('"1"');
    expect(ofType(found)).toMatchObject({
      severity: 1,
      source: "paylint",
      message: expect.stringContaining('amount is "1"'),
      range: { start: { line: 0, character: column }, end: { line: 0, character: column + 3 } },
    });
    const better = call.replace('"1"', "1");
    expect(ofType(await editor.change("changed.js", better))).toBeUndefined();
    expect(ofType(await editor.change("changed.js", `\n${call}`)).range.start.line).toBe(1);
  });

  it("The language server offers the fix of a finding, and every safe fix at once", async () => {
    const found = await editor.open("fixed.js", "javascript");
    const [fix] = (await editor.actions("fixed.js", ofType(found), ["quickfix"])) as [CodeAction];
    expect(fix).toMatchObject({ kind: "quickfix", isPreferred: true });
    expect(editor.applied("fixed.js", fix)).toBe(call.replace('"1"', "1") + call);
    const [all] = (await editor.actions("fixed.js", ofType(found), ["source.fixAll"])) as [
      CodeAction,
    ];
    expect(editor.applied("fixed.js", all)).toBe(call.replace('"1"', "1").repeat(2));
  });

  it("The language server explains the rule on hover, and nothing elsewhere", async () => {
    const found = await editor.open("hovered.js", "javascript");
    expect((await editor.hover("hovered.js", ofType(found)))?.contents).toMatchObject({
      kind: "markdown",
      value: expect.stringMatching(/\(`shape\/type`\)[\s\S]*\n- \[PortOne /),
    });
    const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    expect(await editor.hover("hovered.js", { range: nowhere })).toBeNull();
  });

  it.each(reads)("The language server reads %s", async (name, languageId) => {
    expect(ofType(await editor.open(name, languageId))?.severity).toBe(1);
  });

  it("The language server speaks the editor's language, and hints at calls that it cannot check", async () => {
    const editor = new Editor({ "a.js": `${call}IMP.request_pay(order);\n` });
    await editor.start("ko");
    const found = await editor.open("a.js", "javascript");
    expect(ofType(found).message).toContain("amount(결제금액)");
    expect(found.find(({ severity }) => severity === 4)).toMatchObject({
      code: "payload-elsewhere",
      range: { start: { line: 1, character: 0 } },
    });
  });

  it("The language server follows the configuration beside the file, and says once what is wrong with it", async () => {
    const editor = new Editor({
      "shop/paylint.config.json": '{ "rules": { "shape/type": "off" }, "ignores": "old/**" }',
      "shop/src/a.js": call,
      "shop/old/a.js": call,
      "b/paylint.config.json": '{ "rule": {} }',
      "b/a.js": call,
    });
    await editor.start();
    const found = await editor.open("shop/src/a.js", "javascript");
    expect(found.length).toBeGreaterThan(0);
    expect(ofType(found)).toBeUndefined();
    expect(await editor.open("shop/old/a.js", "javascript")).toEqual([]);
    expect(ofType(await editor.open("b/a.js", "javascript"))).toBeDefined();
    expect(editor.shown).toEqual([
      expect.stringContaining('unknown key of the configuration "rule"'),
    ]);
  });

  it("The language server hears of a page that loads another script once it is saved", async () => {
    const page = (sdk: string) => `<script src="${sdk}"></script><script src="paid.js"></script>`;
    const shop = new Editor({
      "package.json": "{}",
      "paid.js": call,
      "shop.html": page("https://cdn.iamport.kr/js/iamport.payment-1.2.0.js"),
    });
    await shop.start();
    const rules = (found: readonly Diagnostic[]) => found.map(({ code }) => code);
    expect(rules(await shop.open("paid.js", "javascript"))).toContain("sdk/legacy-script");
    await shop.open("shop.html", "html");
    const current = page("https://cdn.iamport.kr/v1/iamport.js");
    expect(rules(await shop.save("shop.html", current, "paid.js"))).not.toContain(
      "sdk/legacy-script",
    );
  });

  it("The language server shows no card number", async () => {
    expect(JSON.stringify(await editor.open("card.js", "javascript"))).not.toContain("5555-5555");
  });
});
