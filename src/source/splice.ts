import { parsePointer } from "../runtime/pointer.js";
import type { Edit } from "../runtime/types.js";
import { Unknown } from "../runtime/unknown.js";
import { type Located, locatedAt, type Span } from "./located.js";

/** A stretch of a text, and what comes in its place. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An edit of a payload as an edit of the code it stands in; undefined where the code does not write it out. */
export function spliceOf(edit: Edit, root: Located, code: string): Splice | undefined {
  if (edit.op === "add") return addition(edit, root, code);
  const at = locatedAt(root, edit.path);
  if (!at?.property) return undefined;
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
export function removal([start, end]: Span, code: string): Splice {
  const [after = ""] = /^\s*,/.exec(code.slice(end)) ?? [];
  const last = end + after.length;
  const indent = /[^\S\n]*$/.exec(code.slice(0, start))?.[0].length ?? 0;
  const ownsStart = code[start - indent - 1] === "\n";
  const rest = /^[^\S\n]*(?:\n|$)/.exec(code.slice(last));
  if (ownsStart && rest) return { start: start - indent, end: last + rest[0].length, text: "" };
  if (after !== "") {
    const [space = ""] = /^[^\S\n]*/.exec(code.slice(last)) ?? [];
    return { start, end: last + space.length, text: "" };
  }
  const [before = ""] = /,?\s*$/.exec(code.slice(0, start)) ?? [];
  return { start: start - before.length, end, text: before.startsWith(",") ? "" : " " };
}

function addition({ path, value }: Edit, root: Located, code: string): Splice | undefined {
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
  const [quote] = /^["']?/.exec(code.slice(last.key[0])) as RegExpExecArray;
  const isBare = quote === "" && /^[\w$]+$/.test(key);
  const text = `${isBare ? key : (quote || '"') + key + (quote || '"')}: ${JSON.stringify(value)}`;
  const [, comma] = /^(\s*,)?/.exec(code.slice(end)) ?? [];
  const at = end + (comma?.length ?? 0);
  const lineStart = code.lastIndexOf("\n", start - 1) + 1;
  const indent = code.slice(lineStart, start);
  const newline = code.includes("\r\n") ? "\r\n" : "\n";
  const ownsLine = /^\s*$/.test(indent) && lineStart > parent.span[0];
  const separator = ownsLine ? newline + indent : " ";
  return { start: at, end: at, text: comma ? `${separator}${text},` : `,${separator}${text}` };
}

/** Applies what does not overlap, in the order given. */
export function applied(text: string, splices: readonly (readonly Splice[])[]): string {
  const taken: Splice[] = [];
  for (const group of splices) {
    const isFree = group.every((one) =>
      taken.every((other) => one.end < other.start || one.start > other.end),
    );
    if (isFree) taken.push(...group);
  }
  let result = text;
  for (const { start, end, text: put } of taken.sort((left, right) => right.start - left.start)) {
    result = result.slice(0, start) + put + result.slice(end);
  }
  return result;
}
