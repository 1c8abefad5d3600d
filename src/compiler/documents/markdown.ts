import type { Locale, Source } from "../../validator/types.js";
import type { Matrix } from "./matrixPicture.js";

export const json = (value: unknown) => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;

export const escapeMarkdown = (text: string) => text.replace(/[\\`*_{}[\]<>|]/g, "\\$&");

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

/** Sources, each linked to where it is published. */
export const links = (sources: readonly Source[], locale: Locale): string =>
  sources.map(({ title, url }) => (url ? `[${title[locale]}](${url})` : title[locale])).join("; ");

/** The anchor that a heading with a rule's or a kind's id has. */
export const anchor = (id: string) => `#${id.replace(/[^\w-]/g, "")}`;

/** A path as code writes it: `items[].name` for the name of each item. */
export const keyPath = (path: string): string =>
  path.slice(1).replaceAll("/*", "[]").replaceAll("/", ".");

/** A matrix as a table. */
export const matrixTable = ({ head, rows }: Matrix): string =>
  table(
    head.map(escapeMarkdown),
    rows.map((cells) => cells.map(({ text }) => escapeMarkdown(text))),
  );
