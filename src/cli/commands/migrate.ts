import { parse } from "../../extract/javascript/parse.js";
import { type MigratedSource, migrateSource } from "../../migrate/source/index.js";
import type { Note } from "../../migrate/source/script.js";
import { decode } from "../../text/encoding.js";
import { Positions } from "../../text/positions.js";
import { escapeControls } from "../../validator/mask.js";
import { diffOf } from "../diff.js";
import { findTargets, reason } from "../files/discover.js";
import type { Io } from "../io.js";
import type { LintSettings } from "../options.js";
import { UsageError } from "../usageError.js";

/** Where the command prints. */
interface Printing {
  readonly io: Io;
  complain(message: string): void;
  print(text: string): Promise<void>;
}

const headings = {
  done: { en: "done", ko: "바꾼 곳" },
  decide: { en: "to decide", ko: "정할 것" },
  untouched: { en: "not touched", ko: "그대로 둔 곳" },
} as const;

/**
 * Rewrites payment calls of V1 for V2: shows a diff, or with `write` writes it, and a report for each file.
 * @returns the exit status: 0, or 2 where a file could not be read or written
 */
export async function migrate(
  { paths, locale, pg, kind, config, stdinFilename }: LintSettings,
  write: boolean,
  { io, complain, print }: Printing,
): Promise<number> {
  if (paths.length === 0) throw new UsageError("nothing to migrate: name a file or a folder");
  let status = 0;
  for await (const target of findTargets(paths, stdinFilename, io)) {
    if ("message" in target) {
      complain(`${target.file}: ${target.message}`);
      status = 2;
      continue;
    }
    if (config.isIgnored?.(target.file)) continue;
    try {
      const bytes = await target.read();
      const text = decode(bytes);
      const migrated = migrateSource(text, {
        ...{ filename: target.file, ending: target.ending, parser: parse, locale },
        ...{ gateway: pg ?? config.gatewayOf(target.file), kind },
      });
      if (!migrated) continue;
      const isChanged = migrated.text !== text;
      if (isChanged && !write) await print(diffOf(target.file, text, migrated.text));
      if (isChanged && write) {
        const trouble = await target.writeFixed(Buffer.from(bytes), migrated.text);
        if (trouble !== undefined) {
          complain(`${target.file}: ${trouble}`);
          status = 2;
          continue;
        }
      }
      // A diff on standard output can be applied, so the report goes beside it.
      const report = reportOf(target.file, text, migrated, locale);
      if (write) await print(report);
      else await io.stderr.write(report);
    } catch (error) {
      complain(`${target.file}: ${reason(error)}`);
      status = 2;
    }
  }
  return status;
}

function reportOf(
  file: string,
  text: string,
  migrated: MigratedSource,
  locale: "en" | "ko",
): string {
  const positions = new Positions(text);
  const line = ({ at, message }: Note) => {
    const place = positions.at(at);
    return `    ${place.line}:${place.column}  ${escapeControls(message)}\n`;
  };
  const parts = (["done", "decide", "untouched"] as const).flatMap((part) =>
    migrated[part].length === 0
      ? []
      : [`  ${headings[part][locale]}\n${migrated[part].map(line).join("")}`],
  );
  return `${escapeControls(file)}\n${parts.join("")}`;
}
