import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import { formatOf } from "../../extract/formats.js";
import { type Path, shownPath } from "../../project/paths.js";
import { noSuchFile, reason } from "../../project/reason.js";
import { filesBelow, type PassedOver } from "../../project/walk.js";
import type { Text } from "../../validator/types.js";
import { type Io, OutputError, printerOn } from "../io.js";
import { endingOf, FileTarget, streamTarget, type Target } from "./target.js";

export { reason } from "../../project/reason.js";
export type { Target } from "./target.js";

/** Something that was to be linted and cannot be. */
interface Trouble {
  readonly file: string;
  readonly message: Text;
}

/** Something that a run should tell, and that is no trouble. */
interface DiscoveryNote {
  readonly note: Text;
}

/** The targets that the arguments name, folders walked and globs matched, and what of them is no target. */
export async function* findTargets(
  paths: readonly string[],
  stdinFilename: string | undefined,
  io: Io,
): AsyncGenerator<Target | Trouble | DiscoveryNote> {
  const seen = new Set<string>();
  const passedOver: PassedOver = { special: 0 };
  for (const path of paths) {
    for await (const target of targetsAt(path, stdinFilename, io, passedOver)) {
      // Only of several arguments two can name the same file.
      if (paths.length > 1) {
        if (seen.has(target.file)) continue;
        seen.add(target.file);
      }
      yield target;
      await io.heedSignals();
    }
  }
  const { special } = passedOver;
  if (special > 0) {
    const what =
      special === 1 ? "1 pipe, socket or device" : `${special} pipes, sockets or devices`;
    yield {
      note: { en: `skipped ${what}`, ko: `건너뛴 파이프, 소켓, 장치: ${special}개` },
    };
  }
}

async function* targetsAt(
  path: string,
  stdinFilename: string | undefined,
  io: Io,
  passedOver: PassedOver,
): AsyncGenerator<Target | Trouble> {
  const print = printerOn(io);
  const file = path === "-" ? (stdinFilename ?? "<stdin>") : shownPath(path, io.cwd);
  try {
    if (path === "-") {
      yield await streamTarget(file, io.stdin, print);
      return;
    }
    const absolute = resolve(io.cwd, path);
    const stat = statSync(absolute, { throwIfNoEntry: false });
    if (!stat) yield* matching(path, io, passedOver);
    else if (stat.isDirectory()) yield* targetsBelow(absolute, io, passedOver);
    else if (stat.isFile()) yield new FileTarget(absolute, endingOf(absolute), true, io);
    // The names that a shell gives to pipes are known as they are: /dev/fd/63.
    else yield await streamTarget(path, createReadStream(absolute), print);
  } catch (error) {
    if (error instanceof OutputError) throw error;
    yield { file, message: reason(error) };
  }
}

function* targetsBelow(
  folder: string,
  io: Io,
  passedOver: PassedOver,
  isWanted: (path: Path) => boolean = () => true,
): Generator<Target> {
  for (const path of filesBelow(folder, passedOver)) {
    const ending = endingOf(path);
    const isRead = formatOf(ending) !== undefined;
    if (isRead && isWanted(path)) yield new FileTarget(path, ending, false, io);
  }
}

const nothingMatches: Text = {
  en: "matches no file that paylint reads",
  ko: "paylint가 읽는 파일 중 일치하는 것이 없습니다",
};

/** What a path that does not exist matches, if it is a glob. */
async function* matching(
  path: string,
  io: Io,
  passedOver: PassedOver,
): AsyncGenerator<Target | Trouble> {
  const { default: picomatch } = await import("picomatch");
  // On Windows a backslash parts folders.
  const { base, glob, isGlob } = picomatch.scan(path.replaceAll("\\", "/"));
  if (!isGlob) {
    yield { file: shownPath(path, io.cwd), message: noSuchFile };
    return;
  }
  const folder = resolve(io.cwd, base);
  const matches = picomatch(glob);
  const isWanted = (one: Path) => matches(shownPath(one, folder));
  let isIdle = true;
  for (const target of targetsBelow(folder, io, passedOver, isWanted)) {
    isIdle = false;
    yield target;
  }
  if (isIdle) yield { file: path, message: nothingMatches };
}
