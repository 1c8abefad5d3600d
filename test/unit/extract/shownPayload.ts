import { noTables } from "../../../dist/extract/calls.js";
import { parse } from "../../../dist/extract/javascript/syntax/parse.js";
import type { Located } from "../../../dist/extract/located.js";
import type { Reader, ReadOptions } from "../../../dist/extract/reader.js";
import { callKinds } from "../../../dist/generated/callKinds.js";
import { sdks } from "../../../dist/generated/sdks.js";
import { anyCharacter, hole, isOpen, Unknown } from "../../../dist/validator/unknown.js";

const shownText = (text: string) => text.replaceAll(hole, "…").replaceAll(anyCharacter, "_");

/**
 * What is known of a value, written out: `?` for what is not, with its types and what is known of its text behind it, `…` for what
 * more there may be, and `!` behind what no fix may edit.
 */
export function shown({
  value,
  children,
  duplicateKeys,
  isShared = false,
  likely,
}: Located): string {
  const mark = isShared ? "!" : "";
  if (value instanceof Unknown) {
    const { types, text, bounds } = value;
    const known = [
      types && `:${types.join("|")}`,
      text !== undefined && ` ${JSON.stringify(shownText(text))}`,
      bounds && ` ${bounds.least}…${bounds.most}`,
      likely !== undefined && !(likely instanceof Unknown) && ` (${JSON.stringify(likely)})`,
    ];
    return `?${known.filter((one) => one).join("")}${mark}`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value) + mark;
  const more = isOpen(value) ? ["…"] : [];
  const item = (_: unknown, index: number) => {
    const child = children.get(String(index));
    return child ? shown(child) : "nothing";
  };
  if (Array.isArray(value)) {
    return `[${[...value.map(item), ...more].join(", ")}]${mark}`;
  }
  const parts = [...children].map(([key, child]) => `${key}: ${shown(child)}`);
  const twice = duplicateKeys.map(({ key }) => ` ${key} twice`).join("");
  return `{ ${[...parts, ...more].join(", ")} }${mark}${twice}`;
}

/** What the reader of a language finds in a text. */
export const readBy = (read: Reader, text: string, options: Partial<ReadOptions> = {}) =>
  read(text, { ...noTables, kinds: callKinds, sdks, ending: ".js", parser: parse, ...options });

/** The payloads of the calls in a text, written out, with which are sent as a form. */
export const payloadsBy = (read: Reader, text: string, options?: Partial<ReadOptions>): string[] =>
  readBy(read, text, options).calls.map(
    ({ payload, isForm }) => `${payload ? shown(payload) : "nothing"}${isForm ? " as a form" : ""}`,
  );
