import type { CallTables } from "../../extract/calls.js";
import { formatOf } from "../../extract/formats.js";
import type { Parser } from "../../extract/javascript/syntax/parser.js";
import { kinds as knownKinds } from "../../generated/kinds.js";
import migration from "../../generated/migration.js";
import { kindsByName, possibleKinds } from "../../lint/attribution/kinds.js";
import { callTables, tables as lintTables } from "../../lint/tables.js";
import type { LintResult } from "../../lint/types.js";
import type { TextEdit } from "../../text/textEdit.js";
import type { Locale } from "../../validator/types.js";
import { migrateJson, migrateYaml } from "./data.js";
import { migratePage } from "./page.js";
import { migrateRequests } from "./requests.js";
import { hostOf } from "./rest.js";
import {
  type RewritingNote,
  type SourceMigration,
  type SourceOptions,
  wordsOf,
} from "./rewriting.js";
import { migrateScript } from "./script.js";

/** What is known of a file that is migrated. */
interface MigrateSourceOptions {
  readonly filename: string;
  readonly ending: string;
  readonly parser: Parser;
  readonly locale: Locale;
  readonly gateway?: string | undefined;
  /** What the linter says of the text, whose reports name the gateways of calls by their channels and comments. */
  readonly linted: Pick<LintResult, "redacted" | "reports">;
  readonly kind?: string | undefined;
}

/** The text of a file for V2, and what was done. */
export interface MigratedSource
  extends Pick<SourceMigration, "done" | "decide" | "untouched" | "kind"> {
  readonly text: string;
}

/** Rewrites the payment calls and payloads of V1 in a file; undefined where it has none. */
export function migrateSource(
  text: string,
  options: MigrateSourceOptions,
): MigratedSource | undefined {
  const source = sourceOptions(options);
  const result = migrationOf(text, options, source);
  if (!result || [result.done, result.decide, result.untouched].every(({ length }) => length === 0))
    return undefined;
  const changed = applied(text, result.edits);
  if (changed === undefined || !isRead(changed, options)) {
    const at: RewritingNote = {
      at: result.done[0]?.at ?? 0,
      message: wordsOf("unparsable", source),
    };
    return { text, done: [], decide: [], untouched: [...result.untouched, at] };
  }
  const { edits: _, ...told } = result;
  return { text: changed, ...told };
}

function sourceOptions({ parser, locale, gateway, linted }: MigrateSourceOptions): SourceOptions {
  const { redacted, reports } = linted;
  const known = callTables(lintTables);
  return {
    ...known,
    kinds: known.kinds.filter((one) => one.kind.split(".")[1] === "v1"),
    parser,
    locale,
    gateway,
    gatewayAt: (offset) =>
      reports.find(({ range }) => offset === undefined || range.start === offset)?.gateway ??
      undefined,
    redacted,
    tables: migration(),
  };
}

/** The edits and notes for a file, by its format. */
function migrationOf(
  text: string,
  options: MigrateSourceOptions,
  source: SourceOptions,
): SourceMigration | undefined {
  const { ending } = options;
  const format = formatOf(ending);
  switch (format?.language) {
    case "javascript":
      return format.isData ? undefined : migrateScript(text, ending, source);
    case "shell":
    case "http":
      return migrateRequests(text, ending, format.language, source);
    case "html":
      return migratePage(text, ending, source);
    case "json":
      return migrateData(text, options, source, migrateJson);
    case "yaml":
      return migrateData(text, options, source, migrateYaml);
    default:
      return hasCallOfV1(text, source)
        ? {
            ...{ edits: [], done: [], decide: [] },
            untouched: [{ at: 0, message: wordsOf("language", source) }],
          }
        : undefined;
  }
}

/** A payload of V1 that is a file. */
function migrateData(
  text: string,
  { filename, kind }: MigrateSourceOptions,
  source: SourceOptions,
  migrate: typeof migrateJson,
): SourceMigration | undefined {
  const names = Object.keys(knownKinds);
  const possible = possibleKinds(
    parsedOr(text),
    { filename, kind, fallbackKind: undefined } as never,
    names,
  );
  const neutral = possible.find((one) => one.startsWith("portone.")) ?? possible[0];
  if (neutral?.split(".")[1] !== "v1") return undefined;
  const migrated = migrate(text, neutral, source);
  if (kindsByName(filename, names).length > 0 && migrated.done.length > 0) {
    migrated.decide.push({ at: 0, message: wordsOf("file-name", source) });
  }
  return migrated;
}

/** Whether the parser still reads a script. */
const isRead = (text: string, { ending, parser }: MigrateSourceOptions): boolean =>
  formatOf(ending)?.language !== "javascript" || !("reason" in parser(text, ending));

/** Whether a text that nothing here rewrites calls V1's payment window or its REST API. */
function hasCallOfV1(text: string, { sdks, apis }: CallTables): boolean {
  const functions = sdks
    .filter(({ version }) => version === "v1")
    .flatMap((sdk) => sdk.functions?.filter(({ isUnmistakable }) => isUnmistakable) ?? []);
  return (
    text.includes(hostOf(apis, "v1")) ||
    functions.some(({ name }) => new RegExp(`${name}\\s*\\(`).test(text))
  );
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A text with edits applied; undefined where two of them touch the same stretch. */
function applied(text: string, edits: readonly TextEdit[]): string | undefined {
  const sorted = [...edits].sort((left, right) => left.start - right.start || left.end - right.end);
  let result = "";
  let at = 0;
  for (const { start, end, text: instead } of sorted) {
    if (start < at) return undefined;
    result += text.slice(at, start) + instead;
    at = end;
  }
  return result + text.slice(at);
}
