import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
}

/** What an editor asks of the compiler at a place of a file; the file need not exist. */
export class LanguageServer {
  readonly #process = spawn(process.execPath, [
    "node_modules/typescript/bin/tsc",
    "--lsp",
    "--stdio",
  ]);
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #received = Buffer.alloc(0);
  #sent = 0;
  #versions = 0;

  constructor() {
    this.#process.stdout.on("data", (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#readMessages();
    });
  }

  async start(): Promise<void> {
    await this.#ask("initialize", {
      processId: process.pid,
      rootUri: pathToFileURL(process.cwd()).href,
      capabilities: { textDocument: { hover: { contentFormat: ["plaintext"] } } },
    });
    this.#send({ method: "initialized", params: {} });
  }

  stop(): void {
    this.#process.kill();
  }

  /** Labels of what is offered at the end of the text before `|`. */
  async completions(text: string): Promise<string[]> {
    const result = (await this.#askAt("textDocument/completion", text)) as {
      items?: { label: string }[];
    } | null;
    return (result?.items ?? []).map(({ label }) => label);
  }

  /** What is shown of the word at `|`. */
  async hover(text: string): Promise<string> {
    const result = (await this.#askAt("textDocument/hover", text)) as {
      contents?: unknown;
    } | null;
    return JSON.stringify(result?.contents ?? "");
  }

  async #askAt(method: string, marked: string): Promise<unknown> {
    const before = marked.slice(0, marked.indexOf("|"));
    const uri = pathToFileURL(`${process.cwd()}/test/types/edited${this.#versions++}.ts`).href;
    const text = marked.replace("|", "");
    const textDocument = { uri, languageId: "typescript", version: 1, text };
    this.#send({ method: "textDocument/didOpen", params: { textDocument } });
    const lines = before.split("\n");
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return this.#ask(method, { textDocument: { uri }, position });
  }

  #ask(method: string, params: object): Promise<unknown> {
    const id = ++this.#sent;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ id, method, params });
    });
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #readMessages(): void {
    for (;;) {
      const head = this.#received.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(
        /Content-Length: (\d+)/i.exec(this.#received.toString("utf8", 0, head))?.[1],
      );
      if (this.#received.length < head + 4 + length) return;
      const body = this.#received.toString("utf8", head + 4, head + 4 + length);
      this.#received = this.#received.subarray(head + 4 + length);
      const { id, method, result } = JSON.parse(body) as Message;
      if (id === undefined) continue;
      // The server asks too, for settings and the like, and waits for an answer.
      if (method !== undefined) this.#send({ id, result: null });
      else this.#waiting.get(id)?.(result);
    }
  }
}
