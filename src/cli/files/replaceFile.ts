import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";

/**
 * Writes a file in place of another one: beside it first, then by renaming, so that whatever happens one of the two is there whole.
 * @returns why it was not written, if it was not: someone else has changed the file since it was read.
 * @throws when the system refuses; the file is as it was then.
 */
export function replaceFile(path: string, read: Buffer, bytes: Buffer): string | undefined {
  // A link stays one.
  const file = realpathSync(path);
  if (!readFileSync(file).equals(read)) return "it has changed meanwhile; run it again";
  const beside = `${file}.${process.pid}.paylint`;
  try {
    const descriptor = openSync(beside, "wx");
    try {
      fchmodSync(descriptor, statSync(file).mode);
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
