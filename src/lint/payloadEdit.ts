import { type Located, locatedAt } from "../extract/located.js";
import type { Span } from "../text/positions.js";
import type { TextEdit } from "../text/textEdit.js";
import { parsePointer } from "../validator/pointer.js";
import type { Edit } from "../validator/types.js";
import { Unknown } from "../validator/unknown.js";

/** An edit of a payload as an edit of the code it stands in; undefined where the code does not write it out. */
export function textEditFor(edit: Edit, root: Located, code: string): TextEdit | undefined {
  if (edit.op === "add") return addition(edit, root, code);
  const at = locatedAt(root, edit.path);
  if (!at?.property || at.isShared) return undefined;
  if (edit.op === "remove") return removal(at.property, code);
  const isLiteral = typeof at.value === "string" || typeof at.value === "number";
  const written = code.slice(at.span[0], at.span[1]);
  const isWhole = /^(["'`])[\s\S]*\1$|^[\d._]+$/.test(written);
  if (!isLiteral || !isWhole || isEscaped(at.span, code)) return undefined;
  return { start: at.span[0], end: at.span[1], text: literal(edit.value, written) };
}

/** In a text of the shell quotes can be escaped, and what is put in would have to be too. */
const isEscaped = ([start]: Span, code: string) => code[start - 1] === "\\";

/** A value as code, in the quotes that were there. */
function literal(value: unknown, instead: string): string {
  const quote = instead[0] as string;
  return typeof value === "string" && /["'`]/.test(quote)
    ? quote + value + quote
    : JSON.stringify(value);
}

/** A property goes with its comma, and with its line when it has lines of its own. */
export function removal([start, end]: Span, code: string): TextEdit {
  const comma = skip(code, end, /\s/);
  const hasComma = code[comma] === ",";
  const last = hasComma ? comma + 1 : end;
  const indented = skipBack(code, start, /[^\S\n]/);
  const ownsStart = code[indented - 1] === "\n";
  const rest = skip(code, last, /[^\S\n]/);
  if (ownsStart && (rest === code.length || code[rest] === "\n")) {
    return { start: indented, end: Math.min(rest + 1, code.length), text: "" };
  }
  if (hasComma) return { start, end: rest, text: "" };
  const before = skipBack(code, start, /\s/);
  return code[before - 1] === ","
    ? { start: before - 1, end, text: "" }
    : { start: before, end, text: " " };
}

/** The place behind the letters that match, from a place on. */
function skip(code: string, from: number, letters: RegExp): number {
  let at = from;
  while (at < code.length && letters.test(code[at] as string)) at++;
  return at;
}

/** The place where the letters that match begin, up to a place. */
function skipBack(code: string, to: number, letters: RegExp): number {
  let at = to;
  while (at > 0 && letters.test(code[at - 1] as string)) at--;
  return at;
}

function addition({ path, value }: Edit, root: Located, code: string): TextEdit | undefined {
  const keys = parsePointer(path);
  const key = keys.at(-1) as string;
  const parent = locatedAt(root, path.slice(0, path.lastIndexOf("/")));
  if (!parent || parent.value instanceof Unknown || code[parent.span[0]] !== "{") return undefined;
  const inside = [...parent.children.values()].flatMap(({ property, key }) =>
    property && key && property[0] > parent.span[0] && property[1] < parent.span[1]
      ? [{ property, key }]
      : [],
  );
  if (inside.length === 0) return undefined;
  const last = inside.reduce((left, right) =>
    right.property[1] > left.property[1] ? right : left,
  );
  if (isEscaped(last.key, code)) return undefined;
  const [start, end] = last.property;
  const first = code[last.key[0]] as string;
  const quote = /["']/.test(first) ? first : "";
  const isBare = quote === "" && /^[\w$]+$/.test(key);
  const text = `${isBare ? key : (quote || '"') + key + (quote || '"')}: ${JSON.stringify(value)}`;
  const behind = skip(code, end, /\s/);
  const hasComma = code[behind] === ",";
  const at = hasComma ? behind + 1 : end;
  const lineStart = code.lastIndexOf("\n", start - 1) + 1;
  const indent = code.slice(lineStart, start);
  const newline = code.includes("\r\n") ? "\r\n" : "\n";
  const ownsLine = /^\s*$/.test(indent) && lineStart > parent.span[0];
  const separator = ownsLine ? newline + indent : " ";
  return { start: at, end: at, text: hasComma ? `${separator}${text},` : `,${separator}${text}` };
}
