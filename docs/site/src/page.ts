import { locale, say } from "./words.js";

type Child = Node | string;

/** An element with attributes and what is in it. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", onClick);
  return made;
}

const pages = { playground: "index.html", issuers: "issuers.html", rules: "rules.html" } as const;

/** Address of a page in the language of this one. */
export const addressOf = (page: keyof typeof pages, fragment = ""): string =>
  `./${pages[page]}${locale === "en" ? "?lang=en" : ""}${fragment}`;

/** Fills the page: its header, and `main` below a heading. */
export function showPage(page: keyof typeof pages, ...main: readonly Child[]): void {
  document.documentElement.lang = locale;
  document.title = `${say(page)} – paylint`;
  const links = (Object.keys(pages) as (keyof typeof pages)[]).map((name) =>
    element(
      "a",
      { href: addressOf(name), ...(name === page && { "aria-current": "page" }) },
      say(name),
    ),
  );
  const other = locale === "ko" ? "en" : "ko";
  const inOther = element(
    "a",
    { href: `./${pages[page]}?lang=${other}`, lang: other, hreflang: other },
    say("other"),
  );
  document.body.replaceChildren(
    element(
      "header",
      {},
      element("strong", {}, "paylint"),
      element("nav", { "aria-label": say("pages") }, ...links, inOther),
    ),
    element("main", {}, element("h1", {}, say(page)), ...main),
  );
}

/** Code to be read, which the keyboard can scroll. */
export const codeBlock = (text: string, label: string): HTMLElement =>
  element("pre", { tabindex: "0", role: "region", "aria-label": label }, element("code", {}, text));
