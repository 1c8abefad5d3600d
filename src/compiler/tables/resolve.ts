import { siblingKind } from "../kindNames.js";
import type { KindFiles, RuleFile, TableFiles } from "./files.js";
import type { Problems } from "./problems.js";
import type { IssuerTable, KindTables, RuleRow, Shape } from "./types.js";

/** A kind's tables with everything that other files say of it worked in. */
export function resolveKind(files: KindFiles, problems: Problems): KindTables {
  const { row, shape, described, issuers, folder } = files;
  return {
    row,
    shape: describe(shape, described, `${folder}/shape.json`, problems),
    issuers: identifiedBy(row.issuer?.column, issuers),
    rules: mergeRules([files.shared, ofKind(files, problems), files.own], problems),
  };
}

/** Notes ids that two kinds have, and kinds that are named and are not there. */
export function checkKinds({ kinds }: TableFiles, problems: Problems): void {
  const ids = new Set<string>();
  for (const { row, folder } of kinds) {
    const file = `${folder}/kind.json`;
    if (ids.has(row.kind)) problems.add(file, row.kind, "two kinds have this id");
    ids.add(row.kind);
    const callback = row.callback && siblingKind(row.kind, row.callback);
    if (callback && !kinds.some((other) => other.row.kind === callback)) {
      problems.add(file, row.kind, `unknown kind "${row.callback}"`);
    }
  }
}

/** A property without a description is the one that `properties.json` describes under its key. */
function describe(
  shape: Shape,
  described: Readonly<Record<string, Shape>>,
  file: string,
  problems: Problems,
  at = "",
): Shape {
  const inner = (child: Shape, key: string): Shape => {
    const shared = child.description === undefined ? described[key] : {};
    const merged = { ...shared, ...child };
    if (merged.description === undefined || merged["x-ko"] === undefined) {
      problems.add(file, `${at}/${key}`, "neither described here nor in properties.json");
    }
    return describe(merged, described, file, problems, `${at}/${key}`);
  };
  const { properties, items } = shape;
  return {
    ...shape,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, child]) => [key, inner(child, key)]),
      ),
    }),
    ...(items && { items: inner(items, "*") }),
  };
}

/** The table as a kind sees it: `code` is what its payloads call an issuer. */
function identifiedBy(column: string | undefined, table: IssuerTable): IssuerTable {
  if (column === undefined || !table.columns[column]) return table;
  return { ...table, rows: table.rows.map((row) => ({ ...row, code: String(row[column]) })) };
}

/** Of the version's rules the rows and cases that are about the kind. */
function ofKind({ name, siblings, ofVersion }: KindFiles, problems: Problems): RuleFile {
  const { file, rows } = ofVersion;
  const isAbout = (row: string, kinds: readonly string[] | undefined) => {
    for (const kind of kinds ?? []) {
      if (!siblings.includes(kind)) problems.add(file, row, `unknown kind "${kind}"`);
    }
    return kinds === undefined || kinds.includes(name);
  };
  return {
    file,
    rows: rows.flatMap((row): RuleFile["rows"] => {
      const id = "addsTo" in row ? row.addsTo : row.id;
      if (!isAbout(id, row.kinds)) return [];
      const cases = row.cases?.filter((one) => isAbout(id, one.kinds));
      const disagreements = row.disagreements?.filter((one) => isAbout(id, one.kinds));
      const isIdle = cases?.length === 0 && !("addsTo" in row);
      return isIdle
        ? []
        : [{ ...row, ...(cases && { cases }), ...(disagreements && { disagreements }) }];
    }),
  };
}

/** The rules of a kind by their ids; rows that add to a rule are merged into it, in the order of the files. */
function mergeRules(files: readonly RuleFile[], problems: Problems): RuleRow[] {
  const byId = new Map<string, RuleRow>();
  for (const { file, rows } of files) {
    for (const row of rows) {
      if (!("addsTo" in row)) {
        if (byId.has(row.id)) problems.add(file, row.id, "two rules have this id");
        byId.set(row.id, { ...row, cases: row.cases ?? [] });
        continue;
      }
      const rule = byId.get(row.addsTo);
      if (!rule) {
        problems.add(file, row.addsTo, "addsTo names no rule");
        continue;
      }
      const { addsTo: _, kinds: __, cases = [], disagreements = [], ...says } = row;
      byId.set(row.addsTo, {
        ...{ ...rule, ...says },
        cases: [...rule.cases, ...cases],
        disagreements: [...(rule.disagreements ?? []), ...disagreements],
      });
    }
  }
  return [...byId.values()];
}
