import { quotedAddresses } from "./addresses.js";
import { readShell } from "./curl.js";
import { type Fence, fencesIn } from "./fences.js";
import { guessSample } from "./guessFormat.js";
import { readPage } from "./html.js";
import { readHttp } from "./http.js";
import { readScript } from "./javascript/script.js";
import { readJson } from "./json.js";
import {
  type Extraction,
  nothing,
  type Reader,
  type ReadOptions,
  shifted,
  together,
} from "./reader.js";
import { serverLanguageOf } from "./serverFences.js";

/** Reads the blocks of code in a document, each as a sample of its own. */
export const readMarkdown: Reader = (text, options) =>
  together(
    [...fencesIn(text)].flatMap((fence) => {
      const read = readerOf(fence) ?? readerOfServerCode(fence, options);
      if (!read) return [];
      const found = read(fence.code, { ...options, isSample: true, document: text });
      return [shifted(found, fence.span[0])];
    }),
  );

function readerOfServerCode({ language }: Fence, { readers }: ReadOptions): Reader | undefined {
  const server = serverLanguageOf(language);
  return server && readers?.get(server);
}

function readerOf({ language, code }: Fence): Reader | undefined {
  const known = readersByFence.get(language);
  if (known) return known;
  const guessed = unnamed.has(language) && guessSample(code);
  return guessed ? readersByFence.get(guessed) : undefined;
}

/** Languages that say nothing of what is in the block. */
const unnamed = new Set(["", "text", "txt", "plain", "plaintext", "none", "output", "terminal"]);

/** Reads a block as a file with this ending. */
const as =
  (read: Reader, ending: string): Reader =>
  (code, options) =>
    read(code, { ...options, ending });

/** Reads a block of JavaScript, in which documents also show the tags of a page. */
const readSample =
  (ending: string): Reader =>
  (code, options) => {
    const script = readScript(code, { ...options, ending });
    if (!/^\s*</.test(code)) return withAddresses(script, code);
    // JSX begins with a tag too, and its calls are in the program.
    if (script.calls.length > 0) return script;
    const page = readPage(code, { ...options, ending: ".html" });
    return together([page, readScript(withoutTags(code), { ...options, ending })]);
  };

/** Script tags and comments of a page as blanks, so that what is below them is left. */
const withoutTags = (code: string): string =>
  code.replace(/<!--[\s\S]*?-->|<script\b[^>]*>[\s\S]*?<\/script>/gi, (tag) =>
    tag.replace(/[^\n]/g, " "),
  );

/** A program that is of no interest by itself, or does not parse, may load the SDK for another block. */
const withAddresses = (script: Extraction, code: string): Extraction =>
  script === nothing ? { ...nothing, addresses: quotedAddresses(code) } : script;

/** A sample of data names its kind by `$schema`. Without one, it is not for paylint. */
const readData: Reader = (code, options) => {
  const { payloads } = readJson(code, options);
  const own = payloads.filter(({ payload }) => payload.children.has("$schema"));
  return { ...nothing, payloads: own };
};

const each = (read: Reader, ...names: string[]) =>
  names.map((name): [string, Reader] => [name, read]);

/** Readers of a block by the name of its language. */
const readersByFence: ReadonlyMap<string, Reader> = new Map([
  ...each(readSample(".js"), "js", "javascript", "mjs", "cjs", "jsx", "node"),
  ...each(readSample(".ts"), "ts", "typescript", "mts", "cts"),
  ...each(readSample(".tsx"), "tsx"),
  ...["html", "htm", "vue", "svelte", "jsp", "php", "ejs"].flatMap((name) =>
    each(as(readPage, `.${name}`), name),
  ),
  ...each(
    as(readShell, ".sh"),
    ...["sh", "bash", "zsh", "shell", "console", "curl", "shell-session", "shellscript"],
    ...["bat", "cmd", "batch", "powershell", "ps1", "pwsh"],
  ),
  ...each(as(readHttp, ".http"), "http", "rest"),
  ...each(readData, "json", "jsonc", "json5"),
]);
