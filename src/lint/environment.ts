import type { PartialKind } from "../constraint/checkPartial.js";
import {
  endingOf,
  type FileFormat,
  formatOf,
  formats,
  type Language,
  unknownEnding,
} from "../extract/formats.js";
import { guessEnding } from "../extract/guessFormat.js";
import type { Parser } from "../extract/javascript/syntax/parser.js";
import { type Extraction, nothing, type Reader, type ReadOptions } from "../extract/reader.js";
import { serverLanguagesIn } from "../extract/serverFences.js";
import { partialKinds } from "../generated/partialKinds.js";
import { Positions } from "../text/positions.js";
import { localeOf } from "../validator/options.js";
import { lintExtraction, lintExtractionWith } from "./linter.js";
import { type LintProgram, lintProgram } from "./lintProgram.js";
import { callTables, tables } from "./tables.js";
import type { LintOptions, LintResult } from "./types.js";
import { wordsFor } from "./unchecked.js";

/** What `createLinter` loads. */
export interface LinterOptions {
  /** Parses JavaScript and TypeScript. Default: oxc-parser in Node, acorn in a browser. */
  readonly parser?: Parser;
  /** Ids of kinds, such as `ksnet.v1.request-pay`. Default: all. */
  readonly kinds?: readonly string[];
  /** Languages to read. Default: all. */
  readonly languages?: readonly Language[];
}

/** Lints texts with what `createLinter` loaded, and returns the results at once. */
export interface Linter {
  /**
   * Lints a text. What the text needs and was not loaded is in `unchecked`, with the code `not-loaded`. Never throws, whatever
   * the text.
   */
  lintText(text: string, options: LintOptions): LintResult;
  /** Lints a program that is already parsed, as ESLint has it. `text` is its source text. */
  lintProgram(program: LintProgram, text: string, options: LintOptions): LintResult;
}

/** Loads what depends on whether paylint runs in Node or in a browser. */
type LoadParser = () => Promise<Parser>;

const loadedKinds = new Map<string, PartialKind>();

async function loadKinds(ids: Iterable<string>): Promise<void> {
  const missing = [...ids].filter((id) => !loadedKinds.has(id) && Object.hasOwn(partialKinds, id));
  await Promise.all(
    missing.map(async (id) => {
      loadedKinds.set(id, await (partialKinds[id] as () => Promise<PartialKind>)());
    }),
  );
}

/** Languages whose text can hold JavaScript. */
const withScripts: ReadonlySet<Language> = new Set(["javascript", "html", "markdown"]);

/** The format of a text, by the ending of its name, or by what the text looks like where the name has no ending. */
function formatOfText(filename: string, text: string): { format?: FileFormat; ending: string } {
  const named = endingOf(filename);
  const ending = named === "" ? guessEnding(text) : named;
  const format = formatOf(ending);
  return { ending, ...(format && { format }) };
}

const failing: Parser = () => ({ reason: "no parser is loaded" });

const readOptionsFor = (
  ending: string,
  parser: Parser,
  readers: ReadonlyMap<Language, Reader>,
  { project }: LintOptions,
): ReadOptions => ({
  ...callTables(tables),
  ending,
  parser,
  readers,
  moduleOf: project?.module && ((specifier, from) => project.module?.(specifier, from)),
});

/** Readers of the server code that a document has blocks of. */
async function readersIn({ language }: FileFormat, text: string): Promise<Map<Language, Reader>> {
  const wanted = language === "markdown" ? serverLanguagesIn(text) : new Set<Language>();
  const own = formats.filter((format) => wanted.has(format.language));
  return new Map(
    await Promise.all(own.map(async (format) => [format.language, await format.load()] as const)),
  );
}

/** The functions of `paylint/lint` for an environment. */
export function linterFor(loadParser: LoadParser) {
  let parser: Promise<Parser> | undefined;
  const environmentParser = () => (parser ??= loadParser());
  return {
    async createLinter(options: LinterOptions = {}): Promise<Linter> {
      const languages = options.languages ?? formats.map(({ language }) => language);
      const wanted = formats.filter(({ language }) => languages.includes(language));
      const readers = new Map<FileFormat, Reader>();
      await Promise.all([
        loadKinds(options.kinds ?? tables.kindNames),
        ...wanted.map(async (format) => readers.set(format, await format.load())),
      ]);
      const readersByLanguage = new Map(
        [...readers].map(([{ language }, read]) => [language, read] as const),
      );
      const needsParser = languages.some((language) => withScripts.has(language));
      const parse = options.parser ?? (needsParser ? await environmentParser() : failing);
      const kinds = options.kinds
        ? new Map([...loadedKinds].filter(([id]) => isAllowed(id, options.kinds as string[])))
        : loadedKinds;
      return {
        lintText(text, lintOptions) {
          const { ending, format } = formatOfText(lintOptions.filename, text);
          if (!format) return unknownFormat(text, ending, lintOptions);
          const read = readers.get(format);
          if (!read) return notLoaded(text, lintOptions);
          const extraction = read(
            text,
            readOptionsFor(ending, parse, readersByLanguage, lintOptions),
          );
          return lintExtraction(text, extraction, lintOptions, tables, kinds);
        },
        lintProgram(program, text, lintOptions) {
          return lintProgram(program, text, lintOptions, tables, kinds);
        },
      };
    },

    /** Lints a text, and loads what the text needs. */
    async lintText(text: string, options: LintOptions): Promise<LintResult> {
      const { ending, format } = formatOfText(options.filename, text);
      if (!format) return unknownFormat(text, ending, options);
      const read = await format.load();
      const parse = withScripts.has(format.language) ? await environmentParser() : failing;
      const readers = await readersIn(format, text);
      const extraction = read(text, readOptionsFor(ending, parse, readers, options));
      return lintExtracted(text, extraction, options);
    },
  };
}

/** A kind is allowed if it is listed, or if it is what the callback of a listed kind receives. */
const isAllowed = (id: string, kinds: readonly string[]): boolean =>
  kinds.includes(id) ||
  tables.callKinds.some(({ kind, callback }) => callback === id && kinds.includes(kind));

function unknownFormat(text: string, ending: string, options: LintOptions): LintResult {
  return {
    ...lintExtraction(text, nothing, options, tables, loadedKinds),
    errors: [{ message: unknownEnding(ending)[options.locale ?? "en"] }],
  };
}

/** Lints what was extracted from a text already, and loads the kinds that it needs. */
export async function lintExtracted(
  text: string,
  extraction: Extraction,
  options: LintOptions,
): Promise<LintResult> {
  return lintExtractionWith(text, extraction, options, tables, async (kinds) => {
    await loadKinds(kinds);
    return loadedKinds;
  });
}

/** What is said of a text whose language was not loaded: nothing of it was checked. */
function notLoaded(text: string, options: LintOptions): LintResult {
  const result = lintExtraction(text, nothing, options, tables, loadedKinds);
  const words = wordsFor("not-loaded", localeOf(options));
  return { ...result, unchecked: [{ ...words, range: new Positions(text).range([0, 0]) }] };
}
