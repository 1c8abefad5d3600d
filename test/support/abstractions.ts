import {
  anyCharacter,
  hole,
  type JsonType,
  markOpen,
  Unknown,
} from "../../src/validator/unknown.js";

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
  if (dice < 0.18) {
    const types = [...new Set([typeOf(value), ...otherTypes.slice(0, 2)])];
    return new Unknown("x", random() < 0.5 ? types : types.reverse());
  }
  if (typeof value === "string" && dice < 0.35) return forgetText(value, random);
  if (Number.isFinite(value) && dice < 0.35) return forgetNumber(value as number, random);
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

/** Of a text some characters, of others that they are there, of others nothing. */
function forgetText(text: string, random: () => number): Unknown {
  if (random() < 0.3) return new Unknown("x", ["string"]);
  const known = [...text].map((character) => {
    const dice = random();
    if (dice < 0.5) return character;
    return dice < 0.75 ? anyCharacter : hole;
  });
  return new Unknown("x", ["string"], known.join("") + (random() < 0.5 ? hole : ""));
}

/** Of a number how large it is at least and at most, and perhaps that it is whole. */
function forgetNumber(value: number, random: () => number): Unknown {
  const distance = () => [0, 0.5, 1, Number.POSITIVE_INFINITY][Math.floor(random() * 4)] as number;
  const bounds = { least: value - distance(), most: value + distance() };
  const isWhole = Number.isInteger(value) && random() < 0.5;
  return new Unknown("x", ["number"], undefined, { ...bounds, isWhole });
}
