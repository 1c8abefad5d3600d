import type { Locale } from "../../validator/types.js";
import type { IssuerTable } from "../tables/types.js";

/** The issuer table as people see it: headings, and a row of cells a card company. */
export interface IssuerMatrix {
  readonly head: readonly string[];
  readonly rows: readonly (readonly { readonly text: string; readonly word: string }[])[];
}

/** Whether a table says more of the issuers than what they are called. */
export const hasCells = ({ columns }: IssuerTable): boolean =>
  Object.values(columns).some(({ cells }) => cells !== undefined);

/** Leaves out the other language's names, and the names that other versions give the issuers. */
export function issuerMatrix({ columns, words, rows }: IssuerTable, locale: Locale): IssuerMatrix {
  const shown = Object.entries(columns).filter(
    ([name, { identifies }]) => !identifies || name === "code" || name === locale,
  );
  return {
    head: shown.map(([, column]) => column[locale]),
    rows: rows.map((row) =>
      shown.map(([name]) => {
        const cell = row[name];
        const word = String(cell);
        const text =
          typeof cell === "number" ? cell.toLocaleString("en-US") : (words[word]?.[locale] ?? word);
        return { text, word };
      }),
    ),
  };
}
