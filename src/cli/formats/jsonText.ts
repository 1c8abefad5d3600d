import { escapeControls } from "../../validator/mask.js";

/**
 * A value as indented JSON, each line behind an indentation. What could speak to a terminal is escaped, which JSON reads as the
 * same text. Only a newline begins a line: Unicode's own separators do not.
 */
export const jsonText = (value: object, indentation = ""): string =>
  JSON.stringify(value, null, 2)
    .split("\n")
    .map((line) => indentation + escapeControls(line))
    .join("\n");
