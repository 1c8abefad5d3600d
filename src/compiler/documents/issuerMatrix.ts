import type { Locale } from "../../validator/types.js";
import { columnsRead } from "../plan/issuerColumns.js";
import type { KindTables } from "../tables/types.js";
import type { Matrix } from "./matrixPicture.js";

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
