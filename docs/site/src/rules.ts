import { rules } from "../../../dist/generated/rules.js";
import { fragmentOf } from "./link.js";
import { addressOf, codeBlock, element, showPage } from "./page.js";
import { examplesOf, written } from "./samples.js";
import { locale, say } from "./words.js";

function example(title: "wrong" | "right", kind: string, payload: Record<string, unknown>): Node[] {
  const code = written(payload);
  const fragment = fragmentOf({ code, environment: "any", kind });
  return [
    element("h2", {}, say(title)),
    codeBlock(code, `${say(title)} (${kind})`),
    ...(fragment
      ? [element("p", {}, element("a", { href: addressOf("playground", fragment) }, say("tryIt")))]
      : []),
  ];
}

/** The examples of a rule take a while to work out, so they wait until somebody opens it. */
function section({ id, severity, name, why, sources, kinds }: (typeof rules)[number]): HTMLElement {
  const body = element(
    "div",
    {},
    element("h2", {}, say("why")),
    element("p", {}, why[locale]),
    element("p", { class: "source" }, Object.keys(kinds).join(", ")),
    element("h2", {}, say("source")),
    element(
      "ul",
      {},
      ...sources.map(({ title, url }) =>
        element("li", {}, url ? element("a", { href: url }, title[locale]) : title[locale]),
      ),
    ),
  );
  const details = element(
    "details",
    { id, class: severity },
    element(
      "summary",
      {},
      element("code", {}, id),
      ` ${name[locale]} `,
      element("strong", {}, say(severity)),
    ),
    body,
  );
  details.addEventListener(
    "toggle",
    () => {
      const found = examplesOf(id);
      if (!found) return;
      body.append(
        ...example("wrong", found.kind, found.wrong),
        ...example("right", found.kind, found.right),
      );
    },
    { once: true },
  );
  return details;
}

showPage("rules", element("p", {}, say("rulesLead")), ...rules.map(section));

function openAsked(): void {
  const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!(asked instanceof HTMLDetailsElement)) return;
  asked.open = true;
  asked.scrollIntoView();
}
addEventListener("hashchange", openAsked);
openAsked();
