import type { Target } from "../files/discover.js";
import { kindOfFile } from "../kindOf.js";
import type { LintOptions } from "../options.js";

/** Whether files of a name's ending hold a payload a line. */
export const isLinesFormat = (ending: string): boolean =>
  ending === ".ndjson" || ending === ".jsonl";

/** Whether a file can be checked line by line, without holding more of it than is being read. */
export const isLines = ({ ending, named, file }: Target, options: LintOptions): boolean =>
  isLinesFormat(ending) &&
  options.fix === "no" &&
  (named || kindOfFile(file, options) !== undefined);
