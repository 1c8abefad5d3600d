/** The check digit of ISO/IEC 7812-1, annex B (Luhn), over a string of digits. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const weighted = index % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

// The first digits that ISO/IEC 7812-1 leaves to card networks: 1, 7, 8 and most of 2 are other industries'.
const beginning = /^(?:[3-69]|2[2-7])/;

/** Whether digits without separators can be a card number (PAN): by their count, their beginning and their check digit. */
export const isCardNumber = (digits: string): boolean =>
  digits.length >= 13 && digits.length <= 19 && beginning.test(digits) && passesLuhn(digits);

const digitsAndSeparators = /^[ -]*(?:[0-9][ -]*)+$/;

/**
 * False for a string that is a card number, written with or without spaces and hyphens. `except` lists numbers, digits only, that
 * are allowed; with `only`, all numbers but the listed ones are.
 */
export function notCardNumber(
  value: unknown,
  { only, except }: { readonly only?: readonly string[]; readonly except?: readonly string[] } = {},
): boolean {
  if (typeof value !== "string" || !digitsAndSeparators.test(value)) return true;
  const digits = value.replace(/[ -]/g, "");
  if (only && !only.includes(digits)) return true;
  return except?.includes(digits) === true || !isCardNumber(digits);
}
