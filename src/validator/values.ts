/**
 * What the generated checks ask of values. V8 inlines a function of up to 27 bytes of bytecode wherever it is called; of
 * longer ones it inlines few in a function as long as the checks.
 */

/** True of a text that is not blank. */
export const hasText = (text: string): boolean => {
  const first = text.charCodeAt(0);
  // No blank is in these ranges. Nearly every text begins with one of these characters, a Korean text with one of the second
  // range.
  return (first > 0x20 && first < 0x7f) || (first > 0x3000 && first < 0xd800) || /\S/u.test(text);
};

/** True where there is no value, or a text that is blank. */
export const isBlank = (value: unknown): boolean => {
  if (typeof value !== "string") return value === undefined;
  const first = value.charCodeAt(0);
  // Asked here too, so that nearly every text is settled without another call.
  return !(first > 0x20 && first < 0x7f) && !hasText(value);
};

/** True where there is no value, or a text. */
export const isOptionalText = (value: unknown): boolean =>
  value === undefined || typeof value === "string";

/** True where there is no value, or a truth value. */
export const isOptionalBoolean = (value: unknown): boolean =>
  value === undefined || typeof value === "boolean";

/** True of a text of at most so many code points. */
export const isWithin = (text: string, most: number): boolean =>
  text.length <= most || hasFewCodePoints(text, most);

function hasFewCodePoints(text: string, most: number): boolean {
  let left = most;
  for (const _ of text) if (--left < 0) return false;
  return true;
}

// Constants take less bytecode than properties of global objects.

export const { isArray } = Array;

/** True of any number but NaN and the infinite ones. */
export const isNumber: (value: unknown) => boolean = Number.isFinite;

/** The value where it is an object that is no list. */
export const asObject = (value: unknown): object | undefined => {
  // A conditional expression is a byte too long to be inlined.
  if (typeof value === "object" && value !== null && !isArray(value)) return value;
  return undefined;
};

/** Whether some item of a list meets a test. A hole is an item that is undefined. */
export function some(list: readonly unknown[], test: (item: unknown) => boolean): boolean {
  for (let index = 0; index < list.length; index++) if (test(list[index])) return true;
  return false;
}

/** True of a number that is a multiple of the step, also of one such as 0.01 that binary fractions miss by a little. */
export function isMultiple(value: number, step: number): boolean {
  const times = value / step;
  return Math.abs(times - Math.round(times)) <= Math.abs(times) * 2 ** -50;
}
