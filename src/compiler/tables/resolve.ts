import { siblingKind } from "../kindNames.js";
import { type Base, lifted, liftOf, mergeShapes } from "./compose.js";
import type { KindFiles, RuleFile, TableFiles } from "./files.js";
import type { Problems } from "./problems.js";
import type { RuleRow } from "./ruleTypes.js";
import type { IssuerTable, KindTables, Shape, WrittenIssuerTable } from "./types.js";

/** Resolves kinds; one that others extend is resolved once. */
export class KindResolver {
  readonly #files: TableFiles;
  readonly #problems: Problems;
  readonly #resolved = new Map<string, KindTables | "in progress">();

  constructor(files: TableFiles, problems: Problems) {
    this.#files = files;
    this.#problems = problems;
  }

  /** A kind's tables with everything that other files say of it worked in. */
  resolve(kind: KindFiles): KindTables {
    const known = this.#resolved.get(kind.row.kind);
    if (known !== undefined && known !== "in progress") return known;
    this.#resolved.set(kind.row.kind, "in progress");
    const base = this.#baseOf(kind);
    const { row, described, folder } = kind;
    const shape = base ? mergeShapes(base.shape, kind.shape) : kind.shape;
    const ofVersion = ofKind(kind, this.#problems);
    const issuers = cellsOf(kind.version, kind.issuers);
    const tables = {
      row,
      shape: describe(shape, described, `${folder}/shape.json`, this.#problems),
      issuers: identifiedBy(row.issuer?.column, issuers),
      rules: base
        ? mergeRules([ofVersion, kind.own], this.#problems, base.rules)
        : mergeRules([kind.shared, ofVersion, kind.own], this.#problems),
    };
    this.#resolved.set(row.kind, tables);
    return tables;
  }

  /** What a kind takes over from the one that it extends, without what it lifts. */
  #baseOf({ row, folder, own }: KindFiles): Base | undefined {
    if (row.extends === undefined) return undefined;
    const note = (reason: string) => this.#problems.add(`${folder}/kind.json`, row.kind, reason);
    const files = this.#files.kinds.find((other) => other.row.kind === row.extends);
    if (!files) {
      note(`extends "${row.extends}", which is no kind`);
      return undefined;
    }
    if (this.#resolved.get(row.extends) === "in progress") {
      note(`extends "${row.extends}", which extends it`);
      return undefined;
    }
    let base: Base = this.resolve(files);
    for (const id of own.lifts) {
      const left = lifted(base, liftOf(id), this.#files.shared.formats);
      if (!left) this.#problems.add(own.file, id, `${row.extends} has no such fault to lift`);
      base = left ?? base;
    }
    return base;
  }
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

/** The table as a version sees it: of a cell that differs by version, the version's. */
export function cellsOf(version: string, table: WrittenIssuerTable): IssuerTable {
  const rows = table.rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([column, cell]) => {
        const own = typeof cell === "object" ? cell[version] : cell;
        return own === undefined ? [] : [[column, own]];
      }),
    ),
  );
  return { ...table, rows: rows as unknown as IssuerTable["rows"] };
}

/** The table as a kind sees it: `code` is what its payloads call an issuer. */
function identifiedBy(column: string | undefined, table: IssuerTable): IssuerTable {
  if (column === undefined || !table.columns[column]) return table;
  return { ...table, rows: table.rows.map((row) => ({ ...row, code: String(row[column]) })) };
}

/** Of the version's rules the rows and cases that are about the kind. */
function ofKind({ name, siblings, ofVersion }: KindFiles, problems: Problems): RuleFile {
  const { file, rows, lifts } = ofVersion;
  const isAbout = (row: string, kinds: readonly string[] | undefined) => {
    for (const kind of kinds ?? []) {
      if (!siblings.includes(kind)) problems.add(file, row, `unknown kind "${kind}"`);
    }
    return kinds === undefined || kinds.includes(name);
  };
  return {
    ...{ file, lifts },
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
function mergeRules(
  files: readonly RuleFile[],
  problems: Problems,
  base: readonly RuleRow[] = [],
): RuleRow[] {
  const byId = new Map(base.map((rule) => [rule.id, rule]));
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
      const { addsTo: _, kinds: __, cases = [], disagreements = [], variants = [], ...says } = row;
      // Another message says something else of every value.
      const kept = says.message ? [] : (rule.variants ?? []);
      byId.set(row.addsTo, {
        ...{ ...rule, ...says },
        variants: [...kept, ...variants],
        cases: [...rule.cases, ...cases],
        disagreements: [...(rule.disagreements ?? []), ...disagreements],
      });
    }
  }
  return [...byId.values()];
}
