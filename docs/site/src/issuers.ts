import table from "../../../schemas/ksnet/issuers.json";
import { usualKind } from "./kinds.js";
import { fragmentOf } from "./link.js";
import { addressOf, codeBlock, element, showPage } from "./page.js";
import { sampleFor, written } from "./samples.js";
import { locale, say } from "./words.js";

type Texts = Record<string, { ko: string; en: string }>;
type Row = (typeof table.rows)[number] & Record<string, string | number>;

const columns = Object.entries(
  table.columns as unknown as Record<string, Texts[string] & { identifies?: true }>,
)
  .filter(([, { identifies }]) => !identifies)
  .map(([name, words]) => ({ name, title: words[locale] }));
const rows = table.rows as Row[];
const spoken = (cell: string | number) =>
  typeof cell === "number"
    ? cell.toLocaleString(locale)
    : ((table.words as Texts)[cell]?.[locale] ?? cell);

const chosen = element("section", { id: "chosen", "aria-live": "polite" });

function choose(row: Row): void {
  for (const one of document.querySelectorAll("tbody button")) {
    one.setAttribute("aria-pressed", String(one.id === `issuer-${row.code}`));
  }
  const payload = sampleFor(row.code);
  const code = payload ? written(payload) : "";
  const fragment = fragmentOf({ code, environment: "any", kind: usualKind }) ?? "";
  const needed = columns.filter(({ name }) => row[name] !== "-");
  chosen.replaceChildren(
    element("h2", {}, `${row[locale]} (${row.code})`),
    element("h3", {}, say("needs")),
    element(
      "ul",
      {},
      ...needed.map(({ name, title }) =>
        element("li", {}, `${title}: ${spoken(row[name] as string)}`),
      ),
    ),
    element("h3", {}, say("sample")),
    codeBlock(code, say("sample")),
    element("p", {}, element("a", { href: addressOf("playground", fragment) }, say("tryIt"))),
  );
  history.replaceState(null, "", `#${row.code}`);
  chosen.scrollIntoView({ block: "nearest" });
}

function line(row: Row): HTMLTableRowElement {
  const name = element(
    "button",
    { type: "button", id: `issuer-${row.code}`, "aria-pressed": "false" },
    row[locale],
  );
  name.addEventListener("click", () => choose(row));
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, name),
    element("td", {}, row.code),
    ...columns.map(({ name: column }) => {
      const cell = row[column] as string | number;
      const kind = typeof cell === "number" ? "number" : cell === "-" ? "none" : cell;
      return element("td", { class: `cell-${kind}` }, spoken(cell));
    }),
  );
}

showPage(
  "issuers",
  element("p", {}, say("issuersLead")),
  element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": say("issuers") },
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          ...[say("issuers"), table.columns.code[locale], ...columns.map(({ title }) => title)].map(
            (title) => element("th", { scope: "col" }, title),
          ),
        ),
      ),
      element("tbody", {}, ...rows.map(line)),
    ),
  ),
  chosen,
);
const asked = rows.find(({ code }) => `#${code}` === location.hash);
if (asked) choose(asked);
