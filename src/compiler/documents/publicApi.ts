import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Node, SyntaxKind } from "typescript/unstable/ast";
import {
  API,
  type Checker,
  SymbolFlags as Flags,
  type Project,
  SignatureKind,
  type Symbol as SymbolOfApi,
} from "typescript/unstable/sync";

/** A module of the package that its users import. */
export interface EntryPoint {
  /** Its name: `paylint/lint`. */
  readonly module: string;
  /** What the comment at its top says. */
  readonly about: string;
  readonly exports: readonly Export[];
}

/** An export, and what its doc comment says. */
export interface Export {
  readonly name: string;
  /** The file that declares it, from the folder of the repository. */
  readonly file: string;
  /** The declaration as it is written, with the comments in it. */
  readonly declaration: string;
  readonly text: string;
  readonly tags: readonly { readonly name: string; readonly text: string }[];
  readonly isFunction: boolean;
}

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly types?: string }>>;
}

/** The options of the project that has the declarations of every entry. It is written nowhere. */
const config = "tsconfig.api.json";
const compilerOptions = { module: "nodenext", strict: true, skipLibCheck: true, types: [] };

/**
 * What the package exports, by the declarations that its users get: those in `dist`. TypeScript calls the API that reads them
 * unstable, and it is used nowhere else.
 */
export function readPublicApi(repository: string): EntryPoint[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
  const entries = Object.entries(manifest.exports).flatMap(([path, target]) =>
    typeof target === "string" || target.types === undefined
      ? []
      : [{ module: manifest.name + path.slice(1), file: join(repository, target.types) }],
  );
  const options = JSON.stringify({ compilerOptions, files: entries.map(({ file }) => file) });
  const isConfig = (path: string) => path.endsWith(`/${config}`);
  const api = new API({
    cwd: repository,
    fs: {
      fileExists: (path) => (isConfig(path) ? true : undefined),
      readFile: (path) => (isConfig(path) ? options : undefined),
    },
  });
  try {
    const project = open(api, join(repository, config));
    return entries.map(({ module, file }) => readEntry(module, file, repository, project));
  } finally {
    api.close();
  }
}

function open(api: API, file: string): Project {
  const [project] = api.updateSnapshot({ openProjects: [file] }).getProjects();
  if (!project) throw new Error(`${file} was not opened`);
  return project;
}

function readEntry(
  module: string,
  file: string,
  repository: string,
  { program, checker }: Project,
): EntryPoint {
  const source = program.getSourceFile(file);
  const symbol = source && checker.getSymbolAtLocation(source);
  if (!symbol) throw new Error(`${file} exports nothing`);
  const exports = checker.getExportsOfModule(symbol);
  return {
    module,
    about: commentAtTop(source.text),
    exports: exports.map((one) => readExport(one, repository, checker)),
  };
}

/** The comment with the tag `@module`, which TypeScript's API does not give. */
function commentAtTop(text: string): string {
  const [, lines = ""] = /^(?:\/\/.*\n)*\/\*\*\n((?: \*.*\n)*?) \* @module\n \*\//.exec(text) ?? [];
  return lines.replace(/^ \* ?/gm, "").trim();
}

function readExport(exported: SymbolOfApi, repository: string, checker: Checker): Export {
  const symbol = exported.flags & Flags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const [node] = symbol.declarations.flatMap((handle) => handle.resolve() ?? []);
  if (!node) throw new Error(`${exported.name} is declared nowhere`);
  const type = symbol.flags & Flags.Value ? checker.getTypeOfSymbol(symbol) : undefined;
  return {
    name: exported.name,
    file: relative(repository, node.getSourceFile().fileName).split(sep).join("/"),
    declaration: statementOf(node).getText(),
    text: symbol.getDocumentationComment(checker),
    tags: symbol.getJsDocTags(checker).map(({ name, text = "" }) => ({ name, text })),
    isFunction: !!type && checker.getSignaturesOfType(type, SignatureKind.Call).length > 0,
  };
}

/** A constant's declaration is in a list in a statement. */
const statementOf = (node: Node): Node =>
  node.kind === SyntaxKind.VariableDeclaration ? node.parent.parent : node;
