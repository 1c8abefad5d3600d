import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { quotedAddresses } from "../extract/addresses.js";
import { endingOf, formats } from "../extract/formats.js";
import { textFaults } from "../generated/textFaults.js";
import type { ProjectFacts, ProjectScript } from "../lint/types.js";
import { decode } from "../text/encoding.js";
import { Positions } from "../text/positions.js";
import { importedModule } from "./importedModule.js";
import { filesBelow } from "./walk.js";

/** Files that say where a project begins. A folder in it that has one of its own is another project. */
const projectFiles = ["package.json", "composer.json", "pom.xml", "pyproject.toml", "manage.py"];

/** Enough for any shop, and fast to search. */
const limits = { visited: 20_000, read: 3000, bytesOfFile: 1_000_000, bytes: 50_000_000 };

/** Templates that paylint does not read for calls. */
const templateEndings = [
  ...[".erb", ".hbs", ".handlebars", ".j2", ".jinja", ".jinja2", ".mustache", ".njk"],
  ...[".phtml", ".pug", ".tpl", ".twig", ".aspx", ".cshtml"],
];

/** Files that can load a script. */
const loading = new Set([
  ...formats
    .filter(({ language }) => language === "html" || language === "javascript")
    .flatMap(({ endings }) => endings),
  ...templateEndings,
]);

/** Script rules by the bytes of a file: the same patterns, anywhere in it. */
const wanted = textFaults.scripts.map(({ pattern }) => ({
  inBytes: new RegExp(pattern.replace(/^\^/, "")),
  ofAddress: new RegExp(pattern, "u"),
}));

/**
 * What the other files of a project say of a file: the scripts that the pages which load it load too or, where no page is known
 * to load it, those of the files of its package. Nothing is looked for before `scripts` is read.
 * @param file the file's path, absolute or from `cwd`
 * @param cwd the working folder, from which the paths of the facts count
 * @param known what is known of packages; what is looked up is added to it. Files that change make it wrong.
 */
export function projectFactsFor(file: string, cwd: string, known: KnownPackages): ProjectFacts {
  const path = resolve(cwd, file);
  return {
    module: (specifier, from) => {
      const importer = from === undefined ? path : resolve(cwd, from);
      return importedModule(specifier, importer, cwd);
    },
    get scripts() {
      if (wanted.length === 0) return [];
      return scriptsFor(path, pagesAround(path, cwd, known)).map((script) => ({
        ...script,
        file: relative(cwd, script.file).split(sep).join("/"),
      }));
    },
  };
}

/** A file that loads a script from a host that a rule is about. */
interface Page {
  readonly path: string;
  /** Scripts that a rule asks for. */
  readonly scripts: readonly ProjectScript[];
  /** Names of the files that it names in quotes, such as its scripts and the templates it includes. */
  readonly names: ReadonlySet<string>;
}

/** The pages of each package that was looked through, by its folder. */
export type KnownPackages = Map<string, readonly Page[]>;

function pagesAround(path: string, cwd: string, known: KnownPackages): readonly Page[] {
  const folder = rootOf(path, cwd);
  let pages = known.get(folder);
  if (!pages) {
    pages = pagesBelow(folder);
    known.set(folder, pages);
  }
  return pages;
}

/** The nearest folder with a file that begins a project; else the repository, the working folder, or the file's folder. */
function rootOf(path: string, cwd: string): string {
  let repository: string | undefined;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (isProject(folder)) return folder;
    if (existsSync(join(folder, ".git"))) {
      repository = folder;
      break;
    }
    if (dirname(folder) === folder) break;
  }
  if (repository !== undefined) return repository;
  return path.startsWith(resolve(cwd) + sep) ? resolve(cwd) : dirname(path);
}

const isProject = (folder: string) => projectFiles.some((name) => existsSync(join(folder, name)));

/** Most projects load no such script, and are looked through without being read as text. */
function pagesBelow(root: string): readonly Page[] {
  const files = [...loadingFiles(root)];
  const holders = files.filter(({ bytes }) => wanted.some(({ inBytes }) => inBytes.test(bytes)));
  const pages = holders.map(pageOf);
  const found = pages.flatMap(({ scripts }) => scripts.map(({ address }) => hostOf(address)));
  const hosts = [...new Set(found)];
  const others = files.filter(
    (file) => !holders.includes(file) && hosts.some((host) => file.bytes.includes(host)),
  );
  return [...pages, ...others.map(pageOf)];
}

const hostOf = (address: string) => address.split("/")[2] ?? "";

interface LoadingFile {
  readonly path: string;
  /** Its bytes, as a text of Latin-1. */
  readonly bytes: string;
}

/** The files of a project that can load a script and have an address in them. */
function* loadingFiles(root: string): Generator<LoadingFile> {
  let [visited, read, size] = [0, 0, 0];
  const others = new Map<string, boolean>([[root, false]]);
  const isInOther = (folder: string): boolean => {
    const known = others.get(folder);
    if (known !== undefined) return known;
    const isOther = isProject(folder) || isInOther(dirname(folder));
    others.set(folder, isOther);
    return isOther;
  };
  for (const path of filesBelow(root, { special: 0 })) {
    // No page names a file whose name is not UTF-8.
    if (typeof path !== "string") continue;
    if (++visited > limits.visited || read >= limits.read || size > limits.bytes) return;
    if (!loading.has(endingOf(path)) || isInOther(dirname(path))) continue;
    const content = contentOf(path);
    if (!content) continue;
    read++;
    size += content.length;
    if (/["'`](?:https?:)?\/\//.test(content.toString("latin1"))) {
      yield { path, bytes: content.toString("latin1") };
    }
  }
}

/** The bytes of a file, unless it is large, as pages are not, or cannot be read. */
function contentOf(path: string): Buffer | undefined {
  try {
    return statSync(path).size > limits.bytesOfFile ? undefined : readFileSync(path);
  } catch {
    return undefined;
  }
}

function pageOf({ path, bytes }: LoadingFile): Page {
  const text = decode(Buffer.from(bytes, "latin1"));
  const positions = new Positions(text);
  const scripts = quotedAddresses(text)
    .filter(({ text: address }) => wanted.some(({ ofAddress }) => ofAddress.test(address)))
    .map(({ text: address, span }) => ({
      address,
      file: path,
      line: positions.at(span[0]).line,
    }));
  const named = [...text.matchAll(/["'`]([^"'`\s<>]{1,300})["'`]/g)];
  return { path, scripts, names: new Set(named.map(([, name = ""]) => nameOf(name))) };
}

/** The last part of a path, without what an address has behind it. */
const nameOf = (path: string) => basename(path.split(/[?#]/, 1)[0] as string);

function scriptsFor(path: string, pages: readonly Page[]): readonly ProjectScript[] {
  const others = pages.filter((page) => page.path !== path);
  const name = basename(path);
  const loaders = others.filter(({ names }) => names.has(name));
  if (loaders.length > 0) return loaders.flatMap(({ scripts }) => scripts);
  // Where pages differ, nothing says which of them a file belongs to.
  return others.every(({ scripts }) => scripts.length > 0)
    ? others.flatMap(({ scripts }) => scripts)
    : [];
}
