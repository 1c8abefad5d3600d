/** True when the first eight digits of a string are a day of the calendar and the next six, if any, a time of day. */
export function calendarDate(value: unknown): boolean {
  if (typeof value !== "string") return true;
  const digits = value.replace(/\D/g, "");
  const part = (from: number, to: number) => Number(digits.slice(from, to));
  const [year, month, day] = [part(0, 4), part(4, 6), part(6, 8)];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  // A day that the month does not have is one of another month.
  if (date.getUTCMonth() !== month - 1) return false;
  return part(8, 10) < 24 && part(10, 12) < 60 && part(12, 14) < 60;
}
