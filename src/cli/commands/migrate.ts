import { parse } from "../../extract/javascript/syntax/parse.js";
import { type LintResult, lintText } from "../../lint/index.js";
import { type MigratedSource, migrateSource } from "../../migrate/source/index.js";
import type { RewritingNote } from "../../migrate/source/rewriting.js";
import { optionsByConfig } from "../../project/lintOptions.js";
import { about } from "../../project/reason.js";
import { noteOf, UsageError } from "../../project/usageError.js";
import { decode } from "../../text/encoding.js";
import { Positions } from "../../text/positions.js";
import { escapeControls } from "../../validator/mask.js";
import type { Text } from "../../validator/types.js";
import { diffOf } from "../diff.js";
import { findTargets, reason, type Target } from "../files/discover.js";
import { OutputError } from "../io.js";
import type { LintSettings } from "../options.js";
import type { Given } from "./index.js";

const headings = {
  done: { en: "done", ko: "바꾼 곳" },
  decide: { en: "to decide", ko: "정할 것" },
  untouched: { en: "not touched", ko: "그대로 둔 곳" },
} as const;

/**
 * `paylint migrate <path…>`: rewrites payments of V1 for V2. Shows a diff, or with `--write` writes it, and a report for each file.
 * @returns the exit status: 0, or 2 where a file could not be read or written
 * @throws {UsageError} where no path is named
 */
export async function migrate({ settings, values, io, warn, print }: Given): Promise<number> {
  const given = await settings();
  const { paths, config, stdinFilename } = given;
  if (paths.length === 0) {
    throw new UsageError({
      en: "nothing to migrate: name a file, a folder, or - for standard input",
      ko: "바꿀 대상이 없습니다. 파일, 폴더, 또는 -(표준 입력)를 지정하세요",
    });
  }
  let status = 0;
  const fail = (file: string, trouble: Text) => {
    warn(about(file, trouble));
    status = 2;
  };
  for await (const target of findTargets(paths, stdinFilename, io)) {
    if ("note" in target) {
      warn(noteOf(target.note));
      continue;
    }
    if ("message" in target) {
      fail(target.file, target.message);
      continue;
    }
    if (config.isIgnored?.(target.file)) continue;
    try {
      const trouble = await migrateTarget(target, given, values.write, { io, print });
      if (trouble) fail(target.file, trouble);
    } catch (error) {
      if (error instanceof OutputError) throw error;
      fail(target.file, error instanceof UsageError ? error.text : reason(error));
    }
  }
  return status;
}

/** Returns why a file could not be written. */
async function migrateTarget(
  target: Target,
  settings: LintSettings,
  write: boolean,
  { io, print }: Pick<Given, "io" | "print">,
): Promise<Text | undefined> {
  const { file, ending } = target;
  const { locale, pg, kind, config } = settings;
  const bytes = await target.read();
  const text = decode(bytes);
  const linted = await linting(text, target, settings, kind);
  const migrated = migrateSource(text, {
    ...{ filename: file, ending, parser: parse, locale, linted },
    ...{ gateway: pg ?? config.gatewayOf(file), kind },
  });
  // Standard input is given back, also where nothing is changed.
  const isStream = target.path === undefined;
  if (!migrated) return write && isStream ? target.writeFixed(bytes, text) : undefined;
  const report = reportOf(file, text, migrated, locale);
  const isChanged = migrated.text !== text;
  if (write) {
    const isWritten = isChanged || isStream;
    const refusal = isWritten ? await target.writeFixed(bytes, migrated.text) : undefined;
    if (refusal) return refusal;
    // What was migrated is on standard output then.
    if (isStream) await io.stderr.write(report);
    else await print(report);
    return undefined;
  }
  if (isChanged) {
    const after = await linting(migrated.text, target, settings, migrated.kind ?? kind);
    await print(diffOf(file, linted.redacted, after.redacted));
  }
  // A diff on standard output can be applied, so the report goes beside it.
  await io.stderr.write(report);
  return undefined;
}

/** What the linter says of a text, and the text with all secrets hidden, as every output of the linter has it. */
const linting = (
  text: string,
  { file, ending }: Target,
  { config, environment, locale, pg }: LintSettings,
  kind: string | undefined,
): Promise<LintResult> =>
  lintText(text, {
    filename: file.toLowerCase().endsWith(ending) ? file : `${file}${ending}`,
    ...{ environment, locale },
    ...optionsByConfig(file, config),
    ...(kind !== undefined && { kind }),
    ...(pg !== undefined && { assume: pg }),
  });

function reportOf(
  file: string,
  text: string,
  migrated: MigratedSource,
  locale: "en" | "ko",
): string {
  const positions = new Positions(text);
  const line = ({ at, message }: RewritingNote) => {
    const position = positions.at(at);
    return `    ${position.line}:${position.column}  ${escapeControls(message)}\n`;
  };
  const parts = (["done", "decide", "untouched"] as const).flatMap((part) =>
    migrated[part].length === 0
      ? []
      : [`  ${headings[part][locale]}\n${migrated[part].map(line).join("")}`],
  );
  return `${escapeControls(file)}\n${parts.join("")}`;
}
