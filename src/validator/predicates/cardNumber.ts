/** The check digit of ISO/IEC 7812-1, annex B (Luhn), over a string of digits. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const weighted = index % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

/** False for a string whose digits are a Luhn-valid number of 13 to 19 digits. */
export function notCardNumber(value: unknown): boolean {
  if (typeof value !== "string") return true;
  const digits = value.replace(/\D/g, "");
  return digits.length < 13 || digits.length > 19 || !passesLuhn(digits);
}
