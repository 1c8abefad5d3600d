import { endingOf, formatOf } from "../extract/formats.js";

/** Endings by the language ids of editors, for documents whose name says nothing. */
const endings: Readonly<Record<string, string>> = {
  javascript: ".js",
  javascriptreact: ".jsx",
  typescript: ".ts",
  typescriptreact: ".tsx",
  json: ".json",
  jsonc: ".jsonc",
  yaml: ".yaml",
  html: ".html",
  vue: ".vue",
  svelte: ".svelte",
  jsp: ".jsp",
  php: ".php",
  markdown: ".md",
  shellscript: ".sh",
  http: ".http",
};

/** The name under which a document is linted; undefined where it is none that paylint reads. */
export function nameFor(path: string, languageId: string): string | undefined {
  if (formatOf(endingOf(path))) return path;
  const ending = endings[languageId];
  return ending && formatOf(ending) ? `${path}${ending}` : undefined;
}
