import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives a run a folder for temporary files, and removes it at the end: workers that share modules do not clean up each file. */
export default function temporaryFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "paylint-tests-"));
  for (const name of ["TMPDIR", "TMP", "TEMP"]) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
