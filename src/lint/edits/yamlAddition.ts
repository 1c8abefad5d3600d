import type { Located } from "../../extract/located.js";
import type { TextEdit } from "../../text/textEdit.js";
import {
  indentOf,
  keepsBlankLines,
  lineRest,
  membersOf,
  scalarText,
  skipBlanks,
  skipDeeperComments,
  skipTrivia,
  trimmedEnd,
} from "./yamlText.js";

type Member = ReturnType<typeof membersOf>[number];

/** Puts a key into a map, behind the last one that can have something behind it. */
export function yamlAddition(
  key: string,
  value: unknown,
  map: Located,
  text: string,
): TextEdit[] | undefined {
  const { span } = map;
  if (Array.isArray(map.value) || map.children.has(key)) return undefined;
  const members = membersOf(map).filter(({ isShared }) => !isShared);
  const written = pairText(key, value, members, text);
  const isFlow = text[span[0]] === "{" && members[0]?.property[0] !== span[0];
  if (!isFlow) return toBlock(written, members, text);
  const last = members.at(-1);
  if (last) return toFlow(written, last, text);
  const isEmpty = /^\{\s*\}$/.test(text.slice(...span));
  return isEmpty ? [{ start: span[0], end: span[1], text: `{ ${written} }` }] : undefined;
}

/** A key and its value, in the quotes that the map's other keys and texts have. */
function pairText(key: string, value: unknown, members: readonly Member[], text: string): string {
  const like = (offset: number | undefined) => (offset === undefined ? "" : (text[offset] ?? ""));
  const lastKey = members.at(-1)?.key?.[0];
  const lastText = members.findLast((member) => typeof member.value === "string")?.span[0];
  return `${scalarText(key, like(lastKey))}: ${scalarText(value, like(lastText))}`;
}

function toBlock(written: string, members: readonly Member[], text: string) {
  for (const { property } of members.toReversed()) {
    const indent = indentOf(text, property[0]);
    const rest = lineRest(text, trimmedEnd(text, property));
    if (!rest || !/^ *(?:- +)*$/.test(indent) || keepsBlankLines(text, property)) continue;
    const behind = skipDeeperComments(text, rest.next, indent.length);
    const end = behind - lineEndBefore(text, behind).length;
    const newline = newlineOf(text);
    const edit = { start: end, end, text: `${newline}${" ".repeat(indent.length)}${written}` };
    return [edit];
  }
  return undefined;
}

function toFlow(written: string, last: Member, text: string): TextEdit[] | undefined {
  const [start, end] = last.property;
  const comma = skipTrivia(text, end);
  const hasComma = text[comma] === ",";
  if (hasComma && skipBlanks(text, end) !== comma) return undefined;
  const behind = hasComma ? comma + 1 : end;
  const rest = lineRest(text, behind);
  const indent = indentOf(text, start);
  const ownsLine = /^[ \t]*$/.test(indent);
  if (!ownsLine) {
    // A comment at the end of the line is about the last key on it.
    return rest?.hasComment
      ? [{ start, end: start, text: `${written}, ` }]
      : [{ start: end, end, text: `, ${written}` }];
  }
  const at = rest ? rest.end : behind;
  const line = `${newlineOf(text)}${indent}${written}`;
  if (hasComma) return [{ start: at, end: at, text: `${line},` }];
  if (at === end) return [{ start: end, end, text: `,${line}` }];
  return [
    { start: end, end, text: "," },
    { start: at, end: at, text: line },
  ];
}

const newlineOf = (text: string) => (text.includes("\r\n") ? "\r\n" : "\n");

const lineEndBefore = (text: string, at: number) =>
  /\r?\n$/.exec(text.slice(at - 2, at))?.[0] ?? "";
