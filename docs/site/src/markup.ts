/** A piece of a page that is written at build time or made in a browser: a text, or an element with what is in it. */
export type Markup = string | Tag;

export interface Tag {
  readonly name: keyof HTMLElementTagNameMap;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Markup[];
}

export const tag = (
  name: Tag["name"],
  attributes: Tag["attributes"] = {},
  ...children: readonly Markup[]
): Tag => ({ name, attributes, children });

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character] as string);

/** HTML of elements that are not void. */
export function htmlOf(markup: Markup): string {
  if (typeof markup === "string") return escapeHtml(markup);
  const { name, attributes, children } = markup;
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeHtml(value)}"`,
  );
  return `<${name}${written.join("")}>${children.map(htmlOf).join("")}</${name}>`;
}
