import type { Locale } from "../../validator/types.js";
import type { KindPlan } from "../plan/fault.js";
import type { KindTables } from "../tables/types.js";
import type { Matrix } from "./matrixPicture.js";

/** The columns of the issuer table that a kind's rules read, by name. */
export function columnsRead({ rules }: Pick<KindTables, "rules">): Set<string> {
  const read = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inside] of Object.entries(value)) {
      if (key !== "issuer") look(inside);
      else if (typeof inside === "string") read.add(inside);
      else for (const column of Object.keys(inside as object)) read.add(column);
    }
  };
  for (const { cases } of rules) look(cases);
  return read;
}

/** Whether a kind's rules tell card companies apart: they read the table, or say something of the code itself. */
export function tellsIssuersApart({
  tables,
  faults,
}: Pick<KindPlan, "tables" | "faults">): boolean {
  const path = tables.row.issuer?.path;
  if (path === undefined) return false;
  const saysOfCode = faults.some(
    ({ fault, from }) => fault.path === path && from?.constrain !== undefined,
  );
  return saysOfCode || columnsRead(tables).size > 0;
}

/** What a kind's rules say of each card company: a row a company, a column a requirement. Undefined where they say nothing. */
export function issuerMatrix(tables: KindTables, locale: Locale): Matrix | undefined {
  const { columns, words, rows } = tables.issuers;
  const read = columnsRead(tables);
  const name = tables.row.issuer?.column;
  const shown = Object.entries(columns).filter(
    ([column, { identifies }]) =>
      column === name || column === locale || (!identifies && read.has(column)),
  );
  if (shown.every(([, { identifies }]) => identifies)) return undefined;
  return {
    head: shown.map(([, column]) => column[locale]),
    rows: rows.map((row) =>
      shown.map(([column]) => {
        const cell = row[column];
        const word = String(cell);
        const text =
          typeof cell === "number" ? cell.toLocaleString("en-US") : (words[word]?.[locale] ?? word);
        return { text, look: looks[word] ?? "plain" };
      }),
    ),
  };
}

/** How the cells of these words look. */
const looks: Readonly<Record<string, Matrix["rows"][number][number]["look"]>> = {
  required: "strong",
  always: "strong",
  possible: "good",
  forbidden: "bad",
  unlisted: "bad",
  unsupported: "faint",
  allowed: "faint",
  "-": "faint",
};
