import type { Text } from "../validator/types.js";
import { own } from "./own.js";
import type { Reader } from "./reader.js";

/** A family of files that one reader reads. */
export interface FileFormat {
  /** Name of the language, for `createLinter`. */
  readonly language: Language;
  /** Endings of file names, with the dot. */
  readonly endings: readonly string[];
  /** True where a file is a payload or several; false where it may hold payment calls. */
  readonly isData: boolean;
  /** True of server code. Most of it has nothing to do with payments; a file that has names the service. */
  readonly isServer?: true;
  /** Readers are loaded when a file that needs one is met. */
  load(): Promise<Reader>;
}

/** A language that paylint reads. `http` and `shell` are requests, with curl or without; `ndjson` is one payload a line. */
export type Language =
  | "javascript"
  | "html"
  | "markdown"
  | "java"
  | "python"
  | "shell"
  | "http"
  | "json"
  | "yaml"
  | "ndjson";

/** Every format that paylint reads: the one table from the ending of a file's name to its reader. */
export const formats: readonly FileFormat[] = [
  {
    language: "javascript",
    endings: [".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx"],
    isData: false,
    load: async () => (await import("./javascript/script.js")).readScript,
  },
  {
    language: "html",
    endings: [".html", ".htm", ".vue", ".svelte", ".jsp", ".php", ".ejs"],
    isData: false,
    load: async () => (await import("./html.js")).readPage,
  },
  {
    language: "markdown",
    endings: [".md", ".mdx"],
    isData: false,
    load: async () => (await import("./markdown.js")).readMarkdown,
  },
  {
    language: "java",
    endings: [".java"],
    isData: false,
    isServer: true,
    load: async () => (await import("./java/read.js")).readJava,
  },
  {
    language: "python",
    endings: [".py"],
    isData: false,
    isServer: true,
    load: async () => (await import("./python/read.js")).readPython,
  },
  {
    language: "shell",
    endings: [".sh", ".bash"],
    isData: false,
    load: async () => (await import("./curl.js")).readShell,
  },
  {
    language: "http",
    endings: [".http", ".rest"],
    isData: false,
    load: async () => (await import("./http.js")).readHttp,
  },
  {
    language: "json",
    endings: [".json", ".jsonc"],
    isData: true,
    load: async () => (await import("./json.js")).readJson,
  },
  {
    language: "javascript",
    endings: [".json5"],
    isData: true,
    load: async () => (await import("./javascript/objectLiteral.js")).readObjectLiteral,
  },
  {
    language: "yaml",
    endings: [".yaml", ".yml"],
    isData: true,
    load: async () => (await import("./yaml.js")).readYaml,
  },
  {
    language: "ndjson",
    endings: [".ndjson", ".jsonl"],
    isData: true,
    load: async () => (await import("./ndjson.js")).readNdjson,
  },
];

const byEnding = new Map(
  formats.flatMap((format) => format.endings.map((ending) => [ending, format] as const)),
);

/** The format of files with an ending, which is in lower case and has its dot. */
export const formatOf = (ending: string): FileFormat | undefined => byEnding.get(ending);

/** Languages of payment code that paylint does not read. */
const unreadLanguages: Readonly<Record<string, string>> = {
  ".dart": "Dart",
  ".kt": "Kotlin",
  ".kts": "Kotlin",
  ".swift": "Swift",
  ".m": "Objective-C",
  ".go": "Go",
  ".rb": "Ruby",
  ".cs": "C#",
  ".rs": "Rust",
  ".scala": "Scala",
  ".groovy": "Groovy",
};

/** What is said of an ending that no format has. */
export function unknownEnding(ending: string): Text {
  const known = [...byEnding.keys()].join(", ");
  const language = own(unreadLanguages, ending);
  if (language !== undefined) {
    return {
      en: `paylint does not read ${language} (${ending}), so that nothing in this file was checked; it reads: ${known}`,
      ko: `paylint는 아직 ${language} 코드를 읽지 않으므로 이 파일은 검사하지 않았습니다. 사용할 수 있는 확장자: ${known}`,
    };
  }
  return {
    en: `${ending || "a name without an ending"} is not a format that paylint reads; known: ${known}`,
    ko: `paylint가 읽지 않는 파일 형식입니다: ${ending || "확장자 없음"}. 사용할 수 있는 확장자: ${known}`,
  };
}

/** The ending of a file's name in lower case, with its dot; empty where it has none. */
export function endingOf(filename: string): string {
  const name = filename.slice(Math.max(filename.lastIndexOf("/"), filename.lastIndexOf("\\")) + 1);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot).toLowerCase() : "";
}
