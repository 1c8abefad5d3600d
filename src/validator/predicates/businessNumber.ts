const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5, 1];

/** True for ten digits whose last is the check digit that Korea's National Tax Service computes. */
export function businessNumber(value: unknown): boolean {
  if (typeof value !== "string") return true;
  if (value.length !== 10) return false;
  let sum = 0;
  for (let index = 0; index < 10; index++) {
    const digit = value.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return false;
    sum += digit * (weights[index] as number);
    // The product of the ninth digit counts with both of its figures.
    if (index === 8) sum += Math.floor((digit * 5) / 10);
  }
  // With the check digit the sum is a multiple of ten.
  return sum % 10 === 0;
}
