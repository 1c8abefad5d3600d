import type { Span } from "../../../text/positions.js";
import type { Located } from "../../located.js";
import type { Modules } from "./modules.js";

/**
 * A value with parts of other modules, with offsets in the text itself. A part of another module has the offsets of its use in the
 * text, and names its origin. No fix edits it.
 * @param length length of the text; offsets behind it are of modules
 * @param fallback where the text uses the value
 */
export function inOwnText(
  located: Located,
  length: number,
  fallback: Span,
  modules: Modules,
): Located {
  const isOwn = (span: Span | undefined): span is Span => span !== undefined && span[1] <= length;
  const withOwnSpans = (one: Located, use: Span): Located => {
    const { span, origin, origins, property, key, children, duplicateKeys } = one;
    const written = [origin, span].find(isOwn);
    const shownSpan = written ?? use;
    const elsewhere = modules.elsewhereOf((origin ?? span)[0]);
    const isForeign = [span, origin, property].some((at) => at && !isOwn(at));
    return {
      ...one,
      span: shownSpan,
      origin: isOwn(origin) ? origin : undefined,
      ...(origins && { origins: origins.filter(isOwn) }),
      property: isOwn(property) ? property : undefined,
      key: isOwn(key) ? key : undefined,
      ...(isForeign && { isShared: true }),
      ...(elsewhere && { elsewhere }),
      children: new Map(
        [...children].map(([name, child]) => [name, withOwnSpans(child, shownSpan)]),
      ),
      duplicateKeys: duplicateKeys.filter(({ span: at }) => isOwn(at)),
    };
  };
  return withOwnSpans(located, fallback);
}
