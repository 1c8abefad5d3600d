import { readPage } from "./page.js";
import { only, type Reader, type Source, together } from "./reader.js";
import { readCode } from "./script.js";
import { readHttp, readShell } from "./shell.js";

/** Reads the blocks of code in a document. Documents with components in them are no proper Markdown, so only fences are looked for. */
export const readMarkdown: Reader = (text, options) => {
  const fence =
    /^([ \t>]*)(`{3,}|~{3,})[ \t]*([\w+#.-]*)[^\n]*\n([\s\S]*?)(?:^[ \t>]*\2[`~]*[ \t]*$|(?![\s\S]))/gm;
  return together(
    [...text.matchAll(fence)].flatMap((block): Source[] => {
      const [whole, , mark, language = "", code = ""] = block;
      const start = block.index + whole.indexOf("\n", whole.indexOf(mark as string)) + 1;
      const span = [start, start + code.length] as const;
      const read = readers[language.toLowerCase()];
      return read ? [read(text, span, options)] : [];
    }),
  );
};

type BlockReader = (
  text: string,
  span: readonly [number, number],
  options: Parameters<Reader>[1],
) => Source;

const script =
  (ending: string): BlockReader =>
  (text, span, options) =>
    readCode(text, span, [], { ...options, ending });
const page =
  (ending: string): BlockReader =>
  (text, span, options) =>
    readPage(only(text, span), { ...options, ending });
const shell: BlockReader = (text, span, options) => readShell(only(text, span), options);

const readers: Readonly<Record<string, BlockReader>> = {
  ...Object.fromEntries(
    ["js", "javascript", "mjs", "cjs", "jsx", "node"].map((name) => [name, script(".js")]),
  ),
  ...Object.fromEntries(["ts", "typescript", "mts", "cts"].map((name) => [name, script(".ts")])),
  tsx: script(".tsx"),
  ...Object.fromEntries(
    ["html", "htm", "vue", "svelte", "jsp", "php", "ejs"].map((name) => [name, page(`.${name}`)]),
  ),
  ...Object.fromEntries(
    ["sh", "bash", "zsh", "shell", "console", "curl", "shell-session"].map((name) => [name, shell]),
  ),
  http: (text, span, options) => readHttp(only(text, span), options),
};
