const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/** True for ten digits whose last is the check digit that Korea's National Tax Service computes. */
export function isBusinessNumber(value: unknown): boolean {
  if (typeof value !== "string") return true;
  if (!/^[0-9]{10}$/.test(value)) return false;
  const digits = Array.from(value, Number);
  let sum = Math.floor(((digits[8] as number) * 5) / 10);
  weights.forEach((weight, index) => {
    sum += (digits[index] as number) * weight;
  });
  return (10 - (sum % 10)) % 10 === digits[9];
}
