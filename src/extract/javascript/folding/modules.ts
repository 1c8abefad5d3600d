import type { Call } from "../../calls.js";
import type { SourceModule } from "../../reader.js";
import type { Imported } from "../scope/bindings.js";
import { exportOf } from "../scope/exports.js";
import { isNode, type Node } from "../syntax/ast.js";
import type { ConstantFolder } from "./constantFolding.js";
import type { FoldingTools } from "./foldingTools.js";

/** A program that another imports. */
export interface ImportedProgram {
  readonly root: Node;
  readonly tools: FoldingTools;
  /** Calls in a function of the program that what the function is given reaches. */
  callsGiven(fn: Node): readonly GivenCall[];
}

/** A call in an imported function, as it is with what the function is given; `site` is the call that gives it. */
export type GivenCall = (evaluator: ConstantFolder, site: Node) => readonly Call[];

/** What an import stands for: an expression or a function of another program. */
export interface ImportedValue {
  readonly program: ImportedProgram;
  readonly node: Node;
}

/** Gives the text of a module that a file imports by a relative path. */
export type LoadModule = (specifier: string, from: string | undefined) => SourceModule | undefined;

/** Reads a module whose offsets begin at `base`, so that no place in it is one of another text. */
type ReadProgram = (
  module: SourceModule,
  base: number,
  imports: Imports,
) => ImportedProgram | undefined;

/** Where in another file something is. */
interface Elsewhere {
  readonly file: string;
  /** Line of the file; from 1. */
  readonly line: number;
}

interface Loaded {
  readonly module: SourceModule;
  readonly base: number;
  readonly program: ImportedProgram | undefined;
}

/** Modules that import modules are followed this far. */
const mostModules = 12;

/** Imports that may be of the project's own files: by a relative path, or by an alias such as `@/`. */
const mayBeOwn = /^(?:\.|[@~#][\w-]*\/|src\/)/;

/** The modules that a text imports by relative paths, as far as they are asked for. */
export class Modules {
  readonly #load: LoadModule;
  readonly #read: ReadProgram;
  readonly #loaded = new Map<string, Loaded>();
  /** Where the next module begins. */
  #end: number;

  /** `length` is that of the text that imports them. */
  constructor(length: number, load: LoadModule, read: ReadProgram) {
    this.#end = length + 1;
    this.#load = load;
    this.#read = read;
  }

  /** The imports of a file; `from` is undefined for the text itself. */
  importsOf(from: string | undefined): Imports {
    return { valueOf: (imported) => this.#valueOf(imported, from, 0) };
  }

  /** The place of an offset that is in one of the modules. */
  elsewhereOf(offset: number): Elsewhere | undefined {
    for (const { module, base } of this.#loaded.values()) {
      if (offset < base || offset > base + module.text.length) continue;
      const before = module.text.slice(0, offset - base);
      return { file: module.file, line: before.split("\n").length };
    }
    return undefined;
  }

  #valueOf(
    { module, name }: Imported,
    from: string | undefined,
    steps: number,
  ): ImportedValue | undefined {
    if (!mayBeOwn.test(module) || name === "*" || steps > mostModules) return undefined;
    const loaded = this.#moduleOf(module, from);
    if (!loaded?.program) return undefined;
    const found = exportOf(loaded.program.root, name);
    if (!found) return undefined;
    return isNode(found)
      ? { program: loaded.program, node: found }
      : this.#valueOf(found, loaded.module.file, steps + 1);
  }

  #moduleOf(specifier: string, from: string | undefined): Loaded | undefined {
    const module = this.#load(specifier, from);
    if (!module) return undefined;
    const known = this.#loaded.get(module.file);
    if (known || this.#loaded.size >= mostModules) return known;
    const base = this.#end;
    this.#end += module.text.length + 1;
    const program = this.#read(module, base, this.importsOf(module.file));
    const loaded = { module, base, program };
    this.#loaded.set(module.file, loaded);
    return loaded;
  }
}

/** What the imports of one file stand for. */
export interface Imports {
  valueOf(imported: Imported): ImportedValue | undefined;
}

/** A text that imports nothing that can be read. */
export const noImports: Imports = { valueOf: () => undefined };
