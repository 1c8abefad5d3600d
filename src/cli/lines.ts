import { kindOfFile } from "./kindOf.js";
import type { LintOptions } from "./options.js";
import type { Target } from "./targets.js";

/** Whether a file can be checked line by line, without holding more of it than is being read. */
export const isLines = ({ ending, named, file }: Target, options: LintOptions): boolean =>
  (ending === ".ndjson" || ending === ".jsonl") &&
  options.fix === "no" &&
  (named || kindOfFile(file, options) !== undefined);
