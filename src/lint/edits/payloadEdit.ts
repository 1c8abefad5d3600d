import type { Located } from "../../extract/located.js";
import type { Syntax } from "../../extract/reader.js";
import type { TextEdit } from "../../text/textEdit.js";
import type { ShapeNode } from "../../validator/form.js";
import { parsePointer } from "../../validator/pointer.js";
import type { Edit } from "../../validator/types.js";
import { additionTo, isOnlyMember, removalOf, skip } from "./memberEdit.js";
import { type BraceSyntax, layoutOf, type ObjectLayout } from "./objectLayout.js";

/** A payload in a text, and how it is written there. */
interface EditedPayload {
  readonly payload: Located;
  readonly syntax: Exclude<Syntax, "yaml">;
  /** The places of the payload's kind; says which objects must stay. */
  readonly shape?: ShapeNode | undefined;
}

/**
 * An edit of a payload as edits of the text.
 * @returns undefined where the text does not write the value out, or writes it for more than this payload.
 */
export function editsOfPayload(
  { op, path, value }: Edit,
  { payload, syntax, shape }: EditedPayload,
  text: string,
): TextEdit[] | undefined {
  const keys = parsePointer(path);
  const trail = unsharedTrail(payload, op === "add" ? keys.slice(0, -1) : keys);
  if (!trail) return undefined;
  const at = trail.at(-1) as Located;
  if (op === "replace") return replacement(at, value, syntax, text);
  if (syntax === "form" || syntax === "java") return undefined;
  return op === "add"
    ? addition(trail, keys.at(-1) as string, value, syntax, text)
    : removal(trail, keys, { syntax, shape, text });
}

/**
 * Takes the earlier of two equal keys out.
 * @param keys the keys that lead to it from the root.
 */
export function removalOfEarlier(
  [start, end]: readonly [number, number],
  keys: readonly string[],
  { payload, syntax }: EditedPayload,
  text: string,
): TextEdit[] | undefined {
  const object = unsharedTrail(payload, keys.slice(0, -1))?.at(-1);
  const isBraced = syntax !== "form" && syntax !== "java";
  const layout = object && isBraced ? layoutIn(object, syntax, text) : undefined;
  if (!layout) return undefined;
  const index = layout.indexes.get(start) ?? -1;
  const member = layout.members[index];
  return member?.end === end && !member.mayAct ? removalOf(layout, index, text) : undefined;
}

/** What is at the keys, from the root on; undefined where a part of it is not there or is shared. */
function unsharedTrail(root: Located, keys: readonly string[]): Located[] | undefined {
  const trail = [root];
  for (const key of keys) {
    const below = trail.at(-1)?.children.get(key);
    if (!below) return undefined;
    trail.push(below);
  }
  return trail.some(({ isShared }) => isShared) ? undefined : trail;
}

/** Layouts that are known, so that many edits of one object cost no more than one. */
const layouts = new WeakMap<Located, ObjectLayout | null>();

/** How an object is written; undefined where that is not certain. */
function layoutIn(object: Located, syntax: BraceSyntax, text: string): ObjectLayout | undefined {
  let layout = layouts.get(object);
  if (layout === undefined) {
    layout = certainLayout(object, syntax, text) ?? null;
    layouts.set(object, layout);
  }
  return layout ?? undefined;
}

/** The reader knows where members are; where the layout says otherwise, it is wrong. */
function certainLayout(
  object: Located,
  syntax: BraceSyntax,
  text: string,
): ObjectLayout | undefined {
  const layout = layoutOf(text, object.span, syntax);
  if (!layout) return undefined;
  const { members, indexes } = layout;
  const spreads = members.filter(({ isSpread }) => isSpread);
  const [from, to] = object.span;
  const isCertain = [...object.children.values()].every(({ property }) => {
    if (!property) return true;
    const [start, end] = property;
    if (start < from || end > to) return true;
    const index = indexes.get(start);
    // What is written out in a spread is no member.
    return index === undefined
      ? spreads.some((spread) => spread.start < start && end < spread.end)
      : members[index]?.end === end;
  });
  return isCertain ? layout : undefined;
}

/** Texts that mean the same within any quotes, in a shell and in an attribute of HTML. */
const isPlain = (value: unknown): boolean =>
  typeof value === "string" ? /^[\w .,:/@+-]*$/.test(value) : Number.isFinite(value);

