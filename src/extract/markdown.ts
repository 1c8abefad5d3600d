import type { Span } from "../text/positions.js";
import { readShell } from "./curl.js";
import { readPage } from "./html.js";
import { readHttp } from "./http.js";
import { readScript } from "./javascript/script.js";
import { type Reader, shifted, together } from "./reader.js";

/** Reads the blocks of code in a document. Documents with components in them are no proper Markdown, so only fences are looked for. */
export const readMarkdown: Reader = (text, options) =>
  together(
    [...fencesIn(text)].flatMap(({ language, span }) => {
      const read = readers.get(language);
      return read ? [shifted(read(text.slice(...span), options), span[0])] : [];
    }),
  );

const opening = /^[ \t>]*(`{3,}|~{3,})[ \t]*([\w+#.-]*)/;
const closing = /^[ \t>]*(`{3,}|~{3,})[ \t\r]*$/;

function* fencesIn(text: string): Generator<{ language: string; span: Span }> {
  let open: { mark: string; language: string; start: number } | undefined;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline + 1;
    // A fence is at the beginning of a line, however long that is.
    const line = text.slice(start, Math.min(newline < 0 ? end : newline, start + longestFence));
    if (open) {
      const [, mark = ""] = closing.exec(line) ?? [];
      if (mark.startsWith(open.mark)) {
        yield { language: open.language, span: [open.start, start] };
        open = undefined;
      }
    } else {
      const [, mark, language = ""] = opening.exec(line) ?? [];
      if (mark) open = { mark, language: language.toLowerCase(), start: end };
    }
    start = end;
  }
  if (open) yield { language: open.language, span: [open.start, text.length] };
}

const longestFence = 200;

/** Reads a block as a file with this ending. */
const as =
  (read: Reader, ending: string): Reader =>
  (code, options) =>
    read(code, { ...options, ending });

const each = (read: Reader, ending: string, ...names: string[]) =>
  names.map((name): [string, Reader] => [name, as(read, ending)]);

/** Readers of a block by the name of its language. */
const readers: ReadonlyMap<string, Reader> = new Map([
  ...each(readScript, ".js", "js", "javascript", "mjs", "cjs", "jsx", "node"),
  ...each(readScript, ".ts", "ts", "typescript", "mts", "cts"),
  ...each(readScript, ".tsx", "tsx"),
  ...["html", "htm", "vue", "svelte", "jsp", "php", "ejs"].flatMap((name) =>
    each(readPage, `.${name}`, name),
  ),
  ...each(readShell, ".sh", "sh", "bash", "zsh", "shell", "console", "curl", "shell-session"),
  ...each(readHttp, ".http", "http"),
]);
