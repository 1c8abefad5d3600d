import { callKinds } from "../generated/callKinds.js";
import { suppressing } from "../lint/directives.js";
import { isUtf16 } from "../text/encoding.js";
import { tellingWords } from "./calls.js";
import type { Reader } from "./reader.js";

const script = async () => (await import("./javascript/script.js")).readScript;
const page = async () => (await import("./html.js")).readPage;
const markdown = async () => (await import("./markdown.js")).readMarkdown;
const shell = async () => (await import("./curl.js")).readShell;
const http = async () => (await import("./curl.js")).readHttp;

const read = (load: () => Promise<Reader>, ...endings: string[]) =>
  endings.map((ending): [string, () => Promise<Reader>] => [ending, load]);

/** Readers of source code by the ending of a file's name; each is loaded when a file that needs it is met. */
export const sources: Readonly<Record<string, () => Promise<Reader>>> = Object.fromEntries([
  ...read(script, ".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx"),
  ...read(page, ".html", ".htm", ".vue", ".svelte", ".jsp", ".php", ".ejs"),
  ...read(markdown, ".md", ".mdx"),
  ...read(shell, ".sh", ".bash"),
  ...read(http, ".http", ".rest"),
]);

/** A file of source code has one of these words in it, or nothing in it is of interest. */
const words = new RegExp(`${tellingWords(callKinds).source}|${suppressing}`);

/** Whether a file is worth reading as more than bytes. */
export const mayPay = (bytes: Buffer): boolean =>
  words.test(bytes.toString("latin1")) || isUtf16(bytes);
