/**
 * True of a list whose whole numbers leave none out between the first that counts and the greatest: `from`, or the least of
 * the list. Smaller numbers are left aside, and so is whatever is no whole number. True, too, of what is no list.
 */
export function consecutive(value: unknown, { from }: { readonly from?: number } = {}): boolean {
  if (!Array.isArray(value)) return true;
  const numbers = new Set(value.filter((one): one is number => Number.isSafeInteger(one)));
  const counted = [...numbers].filter((one) => one >= (from ?? Number.NEGATIVE_INFINITY));
  if (counted.length === 0) return true;
  const first = from ?? Math.min(...counted);
  return Math.max(...counted) - first + 1 === counted.length;
}
