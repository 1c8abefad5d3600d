const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/** True for ten digits whose last is the check digit that Korea's National Tax Service computes. */
export function businessNumber(value: unknown): boolean {
  if (typeof value !== "string") return true;
  if (!/^[0-9]{10}$/.test(value)) return false;
  const digit = (index: number) => value.charCodeAt(index) - 48;
  let sum = Math.floor((digit(8) * 5) / 10);
  for (let index = 0; index < weights.length; index++) {
    sum += digit(index) * (weights[index] as number);
  }
  return (10 - (sum % 10)) % 10 === digit(9);
}
