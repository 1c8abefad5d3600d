import type { Range } from "../text/positions.js";
import type { PlaceSchema } from "../validator/form.js";
import { maskCardNumbers, maskSecret } from "../validator/mask.js";
import { parsePointer, placeOf } from "../validator/pointer.js";

/** A stretch of a text that no output shows, and the characters to put there. */
export interface Hidden {
  readonly range: Range;
  hide(text: string): string;
}

/**
 * What of a payload's source no output shows: the values of keys that its kind's schema marks as secret, and the
 * digits at keys it does not know, which may be such a key misspelt.
 */
export function hiddenIn(
  scalars: readonly { readonly path: string; readonly range: Range }[],
  shape: PlaceSchema,
): Hidden[] {
  return scalars.flatMap(({ path, range }): Hidden[] => {
    const place = placeIn(shape, path);
    if (place === "unknown") return [{ range, hide: (text) => text.replace(/[0-9]/g, "*") }];
    if (!place?.["x-secret"]) return [];
    return [{ range, hide: (text) => inQuotes(text, maskSecret) }];
  });
}

/** The part of a shape that describes a value; undefined where anything may stand. */
function placeIn(shape: PlaceSchema, path: string): PlaceSchema | "unknown" | undefined {
  let at: PlaceSchema | undefined = shape;
  let secret: PlaceSchema | undefined;
  for (const key of parsePointer(placeOf(path))) {
    if (!at.properties && !at.items) return secret ?? (takesMore(at) ? undefined : "unknown");
    const below: PlaceSchema | undefined = key === "*" ? at.items : at.properties?.[key];
    if (!below) return "unknown";
    if (below["x-secret"] !== undefined) secret = below;
    at = below;
  }
  return secret ?? at;
}

/** Whether anything may stand below a place that describes nothing there. */
const takesMore = ({ type }: PlaceSchema) =>
  type === undefined || [type].flat().some((one) => one === "object" || one === "array");

const inQuotes = (text: string, hide: (value: string) => string) =>
  text.replace(/^(["']?)([\s\S]*?)(["']?)$/, (_, open: string, value: string, close: string) =>
    [open, hide(value), close].join(""),
  );

/** A text with everything hidden that is to be, and card numbers wherever they stand; its places stay true. */
export function maskSource(text: string, hidden: readonly Hidden[]): string {
  if (hidden.length === 0) return maskCardNumbers(text);
  const lines = text.split("\n");
  for (const [line, stretches] of stretchesByLine(hidden, lines)) {
    const content = lines[line - 1] as string;
    const parts: string[] = [];
    let from = 0;
    for (const { start, end, hide } of stretches) {
      // Of what is hidden twice the rest.
      const begin = Math.max(start, from);
      if (end <= begin) continue;
      parts.push(content.slice(from, begin), hide(content.slice(begin, end)));
      from = end;
    }
    lines[line - 1] = parts.join("") + content.slice(from);
  }
  return maskCardNumbers(lines.join("\n"));
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly hide: Hidden["hide"];
}

function stretchesByLine(
  hidden: readonly Hidden[],
  lines: readonly string[],
): Map<number, Stretch[]> {
  const byLine = new Map<number, Stretch[]>();
  for (const { range, hide } of hidden) {
    for (let line = range.line; line <= Math.min(range.endLine, lines.length); line++) {
      const start = line === range.line ? range.column - 1 : 0;
      const end = line === range.endLine ? range.endColumn - 1 : (lines[line - 1] as string).length;
      const known = byLine.get(line);
      if (known) known.push({ start, end, hide });
      else byLine.set(line, [{ start, end, hide }]);
    }
  }
  for (const stretches of byLine.values()) {
    stretches.sort((left, right) => left.start - right.start || right.end - left.end);
  }
  return byLine;
}
