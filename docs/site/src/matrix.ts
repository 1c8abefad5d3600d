import { element } from "./page.js";

/** How a cell looks: what is possible, what is not, what nobody says. */
export type Mark = "yes" | "no" | "unknown";

export interface Cell {
  readonly mark: Mark;
  readonly text: string;
}

export interface Row {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly Cell[];
  /** What opens below the row. */
  readonly detail: () => readonly Node[];
}

export interface Matrix {
  /** What the table is called. */
  readonly label: string;
  /** Headings; the first is of the rows' titles. */
  readonly head: readonly string[];
  readonly rows: readonly Row[];
  /** Called with the id of the row that was opened, or with none. */
  readonly onOpen: (id: string) => void;
}

/** A table in which the detail of a row opens below it; `open` is the row that is open at first. */
export function matrix({ label, head, rows, onOpen }: Matrix, open: string): HTMLElement {
  const lines = rows.map((row) => line(row, head.length, onOpen));
  const asked = lines.find(({ id }) => id === open);
  asked?.toggle();
  return element(
    "div",
    { class: "scroll matrix", tabindex: "0", role: "region", "aria-label": label },
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element("tr", {}, ...head.map((title) => element("th", { scope: "col" }, title))),
      ),
      element("tbody", {}, ...lines.flatMap(({ main, below }) => [main, below])),
    ),
  );
}

function line({ id, title, cells, detail }: Row, width: number, onOpen: Matrix["onOpen"]) {
  const name = element("button", { type: "button", "aria-expanded": "false" }, title);
  const room = element("div", { class: "detail" });
  const below = element("tr", {}, element("td", { colspan: String(width) }, room));
  below.hidden = true;
  const toggle = () => {
    below.hidden = !below.hidden;
    name.setAttribute("aria-expanded", String(!below.hidden));
    if (!below.hidden) room.replaceChildren(...detail());
    onOpen(below.hidden ? "" : id);
  };
  name.addEventListener("click", toggle);
  const main = element(
    "tr",
    {},
    element("th", { scope: "row" }, name),
    ...cells.map(({ mark, text }) =>
      element("td", {}, element("span", { class: `mark-${mark}` }, text)),
    ),
  );
  return { id, main, below, toggle };
}
