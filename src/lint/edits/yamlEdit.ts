import type { Located } from "../../extract/located.js";
import type { TextEdit } from "../../text/textEdit.js";
import { parsePointer } from "../../validator/pointer.js";
import type { Edit } from "../../validator/types.js";
import { Unknown } from "../../validator/unknown.js";
import { yamlAddition } from "./yamlAddition.js";
import { yamlRemoval } from "./yamlRemoval.js";
import { scalarText, skipBlanksBack } from "./yamlText.js";

/**
 * An edit of a payload that is written in YAML, as edits of the text. Indentation, quotes and comments stay; a removed key takes its
 * own comment along, and where it is the only one of a map, the map's key.
 * @returns undefined where the text cannot be edited so: at aliases and what they refer to, anchors, tags and complex keys.
 */
export function yamlEditFor(edit: Edit, payload: Located, text: string): TextEdit[] | undefined {
  const keys = parsePointer(edit.path);
  const key = keys.at(-1);
  const way = wayTo(payload, edit.op === "add" ? keys.slice(0, -1) : keys, text);
  if (!way || key === undefined) return undefined;
  if (edit.op === "add") return yamlAddition(key, edit.value, way.at(-1) as Located, text);
  return edit.op === "remove" ? yamlRemoval(way, text) : replacement(edit.value, way, text);
}

/** What is on the way to a value, from the root on; undefined where something on it cannot be edited. */
function wayTo(root: Located, keys: readonly string[], text: string): Located[] | undefined {
  const way = [root];
  for (const key of keys) {
    const next = way.at(-1)?.children.get(key);
    if (!next) return undefined;
    way.push(next);
  }
  let isInFlow = false;
  for (const { isShared, value, span } of way) {
    if (isShared || value instanceof Unknown) return undefined;
    const isFlow = /[[{]/.test(text[span[0]] ?? "");
    // A pair in a list in brackets can do without braces.
    if (isInFlow && !isFlow && typeof value === "object" && value !== null) return undefined;
    isInFlow = isFlow;
  }
  return way;
}

function replacement(
  value: unknown,
  way: readonly Located[],
  text: string,
): TextEdit[] | undefined {
  const at = way.at(-1) as Located;
  if (way.length === 1 || (typeof at.value === "object" && at.value !== null)) return undefined;
  const [start, end] = at.span;
  const written = text.slice(start, end).trimEnd();
  const before = at.key ? text.slice(at.key[1], start) : lineBefore(text, start);
  if (/[&!]/.test(before.replace(/#.*/g, "")) || (at.key && !before.includes(":")))
    return undefined;
  // The first line of a block can have a comment, and what is put in would be behind it.
  if (/^[|>].*#/.test(written)) return undefined;
  const put = scalarText(value, written);
  if (written === "") {
    const at = skipBlanksBack(text, start);
    return [{ start: at, end: at, text: ` ${put}` }];
  }
  return [{ start, end: start + written.length, text: put }];
}

const lineBefore = (text: string, at: number) => text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
