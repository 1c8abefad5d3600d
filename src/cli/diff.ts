import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

/** The change of a file as a unified diff, with paths as `git apply` and `patch -p1` take them. */
export const diffOf = (file: string, before: string, after: string): string =>
  createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
