import type { JsonType } from "../../validator/unknown.js";
import { own } from "../own.js";

const types: Readonly<Record<string, JsonType>> = {
  int: "number",
  float: "number",
  str: "string",
  bool: "boolean",
  dict: "object",
  Dict: "object",
  list: "array",
  List: "array",
  None: "null",
};

/** What an annotation says: the types that its values have as JSON, or the class that they are of. */
interface Hint {
  readonly types?: readonly JsonType[];
  readonly type?: string;
}

/** Annotations that are longer are not read. */
const longest = 300;

/** What an annotation says, without its colon: `int`, `str | None`, `Optional[Amount]`. */
export function hintOf(annotation: string): Hint {
  if (annotation.length > longest) return {};
  const parts = alternativesIn(annotation.replace(/\s/g, "").replace(/^["']|["']$/g, ""));
  const named = parts.map((part) => {
    const [name = ""] = part.split("[", 1);
    return name.slice(name.lastIndexOf(".") + 1);
  });
  const known = named.map((name) => own(types, name));
  if (known.every((one) => one !== undefined)) return { types: [...new Set(known)] };
  const [only, ...others] = named.filter((name) => name !== "None");
  const isClass = only !== undefined && others.length === 0 && /^[A-Z]\w*$/.test(only);
  return isClass ? { type: only } : {};
}

/** The alternatives of `A | B`, `Optional[A]`, `Union[A, B]`, and what `Annotated[A, ...]` is about. */
function alternativesIn(annotation: string): string[] {
  const [, name, inner = ""] =
    /^(?:\w+\.)?(Optional|Union|Annotated)\[(.*)\]$/.exec(annotation) ?? [];
  if (name === undefined) return split(annotation, "|");
  const parts = split(inner, ",");
  const said = name === "Annotated" ? parts.slice(0, 1) : parts;
  const all = said.flatMap((part) => split(part, "|"));
  return name === "Optional" ? [...all, "None"] : all;
}

/** Parts of a text between separators that are in no brackets. */
function split(text: string, separator: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const letter of text) {
    if (letter === "[" || letter === "(") depth++;
    else if (letter === "]" || letter === ")") depth--;
    if (letter === separator && depth === 0) parts.push("");
    else parts.push(`${parts.pop()}${letter}`);
  }
  return parts;
}