function replacement(
  { value: old, span: [start, end], property, origin }: Located,
  value: unknown,
  syntax: EditedPayload["syntax"],
  text: string,
): TextEdit[] | undefined {
  if (origin || !isPlain(value)) return undefined;
  const written = text.slice(start, end);
  const put = (instead: string): TextEdit[] => [{ start, end, text: instead }];
  if (syntax === "form") {
    return written === old && isPlain(old) ? put(String(value)) : undefined;
  }
  // A cast such as `as string` says what the value was.
  if (property && !/^[\s);]*$/.test(text.slice(end, property[1]))) return undefined;
  if (typeof old === "number") {
    const isWritten = /^[\d._]+$/.test(written) && Number(written.replaceAll("_", "")) === old;
    return isWritten && typeof value === "number" ? put(String(value)) : undefined;
  }
  const quote = written.charAt(0);
  if (!/["'`]/.test(quote) || written !== quote + old + quote || /[\\$]/.test(written)) {
    return undefined;
  }
  return put(typeof value === "string" ? quote + value + quote : String(value));
}

function removal(
  trail: readonly Located[],
  keys: readonly string[],
  { syntax, shape, text }: { syntax: BraceSyntax; shape: ShapeNode | undefined; text: string },
): TextEdit[] | undefined {
  let depth = keys.length;
  let layout: ObjectLayout | undefined;
  let index = -1;
  for (; depth > 0; depth--) {
    const object = trail[depth - 1] as Located;
    const found = memberIn(object, trail[depth] as Located, syntax, text);
    if (!found) break;
    ({ layout, index } = found);
    const written = object.property;
    const mayStayEmpty =
      !isOnlyMember(layout, text) ||
      !written ||
      object.span[1] > written[1] ||
      object.span[0] < written[0] ||
      isRequired(shape, keys.slice(0, depth - 1));
    if (mayStayEmpty) break;
  }
  return layout && removalOf(layout, index, text);
}

/** A member of an object, unless something else would then give its key a value. */
function memberIn(object: Located, { property, key }: Located, syntax: BraceSyntax, text: string) {
  const layout = layoutIn(object, syntax, text);
  const index = property && layout?.indexes.get(property[0]);
  if (!layout || index === undefined) return undefined;
  const isHiding =
    object.duplicateKeys.some(({ span }) => span[0] === key?.[0]) ||
    (layout.firstSpread >= 0 && layout.firstSpread < index);
  return isHiding ? undefined : { layout, index };
}

/** Whether a kind asks for the object at the keys. */
function isRequired(shape: ShapeNode | undefined, keys: readonly string[]): boolean {
  let at = shape;
  for (const key of keys.slice(0, -1)) at = at?.items ?? at?.properties?.[key];
  const key = keys.at(-1) as string;
  return at?.required?.includes(key) === true && at.properties?.[key]?.properties !== undefined;
}

function addition(
  trail: readonly Located[],
  key: string,
  value: unknown,
  syntax: BraceSyntax,
  text: string,
): TextEdit[] | undefined {
  const object = trail.at(-1) as Located;
  const layout = layoutIn(object, syntax, text);
  if (!layout || object.children.has(key) || !isPlain(value)) return undefined;
  const sample = layout.members.findLast(({ start }) => /["'\w$]/.test(text[start] as string));
  if (syntax === "json" && isInQuotes(trail, text)) return undefined;
  const first = sample ? (text[sample.start] as string) : "";
  const quote = /["']/.test(first) ? first : syntax === "javascript" ? "" : '"';
  if (quote === "" && !/^[A-Za-z_$][\w$]*$/.test(key)) return undefined;
  const { colon, separator } = spacingIn(object, layout, text);
  const property = `${quote}${key}${quote}${colon}${JSON.stringify(value)}`;
  return additionTo(layout, property, separator, text);
}

/** Whether a body is in double quotes of a shell, so that quotes in it would end it. */
function isInQuotes(trail: readonly Located[], text: string): boolean {
  const above = trail.findLast(({ key }) => key !== undefined);
  const [start] = above?.key ?? (trail[0] as Located).span;
  return text[start - 1] === (above ? "\\" : '"');
}

/** Whether an object is written with spaces behind colons and commas. */
function spacingIn({ children }: Located, { members }: ObjectLayout, text: string) {
  const last = members.at(-1);
  const named = [...children.values()].findLast(({ property }) => property?.[0] === last?.start);
  const at = named?.key ? skip(text, named.key[1], /\s/) : -1;
  const isTight = text[at] === ":" && !/\s/.test(text[at + 1] ?? "");
  const before = members.at(-2)?.comma;
  const isSeparate = before === undefined ? !isTight : before + 1 !== last?.start;
  return { colon: isTight ? ":" : ": ", separator: isSeparate ? (" " as const) : ("" as const) };
}
