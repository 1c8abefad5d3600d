import { hole, type JsonType, markOpen, Unknown } from "../../src/validator/unknown.js";

const typeOf = (value: unknown): JsonType =>
  (value === null ? "null" : Array.isArray(value) ? "array" : typeof value) as JsonType;

const otherTypes: readonly JsonType[] = ["string", "number", "object", "array", "null"];

/**
 * A payload as source code may show it: some of its values known by their types or a part only, or not at
 * all, and some keys not seen. Whatever is said of it for sure is true of the payload.
 */
export function forget(value: unknown, random: () => number): unknown {
  const dice = random();
  if (value === undefined) return dice < 0.3 ? new Unknown("x") : undefined;
  if (dice < 0.06) return new Unknown("x");
  if (dice < 0.12) return new Unknown("x", [typeOf(value)]);
  if (dice < 0.18)
    return new Unknown("x", [...new Set([typeOf(value), ...otherTypes.slice(0, 2)])]);
  if (typeof value === "string" && dice < 0.35) return forgetText(value, random);
  if (typeof value !== "object" || value === null) return value;
  const isSeenWhole = random() < 0.7;
  if (Array.isArray(value)) {
    const items = value.map((item) => forget(item, random));
    return isSeenWhole ? items : markOpen(items.slice(0, Math.floor(random() * items.length)));
  }
  const entries = Object.entries(value).map(([key, child]) => [key, forget(child, random)]);
  const seen = isSeenWhole ? entries : entries.filter(() => random() < 0.6);
  const object = Object.fromEntries(seen);
  return isSeenWhole ? object : markOpen(object);
}

function forgetText(text: string, random: () => number): Unknown {
  const characters = [...text];
  const at = Math.floor(random() * (characters.length + 1));
  const known = characters.slice(0, at).join("") + hole;
  return random() < 0.3 ? new Unknown("x", ["string"]) : new Unknown("x", ["string"], known);
}
