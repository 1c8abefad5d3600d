import type { FixRecipe, KindFacts } from "./compiled.js";
import { maskCardNumbers } from "./mask.js";
import { valueAt, wildcardPath } from "./pointer.js";
import type { Fix, Text } from "./types.js";

/** The fix that a violation makes at a path; undefined where the value there cannot be made right, or is not to be shown. */
export function fixOf(
  { title, safe, edit }: FixRecipe,
  path: string,
  payload: unknown,
  { secrets }: Pick<KindFacts, "secrets">,
  fill: (template: Text) => string,
): Fix | undefined {
  const fixed = (edits: Fix["edits"]): Fix => ({ title: fill(title), safe, edits });
  if ("remove" in edit) return fixed([{ op: "remove", path }]);
  if ("add" in edit) return fixed([{ op: "add", path, value: edit.add }]);
  const value = valueAt(payload, path);
  if (secrets[wildcardPath(path)] !== undefined) return undefined;
  const made = "take" in edit ? numberAlone(value, edit.take) : converted(value, edit.replace);
  return made === undefined ? undefined : fixed([{ op: "replace", path, value: made }]);
}

/** The value in another form; undefined where it has none. */
function converted(
  value: unknown,
  form: "number" | "integer" | "digits" | "seconds",
): number | string | undefined {
  if (form === "seconds") {
    // A time in milliseconds has 13 digits from 2001 to 2286, one in seconds ten.
    return typeof value === "number" && /^\d{13}$/.test(String(value))
      ? Math.floor(value / 1000)
      : undefined;
  }
  if (typeof value !== "string" || maskCardNumbers(value) !== value) return undefined;
  if (form === "digits") {
    const digits = value.replace(/[\s-]/g, "");
    return /^\d+$/.test(digits) ? digits : undefined;
  }
  const numeric = form === "integer" ? /^\d{1,15}$/ : /^\d{1,15}(?:\.\d{1,4})?$/;
  return numeric.test(value.trim()) ? Number(value) : undefined;
}

/** The number under a key of an object that holds nothing else, unless it is itself a card number. */
function numberAlone(value: unknown, key: string): number | undefined {
  if (typeof value !== "object" || value === null || Object.keys(value).length !== 1)
    return undefined;
  const inner = (value as Record<string, unknown>)[key];
  const isShown = maskCardNumbers(String(inner)) === String(inner);
  return typeof inner === "number" && inner >= 0 && Number.isFinite(inner) && isShown
    ? inner
    : undefined;
}
