import { type Located, nearestTo } from "../../extract/located.js";
import type { TextEdit } from "../../text/textEdit.js";
import { pointerTo } from "../../validator/pointer.js";

/**
 * Takes the earlier of two equal keys out of a block of YAML, with its lines and the comments directly above them.
 * @param keys the keys that lead to it from the root.
 * @returns undefined where the key shares its lines with something else, or an anchor in it may be used elsewhere.
 */
export function removalOfEarlierLine(
  [start, end]: readonly [number, number],
  keys: readonly string[],
  payload: Located,
  text: string,
): TextEdit[] | undefined {
  const object = nearestTo(payload, pointerTo(keys.slice(0, -1)));
  const first = text.lastIndexOf("\n", start - 1) + 1;
  // The later one is on a line below.
  const last = text.indexOf("\n", end) + 1;
  const isAlone =
    text[object.span[0]] !== "{" &&
    /^[ \t]*$/.test(text.slice(first, start)) &&
    /^(?:#.*)?$/.test(text.slice(end, last).trim());
  if (!isAlone || object.isShared || text.slice(start, end).includes("&")) return undefined;
  let from = first;
  for (;;) {
    const above = text.lastIndexOf("\n", from - 2) + 1;
    if (!/^[ \t]*#(?!\s*paylint)/.test(text.slice(above, from))) break;
    from = above;
  }
  return [{ start: from, end: last, text: "" }];
}
