import type { KindTables } from "../tables/types.js";
import type { KindPlan } from "./fault.js";

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
