import { formatOf } from "../../extract/formats.js";
import type { Parser } from "../../extract/javascript/parser.js";
import { kinds as knownKinds } from "../../generated/kinds.js";
import migration from "../../generated/migration.js";
import { kindsByName, possibleKinds } from "../../lint/kinds.js";
import { callTables, tables as lintTables } from "../../lint/tables.js";
import type { LintResult } from "../../lint/types.js";
import type { TextEdit } from "../../text/textEdit.js";
import type { Locale } from "../../validator/types.js";
import { migrateJson, migrateYaml } from "./data.js";
import { migratePage } from "./page.js";
import { migrateRequests } from "./requests.js";
import type { RewritingNote, SourceMigration } from "./rewriting.js";
import { migrateScript } from "./script.js";

/** What is known of a file that is migrated. */
export interface MigrateSourceOptions {
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

const unparsable = {
  en: "what came out could not be parsed, so the file was left as it was",
  ko: "바꾼 결과를 해석할 수 없어 파일을 그대로 두었습니다",
};
const named = {
  en: "the file's name still says the kind of V1",
  ko: "파일 이름은 아직 V1 종류를 뜻합니다",
};
const unread = {
  en: "paylint migrate does not rewrite payment calls in this language",
  ko: "paylint migrate는 이 언어의 결제 호출을 바꾸지 않습니다",
};

/** Rewrites the payment calls and payloads of V1 in a file; undefined where it has none. */
export function migrateSource(
  text: string,
  options: MigrateSourceOptions,
): MigratedSource | undefined {
  const { ending, filename, parser, locale, gateway, kind, linted } = options;
  const { redacted, reports } = linted;
  const gatewayAt = (offset?: number) =>
    reports.find(({ range }) => offset === undefined || range.start === offset)?.gateway ??
    undefined;
  const known = callTables(lintTables);
  const kinds = known.kinds.filter((one) => one.kind.split(".")[1] === "v1");
  const source = {
    ...known,
    kinds,
    parser,
    locale,
    gateway,
    gatewayAt,
    redacted,
    tables: migration(),
  };
  const format = formatOf(ending);
  const result = ((): SourceMigration | undefined => {
    switch (format?.language) {
      case "javascript":
        return format.isData ? undefined : migrateScript(text, ending, source);
      case "shell":
      case "http":
        return migrateRequests(text, ending, format.language, source);
      case "html":
        return migratePage(text, ending, source);
      case "json":
      case "yaml": {
        const [first, ...others] = possibleKinds(
          parsedOr(text),
          { filename, kind, fallbackKind: undefined } as never,
          Object.keys(knownKinds),
        );
        const neutral = [first, ...others].find((one) => one?.startsWith("portone.")) ?? first;
        if (neutral?.split(".")[1] !== "v1") return undefined;
        const migrated =
          format.language === "json"
            ? migrateJson(text, neutral, source)
            : migrateYaml(text, neutral, source);
        const isNamed = kindsByName(filename, Object.keys(knownKinds)).length > 0;
        if (isNamed && migrated.done.length > 0) {
          migrated.decide.push({ at: 0, message: named[locale] });
        }
        return migrated;
      }
      default:
        return /request_pay\s*\(|api\.iamport\.kr/.test(text)
          ? { edits: [], done: [], decide: [], untouched: [{ at: 0, message: unread[locale] }] }
          : undefined;
    }
  })();
  if (!result || [result.done, result.decide, result.untouched].every(({ length }) => length === 0))
    return undefined;
  const changed = applied(text, result.edits);
  const isScript = format?.language === "javascript";
  const isRead = changed !== undefined && (!isScript || !("reason" in parser(changed, ending)));
  if (!isRead) {
    const at: RewritingNote = { at: result.done[0]?.at ?? 0, message: unparsable[locale] };
    return { text, done: [], decide: [], untouched: [...result.untouched, at] };
  }
  const { edits: _, ...told } = result;
  return { text: changed, ...told };
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
