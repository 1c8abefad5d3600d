import type { TableFile } from "./files.js";
import type { Problems } from "./problems.js";
import { refsOf } from "./sources.js";
import type { IssuerTable } from "./types.js";
import type { WrittenIssuer, WrittenIssuers } from "./written.js";

/** Columns of PortOne's list that a gateway's row repeats, so that a reader sees which card company it is about. */
const repeated = ["code", "ko"];

/** A gateway's issuer table: PortOne's columns, then its own. A gateway without one has PortOne's. */
export function joinIssuers(
  neutral: TableFile<WrittenIssuers>,
  own: TableFile<WrittenIssuers> | undefined,
  problems: Problems,
): WrittenIssuers {
  if (!own) return neutral.content;
  const known = new Map(neutral.content.rows.map((row) => [row.code, row]));
  const rows = own.content.rows.map((row): WrittenIssuer => {
    const base = known.get(row.code);
    for (const column of repeated) {
      if (base && base[column] !== row[column]) {
        const reason = `${column} is ${String(row[column])}, in ${neutral.file} ${String(base[column])}`;
        problems.add(own.file, row.code, reason);
      }
    }
    return { ...base, ...row };
  });
  return {
    columns: { ...neutral.content.columns, ...own.content.columns },
    words: { ...neutral.content.words, ...own.content.words },
    rows,
  };
}

/** The table as a kind sees it: of a cell that differs by version, the version's; `code` is what its payloads call an issuer. */
export function issuersOf(
  table: WrittenIssuers,
  version: string,
  column: string | undefined,
): IssuerTable {
  const rows = table.rows.map((row) => {
    const cells = Object.entries(row).flatMap(([name, cell]) => {
      const own = typeof cell === "object" ? cell[version] : cell;
      return own === undefined ? [] : [[name, own]];
    });
    const seen = Object.fromEntries(cells);
    return column !== undefined && table.columns[column]
      ? { ...seen, code: String(seen[column]) }
      : seen;
  });
  const columns = Object.entries(table.columns).map(([name, { source, ...rest }]) => [
    name,
    { ...rest, source: refsOf(source) },
  ]);
  return {
    columns: Object.fromEntries(columns),
    words: table.words ?? {},
    rows,
  };
}

/** Notes rows with the same code, and cells that their column does not allow. */
export function checkIssuers(
  file: string,
  { columns, rows }: WrittenIssuers,
  problems: Problems,
): void {
  const codes = new Set<string>();
  for (const row of rows) {
    const note = (reason: string) => problems.add(file, row.code, reason);
    if (codes.has(row.code)) note("two rows have this code");
    codes.add(row.code);
    for (const [name, { cells }] of Object.entries(columns)) {
      const cell = row[name];
      if (cell === undefined) note(`no cell in column ${name}`);
      else
        for (const one of typeof cell === "object" ? Object.values(cell) : [cell]) {
          const reason = wrongCell(name, one, cells);
          if (reason !== undefined) note(reason);
        }
    }
    for (const name of Object.keys(row)) if (!columns[name]) note(`unknown column ${name}`);
  }
}

function wrongCell(
  name: string,
  cell: string | number,
  cells: "number" | readonly string[] | undefined,
): string | undefined {
  const fits =
    typeof cells === "object" ? cells.includes(String(cell)) : typeof cell === (cells ?? "string");
  if (fits) return undefined;
  const allowed = typeof cells === "object" ? cells.join(", ") : (cells ?? "text");
  return `${name} is ${JSON.stringify(cell)}, not ${allowed}`;
}
