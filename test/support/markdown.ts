import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A block of code: its indentation, its fence, its language and its text. */
const block = /^(\s*)(`{3,}|~{3,})([^\n]*)\n([\s\S]*?)^\1\2[^\S\n]*$/gm;

/** A document without its code, in which a bracket is no link and a hash no heading. */
const withoutCode = (text: string): string => text.replace(block, "").replace(/`[^`\n]+`/g, "");

/** The anchors of a document, as GitHub names them: a heading in lower case, with hyphens for blanks and without marks. */
export function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ""] of text.replace(block, "").matchAll(/^#{1,6} +(.+)$/gm)) {
    const words = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .trim()
      .toLowerCase();
    const name = words.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "").replaceAll(" ", "-");
    let anchor = name;
    for (let count = 1; anchors.has(anchor); count++) anchor = `${name}-${count}`;
    anchors.add(anchor);
  }
  for (const [, id = ""] of text.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(id);
  return anchors;
}

/**
 * What a page says in the same way in every language: the levels of its headings, the code in the first column of its tables,
 * and its blocks of code without comments and without what is printed.
 */
export function skeletonOf(text: string) {
  const prose = text.replace(block, "");
  const cells = [...prose.matchAll(/^ *\|([^|\n]*)/gm)].map(([, cell = ""]) => cell);
  return {
    headings: [...prose.matchAll(/^#{1,6}(?= )/gm)].map(([{ length }]) => length),
    rows: cells.map((cell) => cell.match(/`[^`]+`/g) ?? []),
    blocks: [...text.matchAll(block)].map(([, , , language = "", code = ""]) => {
      if (/^(?:text|mermaid)\b/.test(language)) return [language];
      if (language === "console")
        return [language, code.match(/^\$ .*/)?.[0].replace(" --locale ko", "")];
      return [language, code.replace(/(?:^|[^\S\n]+)(?:\/\/|#).*$/gm, "")];
    }),
  };
}

/** Where the links and the pictures of a document lead, but for other sites. */
export const targetsIn = (text: string): string[] =>
  [
    ...withoutCode(text).matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)|(?:src|href)="([^"]+)"/g),
    ...withoutCode(text).matchAll(/^\[[^\]]+\]: *<?(\S+?)>?$/gm),
  ]
    .map(([, inline, attribute]) => (inline ?? attribute) as string)
    .filter((target) => !/^[a-z][a-z+.-]*:/i.test(target));

const anchorsByFile = new Map<string, Set<string>>();

/** The anchors of a file, which many links name. */
function anchorsOfFile(file: string): Set<string> {
  const anchors = anchorsByFile.get(file) ?? anchorsOf(readFileSync(file, "utf8"));
  anchorsByFile.set(file, anchors);
  return anchors;
}

/** What is wrong with a document's links: a file that does not exist, an anchor that its document does not have. */
export function brokenLinks(path: string): string[] {
  const text = readFileSync(path, "utf8");
  return targetsIn(text).filter((target) => {
    const [file = "", anchor] = decodeURIComponent(target).split("#") as [string, string?];
    const to = file === "" ? path : join(dirname(path), file);
    if (!existsSync(to)) return true;
    return anchor !== undefined && !anchorsOfFile(to).has(anchor);
  });
}

/** The files and folders of the repository that a document names in `code` and that do not exist. */
export const missingFiles = (text: string): string[] =>
  [...text.matchAll(/`((?:docs|schemas|src|test)\/[\w./-]+)`/g)]
    .map(([, path]) => path as string)
    .filter((path) => !existsSync(path));

/**
 * The document with its quotations brought up to date. `<!-- case: <path> -->` on a line of its own is above the code
 * that quotes the file of that path in test/cases.
 */
export const withQuotations = (text: string): string =>
  text.replace(
    /^( *)(<!-- case: (\S+) -->)\n+ *(`{3,})(\w*)\n[\s\S]*?^ *\4$/gm,
    (
      _quotation,
      indent: string,
      marker: string,
      path: string,
      _fence: string,
      language: string,
    ) => {
      const quoted = readFileSync(join("test/cases", path), "utf8").trimEnd();
      const longest = Math.max(2, ...[...quoted.matchAll(/`+/g)].map(([ticks]) => ticks.length));
      const fence = "`".repeat(longest + 1);
      const lines = [marker, "", `${fence}${language}`, ...quoted.split("\n"), fence];
      return lines.map((line) => (line === "" ? "" : indent + line)).join("\n");
    },
  );
