/** True when a string is the text of a JSON object. */
export function jsonObject(value: unknown): boolean {
  if (typeof value !== "string") return true;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}
