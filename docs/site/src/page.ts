import type { Markup } from "./markup.js";
import { locale, say, type Word } from "./words.js";

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

/** What a piece of markup is in a page. */
export const nodeOf = (markup: Markup): Child =>
  typeof markup === "string"
    ? markup
    : element(markup.name, markup.attributes, ...markup.children.map(nodeOf));

export function button(text: string, onClick: () => void, look = ""): HTMLButtonElement {
  const made = element("button", { type: "button", ...(look && { class: look }) }, text);
  made.addEventListener("click", onClick);
  return made;
}

/** A control below what it is called. */
export const labelled = (text: string, control: HTMLElement): HTMLLabelElement =>
  element("label", { class: "field" }, element("span", {}, text), control);

/** A choice among options, each a value and what it is called. */
export const select = (
  id: string,
  options: readonly (readonly [value: string, title: string])[],
): HTMLSelectElement => {
  const control = element("select", { id });
  setOptions(control, options);
  return control;
};

/** Puts options into a choice, and keeps what was chosen if it is still there, be it under another value, as in another version. */
export function setOptions(
  control: HTMLSelectElement,
  options: readonly (readonly [value: string, title: string])[],
): void {
  const { value: before, selectedOptions } = control;
  const titleBefore = selectedOptions[0]?.textContent;
  control.replaceChildren(...options.map(([value, title]) => element("option", { value }, title)));
  const kept =
    options.find(([value]) => value === before) ??
    options.find(([, title]) => title === titleBefore);
  if (kept) control.value = kept[0];
}

const pages = {
  playground: "playground.html",
  builder: "builder.html",
  migrate: "migrate.html",
  issuers: "issuers.html",
  gateways: "gateways.html",
  rules: "rules.html",
} as const;

export type PageName = keyof typeof pages;

const query = new URLSearchParams(location.search).has("lang") ? `?lang=${locale}` : "";

/** Where the other pages are. */
const root = document.documentElement.dataset.root ?? "./";

/** Address of a page in the language of this one. */
export const addressOf = (page: PageName, fragment = ""): string =>
  `${root}${pages[page]}${query}${fragment}`;

/** Address of the page of a rule. */
export const ruleAddress = (id: string): string => `${root}rules/${id}.html${query}`;

/** The link to this page in the other language, with the fragment that it has when it is followed. */
function inOtherLanguage(): HTMLAnchorElement {
  const other = locale === "ko" ? "en" : "ko";
  const link = element("a", { href: `?lang=${other}`, lang: other, hreflang: other }, say("other"));
  const keepFragment = () => link.setAttribute("href", `?lang=${other}${location.hash}`);
  for (const event of ["click", "auxclick", "focus", "pointerenter"]) {
    link.addEventListener(event, keepFragment);
  }
  return link;
}

function header(page: PageName | "home"): HTMLElement {
  const links = (Object.keys(pages) as PageName[]).map((name) =>
    element(
      "a",
      { href: addressOf(name), ...(name === page && { "aria-current": "page" }) },
      say(name),
    ),
  );
  return element(
    "header",
    {},
    element(
      "a",
      {
        class: "wordmark",
        href: `${root}index.html${query}`,
        ...(page === "home" && { "aria-current": "page" }),
      },
      "paylint",
    ),
    element("nav", { "aria-label": say("pages") }, ...links),
    inOtherLanguage(),
  );
}

function footer(): HTMLElement {
  const repository = import.meta.env.VITE_REPOSITORY;
  return element(
    "footer",
    {},
    element("p", {}, say("privacy")),
    element(
      "p",
      {},
      element("a", { href: "https://www.npmjs.com/package/paylint" }, "npm"),
      ...(repository ? [" · ", element("a", { href: repository }, say("repository"))] : []),
    ),
  );
}

/** Fills the page: its header, a heading with what the page is for, and `main` below. */
export function showPage(page: PageName, lead: Word, ...main: readonly Child[]): void {
  document.title = `${say(page)} – paylint`;
  fill(
    page,
    element(
      "div",
      { class: "intro" },
      element("h1", {}, say(page)),
      element("p", { class: "lead" }, say(lead)),
    ),
    ...main,
  );
}

/** Fills the page with its heading, and with what is heavy to load when that has come. */
export async function showLater(
  page: PageName,
  lead: Word,
  load: () => Promise<readonly Node[]>,
): Promise<void> {
  const waiting = element("p", { role: "status" }, say("loading"));
  showPage(page, lead, waiting);
  try {
    waiting.replaceWith(...(await load()));
  } catch {
    waiting.textContent = say("failed");
  }
}

/** Fills a page that has a heading of its own. */
export function fill(page: PageName | "home", ...main: readonly Child[]): void {
  document.documentElement.lang = locale;
  document.body.className = page;
  document.body.replaceChildren(header(page), element("main", {}, ...main), footer());
  // On a phone the pages are a row that scrolls.
  document.querySelector("nav [aria-current]")?.scrollIntoView({ block: "nearest" });
}

/** Copies a text, and says so on the button for a moment. */
export function copyButton(text: () => string): HTMLButtonElement {
  const made = button(say("copyText"), () => {
    const told = (word: Word) => {
      made.textContent = say(word);
      setTimeout(() => {
        made.textContent = say("copyText");
      }, 1500);
    };
    const copied = navigator.clipboard?.writeText(text()) ?? Promise.reject();
    copied.then(
      () => told("copiedText"),
      () => told("notCopied"),
    );
  });
  made.classList.add("copy");
  return made;
}
