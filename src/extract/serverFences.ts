import type { Language } from "./formats.js";
import { own } from "./own.js";

/** Names of blocks in documents that hold server code, with the language whose reader reads them. */
const languages: Readonly<Record<string, Language>> = {
  java: "java",
  python: "python",
  python3: "python",
  py: "python",
};

/** The language of a block by its name; undefined where it holds no server code. */
export const serverLanguageOf = (fence: string): Language | undefined => own(languages, fence);

const anyFence = new RegExp(
  `(?:\`{3}|~{3})[ \\t]*\\{?\\.?(${Object.keys(languages).join("|")})(?![\\w+#-])`,
  "gi",
);

/** The languages of server code that a document may have blocks of. */
export const serverLanguagesIn = (document: string): ReadonlySet<Language> =>
  new Set(
    [...document.matchAll(anyFence)].flatMap(
      ([, name = ""]) => serverLanguageOf(name.toLowerCase()) ?? [],
    ),
  );
