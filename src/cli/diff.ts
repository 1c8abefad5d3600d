import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

/**
 * The change of a file as a unified diff, with paths as `git apply` and `patch -p1` take them. Those of a file outside the working
 * folder begin at the folder above that holds both, and are to be applied there.
 */
export function diffOf(file: string, before: string, after: string): string {
  const path = file.replace(/^(?:\.\.\/)+/, "");
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
