import { type Node, parseTree } from "jsonc-parser";
import { hole, Unknown } from "../validator/unknown.js";
import { type Located, leaf, type Span } from "./located.js";

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
  return located(root, readable);
}

/** A text that stands for a value of any type. */
const bare = `${hole}${hole}`;

function located(node: Node, written: Written): Located {
  const span = spanOf(written, node.offset, node.offset + node.length);
  const children = new Map<string, Located>();
  const twice: { key: string; span: Span }[] = [];
  if (node.type === "object") {
    for (const property of node.children ?? []) {
      const [key, value] = property.children as [Node, Node];
      const keySpan = spanOf(written, key.offset, key.offset + key.length);
      if (children.has(key.value)) twice.push({ key: key.value, span: keySpan });
      children.delete(key.value);
      const property_ = spanOf(written, property.offset, property.offset + property.length);
      children.set(key.value, { ...located(value, written), property: property_, key: keySpan });
    }
    const value = Object.fromEntries([...children].map(([key, child]) => [key, child.value]));
    return { value, span, children, twice };
  }
  if (node.type === "array") {
    const items = (node.children ?? []).map((child) => located(child, written));
    for (const [index, item] of items.entries()) children.set(String(index), item);
    return { value: items.map(({ value }) => value), span, children, twice };
  }
  return leaf(scalar(node.value), span);
}

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
  return { value, span: spanOf(first, 0, first.text.length), children, twice: [] };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
