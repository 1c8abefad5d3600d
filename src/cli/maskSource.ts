import type { PlaceSchema } from "../runtime/form.js";
import { maskCardNumbers, maskSecret } from "../runtime/mask.js";
import { parsePointer, placeOf } from "../runtime/pointer.js";
import type { Range } from "../source/positions.js";

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
    const shown = place?.["x-secret"];
    if (shown === undefined) return [];
    return [{ range, hide: (text) => inQuotes(text, (value) => maskSecret(value, shown)) }];
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
  for (const { range, hide } of hidden) {
    for (let line = range.line; line <= range.endLine; line++) {
      const content = lines[line - 1];
      if (content === undefined) break;
      const start = line === range.line ? range.column - 1 : 0;
      const end = line === range.endLine ? range.endColumn - 1 : content.length;
      lines[line - 1] =
        content.slice(0, start) + hide(content.slice(start, end)) + content.slice(end);
    }
  }
  return maskCardNumbers(lines.join("\n"));
}
