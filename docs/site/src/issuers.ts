import { issuerTables } from "../../../dist/generated/issuerTables.js";
import { usualKind } from "./kinds.js";
import { fragmentOf } from "./link.js";
import { addressOf, codeBlock, element, showPage } from "./page.js";
import { sampleFor, written } from "./samples.js";
import { locale, say } from "./words.js";

const table = issuerTables[usualKind];
if (!table) throw new Error(`${usualKind} has no table of card companies`);
const { words } = table;
type Row = (typeof table.rows)[number];

const columns = Object.entries(table.columns)
  .filter(([, { identifies }]) => !identifies)
  .map(([name, column]) => ({ name, title: column[locale] }));
const spoken = (cell: string | number) =>
  typeof cell === "number" ? cell.toLocaleString(locale) : (words[cell]?.[locale] ?? cell);

const chosen = element("section", { id: "chosen", "aria-live": "polite" });

function choose(row: Row): void {
  for (const one of document.querySelectorAll("tbody button")) {
    one.setAttribute("aria-pressed", String(one.id === `issuer-${row.code}`));
  }
  const payload = sampleFor(String(row.code));
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
    String(row[locale]),
  );
  name.addEventListener("click", () => choose(row));
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, name),
    element("td", {}, String(row.code)),
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
          ...[
            say("issuers"),
            table.columns.code?.[locale] ?? "",
            ...columns.map(({ title }) => title),
          ].map((title) => element("th", { scope: "col" }, title)),
        ),
      ),
      element("tbody", {}, ...table.rows.map(line)),
    ),
  ),
  chosen,
);
const asked = table.rows.find(({ code }) => `#${code}` === location.hash);
if (asked) choose(asked);
