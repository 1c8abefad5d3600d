import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, sep } from "node:path";
import type { Path } from "../../project/paths.js";
import type { Text } from "../../validator/types.js";

/**
 * Writes a file in place of another one: beside it first, then by renaming, so that whatever happens one of the two is there whole.
 * @param read the bytes that the new ones were made of
 * @returns why it was not written, if it was not
 * @throws when the system refuses; the file is as it was then.
 */
export function replaceFile(path: Path, read: Buffer, bytes: Buffer): Text | undefined {
  // A symbolic link stays one.
  const file = realpathSync.native(path, { encoding: "buffer" });
  const stat = statSync(file);
  if (!isWritable(file, stat)) {
    return { en: "the file is read-only", ko: "읽기 전용 파일입니다" };
  }
  if (stat.nlink > 1) {
    return {
      en: `the file has ${stat.nlink} hard links, which a new file would part`,
      ko: `하드 링크가 ${stat.nlink}개 있어, 새 파일로 바꾸면 서로 분리됩니다`,
    };
  }
  if (!readFileSync(file).equals(read)) {
    return {
      en: "it has changed meanwhile; run it again",
      ko: "그사이 파일이 바뀌었습니다. 다시 실행하세요",
    };
  }
  const { beside, descriptor } = openBeside(file);
  try {
    try {
      keepOwner(descriptor, stat);
      fchmodSync(descriptor, stat.mode);
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  return undefined;
}

const anyWriteBit = 0o222;

/** The superuser may write everything, but a file that nobody is to write is read-only to them as well. */
function isWritable(file: Buffer, { mode }: Stats): boolean {
  if ((mode & anyWriteBit) === 0) return false;
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A new hidden file in the folder of another one, opened for writing. */
function openBeside(file: Buffer): { beside: Buffer; descriptor: number } {
  // Every byte is a character of its own here, whatever the name's encoding.
  const folder = dirname(file.toString("latin1"));
  for (;;) {
    const name = `.${Math.random().toString(36).slice(2, 10)}.paylint`;
    const beside = Buffer.from(folder + sep + name, "latin1");
    try {
      return { beside, descriptor: openSync(beside, "wx") };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** Only the superuser may give files away; other people's files become one's own. */
function keepOwner(descriptor: number, { uid, gid }: Stats): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // The content matters more.
  }
}
