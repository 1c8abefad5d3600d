import { parseTree } from "jsonc-parser";
import type { Span } from "../text/positions.js";
import { hole, Unknown } from "../validator/unknown.js";
import { locatedTree } from "./jsonTree.js";
import { type Located, leaf } from "./located.js";

/** A text worked out of its quotes, each letter with its place in the file; `hole` for what is not known. */
export interface Written {
  text: string;
  places: number[];
}

/** The payload that the bodies of a request make: JSON, or a form. */
export function bodyIn(
  bodies: readonly Written[],
  isJson: boolean,
): { payload: Located; isForm: boolean } | undefined {
  const [first] = bodies;
  if (!first || first.text.startsWith("@")) return undefined;
  if (isJson || /^\s*[{[]/.test(first.text)) {
    const payload = jsonIn(first);
    return payload && { payload, isForm: false };
  }
  return { payload: formIn(bodies), isForm: true };
}

const spanOf = ({ places }: Written, start: number, end: number): Span => [
  places[start] ?? 0,
  (places[end - 1] ?? places.at(-1) ?? 0) + 1,
];

/** Holes outside of texts are made texts of their own, so that the rest can be read as JSON. */
function jsonIn(written: Written): Located | undefined {
  const readable: Written = { text: "", places: [] };
  let isQuoted = false;
  for (let index = 0; index < written.text.length; index++) {
    const letter = written.text[index] as string;
    const place = written.places[index] as number;
    if (letter === '"' && written.text[index - 1] !== "\\") isQuoted = !isQuoted;
    const put = letter === hole && !isQuoted ? `"${bare}"` : letter;
    readable.text += put;
    for (let count = 0; count < put.length; count++) readable.places.push(place);
  }
  const errors: never[] = [];
  const root = parseTree(readable.text, errors, { allowTrailingComma: true });
  if (!root || errors.length > 0) return undefined;
  return locatedTree(root, {
    spanOf: (start, end) => spanOf(readable, start, end),
    scalar,
  });
}

/** A text that stands for a value of any type. */
const bare = `${hole}${hole}`;

function scalar(value: unknown): unknown {
  if (typeof value !== "string" || !value.includes(hole)) return value;
  if (value === bare) return new Unknown("a variable");
  return new Unknown(`"${value.replaceAll(hole, "…")}"`, ["string"], value);
}

function formIn(bodies: readonly Written[]): Located {
  const children = new Map<string, Located>();
  for (const body of bodies) {
    for (const match of body.text.matchAll(/([^=&]+)=?([^&]*)/g)) {
      const [whole, name = "", value = ""] = match;
      const at = match.index + whole.length - value.length;
      const span = spanOf(body, value === "" ? match.index : at, match.index + whole.length);
      const key = decoded(name);
      children.set(key, leaf(scalar(decoded(value)), span));
    }
  }
  const [first] = bodies as [Written];
  const value = Object.fromEntries([...children].map(([key, child]) => [key, child.value]));
  return { value, span: spanOf(first, 0, first.text.length), children, duplicateKeys: [] };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
