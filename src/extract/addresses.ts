import type { Extraction } from "./reader.js";

const quotedAddress = /(["'`])((?:https?:)?\/\/[^\s"'`<>\\]+)\1/g;

/** A comment up to a place on its line: what is written behind it is not loaded. */
const inComment = /(?:^|\s)(?:\/\/|#|\*)[^\n]*$/;

/**
 * The addresses in quotes in a text of whatever language: those that code hands to a loader of scripts, such as
 * `wp_register_script`. Comments of HTML and lines that are comments are passed over.
 */
export function quotedAddresses(text: string): Extraction["addresses"] {
  const visible = text.replace(/<!--[\s\S]*?-->/g, (comment) => " ".repeat(comment.length));
  return [...visible.matchAll(quotedAddress)].flatMap(({ index, 0: whole, 2: address = "" }) => {
    const line = visible.slice(Math.max(visible.lastIndexOf("\n", index) + 1, index - 500), index);
    return inComment.test(line) ? [] : [{ text: address, span: [index, index + whole.length] }];
  });
}
