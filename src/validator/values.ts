import { codePointLength } from "./codePointLength.js";

/** What the generated checks ask of values. */

/** True of a text that is not blank. */
export const hasText = (text: string): boolean => {
  const first = text.charCodeAt(0);
  // Between these lies no space; nearly every text begins with such a character, a Korean one with the latter.
  return (first > 0x20 && first < 0x7f) || (first > 0x3000 && first < 0xd800) || /\S/u.test(text);
};

/** True where there is no value, or a text that is blank. */
export const isBlank = (value: unknown): boolean => {
  if (typeof value !== "string") return value === undefined;
  const first = value.charCodeAt(0);
  // Asked here too, so that nearly every text is settled without another call.
  return !(first > 0x20 && first < 0x7f) && !hasText(value);
};

/** True of a text of at most so many code points. */
export const isWithin = (text: string, most: number): boolean =>
  // A code point takes one unit or two.
  text.length <= most || (text.length <= 2 * most && codePointLength(text) <= most);

/** True of an object that is no list. */
export const isObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether each item of a list meets a test, holes too. */
export function every(list: readonly unknown[], test: (item: unknown) => boolean): boolean {
  for (let index = 0; index < list.length; index++) if (!test(list[index])) return false;
  return true;
}

/** Whether some item of a list meets a test. */
export const some = (list: readonly unknown[], test: (item: unknown) => boolean): boolean =>
  !every(list, (item) => !test(item));

/** True of a number that is a multiple of the step, also of one such as 0.01 that binary fractions miss by a little. */
export function isMultiple(value: number, step: number): boolean {
  const times = value / step;
  return Math.abs(times - Math.round(times)) <= Math.abs(times) * 2 ** -50;
}
